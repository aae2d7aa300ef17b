"""`claims github comment`: the comment on the pull request that a run of `ci` was for."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click

from site_builder.check.reports import command
from site_builder.cli.options import find_archive, language_option
from site_builder.github import api, handover, preview, scope, sticky, workflow
from site_builder.github import comment as comments
from site_builder.github import report as reports
from site_builder.github.comment import Facts
from site_builder.github.pull_request import for_person
from site_builder.language.language import Language


@click.command()
@click.option("--report", type=click.Path(path_type=Path), required=True, help="The report.json of the run.")
@language_option
def comment(report: Path, lang: Language) -> None:
    """Write or renew the one comment on the pull request of a run that ended.

    Nothing of the pull request is checked out or run. Its report is read as data that anybody may have written.
    """
    try:
        told = reports.read(report)
    except handover.Unreadable as unreadable:
        print(command("notice", [lang.text("there is no report to tell of: {reason}", reason=str(unreadable))]))
        return
    site = find_archive()
    run, repository = workflow.event_with("workflow_run")["workflow_run"], workflow.repository()
    for found in sticky.of_run(run, repository):
        body = comments.markdown(told, for_person(site, found.told), _facts(run, repository, found.number))
        sticky.put(repository, found.number, body)


def _facts(run: Mapping[str, Any], repository: str, number: int) -> Facts:
    """What GitHub tells of the run; the report tells but the name of a file to change."""
    of_run = f"{workflow.home(repository)}/actions/runs/{int(run['id'])}"
    kept = api.call(f"repos/{repository}/actions/runs/{int(run['id'])}/artifacts?name={preview.FILE}")
    listed = kept.get("artifacts") if isinstance(kept, Mapping) else None
    ids = [int(each["id"]) for each in listed or () if each["name"] == preview.FILE]
    changed = list(sticky.files(repository, number))
    edited = f"{workflow.home(run['head_repository']['full_name'])}/edit/{quote(run['head_branch'])}"
    return Facts(
        commit=str(run["head_sha"]),
        went_well=run["conclusion"] == "success",
        runs_own=len(changed) >= sticky.MOST_FILES or scope.of(changed).runs_own,
        edit=lambda path, line: f"{edited}/{path}#L{line}",
        run=of_run,
        preview=f"{of_run}/artifacts/{ids[0]}" if ids else "",
    )
