"""`claims github health`: the one issue that tells of what a night's look found."""

import os
import sys
from pathlib import Path

import click
from pydantic import ValidationError

from site_builder.cli.options import find_archive, language_option
from site_builder.github import api, steps
from site_builder.github.all_languages import in_every
from site_builder.github.examination import JSON
from site_builder.github.health import tell
from site_builder.language.language import Language
from site_builder.problems import message
from site_builder.read import ledger

_TOLD = {
    "none": message("all is well; there is no issue"),
    "opened": message("the issue was opened"),
    "edited": message("the issue was brought up to date"),
    "closed": message("all is well; the issue is closed"),
    "as-before": message("the issue says it already"),
}


@click.command()
@click.argument("found", type=click.Path(exists=True, path_type=Path, dir_okay=False))
@language_option
def health(found: Path, lang: Language) -> None:
    """Tell people what `claims github examine` found, in one issue.

    It is opened when a person should see to something, edited in place, and closed when all is well.
    """
    site = find_archive()
    repository = os.environ["GITHUB_REPOSITORY"]
    server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
    try:
        examination = JSON.validate_json(found.read_bytes())
        told = tell(repository, f"{server}/{repository}", site.languages, examination, ledger.read(site.root)[0])
    except (ValidationError, api.Refused) as failure:
        if "HTTP 410" in str(failure):  # as GitHub says that issues are turned off
            print(*map(steps.notice, in_every(site.languages, _without_issues)), sep="\n")
            return
        print(str(failure), file=sys.stderr)
        sys.exit(2)
    print(lang.text(_TOLD[told]))


def _without_issues(language: Language) -> str:
    return language.text(
        "Nobody is told of the health of the archive: issues are turned off in the repository's settings."
    )
