"""`claims check`: every problem of every record, in one run."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from site_builder.check import reports
from site_builder.check.validate import validate_site
from site_builder.cli.options import find_archive, is_asked_for, is_below, language_option
from site_builder.github import steps
from site_builder.github.pull_request import for_person
from site_builder.language.language import Language
from site_builder.language.spoken import for_contributors
from site_builder.problems import Problem
from site_builder.read import git
from site_builder.read.files import lines_of
from site_builder.read.settings import Settings


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    help="For people, for annotations on a pull request, or for programs.",
)
@click.option("--base", help="A commit or branch that is published already: nothing of it may vanish.")
@language_option
def check(paths: tuple[Path, ...], form: str, base: str | None, lang: Language) -> None:
    """Say what is wrong with the records and the hand-written pages, where, and how to mend it.

    All are read in any case; PATHS (files or folders) narrow down which problems are shown. Files are named from the
    archive's root.
    """
    site = find_archive()
    root = site.root
    problems = validate_site(site, base)[0].problems
    changed = git.changed(root, base) if base is not None else frozenset[str]()
    if paths:
        problems = [problem for problem in problems if is_below(root / problem.place.path, paths)]
    print(_report(problems, form, site, changed, lang))
    sys.exit(any(problem.is_error for problem in problems))


def _report(problems: Sequence[Problem], form: str, site: Settings, changed: frozenset[str], language: Language) -> str:
    lines = lines_of(site.root)
    if form == "json":
        return reports.as_json(problems, lines, language)
    if form == "text":
        return reports.as_text(problems, lines, language)
    languages = [language] if is_asked_for() else for_contributors(for_person(site))
    if problems:
        steps.add_to_summary(reports.as_markdown(problems, lines, languages))
    return reports.as_github(problems, lines, languages, changed)
