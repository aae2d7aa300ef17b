"""The pull request of a run, what GitHub tells of it, and the one comment that our workflow keeps there."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import quote

from site_builder.github import api

MOST_FILES = 3_000
"""Files of a pull request that GitHub lists; of more it does not tell ("List pull requests files" of its REST API)."""


class PullRequest(NamedTuple):
    """An open pull request: its number, and what GitHub tells of it."""

    number: int
    told: Mapping[str, Any]


def of_run(run: Mapping[str, Any], repository: str) -> Iterator[PullRequest]:
    """Find the open pull requests that a run was for, which stand where it ran.

    GitHub names those of forks nowhere: `workflow_run.pull_requests` is empty for them. So they are asked for by the
    owner and branch of the head, and taken only if they have come no further than the run.
    """
    head = run.get("head_repository")
    if not isinstance(head, Mapping):  # the fork is gone
        return
    name = f"{quote(head['owner']['login'], safe='')}:{quote(run['head_branch'], safe='')}"
    for each in api.listed(f"repos/{repository}/pulls?state=open&head={name}"):
        of_each = each["head"]
        is_of_run = of_each["sha"] == run["head_sha"] and (of_each["repo"] or {}).get("id") == head["id"]
        if is_of_run:
            yield PullRequest(int(each["number"]), each)


def files(repository: str, number: int) -> Iterator[str]:
    """Yield the files that a pull request changes, as GitHub itself tells; of a renamed one both names."""
    for each in api.listed(f"repos/{repository}/pulls/{number}/files"):
        yield from (str(each[name]) for name in ("filename", "previous_filename") if each.get(name))


def put(repository: str, number: int, body: str) -> None:
    """Write a comment in place of the one that begins with the same line, or a first one."""
    marker = body.partition("\n")[0]
    comments = api.listed(f"repos/{repository}/issues/{number}/comments")
    old = next((each for each in comments if _is_ours(each, marker)), None)
    if old is None:
        api.call(f"repos/{repository}/issues/{number}/comments", "POST", {"body": body})
    elif old["body"] != body:
        api.call(f"repos/{repository}/issues/comments/{int(old['id'])}", "PATCH", {"body": body})


def _is_ours(comment: Mapping[str, Any], marker: str) -> bool:
    """Tell whether a comment is ours; anybody can write the marker, and other workflows write as the same author."""
    lines = (comment.get("body") or "").splitlines()
    return (comment.get("user") or {}).get("login") == api.BOT and lines[:1] == [marker]
