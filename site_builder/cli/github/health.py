"""`claims github health`: the one issue that tells of what a night's look found."""

import sys
from pathlib import Path

import click

from site_builder.check.reports import command
from site_builder.cli.options import find_archive, language_option
from site_builder.github import api, examination, handover, workflow
from site_builder.github.all_languages import in_every
from site_builder.github.health import tell
from site_builder.language.language import Language
from site_builder.problems import message
from site_builder.read import ledger
from site_builder.text.characters import visible

_ISSUES_ARE_OFF = 410
"""The status by which GitHub says so."""
_TOLD = {
    "none": message("all is well; there is no issue"),
    "opened": message("the issue was opened"),
    "edited": message("the issue was brought up to date"),
    "closed": message("all is well; the issue is closed"),
    "as-before": message("the issue says it already"),
}


@click.command()
@click.argument("found", type=click.Path(path_type=Path))
@language_option
def health(found: Path, lang: Language) -> None:
    """Tell people what `claims github examine` found, in one issue.

    It is opened when a person should see to something, edited in place, and closed when all is well.
    """
    site = find_archive()
    repository = workflow.repository()
    try:
        seen = examination.read(found)
    except handover.Unreadable as unreadable:
        reason = visible(str(unreadable))
        print(lang.text("this is no file that `claims github examine` wrote: {reason}", reason=reason), file=sys.stderr)
        sys.exit(2)
    try:
        outcome = tell(repository, workflow.home(repository), site.languages, seen, ledger.read(site.root)[0])
    except api.Refused as refused:
        if refused.status != _ISSUES_ARE_OFF:
            raise
        print(*(command("notice", [each]) for each in in_every(site.languages, _without_issues)), sep="\n")
        return
    print(lang.text(_TOLD[outcome]))


def _without_issues(language: Language) -> str:
    return language.text(
        "Nobody is told of the health of the archive: issues are turned off. "
        "Turn them on: Settings → General → Features → Issues."
    )
