from dataclasses import FrozenInstanceError
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from site_builder.model import records
from site_builder.model.records import FORMS, Claim, Entity, Record, Series
from tests.records import archive, claim, entity, series

SOURCE = {"url": "https://example.org/a", "publisher": "omber-daily"}
FIGURE = {"series": "visitors", "hedge": "about"}


def reason(make: Any, **values: Any) -> tuple[Any, ...]:
    """Where and why a record is refused: the way to its first wrong value, then the kind of error."""
    with pytest.raises(ValidationError) as refused:
        make(**values)
    first = refused.value.errors()[0]
    return (*first["loc"], first["type"])


@pytest.mark.parametrize("make", [claim, entity, series])
def test_a_record_is_frozen(make: Any) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(make(), "id", "other")  # noqa: B010 – a type checker would refuse the plain assignment


@pytest.mark.parametrize("make", [claim, entity, series])
def test_a_record_refuses_keys_that_it_does_not_know(make: Any) -> None:
    assert reason(make, sorce="x") == ("sorce", "unexpected_keyword_argument")


@pytest.mark.parametrize(
    ("make", "keys"),
    [
        (claim, ["title", "said", "claimant", "about", "quotes"]),
        (entity, ["kind", "name"]),
        (series, ["question"]),
    ],
)
def test_required_keys_are_few(make: Any, keys: list[str]) -> None:
    kinds: dict[Any, type[Record]] = {claim: Claim, entity: Entity, series: Series}
    assert {*FORMS[kinds[make]].json_schema()["required"]} == {"id", *keys}


@pytest.mark.parametrize("text", ["0", "1200", "-3", "1.50", "2/3"])
def test_a_number_is_read_exactly(text: str) -> None:
    assert str(claim(figures=[FIGURE | {"value": text}]).figures[0].value) == text


@pytest.mark.parametrize("text", ["", "1,200", "007", "1e3", "2/4", "9" * 16, 12, 1.5, ["1"]])
def test_a_number_is_nothing_but_digits(text: Any) -> None:
    assert reason(claim, figures=[FIGURE | {"min": "1", "max": text}]) == ("figures", 0, "max", "number")


@pytest.mark.parametrize(("text", "flag"), [("true", True), ("false", False)])
def test_a_flag_is_true_or_false(text: str, flag: bool) -> None:
    quotes = {"en": {"text": "a", "origin": "translation", "from": "ko", "method": "human", "reviewed": text}}
    quote = claim(quotes=quotes).quotes["en"]
    assert isinstance(quote, records.Translation)
    assert quote.reviewed is flag


@pytest.mark.parametrize("text", ["yes", "True", "1", "", True])
def test_a_flag_is_no_other_word(text: Any) -> None:
    quotes = {"en": {"text": "a", "origin": "translation", "from": "ko", "method": "human", "reviewed": text}}
    assert reason(claim, quotes=quotes) == ("quotes", "en", "translation", "reviewed", "flag")


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({}, "figure_value"),
        ({"value": "1", "min": "1"}, "figure_value"),
        ({"value": "1", "max": "1"}, "figure_value"),
        ({"min": "2", "max": "1"}, "figure_range"),
        ({"min": "1", "max": "1"}, "figure_range"),
        ({"min": "2/3", "max": "0.6"}, "figure_range"),
        ({"min": "-3", "max": "-3.0"}, "figure_range"),
    ],
)
def test_a_figure_has_a_value_or_a_range(values: dict[str, str], wrong: str) -> None:
    assert reason(claim, figures=[FIGURE | values]) == ("figures", 0, wrong)


@pytest.mark.parametrize("bound", ["min", "max"])
@pytest.mark.parametrize("hedge", get_args(records.Hedge))
def test_a_bound_alone_takes_only_hedges_that_agree(bound: str, hedge: str) -> None:
    figure = {"series": "visitors", "hedge": hedge, bound: "40"}
    if hedge in records.HEDGES_OF_BOUND[bound]:
        assert claim(figures=[figure]).figures[0].hedge == hedge
    else:
        assert reason(claim, figures=[figure]) == ("figures", 0, "figure_hedge")


@pytest.mark.parametrize("hedge", get_args(records.Hedge))
def test_one_number_and_a_range_take_every_hedge(hedge: str) -> None:
    for numbers in ({"value": "40"}, {"min": "40", "max": "50"}):
        assert claim(figures=[{"series": "visitors", "hedge": hedge, **numbers}]).figures[0].hedge == hedge


@pytest.mark.parametrize("values", [{"value": "0"}, {"min": "0"}, {"max": "1"}, {"min": "0", "max": "1"}])
def test_a_figure_may_be_open_on_one_side(values: dict[str, str]) -> None:
    figure = claim(figures=[FIGURE | values]).figures[0]
    assert {key: getattr(figure, key) for key in values} == {key: int(text) for key, text in values.items()}


@pytest.mark.parametrize(
    "id",
    ["2031-words", "2031-03-words", "2031-03-12-words", "2031-03-12-two-words", "2031-a1", "2031-03-12-a-1"],
)
def test_a_claims_id_is_a_date_and_words(id: str) -> None:
    assert claim(id).id == id


@pytest.mark.parametrize(
    "id",
    [
        "2031",
        "2031-03-12",
        "words",
        "31-words",
        "2031-3-words",
        "2031-Words",
        "2031-two--words",
        "2031-words-",
        "2031-words\n",
        "2031-two_words",
        "2031-말",
        "2031-../words",
    ],
)
def test_a_claims_id_is_nothing_else(id: str) -> None:
    assert reason(claim, id=id, said="2031") == ("id", "string_pattern_mismatch")


@pytest.mark.parametrize("id", ["", "-a", "a-", "a--b", "A", "a b", "a_b", "시청", "а", "../a", "a/b", "a.b", "a\n"])
def test_an_entitys_id_is_lower_case_ascii_words(id: str) -> None:
    assert reason(entity, id=id) == ("id", "string_pattern_mismatch")


@pytest.mark.parametrize("tag", ["en", "ko", "fil", "zh-Hant", "pt-BR", "zh-Hant-TW"])
def test_a_language_is_a_tag(tag: str) -> None:
    assert entity(description={tag: "words"}).description == {tag: "words"}


@pytest.mark.parametrize("tag", ["EN", "e", "en_US", "en-us", "english", "", "../x"])
def test_a_language_is_nothing_but_a_tag(tag: str) -> None:
    assert reason(entity, description={tag: "words"}) == ("description", tag, "[key]", "string_pattern_mismatch")


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u3000"])
def test_a_text_has_words(text: str) -> None:
    assert reason(entity, description={"en": text}) == ("description", "en", "empty")


@pytest.mark.parametrize("end", ["\n", "\r", "\x85", "\u2028", "\u2029"])
def test_a_name_stands_on_one_line_and_a_description_may_have_more(end: str) -> None:
    assert reason(entity, name={"en": f"a{end}b"}) == ("name", "en", "one_line")
    assert entity(description={"en": f"a{end}b"}).description == {"en": f"a{end}b"}


@pytest.mark.parametrize("day", ["2031", "2031-03", "2031-03-12~", "2031-03-12/2031-03-13", "2031-02-30"])
def test_the_day_of_a_correction_is_a_whole_day(day: str) -> None:
    correction = {"on": day, "kind": "typo", "note": {"en": "a"}}
    assert reason(claim, corrections=[correction]) == ("corrections", 0, "on", "date")


def test_a_quote_is_a_source_or_a_translation() -> None:
    assert reason(claim, quotes={"en": {"text": "a", "origin": "hearsay"}}) == ("quotes", "en", "union_tag_invalid")
    mixed = {"text": "a", "origin": "source", "source": SOURCE, "from": "ko"}
    assert reason(claim, quotes={"en": mixed}) == ("quotes", "en", "source", "from", "unexpected_keyword_argument")


def test_sources_are_those_of_the_quotes_in_their_order() -> None:
    first, second = SOURCE | {"url": "https://example.org/1"}, SOURCE | {"url": "https://example.org/2"}
    made = claim(
        quotes={
            "ru": {"text": "a", "origin": "source", "source": first},
            "en": {"text": "b", "origin": "translation", "from": "ru", "method": "human", "reviewed": "true"},
            "ko": {"text": "c", "origin": "source", "source": second},
        },
        reports=[SOURCE],
    )
    assert [source.url for source in made.sources] == ["https://example.org/1", "https://example.org/2"]


def test_a_figure_holds_for_the_day_of_saying_unless_it_names_another() -> None:
    made = claim(figures=[FIGURE | {"value": "1"}, FIGURE | {"value": "2", "as_of": "2031-03"}])
    assert [made.as_of(figure).text for figure in made.figures] == ["2031-03-12", "2031-03"]


def test_a_record_knows_its_file() -> None:
    assert claim("2031-03-words").file == "claims/2031/2031-03-words.yml"
    assert entity("city-office").file == "claims/entities/city-office.yml"
    assert series("visitors").file == "claims/series/visitors.yml"


def test_an_archive_goes_through_claims_entities_and_series() -> None:
    assert list(archive(series(), entity(), claim()).records()) == [claim(), entity(), series()]


PUBLISHED = {"text": "words", "origin": "source", "source": SOURCE}


def translated(origin: str, **more: str) -> dict[str, str]:
    return {"text": "words", "origin": "translation", "from": origin, "method": "human", "reviewed": "true", **more}


@pytest.mark.parametrize("key", [{}, {"speech": "reported"}, {"speech": "direct"}])
def test_a_translation_has_the_speech_of_the_words_as_published(key: dict[str, str]) -> None:
    made = claim(quotes={"ru": PUBLISHED | key, "en": translated("ru"), "ko": translated("en")})
    assert [made.speech(tag) for tag in made.quotes] == [key.get("speech", "reported")] * 3
    assert made.original("ko") is made.quotes["ru"]


def test_translations_in_a_circle_have_no_original_and_are_reported() -> None:
    made = claim(quotes={"en": translated("ko"), "ko": translated("en"), "ru": PUBLISHED, "fr": translated("de")})
    assert [made.original(tag) for tag in ("en", "ko", "fr")] == [None, None, None]
    assert [made.speech(tag) for tag in ("en", "ko", "fr")] == ["reported"] * 3


def test_speech_is_one_of_two_words() -> None:
    assert reason(claim, quotes={"en": {**PUBLISHED, "speech": "indirect"}})[-1] == "literal_error"
    assert reason(claim, quotes={"en": translated("ko", speech="")})[-1] == "literal_error"


def test_a_figure_of_a_claim_with_a_time_is_for_its_day() -> None:
    made = claim("2031-03-12-words", said="2031-03-12T14:30+09:00", figures=[FIGURE | {"value": "1"}])
    assert made.as_of(made.figures[0]).text == "2031-03-12"


TIME = "2031-03-12T14:30+09:00"


@pytest.mark.parametrize(
    ("values", "at"),
    [
        ({"figures": [FIGURE | {"value": "1", "as_of": TIME}]}, "as_of"),
        ({"quotes": {"en": PUBLISHED | {"source": SOURCE | {"published": TIME}}}}, "published"),
        ({"quotes": {"en": PUBLISHED | {"source": SOURCE | {"accessed": TIME}}}}, "accessed"),
        ({"withdrawn": {"on": TIME, "reason": {"en": "a", "ko": "b"}}}, "on"),
    ],
)
def test_a_time_of_the_day_stands_in_said_alone(values: dict[str, Any], at: str) -> None:
    assert reason(claim, **values)[-2:] == (at, "date")
    assert claim("2031-03-12-words", said=TIME).said.text == TIME
