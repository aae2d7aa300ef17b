"""Quotes against stored texts: what came of each, and the line that says so."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from site_builder.model.records import Claim
from site_builder.model.stored_texts import digest_of
from site_builder.model.verification import LedgerLine
from site_builder.sources.store import ELSEWHERE, Store
from site_builder.sources.verify import Checked, Verifier, chosen
from tests.records import altered, archive, claim

TEXT = "In the evening about 1,200 people came."
STORED = digest_of(f"{TEXT}\n")
TODAY, BEFORE = date(2031, 4, 1), date(2031, 3, 20)
WORDS = "about 1,200 people came"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.delenv(ELSEWHERE, raising=False)
    store = Store(tmp_path)
    store.put(TEXT, {})
    return store


def quoting(text: str = WORDS, snapshot: str | None = STORED, korean: str = "약 1,200명이 왔다", **more: Any) -> Claim:
    source = {"url": "https://example.org/walk", "publisher": "omber-daily"} | (
        {"snapshot": snapshot} if snapshot else {}
    )
    translation = {"text": korean, "origin": "translation", "from": "en", "method": "human", "reviewed": "true"}
    return claim(quotes={"en": {"text": text, "origin": "source", "source": source}, "ko": translation}, **more)


def line(language: str = "en", **values: Any) -> LedgerLine:
    usual = {
        "en": ("word-for-word", WORDS, STORED, (15, 38)),
        "ko": ("translation", "약 1,200명이 왔다", digest_of(WORDS), None),
    }
    verdict, quote, text, place = usual[language]
    known = {"verdict": verdict, "quote": digest_of(quote), "text": text, "place": place, "day": BEFORE, "engine": "0"}
    return LedgerLine(**{"claim": claim().id, "language": language} | known | values)


def checked(made: Claim, store: Store, *lines: LedgerLine) -> dict[str, Checked]:
    found = Verifier(store, TODAY).checked(made, {each.language: each for each in lines})
    return {each.language: each for each in found}


def test_a_quote_that_is_found_has_a_line_with_its_place(store: Store) -> None:
    found = checked(quoting(), store)
    assert found["en"].line == line(day=TODAY, engine="1")
    assert found["ko"].line == line("ko", day=TODAY, engine="1")
    assert (found["en"].result, found["ko"].result) == ("found", "translation")


def test_what_has_no_news_keeps_its_line_with_its_day(store: Store) -> None:
    found = checked(quoting(), store, line(), line("ko"))
    assert (found["en"].line, found["ko"].line) == (line(), line("ko"))


def test_what_is_not_found_has_a_line_without_place(store: Store) -> None:
    found = checked(quoting("about 1,300 people came"), store, line())["en"]
    assert found.result == "not-found"
    wrong = digest_of("about 1,300 people came")
    assert found.line == line(verdict="not-found", quote=wrong, place=None, day=TODAY, engine="1")


def test_a_few_words_have_no_line(store: Store) -> None:
    found = checked(quoting("people came"), store, line())["en"]
    assert (found.result, found.line) == ("too-short", None)


@pytest.mark.parametrize(("snapshot", "result"), [(None, "no-snapshot"), (digest_of("another"), "no-text")])
def test_without_a_text_a_line_of_the_same_words_stays(store: Store, snapshot: str | None, result: str) -> None:
    assert checked(quoting(snapshot=snapshot), store)["en"].line is None
    kept = checked(quoting(snapshot=snapshot), store, line())["en"]
    assert (kept.result, kept.line) == (result, line())
    closed = line(verdict="not-verifiable", why="paywall", text=None, place=None)
    assert checked(quoting(snapshot=snapshot), store, closed)["en"].line == closed


@pytest.mark.parametrize("snapshot", [None, digest_of("another")])
def test_without_a_text_a_line_of_other_words_goes(store: Store, snapshot: str | None) -> None:
    assert checked(quoting("about 1,300 people came", snapshot), store, line())["en"].line is None


def test_a_text_that_was_changed_is_none(store: Store) -> None:
    (store.folder / f"{STORED.removeprefix('sha256:')}.txt").write_text(f"{TEXT} \n")
    assert checked(quoting(), store)["en"].result == "damaged"


def test_that_the_page_has_changed_stays_known(store: Store) -> None:
    known = line(verdict="changed-since")
    found = checked(quoting(), store, known)["en"]
    assert (found.result, found.line) == ("as-before", known)
    other = line(verdict="changed-since", text=digest_of("an older text"))
    assert checked(quoting(), store, other)["en"].result == "found"


def test_days_on_which_the_page_was_away_stay_known(store: Store) -> None:
    known = line(missed=(BEFORE,))
    assert checked(quoting(), store, known)["en"].line == known


def test_a_line_of_a_translation_stays_when_its_original_changes(store: Store) -> None:
    found = checked(quoting("In the evening about 1,200 people"), store, line(), line("ko"))["ko"]
    assert (found.result, found.line) == ("stale", line("ko"))


def test_a_translation_that_changed_is_one_of_the_words_that_are_there_now(store: Store) -> None:
    made = quoting("In the evening about 1,200 people", korean="저녁에 약 1,200명이")
    found = checked(made, store, line(), line("ko"))["ko"]
    now = digest_of("In the evening about 1,200 people")
    assert (found.result, found.line and found.line.text) == ("translation", now)


def test_a_quote_that_was_a_translation_is_looked_for(store: Store) -> None:
    was_translation = line(verdict="translation", text=digest_of("x"), place=None)
    assert checked(quoting(), store, was_translation)["en"].line == line(day=TODAY, engine="1")


def test_lines_of_quotes_that_are_gone_go_too() -> None:
    there = archive(quoting())
    others = [
        line(claim="2031-03-12-omber-other"),
        line(language="en", claim=claim().id),
        altered(line("ko"), language="fr"),
    ]
    assert [*chosen(others, there, []).values()] == [line()]


def test_lines_of_a_record_that_cannot_be_read_stay() -> None:
    broken = line(claim="2031-03-12-omber-other")
    assert [*chosen([broken], archive(), ["claims/2031/2031-03-12-omber-other.yml"]).values()] == [broken]


def test_of_two_lines_the_one_of_the_words_stays_and_of_two_such_the_later_one() -> None:
    there = archive(quoting())
    wrong = line(quote=digest_of("other words"), day=TODAY)
    later = line(day=TODAY)
    for lines in ([wrong, line(), later], [later, line(), wrong], [line(), wrong, later]):
        assert [*chosen(lines, there, []).values()] == [later]
