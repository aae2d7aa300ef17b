"""How lists are cut into pages."""

import pytest

from site_builder.language.language import Language
from site_builder.pages import pager
from site_builder.pages.pager import page_count, page_number, paginate, paginate_by_language


@pytest.fixture(autouse=True)
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pager, "PAGE_SIZE", 2)


def test_a_list_is_cut_into_pages() -> None:
    pages = list(paginate("claims/", "abcde"))
    assert [address for address, _ in pages] == ["claims/", "claims/page-2/", "claims/page-3/"]
    assert [page.entries for _, page in pages] == [("a", "b"), ("c", "d"), ("e",)]
    assert [page.position for _, page in pages] == [(1, 3, 5), (2, 3, 5), (3, 3, 5)]


def test_an_empty_list_has_one_page() -> None:
    [(address, page)] = paginate("claims/", "")
    assert (address, page.entries, page.newer, page.older) == ("claims/", (), None, None)


def test_a_second_list_is_paged_in_step_with_the_first() -> None:
    pages = [page for _, page in paginate("claims/", "abc", range(5))]
    assert [(page.entries, page.part_of(range(5))) for page in pages] == [
        (("a", "b"), (0, 1)),
        (("c",), (2, 3)),
        ((), (4,)),
    ]


def test_a_page_holds_fewer_entries_that_weigh_more() -> None:
    for weight, expected in ((1, ["ab", "cd", "e"]), (2, ["a", "b", "c", "d", "e"]), (3, ["a", "b", "c", "d", "e"])):
        pages = [page for _, page in paginate("claims/", "abcde", weight=weight)]
        assert ["".join(page.entries) for page in pages] == expected
        assert {page.count for page in pages} == {len(expected)}


def test_the_number_of_an_entrys_page_is_that_of_the_page_it_stands_on() -> None:
    found = {entry: page.number for _, page in paginate("claims/", range(7)) for entry in page.entries}
    assert found == {place: page_number(place) for place in range(7)}
    assert page_count(7) == 4
    for weight in (2, 3):
        heavy = {
            entry: page.number for _, page in paginate("claims/", range(7), weight=weight) for entry in page.entries
        }
        assert heavy == {place: page_number(place, weight) for place in range(7)}


def test_a_list_may_stand_in_another_order_in_each_language() -> None:
    languages = [Language("en"), Language("ko")]
    orders = {"en": "abc", "ko": "cab"}
    pages = list(paginate_by_language("claims/", languages, lambda language: orders[language.tag]))
    assert [{tag: "".join(page.entries) for tag, page in each.items()} for _, each in pages] == [
        {"en": "ab", "ko": "ca"},
        {"en": "c", "ko": "b"},
    ]
