"""What readers are told of a quote in its source, in words of every state."""

import dataclasses
from datetime import date
from typing import Any, get_args

import pytest

from site_builder.language.language import Language
from site_builder.library.localized import LocalizedLibrary
from site_builder.model.records import Claim
from site_builder.model.slots import QUOTE_STATES
from site_builder.model.stored_texts import Why, digest_of
from site_builder.model.verification import LedgerLine, State, Verdict
from site_builder.pages import fragments, opposed, quote_states, quotes
from site_builder.pages.claim import pages
from site_builder.pages.printer import Printer
from site_builder.pages.slots import slots
from tests import libraries
from tests.records import claim, entity

WORDS, TRANSLATED = "about 1,200 people came", "약 1,200명이 왔다"
QUOTES: dict[str, dict[str, Any]] = {
    "en": {
        "text": WORDS,
        "origin": "source",
        "source": {"url": "https://example.org/walk", "publisher": "omber-daily"},
    },
    "ko": {"text": TRANSLATED, "origin": "translation", "from": "en", "method": "human", "reviewed": "true"},
}
CLAIM = claim(quotes=QUOTES)
LINE = LedgerLine(
    claim=CLAIM.id,
    language="en",
    verdict="word-for-word",
    day=date(2031, 4, 1),
    engine="1",
    quote=digest_of(WORDS),
    text=digest_of("In the evening about 1,200 people came."),
    place=(15, 38),
)
MISSED = (date(2031, 4, 2), date(2031, 4, 6), date(2031, 4, 10))


def line(verdict: Verdict, why: Why | None = None, missed: tuple[date, ...] = ()) -> LedgerLine:
    return dataclasses.replace(LINE, verdict=verdict, why=why, missed=missed)


def translated(of: str) -> LedgerLine:
    """The line of the translation of some words."""
    told = dataclasses.replace(LINE, language="ko", verdict="translation", quote=digest_of(TRANSLATED), place=None)
    return dataclasses.replace(told, text=digest_of(of))


def seen(tag: str, *lines: LedgerLine, shown: Claim = CLAIM, **values: Any) -> LocalizedLibrary:
    named = (entity("city-office"), entity("omber-daily", kind="outlet"), entity("lantern-walk"))
    return libraries.localized(tag, shown, *named, lines=lines, **values)


def said(tag: str, quote: str, *lines: LedgerLine) -> list[tuple[str, str, bool]]:
    """The words, the anchor, and whether it is a warning, of each note of a quote on a page in a language."""
    found = quote_states.notes(seen(tag, *lines), CLAIM, quote)
    return [(each.words.text, each.words.address.removeprefix("about/quotes/#"), each.is_warning) for each in found]


STATES: list[tuple[LedgerLine | None, str, dict[str, str], dict[str, str]]] = [
    (
        line("word-for-word"),
        "word-for-word",
        {
            "en": "Found word for word in the source on April 1, 2031",
            "ko": "출처에 글자 그대로 실려 있음(2031년 4월 1일 대조)",
        },
        {
            "en": "The original was found word for word in the source on April 1, 2031",
            "ko": "원문이 출처에 글자 그대로 실려 있음(2031년 4월 1일 대조)",
        },
    ),
    (
        line("with-omissions"),
        "with-omissions",
        {
            "en": "Found in the source on April 1, 2031; brackets mark what was left out or added",
            "ko": "괄호로 줄이거나 덧붙인 부분 외에는 출처에 그대로 실려 있음(2031년 4월 1일 대조)",
        },
        {
            "en": "The original was found in the source on April 1, 2031; brackets mark what was left out or added",
            "ko": "원문이 괄호로 줄이거나 덧붙인 부분 외에는 출처에 그대로 실려 있음(2031년 4월 1일 대조)",
        },
    ),
    (
        line("changed-since"),
        "changed-since",
        {
            "en": "The source has changed: found there earlier, no longer on April 1, 2031",
            "ko": "출처가 바뀜: 전에는 실려 있었으나 2031년 4월 1일 대조에서는 찾지 못함",
        },
        {
            "en": "The source of the original has changed: found there earlier, no longer on April 1, 2031",
            "ko": "원문의 출처가 바뀜: 전에는 실려 있었으나 2031년 4월 1일 대조에서는 찾지 못함",
        },
    ),
    (
        line("not-found"),
        "not-found",
        {"en": "Not found in the source on April 1, 2031", "ko": "출처에서 찾지 못함(2031년 4월 1일 대조)"},
        {
            "en": "The original was not found in the source on April 1, 2031",
            "ko": "원문을 출처에서 찾지 못함(2031년 4월 1일 대조)",
        },
    ),
    (
        line("not-verifiable", "robots"),
        "not-verifiable",
        {
            "en": "Not verifiable on April 1, 2031: the source allows no programs to read it",
            "ko": "대조하지 못함(2031년 4월 1일): 출처가 프로그램의 접근을 허용하지 않음",
        },
        {
            "en": "The original was not verifiable on April 1, 2031: the source allows no programs to read it",
            "ko": "원문을 대조하지 못함(2031년 4월 1일): 출처가 프로그램의 접근을 허용하지 않음",
        },
    ),
    (
        None,
        "not-yet-checked",
        {"en": "Not yet looked for in the source", "ko": "아직 출처와 대조하지 않음"},
        {"en": "The original has not yet been looked for in the source", "ko": "원문을 아직 출처와 대조하지 않음"},
    ),
]


@pytest.mark.parametrize("tag", ["en", "ko"])
@pytest.mark.parametrize(("known", "state", "of_source", "of_translation"), STATES, ids=lambda each: str(each)[:20])
def test_every_state_is_said_in_words_with_its_day(
    known: LedgerLine | None, state: str, of_source: dict[str, str], of_translation: dict[str, str], tag: str
) -> None:
    lines = [known] if known else []
    is_warning = state in ("changed-since", "not-found")
    anchor = "translation" if state in ("word-for-word", "with-omissions") else state
    assert said(tag, "en", *lines) == [(of_source[tag], state, is_warning)]
    assert said(tag, "ko", *lines) == [(of_translation[tag], anchor, is_warning)]


def test_no_state_is_left_without_words() -> None:
    shown = {state for known, state, _, _ in STATES}
    assert shown | {"translation"} == set(get_args(State))


@pytest.mark.parametrize("tag", ["en", "ko"])
@pytest.mark.parametrize("why", get_args(Why))
def test_every_reason_has_words_of_its_own(tag: str, why: Why) -> None:
    reasons = {each: said(tag, "en", line("not-verifiable", each))[0][0] for each in get_args(Why)}
    assert len(set(reasons.values())) == len(reasons)
    assert reasons[why] != said(tag, "en", line("not-verifiable"))[0][0]
    [listed] = [each.reasons for each in quote_states.explained(Language(tag)).states if each.reasons]
    assert sum(reasons[why].endswith(reason) for reason in listed) == 1


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("en", "The original has changed since this translation was made"), ("ko", "번역한 뒤에 원문이 바뀜")],
)
def test_a_translation_of_other_words_says_so_first(tag: str, expected: str) -> None:
    notes = said(tag, "ko", LINE, translated("about 1,300 people came"))
    assert notes[0] == (expected, "stale", True)
    assert notes[1][1] == "translation"
    assert [each[1] for each in said(tag, "ko", LINE, translated(WORDS))] == ["translation"]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("en", "The page has been gone since April 2, 2031"), ("ko", "출처 페이지가 2031년 4월 2일부터 없음")],
)
def test_a_page_is_gone_after_three_visits_in_vain(tag: str, expected: str) -> None:
    assert said(tag, "en", line("word-for-word", missed=MISSED))[1:] == [(expected, "gone", False)]
    assert len(said(tag, "en", line("word-for-word", missed=MISSED[:2]))) == 1
    assert len(said(tag, "ko", line("word-for-word", missed=MISSED))) == 1


def test_a_page_that_was_never_read_says_once_since_when_it_is_gone() -> None:
    assert [each[0] for each in said("en", "en", line("not-verifiable", "gone", MISSED))] == [
        "Not verifiable on April 1, 2031: the page has been gone since April 2, 2031"
    ]
    assert [each[0] for each in said("en", "en", line("not-verifiable", "gone"))] == [
        "Not verifiable on April 1, 2031: the page is gone"
    ]


def test_words_that_were_a_translation_once_are_not_taken_for_found() -> None:
    assert said("en", "en", line("translation"))[0][1] == "not-yet-checked"


@pytest.mark.parametrize("tag", ["en", "ko"])
def test_no_word_speaks_of_truth_and_no_mark_stands_for_words(tag: str) -> None:
    explained = quote_states.explained(Language(tag)).states
    told = [text for state in explained for text in (state.title, state.meaning, *state.reasons)]
    told += [text for _, _, of_source, of_translation in STATES for text in (of_source[tag], of_translation[tag])]
    for text in told:
        assert not any(word in text.lower() for word in ("true", "verified", "proven", "검증", "사실", "✓", "✔", "✗"))


@pytest.mark.parametrize("tag", ["en", "ko"])
def test_the_page_has_a_place_for_all_that_quotes_lead_to(tag: str) -> None:
    here = seen(tag)
    slot = slots(here)[QUOTE_STATES]
    page = Printer(here.language).print(slot.template, slot.show(here), f"{tag}/about/quotes/")
    lines = [*(each for each, _, _, _ in STATES if each), line("word-for-word", missed=MISSED)]
    notes = [said(tag, quote, each, translated("other")) for each in lines for quote in ("en", "ko")]
    anchors = {anchor for note in notes for _, anchor, _ in note}
    assert len(anchors) == len(get_args(State)) + 1  # all but that nothing was looked for; stale, and gone
    assert all(f'id="{anchor}"' in page for anchor in {*anchors, "not-yet-checked"})


def test_a_claims_page_says_it_beside_the_words_in_few_bytes() -> None:
    here = seen("en", LINE, translated(WORDS))
    content = next(pages(here, CLAIM)).show(here)
    page = Printer(here.language).print(content.template, content.context, "en/claims/x/")
    states = [quote.notes for quote in content.context.quotes]
    added = [f"<br>{fragments.notes(each, '../../')}" for each in states]
    assert added[0] == (
        '<br><a href="../../about/quotes/#word-for-word">Found word for word in the source on April 1, 2031</a>'
    )
    assert all(f"{each}</figcaption>" in page for each in added)
    assert max(len(each.encode()) for each in added) < 150


def test_a_site_without_the_page_has_the_words_without_a_link() -> None:
    site = dataclasses.replace(libraries.SITE, quote_states=None)
    here = seen("en", LINE, site=site)
    notes = quote_states.notes(here, CLAIM, "en")
    assert fragments.notes(notes, "../") == "Found word for word in the source on April 1, 2031"
    warnings = quote_states.notes(seen("en", line("not-found"), site=site), CLAIM, "en")
    assert fragments.notes(warnings, "../") == "<strong>Not found in the source on April 1, 2031</strong>"


def test_the_page_may_be_the_home_page() -> None:
    here = seen("en", LINE, site=dataclasses.replace(libraries.SITE, quote_states=""))
    [note] = quote_states.notes(here, CLAIM, "en")
    assert note.words.address == "#word-for-word"


def test_lists_say_only_what_readers_must_know() -> None:
    def listed(*lines: LedgerLine) -> str:
        here = seen("ko", *lines)
        [shown] = quotes.quotes_for_reader(here, CLAIM)
        return fragments.notes(shown.warnings, "")

    for verdict in get_args(Verdict):
        warned = listed(line(verdict, "robots" if verdict == "not-verifiable" else None), translated(WORDS))
        assert bool(warned) == (verdict in ("changed-since", "not-found")), verdict
    assert listed(LINE, translated("other")) == (
        '<strong><a href="about/quotes/#stale">번역한 뒤에 원문이 바뀜</a></strong>'
    )


def test_what_stands_beside_other_claims_hangs_on_the_ledger_and_a_card_does_not() -> None:
    before, after = libraries.library(*_records(), lines=[LINE]), libraries.library(*_records())
    assert opposed.dependencies(before, CLAIM) != opposed.dependencies(after, CLAIM)
    assert before.fingerprints.card(CLAIM) == after.fingerprints.card(CLAIM)


def _records() -> tuple[Any, ...]:
    return (CLAIM, entity("city-office"), entity("omber-daily", kind="outlet"), entity("lantern-walk"))
