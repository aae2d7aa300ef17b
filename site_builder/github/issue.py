"""An issue as GitHub tells a workflow of it, when something happened to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue when something happened to it; `actor` is who did that. Moments are as GitHub writes them."""

    repository: str
    default_branch: str
    number: int
    body: str
    author: str
    author_number: int
    created: str
    updated: str
    actor: str


def of(event: Mapping[str, Any]) -> Issue:
    """The issue of an event."""
    issue, repository = event["issue"], event["repository"]
    return Issue(
        repository=str(repository["full_name"]),
        default_branch=str(repository["default_branch"]),
        number=int(issue["number"]),
        body=str(issue["body"] or ""),
        author=str(issue["user"]["login"]),
        author_number=int(issue["user"]["id"]),
        created=str(issue["created_at"]),
        updated=str(issue["updated_at"]),
        actor=str(event["sender"]["login"]),
    )
