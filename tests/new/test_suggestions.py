"""What is proposed of a new claim."""

import pytest

from site_builder.model import dates
from site_builder.model.records import Claim, Measure, Unit
from site_builder.new import suggestions
from site_builder.new.statement import Answer
from tests.records import archive, claim


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("about 600", "en"),
        ("약 600명", "ko"),
        ("국정원(NIS)이 밝혔다", "ko"),
        ("600", "en"),
        ("фонари", "en"),
        ("", "en"),
    ],
)
def test_the_language_of_a_text_is_guessed_from_its_letters(text: str, language: str) -> None:
    assert suggestions.language_of(text, ["en", "ko"]) == language


TONS = {"en": Unit(one="ton", other="tons"), "ko": Unit(other="톤")}


@pytest.mark.parametrize(
    ("text", "tag", "measure", "number"),
    [
        ("about 4,700 people came", "en", "count", "4700"),
        ("4천700명이 왔다", "ko", "count", "4700"),
        ("8 to 12 ships", "en", "count", "8-12"),
        ("600 people came, about 600", "en", "count", "600"),
        ("600 people came in 9 boats", "en", "count", ""),
        ("600 people waited for 9 hours", "en", "count", "600"),
        ("hundreds of people came", "en", "count", ""),
        ("everybody came", "en", "count", ""),
        ("two thirds of 600 people", "en", "share", "2/3"),
        ("25 percent of 600 people", "en", "share", "1/4"),
        ("it fell by 12.5 percent", "en", "percent", ""),  # below zero
        ("it weighs 1.5 tons", "en", "decimal", "1.5"),
        ("150만 달러가 들었다", "ko", "money", "1500000"),
        ("прийшло 45 людей", "uk", "count", ""),
    ],
)
def test_the_only_number_that_can_answer_is_proposed(text: str, tag: str, measure: Measure, number: str) -> None:
    assert suggestions.number(text, tag, measure, TONS if measure == "decimal" else {}) == number


@pytest.mark.parametrize(
    ("en", "ko", "hedge"),
    [
        ("600 people came", "", "exact"),
        ("about 600 people came", "", "about"),
        ("About 600 was paid for some lanterns", "", "about"),
        ("more than 600 people", "", "more-than"),
        ("no more than 600 people", "", "at-most"),
        ("at least 4,700 of about 600", "", "about"),
        ("nearly everybody, that is 600 people", "", "exact"),
        ("they came", "600명 가까이 왔다", "nearly"),
        ("about 700 people", "", "exact"),
        ("more than 600 people and 600 dogs", "", "more-than"),
    ],
)
def test_the_hedge_of_the_words_that_give_the_number_is_proposed(en: str, ko: str, hedge: str) -> None:
    assert suggestions.hedge({"en": en, "ko": ko}, "600", "", "count", {}) == hedge


def test_the_hedge_of_a_range_is_proposed() -> None:
    assert suggestions.hedge({"en": "about 8 to 12 ships"}, "8", "12", "count", {}) == "about"


def test_an_article_that_is_quoted_already_is_known() -> None:
    known = archive(claim())
    same, near = (
        suggestions.source_at(known, "https://example.org/walk"),
        suggestions.source_at(known, "https://example.org/b"),
    )
    assert same is known.claims["2031-03-12-city-office-visitors"].sources[0]
    assert near is not None
    assert (near.publisher, near.title) == ("omber-daily", None)
    assert suggestions.source_at(known, "https://example.com/walk") is None
    assert suggestions.source_at(known, "http://[") is None
    assert suggestions.source_at(known, "https://example.org/two\nlines")  # which the check refuses


def answering(id: str, **values: object) -> Claim:
    figure = {"series": "visitors", "value": "10", "hedge": "exact"} | dict(values.pop("figure", {}) or {})  # type: ignore[call-overload]
    return claim(id, figures=[figure], **values)


def test_a_claim_may_revise_the_newest_earlier_one_of_its_claimant_on_its_question() -> None:
    known = archive(
        answering("2031-03-01-city-office-visitors"),
        answering("2031-03-10-city-office-visitors"),
        answering("2031-03-11-mara-lind-visitors", claimant="mara-lind"),
        answering("2031-03-11-city-office-guests", figure={"series": "guests"}),
        answering("2031-03-20-city-office-visitors"),
    )
    found = suggestions.revisable(known, "city-office", "visitors", dates.parse("2031-03-12"))
    assert found is not None
    assert found.id == "2031-03-10-city-office-visitors"
    assert suggestions.revisable(known, "mara-lind", "visitors", dates.parse("2031-03-11")) is None


def test_a_claim_may_dispute_the_newest_of_each_other_claimant() -> None:
    withdrawn = {"on": "2031-04-01", "reason": {"en": "a", "ko": "b"}}
    known = archive(
        answering("2030-12-01-mara-lind-visitors", claimant="mara-lind"),
        answering("2031-03-01-mara-lind-visitors", claimant="mara-lind"),
        answering("2031-03-02-mara-lind-visitors", claimant="mara-lind"),
        answering("2031-03-02-union-visitors", claimant="union", figure={"value": "12"}),
        answering("2031-03-03-radio-visitors", claimant="radio", withdrawn=withdrawn),
        answering("2031-03-11-city-office-visitors"),
        answering("2032-01-01-post-visitors", claimant="post"),
    )
    found = suggestions.disputable(
        known, "city-office", Answer("visitors", "12", "", "exact"), dates.parse("2031-03-12")
    )
    assert [claim.id for claim in found] == ["2031-03-02-mara-lind-visitors"]


@pytest.mark.parametrize(
    ("answer", "is_disputable"),
    [
        (Answer("visitors", "8", "12", "exact"), False),
        (Answer("visitors", "12", "20", "exact"), False),
        (Answer("visitors", "13", "20", "exact"), True),
        (Answer("visitors", "8", "", "exact"), False),
        (Answer("visitors", "7", "", "exact"), True),
        (Answer("visitors", "13", "", "about"), False),
        (Answer("visitors", "12", "", "at-least"), False),
        (Answer("visitors", "12", "", "more-than"), True),
        (Answer("visitors", "8", "", "nearly"), True),
        (Answer("visitors", "12.5", "", "exact", "decimal"), True),
        (Answer("visitors", "11.5", "", "exact", "decimal"), False),
    ],
)
def test_only_numbers_that_cannot_both_hold_may_be_disputed(answer: Answer, is_disputable: bool) -> None:
    figure = {"series": "visitors", "min": "8", "max": "12", "hedge": "exact"}
    known = archive(claim("2031-03-01-mara-lind-visitors", claimant="mara-lind", figures=[figure]))
    assert bool(suggestions.disputable(known, "city-office", answer, dates.parse("2031-03-12"))) is is_disputable


@pytest.mark.parametrize(
    ("said", "proposed"),
    [
        ("2031-03-12T14:30+09:00", True),
        ("2031-03-12T05:29Z", False),
        ("2031-03-12T05:31Z", True),
        ("2031-03-11T19:30-10:00", True),  # though its day is the earlier one
        ("2031-03-13T14:00+09:00", True),
        ("2031-03-12", False),
        ("2031-03-13", True),
    ],
)
def test_an_earlier_answer_of_the_same_day_is_proposed_by_its_time(said: str, proposed: bool) -> None:
    earlier = answering("2031-03-12-office", said="2031-03-12T05:29Z")
    found = suggestions.revisable(archive(earlier), "city-office", "visitors", dates.parse_said(said))
    assert (found is earlier) == proposed
