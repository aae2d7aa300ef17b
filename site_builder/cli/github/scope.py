"""`claims github scope`: what a pull request changes, on which the other jobs depend."""

import os
import sys
from functools import partial

import click

from site_builder.check.reports import command
from site_builder.cli.options import find_archive, language_option
from site_builder.github import scope as scopes
from site_builder.github import steps
from site_builder.github.all_languages import in_every
from site_builder.github.pull_request import for_person
from site_builder.github.scope import Kind
from site_builder.language.language import Language
from site_builder.read import git


@click.command()
@click.option("--base", required=True, help="A commit or branch that is published already.")
@language_option
def scope(base: str, lang: Language) -> None:
    """Say what a pull request changes: data, engine, or mixed, which is refused.

    In a merge queue several pull requests come together; each was looked at by itself.
    """
    site = find_archive()
    found = scopes.of(git.differing(site.root, base), git.submodules(site.root))
    is_several = os.environ.get("GITHUB_EVENT_NAME") == "merge_group"
    kind = Kind.ENGINE if is_several and found.kind is Kind.MIXED else found.kind
    steps.set_outputs({"kind": kind})
    print(kind)
    if kind is Kind.MIXED:
        said = in_every(for_person(site), partial(scopes.why_refused, found))
        print(command("error", ["\n\n".join(said)]))
        sys.exit(1)
