"""Pages that are visited again: what is new of their quotes."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from site_builder.model.records import SourceQuote
from site_builder.model.verification import LedgerLine
from site_builder.sources.again import Seen, Visitors
from site_builder.sources.matching import Text
from site_builder.sources.troubles import Kind, Trouble
from tests.records import altered
from tests.sources.test_verify import BEFORE, STORED, TEXT, line, quoting

TODAY = date(2031, 5, 1)
STORED_TEXT = f"Walk draws 1,200\n{TEXT}"


@dataclass(frozen=True)
class Page:
    text: str = STORED_TEXT
    trouble: Trouble | None = None


def seen(page: Page, known: LedgerLine, today: date = TODAY, **source: str) -> list[Seen]:
    made = quoting()
    quote = made.quotes["en"]
    assert isinstance(quote, SourceQuote)
    quote = altered(quote, source=altered(quote.source, **{"title": "Walk draws 1,200", **source}))
    stored = {STORED: Text(STORED_TEXT)}
    visitors = Visitors(
        lambda url: Page() if "archive" in url else page, lambda digest: stored.get(digest or ""), today
    )
    return [*visitors.seen(made, "en", quote, known)]


def test_a_quote_that_is_still_there_has_no_news() -> None:
    (found,) = seen(Page(), line())
    assert (found.news, found.line) == ("still-there", line())


def test_words_that_are_gone_have_changed_since() -> None:
    (found,) = seen(Page("In the evening about 900 people came."), line())
    assert (found.news, found.line) == ("changed", line(verdict="changed-since", day=TODAY, engine="1"))
    (again,) = seen(Page("In the evening about 900 people came."), found.line, TODAY + timedelta(days=9))
    assert again.line == found.line


def test_words_that_are_there_again_are_found_again() -> None:
    (found,) = seen(Page(), line(verdict="changed-since"))
    assert (found.news, found.line.verdict) == ("back", "word-for-word")


@pytest.mark.parametrize("headline", ["Walk draws 900", "A walk draws many"])
def test_another_headline_is_told_of_while_the_words_stay_found(headline: str) -> None:
    (found,) = seen(Page(f"{headline}\n{TEXT}"), line())
    assert (found.news, found.line) == ("headline-changed", line())


def test_a_headline_that_was_not_in_the_stored_text_is_not_missed() -> None:
    (found,) = seen(Page(TEXT), line(), title="Omber Daily: a walk")
    assert found.news == "still-there"


@pytest.mark.parametrize("kind", ["gone", "front-page", "unanswered", "failing"])
def test_a_page_is_gone_after_three_visits_in_vain_that_lie_days_apart(kind: Kind) -> None:
    known, told = line(), []
    for day in (0, 0, 2, 3, 5, 6, 7):
        (found,) = seen(Page("", Trouble(kind)), known, TODAY + timedelta(days=day))
        known = found.line
        told.append((found.news, len(known.missed)))
    assert told == [("missed", 1)] * 3 + [("missed", 2)] * 2 + [("gone", 3)] * 2
    assert replace(known, missed=()) == line()
    (back,) = seen(Page(), known)
    assert (back.news, back.line.missed) == ("back", ())


@pytest.mark.parametrize(
    "kind", ["robots", "robots-unreachable", "delay", "paywall", "login", "forbidden", "script", "format", "complex"]
)
def test_what_programs_may_not_see_says_nothing(kind: Kind) -> None:
    for text in ("", "In the evening about 900 people came."):
        (found,) = seen(Page(text, Trouble(kind)), line(missed=(BEFORE,)))
        assert (found.news, found.trouble and found.trouble.kind, found.line) == (
            "not-seen",
            kind,
            line(missed=(BEFORE,)),
        )


def test_an_archived_copy_has_the_quote() -> None:
    assert [each.news for each in seen(Page(), line(), archived="https://archive.example/1")] == ["still-there"]
    visitors = seen(Page("In the evening about 900 people came."), line(), archived="https://example.org/copy")
    assert [each.news for each in visitors] == ["changed", "copy-bad"]


@pytest.mark.parametrize(
    "known",
    [line(quote=STORED), line(verdict="not-found", place=None), line(verdict="not-verifiable", text=None, place=None)],
)
def test_what_was_never_found_is_not_visited(known: LedgerLine) -> None:
    assert seen(Page(), known) == []
