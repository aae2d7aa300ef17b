"""What is new, by the day on which it came in, and what was corrected."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

import pytest

from site_builder.language.language import Link, plain
from site_builder.library.library import Library
from site_builder.library.localized import LocalizedLibrary
from site_builder.model.records import Claim
from site_builder.pages import changes
from site_builder.pages import claim as claim_pages
from site_builder.pages.page import Page
from tests import libraries
from tests.records import claim, entity, series, short_lists

ONE, TWO, THREE = (claim(f"2031-03-1{number}-city-office-{number}a") for number in (1, 2, 3))
MAY, JUNE = date(2031, 5, 1), date(2031, 6, 2)
NOTE = {"en": "A letter.", "ko": "글자 하나입니다."}


def library(tag: str, *claims: Claim, added: Mapping[str, date] | None = None) -> LocalizedLibrary:
    return libraries.localized(tag, *claims, entity(), series(), added=added)


def days(library: LocalizedLibrary) -> list[tuple[str, list[str]]]:
    """The days of the pages that show what is new, with the claims of each."""
    shown = [page.show(library).context for page in changes.new(library)]
    return [
        (day, [card.title.address.split("/")[1] for card in cards]) for content in shown for day, cards in content.days
    ]


def test_what_came_last_stands_first() -> None:
    added = {ONE.file: JUNE, TWO.file: MAY, THREE.file: MAY}
    assert days(library("en", ONE, TWO, THREE, added=added)) == [
        ("June 2, 2031", [ONE.id]),
        ("May 1, 2031", [THREE.id, TWO.id]),
    ]
    assert [day for day, _ in days(library("ko", ONE, TWO, THREE, added=added))] == ["2031년 6월 2일", "2031년 5월 1일"]


def test_what_came_on_an_unknown_day_stands_last() -> None:
    assert days(library("en", ONE, TWO, added={ONE.file: MAY})) == [
        ("May 1, 2031", [ONE.id]),
        ("Day of addition not known", [TWO.id]),
    ]
    assert days(library("ko", ONE)) == [("추가일 미상", [ONE.id])]


def test_a_day_of_other_files_changes_nothing() -> None:
    assert days(library("en", ONE, added={"claims/2031/other.yml": MAY})) == days(library("en", ONE))


def test_a_withdrawn_claim_is_not_new_but_corrected() -> None:
    gone = claim(ONE.id, withdrawn={"on": "2031-05-01", "reason": NOTE})
    here = library("en", gone, TWO, added={gone.file: JUNE, TWO.file: MAY})
    assert days(here) == [("May 1, 2031", [TWO.id])]
    [page] = changes.corrected(here)
    [(correction, link)] = page.show(here).context.entries
    assert (correction.on, link.address) == ("May 1, 2031", f"claims/{gone.id}/")


@pytest.mark.parametrize("day", ["2031-05-01", "2031-04-30"])
def test_a_withdrawal_that_is_a_correction_too_is_told_once(day: str) -> None:
    told = [{"on": day, "kind": kind, "note": NOTE} for kind in ("typo", "withdrawal")]
    gone = claim(ONE.id, withdrawn={"on": "2031-05-01", "reason": NOTE}, corrections=told)
    here = libraries.localized("en", gone, *map(entity, ("city-office", "lantern-walk", "omber-daily")))
    [page] = changes.corrected(here)
    assert sorted(each.kind for each, _ in page.show(here).context.entries) == ["Typing error", "Withdrawal"]
    [tombstone] = claim_pages.pages(here, gone)
    context = tombstone.show(here).context
    assert (context.withdrawn.kind, [each.kind for each in context.corrections]) == ("Withdrawal", ["Typing error"])


def test_corrections_stand_newest_first() -> None:
    typo = {"on": "2031-05-01", "kind": "typo", "note": NOTE}
    twice = claim(ONE.id, corrections=[typo, {**typo, "on": "2031-07-01", "kind": "figure"}])
    once = claim(TWO.id, corrections=[{**typo, "on": "2031-06-02", "kind": "source"}])
    here = library("en", twice, once)
    [page] = changes.corrected(here)
    assert [entry.on for entry, _ in page.show(here).context.entries] == [
        "July 1, 2031",
        "June 2, 2031",
        "May 1, 2031",
    ]


@pytest.mark.parametrize(
    ("pages", "other", "name"),
    [(changes.new, "corrections/", "Corrections"), (changes.corrected, "changes/", "New claims")],
)
def test_each_list_says_what_the_other_holds(pages: Callable[[Library], Iterator[Page]], other: str, name: str) -> None:
    here = library("en")
    [page] = pages(here)
    told = page.show(here).context.told
    assert [(part.text, part.address) for part in told if isinstance(part, Link)] == [(name, other)]
    assert len(plain(told)) > 50


@pytest.mark.parametrize("pages", [changes.new, changes.corrected])
def test_without_claims_there_is_one_page(pages: Callable[[Library], Iterator[Page]]) -> None:
    here = library("en")
    [page] = pages(here)
    assert page.show(here).title


def test_days_go_on_on_the_next_page(monkeypatch: pytest.MonkeyPatch) -> None:
    short_lists(monkeypatch, 2)
    here = library("en", ONE, TWO, THREE, added={each.file: MAY for each in (ONE, TWO, THREE)})
    assert [page.address for page in changes.new(here)] == ["changes/", "changes/page-2/"]
    assert days(here) == [("May 1, 2031", [THREE.id, TWO.id]), ("May 1, 2031", [ONE.id])]


def test_a_page_depends_on_the_days_that_it_shows() -> None:
    def dependencies(added: Mapping[str, date]) -> list[object]:
        return [page.dependencies() for page in changes.new(library("en", ONE, added=added))]

    assert dependencies({}) != dependencies({ONE.file: MAY}) != dependencies({ONE.file: JUNE})
