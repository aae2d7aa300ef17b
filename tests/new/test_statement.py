"""What a person says of a new record is written into its file, and read from it, as it was said."""

import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.fix import yaml_writer
from site_builder.model.records import Claim, Entity, Measure, Record, Series, claim_file, entity_file, series_file
from site_builder.new import statement
from site_builder.new.statement import Answer, Report, Statement
from site_builder.read import files
from tests.records import CLAIM_FILE, ENTITY_FILE, SERIES_FILE, read

HOSTILE = [
    "Minister: we will",
    "rank #1 of 5",
    "# not a comment",
    "- dash",
    "---",
    "...",
    '"quoted" and then more',
    "it's 'quoted'",
    "back\\slash \\n \\",
    "@office `code` %",
    "*bold* &c !x",
    "[a, b] {c: d}",
    "? | > :",
    "ends with a colon:",
    "  spaces around  ",
    "two  spaces   inside a text that is long enough to be folded somewhere   in the middle of its  words  maybe",
    "tab\tinside",
    "NO",
    "~",
    "12:30",
    "0755",
    "1_000",
    "2031-03-12",
    "1e3",
    ".5",
    "=",
    "null",
    "한글, 그리고 漢字",
    "👩‍👩‍👧 emoji 🇰🇷",
    "é\u00a0non-breaking",
    "{{ 7*7 }} <script>alert(1)</script> ]]>",
    "$x$ \\u003c %(a)s {0}",
]
STATEMENT = Statement(
    said="2031-03-12",
    claimant="city-office",
    title={"en": "City Office counts about 1,200 visitors", "ko": "시청, 방문객 약 1,200명으로 집계"},
    about=["lantern-walk"],
    language="en",
    quote="about 1,200 people came",
    source=Report("https://example.org/walk", "omber-daily", "The walk: 1,200 came", "2031-03", "2031-03-14"),
    translations={"ko": "약 1,200명이 왔다"},
    translated_by="machine",
    relayed_by=["mara-lind"],
    answer=Answer("visitors", "1200", "", "about"),
    revises=["2031-03-11-city-office-visitors"],
    disputes=[],
)
WRITTEN = """\
# yaml-language-server: $schema=../schema/claim.schema.json
title:
  en: City Office counts about 1,200 visitors
  ko: 시청, 방문객 약 1,200명으로 집계
said: 2031-03-12
claimant: city-office
relayed_by: [mara-lind]
about: [lantern-walk]
quotes:
  en:
    text: >-
      about 1,200 people came
    origin: source
    source:
      url: https://example.org/walk
      publisher: omber-daily
      title: "The walk: 1,200 came"
      published: 2031-03
      accessed: 2031-03-14
  ko:
    text: >-
      약 1,200명이 왔다
    origin: translation
    from: en
    method: machine
    reviewed: false
figures:
  - series: visitors
    value: 1200
    hedge: about
revises: [2031-03-11-city-office-visitors]
"""


def record(text: str, file: str) -> Record:
    """The record that a written text holds."""
    found, problems = read(text, file)
    assert not problems
    assert found is not None
    return found


def test_a_claim_is_written_like_those_of_the_archive() -> None:
    assert yaml_writer.record(CLAIM_FILE, statement.claim(STATEMENT, ["en", "ko"])) == WRITTEN


def test_the_quotes_stand_in_the_order_of_the_sites_languages_and_others_behind() -> None:
    turned = Statement("2031", "a", {}, ["b"], "ru", "слова", Report("u", "p"), {"ko": "말", "en": "words"}, "human")
    text = yaml_writer.record(CLAIM_FILE, statement.claim(turned, ["en", "ko"]))
    assert [line for line in text.splitlines() if line.startswith("  ")][::1][0] == "  en:"
    assert text.index("  en:") < text.index("  ko:") < text.index("  ru:")


def test_a_range_is_written_as_min_and_max() -> None:
    values = statement.claim(
        Statement("2031", "a", {}, [], "en", "x", Report("u", "p"), {}, "", (), Answer("s", "8", "12", "exact")), ["en"]
    )
    assert values["figures"] == [{"series": "s", "min": "8", "max": "12", "hedge": "exact"}]


def test_a_figure_may_say_how_it_follows() -> None:
    answer = Answer("s", "-1.5", "", "about", basis={"en": "Half.", "ko": "절반."})
    report = Report("u", "p")
    values = statement.claim(Statement("2031", "a", {}, [], "en", "x", report, {}, "", (), answer), ["en"])
    assert values["figures"] == [
        {"series": "s", "value": "-1.5", "hedge": "about", "basis": {"en": "Half.", "ko": "절반."}}
    ]
    text = yaml_writer.record(CLAIM_FILE, values)
    assert "    value: -1.5\n    hedge: about\n    basis:\n      en: Half.\n      ko: 절반.\n" in text


def test_an_entity_is_written_without_what_it_has_not() -> None:
    text = yaml_writer.record(
        ENTITY_FILE,
        statement.entity(
            "place", {"en": "Port Avel", "ko": "아벨항"}, aliases=["Avel: the port", "avel"], part_of="lake-omber"
        ),
    )
    assert text == (
        "# yaml-language-server: $schema=../schema/entity.schema.json\n"
        "kind: place\nname:\n  en: Port Avel\n  ko: 아벨항\n"
        'aliases:\n  - "Avel: the port"\n  - avel\npart_of: lake-omber\n'
    )
    assert record(text, entity_file("port-avel")).id == "port-avel"


def test_a_series_is_written_with_its_plural_forms() -> None:
    unit = {"en": {"one": "ship", "other": "ships"}, "ko": {"other": "척"}}
    text = yaml_writer.record(
        SERIES_FILE, statement.series({"en": "How many?", "ko": "몇 척?"}, unit, sum_of=["a", "b"])
    )
    assert text == (
        "# yaml-language-server: $schema=../schema/series.schema.json\n"
        "question:\n  en: How many?\n  ko: 몇 척?\n"
        "unit:\n  en:\n    one: ship\n    other: ships\n  ko:\n    other: 척\nsum_of: [a, b]\n"
    )
    assert record(text, series_file("ships")).id == "ships"


def _is_line(text: str) -> bool:
    return bool(text.strip()) and "\n" not in text and not any(map(files.refused, text))


LINE = st.text(min_size=1).filter(_is_line) | st.lists(
    st.sampled_from([*" #:-'\"[]{}>|&*!%@`?,~\\가a1\t", ": ", " #", "- ", "---", "<<", "null"]), min_size=1, max_size=60
).map("".join).filter(_is_line)


@example("0\u00a0", "0", "0", "0")
@given(LINE, LINE, LINE, LINE)
def test_any_text_in_any_field_is_read_as_it_was_said(one: str, two: str, three: str, four: str) -> None:
    report = Report(one, "p", two)
    said = Statement(
        "2031", "a", {"en": three, "ko": four}, ["b"], "en", f"{one}\n{two}", report, {"ko": four}, "human"
    )
    claim = record(yaml_writer.record(CLAIM_FILE, statement.claim(said, ["en", "ko"])), claim_file("2031-a-b"))
    assert isinstance(claim, Claim)
    assert [*claim.title.values(), *(quote.text for quote in claim.quotes.values())] == [
        three,
        four,
        f"{one}\n{two}",
        four,
    ]
    assert (claim.sources[0].url, claim.sources[0].title) == (one, two)
    names, more = {"en": one, "ko": two}, {"en": three, "ko": four}
    written = statement.entity("topic", names, short=more, aliases=[one, three], description=more)
    thing = record(yaml_writer.record(ENTITY_FILE, written), entity_file("a"))
    assert isinstance(thing, Entity)
    assert (thing.name, thing.short, thing.aliases, thing.description) == (names, more, (one, three), more)
    unit = {"en": {"one": one, "other": two}, "ko": {"other": three}}
    counted = record(yaml_writer.record(SERIES_FILE, statement.series(more, unit)), series_file("a"))
    assert isinstance(counted, Series)
    assert counted.unit
    assert (counted.question, counted.unit["en"].one, counted.unit["ko"].other) == (more, one, three)


@pytest.mark.parametrize("words", HOSTILE)
def test_any_words_are_read_as_they_were_said(words: str) -> None:
    said = Statement(
        "2031", "a", {"en": words, "ko": words}, ["b"], "en", words, Report(words, "p", words), {"ko": words}, "machine"
    )
    claim = record(yaml_writer.record(CLAIM_FILE, statement.claim(said, ["en", "ko"])), claim_file("2031-a-b"))
    assert isinstance(claim, Claim)
    assert [*claim.title.values(), *(quote.text for quote in claim.quotes.values())] == [words] * 4
    assert (claim.sources[0].url, claim.sources[0].title) == (words, words)
    names = {"en": words, "ko": words}
    thing = record(yaml_writer.record(ENTITY_FILE, statement.entity("topic", names, aliases=[words])), entity_file("a"))
    assert isinstance(thing, Entity)
    assert (thing.name, thing.aliases) == (names, (words,))


def test_what_was_typed_is_tidied() -> None:
    assert statement.tidy(f" \t{unicodedata.normalize('NFD', '국정원é')}\n ") == "국정원é"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4700", ("4700", "")),
        ("4,700", ("4700", "")),
        ("8-12", ("8", "12")),
        ("1,000 – 2,000", ("1000", "2000")),
        ("0", ("0", "")),
        ("1만5000~2만", ("15000", "20000")),
    ],
)
def test_a_number_is_read_from_digits(text: str, number: tuple[str, str]) -> None:
    assert statement.number(text, "count") == number


@pytest.mark.parametrize(
    "text", ["", "many", "4.7", "4,70", "-3", "8-", "about 600", "1-2-3", "2/3", "8-9.5", "0-0", "12-8"]
)
def test_other_words_are_no_number(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        statement.number(text, "count")


@pytest.mark.parametrize(
    ("measure", "text", "number"),
    [
        ("decimal", "4.7", ("4.7", "")),
        ("percent", "-3%", ("-3", "")),
        ("percent", "5-7.5", ("5", "7.5")),
        ("share", "2/3", ("2/3", "")),
        ("share", "1/4-1/3", ("1/4", "1/3")),
        ("money", "$1,500.50", ("1500.50", "")),
    ],
)
def test_a_number_is_read_in_its_measure(measure: Measure, text: str, number: tuple[str, str]) -> None:
    assert statement.number(text, measure) == number


@pytest.mark.parametrize(("measure", "text"), [("percent", "2/3"), ("share", "67"), ("money", "1/2"), ("count", "-1")])
def test_a_number_of_another_measure_is_none(measure: Measure, text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        statement.number(text, measure)


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "「{}」", "{}"])
def test_direct_words_are_written_without_their_marks_and_say_so(marks: str) -> None:
    quote, translated = marks.format("we saw 1,200 people"), marks.format("우리는 1200명을 보았다")
    direct = replace(STATEMENT, quote=quote, translations={"ko": translated}, speech="direct")
    text = yaml_writer.record(CLAIM_FILE, statement.claim(direct, ["en", "ko"]))
    assert "      we saw 1,200 people\n    speech: direct\n    origin: source\n" in text
    assert "      우리는 1200명을 보았다\n    origin: translation\n" in text


def test_reported_words_keep_their_marks() -> None:
    text = yaml_writer.record(CLAIM_FILE, statement.claim(replace(STATEMENT, quote="“words”"), ["en", "ko"]))
    assert "      “words”\n    origin: source\n" in text
