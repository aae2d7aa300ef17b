"""Lists of GitHub are read to their end, and no list keeps a workflow busy for ever."""

from collections.abc import Mapping, Sequence
from itertools import islice

import pytest

from site_builder.github import api, proposed_files

ENTRIES = [{"number": number} for number in range(20_000)]


class Lists:
    """GitHub's lists: a page of each at a time, or all of one that has no pages."""

    def __init__(self, entries: Sequence[Mapping[str, object]], *, has_pages: bool = True) -> None:
        self.entries, self.has_pages = entries, has_pages
        self.asked: list[str] = []

    def call(self, path: str, method: str = "GET", fields: Mapping[str, object] | None = None) -> object:
        assert (method, fields) == ("GET", None)
        self.asked.append(path)
        start = (int(path.rpartition("page=")[2]) - 1) * 100
        return [*self.entries[start : start + 100]] if self.has_pages else [*self.entries]


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (99, 1), (100, 2), (101, 2), (250, 3)])
def test_a_list_is_read_to_its_end(monkeypatch: pytest.MonkeyPatch, count: int, pages: int) -> None:
    lists = Lists(ENTRIES[:count])
    monkeypatch.setattr(api, "call", lists.call)
    assert [*api.listed("repos/o/r/labels")] == ENTRIES[:count]
    assert lists.asked == [f"repos/o/r/labels?per_page=100&page={page + 1}" for page in range(pages)]


@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 250])
def test_a_list_without_pages_is_read_once(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    lists = Lists(ENTRIES[:count], has_pages=False)
    monkeypatch.setattr(api, "call", lists.call)
    assert [*api.listed("repos/o/r/pulls?state=open")] == ENTRIES[:count]


def test_a_list_that_does_not_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    lists = Lists(ENTRIES)
    monkeypatch.setattr(api, "call", lists.call)
    with pytest.raises(api.Refused, match="repos/o/r/labels"):
        list(api.listed("repos/o/r/labels"))
    assert len(lists.asked) == 100
    assert [*islice(api.listed("repos/o/r/labels"), 5)] == ENTRIES[:5]


def test_the_branch_of_an_issue_is_found_behind_those_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    others = [{"ref": f"refs/heads/proposal/12{number}/2031-03-14-other"} for number in range(300)]
    own = {"ref": "refs/heads/proposal/12/2031-03-14-own"}
    refs, pulls = Lists([*others, own]), Lists([{"number": 13}])
    monkeypatch.setattr(api, "call", lambda path: (refs if "/matching-refs/" in path else pulls).call(path))
    found = proposed_files.branch("o/r", 12, "2031-03-15-new")
    assert found == proposed_files.Branch("proposal/12/2031-03-14-own", True, 13)
    assert len(refs.asked) == 4
    assert len(pulls.asked) == 1
