"""The pull request of a run is found by its head, and has one comment of ours."""

from typing import Any

import pytest

from site_builder.github import sticky
from tests.github.answering import Answering

FORK = {"id": 2, "full_name": "reader/archive", "owner": {"login": "reader"}}
RUN: dict[str, Any] = {"head_repository": FORK, "head_branch": "edit", "head_sha": "abc"}
ASKED = "GET repos/desk/archive/pulls?state=open&head=reader:edit&per_page=100&page=1"
COMMENTS = "GET repos/desk/archive/issues/7/comments?per_page=100&page="
BOT = {"login": "github-actions[bot]"}
BODY = "<!-- ours -->\nnew"


def pull(number: int = 7, sha: str = "abc", repo: object = FORK) -> dict[str, Any]:
    return {"number": number, "title": "A title", "head": {"sha": sha, "repo": repo}}


def test_a_pull_request_from_a_fork_is_asked_for_by_its_head(gh: Answering) -> None:
    asked = gh({ASKED: [pull()]})
    assert [(each.number, each.told["title"]) for each in sticky.of_run(RUN, "desk/archive")] == [(7, "A title")]
    assert [call.asked for call in asked()] == [ASKED]


@pytest.mark.parametrize(
    "found",
    [[], [pull(sha="abd")], [pull(repo=None)], [pull(repo={**FORK, "id": 3})], {"message": "no list"}, None],
)
def test_no_other_pull_request_is_taken(gh: Answering, found: object) -> None:
    gh({ASKED: found})
    assert list(sticky.of_run(RUN, "desk/archive")) == []


def test_of_several_pull_requests_of_a_branch_all_are_told(gh: Answering) -> None:
    gh({ASKED: [pull(7), pull(8, sha="abd"), pull(9)]})
    assert [each.number for each in sticky.of_run(RUN, "desk/archive")] == [7, 9]


def test_a_fork_that_is_gone_has_no_pull_request(gh: Answering) -> None:
    asked = gh({})
    assert list(sticky.of_run({**RUN, "head_repository": None}, "desk/archive")) == []
    assert asked() == []


def test_the_name_of_a_branch_is_one_value_of_the_question(gh: Answering) -> None:
    asked = gh({"GET *": []})
    assert list(sticky.of_run({**RUN, "head_branch": "a&head=b/#?%한"}, "desk/archive")) == []
    assert [call.asked for call in asked()] == [
        "GET repos/desk/archive/pulls?state=open&head=reader:a%26head%3Db%2F%23%3F%25%ED%95%9C&per_page=100&page=1"
    ]


def comment(id: int, body: str | None, user: object) -> dict[str, object]:
    return {"id": id, "body": body, "user": user}


OTHERS = [
    comment(1, BODY, {"login": "reader"}),
    comment(2, "told:\n<!-- ours -->\n", BOT),
    comment(3, " <!-- ours -->", BOT),
    comment(4, "<!-- of another workflow -->", BOT),
    comment(5, "", BOT),
    comment(6, None, None),
]


def test_a_first_comment_is_written(gh: Answering) -> None:
    asked = gh({f"{COMMENTS}1": OTHERS, "POST repos/desk/archive/issues/7/comments": {"id": 10}})
    sticky.put("desk/archive", 7, BODY)
    assert asked()[-1].asked == "POST repos/desk/archive/issues/7/comments"
    assert asked()[-1].fields == {"body": BODY}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_comment_that_is_there_is_written_anew(gh: Answering, end: str) -> None:
    old = comment(9, f"<!-- ours -->{end}old", BOT)
    asked = gh({f"{COMMENTS}1": [*OTHERS, old], "PATCH repos/desk/archive/issues/comments/9": {}})
    sticky.put("desk/archive", 7, BODY)
    assert [call.asked for call in asked()] == [f"{COMMENTS}1", "PATCH repos/desk/archive/issues/comments/9"]
    assert asked()[-1].fields == {"body": BODY}


def test_a_comment_that_says_the_same_stays(gh: Answering) -> None:
    asked = gh({f"{COMMENTS}1": [comment(9, BODY, BOT)]})
    sticky.put("desk/archive", 7, BODY)
    assert [call.asked for call in asked()] == [f"{COMMENTS}1"]


def test_the_comment_is_looked_for_among_all(gh: Answering) -> None:
    old = comment(9, "<!-- ours -->", BOT)
    asked = gh({f"{COMMENTS}1": OTHERS[:1] * 100, f"{COMMENTS}2": [old], "PATCH *": {}})
    sticky.put("desk/archive", 7, BODY)
    assert [call.asked for call in asked()][1:] == [f"{COMMENTS}2", "PATCH repos/desk/archive/issues/comments/9"]


def test_the_files_of_a_pull_request_are_those_that_github_tells(gh: Answering) -> None:
    path = "GET repos/desk/archive/pulls/7/files?per_page=100&page="
    many = [{"filename": f"claims/{number}.yml", "status": "added"} for number in range(100)]
    renamed = [{"filename": "claims/a.yml", "previous_filename": "Makefile"}]
    asked = gh({f"{path}1": many, f"{path}2": renamed})
    found = list(sticky.files("desk/archive", 7))
    assert found[-2:] == ["claims/a.yml", "Makefile"]
    assert len(found) == 102
    assert len(asked()) == 2
