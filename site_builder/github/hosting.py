"""GitHub Pages of a repository: whether it is on, the address of the site there, and of which commits it was."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.github import api

_WORKFLOW = "workflow"
"""The source “GitHub Actions”; with any other, Pages takes the site from a branch, and refuses that of a workflow."""
_ENVIRONMENT = "github-pages"
_NOT_THERE = 404
_NEWEST = 10
"""Deployments among which one that came to an end is looked for."""


@dataclass(frozen=True, slots=True)
class Hosting:
    """What GitHub tells of the Pages of a repository: that they take what a workflow built, and their address."""

    is_on: bool
    url: str = ""


def hosting(repository: str) -> Hosting:
    """Ask for the Pages of a repository `owner/name`; `api.Refused` if GitHub does not tell."""
    told = _known(f"repos/{repository}/pages")
    if not isinstance(told, Mapping):
        return Hosting(is_on=False)
    return Hosting(told.get("build_type") == _WORKFLOW, str(told.get("html_url") or ""))


def published(repository: str) -> Iterator[str]:
    """Yield the commits whose sites were published, the newest first; those that failed were seen by nobody."""
    listed = _known(f"repos/{repository}/deployments?environment={_ENVIRONMENT}&per_page={_NEWEST}")
    for deployment in listed if isinstance(listed, list) else ():
        statuses = _known(f"repos/{repository}/deployments/{int(deployment['id'])}/statuses?per_page=1")
        # Where a newer site has taken its place, a deployment is inactive.
        if isinstance(statuses, list) and any(each.get("state") in ("success", "inactive") for each in statuses):
            yield str(deployment["sha"])


def _known(path: str) -> object:
    """What GitHub answers; None where it says that there is no such thing."""
    try:
        return api.call(path)
    except api.Refused as refused:
        if refused.status == _NOT_THERE:
            return None
        raise


def address(repository: str, chosen: str, told: str = "") -> str:
    """The address of the site of a repository: the one that its owner chose, the one that Pages tells, or the usual."""
    known = chosen.strip() or told
    return f"{known.rstrip('/')}/" if known else usual_address(repository)


def usual_address(repository: str) -> str:
    """The address that Pages gives to the site of a repository whose owner chose none."""
    owner, _, name = repository.partition("/")
    host = f"{owner.lower()}.github.io"
    return f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"
