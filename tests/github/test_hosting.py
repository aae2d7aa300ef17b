"""GitHub Pages of a repository, and the address of the site there."""

import pytest

from site_builder.github import api
from site_builder.github.hosting import Hosting, address, hosting, published
from tests.github.answering import Answering


@pytest.mark.parametrize(
    ("repository", "chosen", "told", "expected"),
    [
        ("Desk/Archive", "", "", "https://desk.github.io/Archive/"),
        ("Desk/desk.github.io", "", "", "https://desk.github.io/"),
        ("Desk/DESK.GitHub.io", "", "", "https://desk.github.io/"),
        ("desk/other.github.io", "", "", "https://desk.github.io/other.github.io/"),
        ("desk/archive", "", "https://omber.example/archive", "https://omber.example/archive/"),
        ("desk/archive", "https://walks.example", "https://omber.example/", "https://walks.example/"),
        ("desk/archive", " https://walks.example/a// \n", "", "https://walks.example/a/"),
        ("desk/archive", "  ", "", "https://desk.github.io/archive/"),
    ],
)
def test_the_address_is_the_owners_or_that_of_pages_or_the_usual(
    repository: str, chosen: str, told: str, expected: str
) -> None:
    assert address(repository, chosen, told) == expected


def test_pages_are_on_where_a_workflow_may_publish(gh: Answering) -> None:
    gh({"GET repos/o/r/pages": {"build_type": "workflow", "html_url": "https://o.github.io/r/"}})
    assert hosting("o/r") == Hosting(is_on=True, url="https://o.github.io/r/")


@pytest.mark.parametrize("kind", ["legacy", None])
def test_pages_that_come_from_a_branch_take_nothing_from_a_workflow(gh: Answering, kind: str | None) -> None:
    gh({"GET repos/o/r/pages": {"build_type": kind, "html_url": "https://o.github.io/r/"}})
    assert hosting("o/r") == Hosting(is_on=False, url="https://o.github.io/r/")


def test_where_there_are_no_pages_they_are_off(gh: Answering) -> None:
    gh({})
    assert hosting("o/r") == Hosting(is_on=False)


def test_what_github_does_not_tell_is_not_taken_for_off(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: str) -> object:
        raise api.Refused(f"GET {path}: gh: Resource not accessible by integration (HTTP 403)")

    monkeypatch.setattr(api, "call", refused)
    with pytest.raises(api.Refused, match="403"):
        hosting("o/r")


def test_only_what_came_to_an_end_was_published(gh: Answering) -> None:
    ends = {5: "in_progress", 4: "failure", 3: "success", 2: "inactive"}
    gh(
        {
            "GET repos/o/r/deployments[?]environment=github-pages*": [{"id": id, "sha": f"sha{id}"} for id in ends],
            **{f"GET repos/o/r/deployments/{id}/statuses*": [{"state": state}] for id, state in ends.items()},
        }
    )
    assert [*published("o/r")] == ["sha3", "sha2"]
