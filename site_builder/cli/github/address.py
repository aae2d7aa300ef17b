"""`claims github address`: the addresses of the site and of its repository, for the steps that build and publish."""

import contextlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from site_builder.check.reports import command
from site_builder.cli.options import find_archive, language_option
from site_builder.github import hosting, steps, workflow
from site_builder.github.all_languages import in_every
from site_builder.language.language import Language
from site_builder.read import git


@click.command()
@click.option("--usual", is_flag=True, help="Ask nobody; set SITE_URL and REPO_URL alone, as they most likely are.")
@language_option
def address(usual: bool, lang: Language) -> None:
    """Tell the steps that follow where the site will be published, and whether Pages is on.

    It sets SITE_URL, REPO_URL, SOURCE_DATE_EPOCH, and PUBLISHED, the commit whose site is published now; with ANEW=true
    nothing counts as published. The variable SITE_URL of the repository names a domain of one's own.
    """
    site = find_archive()
    repository = workflow.repository()
    chosen, home = os.environ.get("SITE_URL", ""), workflow.home(repository)
    if usual:
        _set({"SITE_URL": hosting.address(repository, chosen), "REPO_URL": home})
        return
    pages = hosting.hosting(repository)
    is_first = not pages.is_on or os.environ.get("ANEW") == "true"
    published = "HEAD" if is_first else _newest_here(site.root, hosting.published(repository))
    values = {
        "SITE_URL": hosting.address(repository, chosen, pages.url),
        "REPO_URL": home,
        "SOURCE_DATE_EPOCH": git.moment(site.root),
        "PUBLISHED": published,
    }
    _set(values)
    steps.set_outputs({"pages": "on" if pages.is_on else "off"})
    if not pages.is_on:
        told = in_every(site.languages, _where_to_turn_it_on)
        print(*(command("notice", [each]) for each in told), sep="\n")
        steps.add_to_summary("\n\n".join(told))


def _set(values: Mapping[str, str]) -> None:
    steps.set_variables(values)
    for name, value in values.items():
        print(f"{name}={value}")


def _newest_here(root: Path, commits: Iterable[str]) -> str:
    """Find the first of some commits that is in this clone; without any, nothing was published that could vanish."""
    for each in commits:
        with contextlib.suppress(git.UnknownCommit):
            return git.commit(root, each)
    return "HEAD"


def _where_to_turn_it_on(language: Language) -> str:
    return language.text(
        "GitHub Pages is off here, so nothing is published. Turn it on: Settings → Pages → Build and deployment → "
        "Source: GitHub Actions; then run the workflow “publish” (Actions → publish → Run workflow)."
    )
