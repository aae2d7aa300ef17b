"""What in an archive waits for a person."""

from datetime import date
from typing import Any, get_args

import pytest

from site_builder.library import work
from site_builder.library.work import TODOS, Task, Tasks, tasks
from site_builder.model.records import Claim
from site_builder.model.stored_texts import digest_of
from site_builder.model.verification import LedgerLine, Verdict
from tests.libraries import library
from tests.records import claim, entity

SOURCE = {"url": "https://example.org/a", "publisher": "omber-daily", "archived": "https://archive.example/a"}


def said(id: str = "2031-03-12-a", translation: dict[str, Any] | None = None, **more: Any) -> Claim:
    """A claim of which nothing is left to be done but to check its quote."""
    translated = {"text": "몇", "origin": "translation", "from": "en", "method": "human", "reviewed": "true"}
    quotes = {"en": {"text": "Some", "origin": "source", "source": SOURCE}, "ko": translated | (translation or {})}
    return claim(id, **{"quotes": quotes, **more})


def line(claim: Claim, tag: str, verdict: Verdict, **more: Any) -> LedgerLine:
    """A line of the ledger about the words that are there."""
    return LedgerLine(
        claim=claim.id,
        language=tag,
        verdict=verdict,
        day=date(2031, 4, 1),
        engine="1",
        **{"quote": digest_of(claim.quotes[tag].text), **more},
    )


def found(*claims: Claim, lines: tuple[LedgerLine, ...] = ()) -> dict[str, list[tuple[str, str]]]:
    """The tasks of each kind, as the id of a record and the language of a quote."""
    here = library(*claims)
    ledger: dict[str, dict[str, LedgerLine]] = {}
    for each in lines:
        ledger.setdefault(each.claim, {})[each.language] = each
    here.ledger = ledger
    return {todo: [(each.record.id, each.language) for each in of.first_for("")] for todo, of in tasks(here).items()}


def test_a_quote_that_was_found_leaves_nothing_to_do() -> None:
    shown = said()
    for verdict in ("word-for-word", "with-omissions"):
        assert found(shown, lines=(line(shown, "en", verdict),)) == {}


@pytest.mark.parametrize("verdict", ["not-found", "changed-since", "not-verifiable"])
def test_what_the_ledger_says_of_a_quote_is_to_be_looked_at(verdict: Verdict) -> None:
    shown = said()
    assert found(shown, lines=(line(shown, "en", verdict),)) == {verdict: [(shown.id, "en")]}


def test_a_quote_is_to_be_checked_where_the_ledger_has_no_line_or_one_of_other_words() -> None:
    shown = said()
    assert found(shown) == {"not-yet-checked": [(shown.id, "en")]}
    old = line(shown, "en", "word-for-word", quote=digest_of("Others"))
    assert found(shown, lines=(old,)) == {"not-yet-checked": [(shown.id, "en")]}


@pytest.mark.parametrize("method", ["machine", "human"])
def test_a_translation_is_to_be_reviewed_by_a_person(method: str) -> None:
    shown = said(translation={"method": method, "reviewed": "false"})
    assert found(shown)[method] == [(shown.id, "ko")]
    assert method not in found(said(translation={"method": method, "reviewed": "true"}))


def test_a_translation_of_words_that_have_changed_is_stale_reviewed_or_not() -> None:
    shown = said(translation={"reviewed": "false"})
    stale = line(shown, "ko", "translation", text=digest_of("Some of them"))
    assert found(shown, lines=(stale,))["stale"] == [(shown.id, "ko")]
    assert found(shown, lines=(stale,))["human"] == [(shown.id, "ko")]
    fresh = line(shown, "ko", "translation", text=digest_of("Some"))
    assert "stale" not in found(shown, lines=(fresh,))


def test_every_source_of_a_claim_has_an_archived_copy_or_is_counted() -> None:
    report = {"url": "https://example.org/b", "publisher": "omber-daily"}
    shown = said(reports=[report, {**report, "url": "https://example.org/c"}, {**report, **SOURCE}])
    [task] = tasks(library(shown))["not-archived"].first_for("en")
    assert task == Task(shown, count=2)
    assert "not-archived" not in found(said())


def test_entities_without_a_description_stand_in_the_order_of_their_claims() -> None:
    told = entity("told", description={"en": "x", "ko": "x"})
    records = (said("2031-03-12-a", claimant="b"), said("2031-03-13-a", claimant="c", about=["c", "told"]))
    here = library(*records, *map(entity, ("a", "b", "c")), told)
    assert [each.record.id for each in tasks(here)["not-described"].first_for("en")] == ["c", "b", "a"]


def test_withdrawn_claims_are_left_as_they_are() -> None:
    withdrawn = {"on": "2031-04-01", "reason": {"en": "x", "ko": "x"}}
    assert found(said(translation={"reviewed": "false"}, withdrawn=withdrawn)) == {}


def test_the_newest_claim_comes_first() -> None:
    claims = [said(f"2031-03-{day}-a") for day in (11, 12, 13)]
    assert [id for id, _ in found(*claims)["not-yet-checked"]] == ["2031-03-13-a", "2031-03-12-a", "2031-03-11-a"]


def test_quotes_in_the_language_of_the_reader_come_first_and_no_more_than_are_useful(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(work, "MOST", 3)
    listed = Tasks()
    for number, tag in enumerate(["ko", "ru", "en", "ko", "ru", "ko", "ko"]):
        listed.add(Task(said(f"2031-03-1{number}-a"), tag))

    def order(tag: str) -> str:
        return " ".join(f"{each.record.id[9]}{each.language}" for each in listed.first_for(tag))

    assert listed.count == 7
    assert order("ko") == "0ko 3ko 5ko"
    assert order("ru") == "1ru 4ru 0ko"
    assert order("en") == "2en 0ko 1ru"
    assert order("fr") == "0ko 1ru 2en"


def test_every_kind_of_work_is_found_in_the_order_in_which_it_matters() -> None:
    ids = [f"2031-03-1{number}-a" for number in range(4)]
    claims = [said(id, translation={"method": "machine", "reviewed": "false"}, claimant="x") for id in ids]
    human = said(
        "2031-03-20-a", translation={"reviewed": "false"}, reports=[{"url": "https://e.org", "publisher": "x"}]
    )
    here = library(*claims, human, entity("x"))
    verdicts: tuple[Verdict, ...] = ("not-found", "changed-since", "not-verifiable", "word-for-word")
    here.ledger = {
        each.id: {
            "en": line(each, "en", verdict),
            "ko": line(each, "ko", "translation", text=digest_of("Others")),
        }
        for each, verdict in zip(claims, verdicts, strict=True)
    }
    assert tuple(tasks(here)) == TODOS == get_args(work.Todo)
