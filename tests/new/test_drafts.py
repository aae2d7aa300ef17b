import unicodedata
from collections.abc import Mapping

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.model import dates
from site_builder.model.records import Claim, Entity, Record, Series, claim_file, entity_file, series_file
from site_builder.new import drafts
from site_builder.new.drafts import Answer, Report, Statement
from site_builder.read import files, yaml_tree
from site_builder.text.characters import width
from tests.records import archive, claim, entity, read, series

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
# yaml-language-server: $schema=../../site_builder/claim.schema.json
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
ENTITIES: Mapping[str, Entity] = {
    each.id: each
    for each in (
        entity(short={"en": "City Office", "ko": "시청"}, aliases=["Omber Town Hall", "옴버 시 청사"]),
        entity("kim-jong-un", kind="person", name={"en": "Kim Jong Un", "ko": "김정은"}, aliases=["Kim Jong-un"]),
        entity("kim-byung-kee", kind="person", name={"en": "Kim Byung-kee", "ko": "김병기"}),
        entity(
            "nis", name={"en": "National Intelligence Service", "ko": "국가정보원"}, short={"en": "NIS", "ko": "국정원"}
        ),
        entity("twin", kind="place", name={"en": "Twin", "ko": "쌍둥이"}),
        entity("twin-b", kind="place", name={"en": "Twin", "ko": "다른 쌍둥이"}),
    )
}
NAMES = {id: drafts.names_of(each) for id, each in ENTITIES.items()}


def record(text: str, file: str) -> Record:
    """The record that a written text holds."""
    found, problems = read(text, file)
    assert not problems
    assert found is not None
    return found


def test_a_claim_is_written_like_those_of_the_archive() -> None:
    assert drafts.written(Claim, drafts.claim(STATEMENT, ["en", "ko"])) == WRITTEN


def test_the_quotes_stand_in_the_order_of_the_sites_languages_and_others_behind() -> None:
    turned = Statement("2031", "a", {}, ["b"], "ru", "слова", Report("u", "p"), {"ko": "말", "en": "words"}, "human")
    text = drafts.written(Claim, drafts.claim(turned, ["en", "ko"]))
    assert [line for line in text.splitlines() if line.startswith("  ")][::1][0] == "  en:"
    assert text.index("  en:") < text.index("  ko:") < text.index("  ru:")


def test_a_range_is_written_as_min_and_max() -> None:
    values = drafts.claim(
        Statement("2031", "a", {}, [], "en", "x", Report("u", "p"), {}, "", (), Answer("s", "8", "12", "exact")), ["en"]
    )
    assert values["figures"] == [{"series": "s", "min": "8", "max": "12", "hedge": "exact"}]


def test_an_entity_is_written_without_what_it_has_not() -> None:
    text = drafts.written(
        Entity,
        drafts.entity(
            "place", {"en": "Port Avel", "ko": "아벨항"}, aliases=["Avel: the port", "avel"], part_of="lake-omber"
        ),
    )
    assert text == (
        "# yaml-language-server: $schema=../../site_builder/entity.schema.json\n"
        "kind: place\nname:\n  en: Port Avel\n  ko: 아벨항\n"
        'aliases:\n  - "Avel: the port"\n  - avel\npart_of: lake-omber\n'
    )
    assert record(text, entity_file("port-avel")).id == "port-avel"


def test_a_series_is_written_with_its_plural_forms() -> None:
    unit = {"en": {"one": "ship", "other": "ships"}, "ko": {"other": "척"}}
    text = drafts.written(Series, drafts.series({"en": "How many?", "ko": "몇 척?"}, unit, sum_of=["a", "b"]))
    assert text == (
        "# yaml-language-server: $schema=../../site_builder/series.schema.json\n"
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
    statement = Statement(
        "2031", "a", {"en": three, "ko": four}, ["b"], "en", f"{one}\n{two}", report, {"ko": four}, "human"
    )
    claim = record(drafts.written(Claim, drafts.claim(statement, ["en", "ko"])), claim_file("2031-a-b"))
    assert isinstance(claim, Claim)
    assert [*claim.title.values(), *(quote.text for quote in claim.quotes.values())] == [
        three,
        four,
        f"{one}\n{two}",
        four,
    ]
    assert (claim.sources[0].url, claim.sources[0].title) == (one, two)
    names, more = {"en": one, "ko": two}, {"en": three, "ko": four}
    written = drafts.entity("topic", names, short=more, aliases=[one, three], description=more)
    thing = record(drafts.written(Entity, written), entity_file("a"))
    assert isinstance(thing, Entity)
    assert (thing.name, thing.short, thing.aliases, thing.description) == (names, more, (one, three), more)
    unit = {"en": {"one": one, "other": two}, "ko": {"other": three}}
    counted = record(drafts.written(Series, drafts.series(more, unit)), series_file("a"))
    assert isinstance(counted, Series)
    assert (counted.question, counted.unit["en"].one, counted.unit["ko"].other) == (more, one, three)


@pytest.mark.parametrize("words", HOSTILE)
def test_any_words_are_read_as_they_were_said(words: str) -> None:
    statement = Statement(
        "2031", "a", {"en": words, "ko": words}, ["b"], "en", words, Report(words, "p", words), {"ko": words}, "machine"
    )
    claim = record(drafts.written(Claim, drafts.claim(statement, ["en", "ko"])), claim_file("2031-a-b"))
    assert isinstance(claim, Claim)
    assert [*claim.title.values(), *(quote.text for quote in claim.quotes.values())] == [words] * 4
    assert (claim.sources[0].url, claim.sources[0].title) == (words, words)
    names = {"en": words, "ko": words}
    thing = record(drafts.written(Entity, drafts.entity("topic", names, aliases=[words])), entity_file("a"))
    assert isinstance(thing, Entity)
    assert (thing.name, thing.aliases) == (names, (words,))


@pytest.mark.parametrize("word", ["NO", "~", "12:30", "0755", "1_000", "2031-03-12", "1e3", "null", "=", "On"])
def test_words_that_other_readers_of_yaml_take_for_more_are_quoted(word: str) -> None:
    text = drafts.written(Entity, drafts.entity("topic", {"en": word}))
    assert f'  en: "{word}"\n' in text


@given(st.text(min_size=1), st.integers(0, 12))
def test_a_folded_text_is_read_as_it_was(text: str, indent: int) -> None:
    written = f"{'k: ' if indent == 0 else ''}{drafts.folded(text, 2)}"
    source = written if indent == 0 else f"k: {written}"
    if not any(map(files.refused, text)):
        root, problems = yaml_tree.parse(f"{source}\nl: m\n", "x")
        assert (root and yaml_tree.data(root), problems) == ({"k": text, "l": "m"}, [])


@pytest.mark.parametrize("word", ["word", "말씀", "a-very-long-word-without-a-space"])
def test_a_long_text_is_folded_into_lines_of_some_width(word: str) -> None:
    lines = drafts.folded(" ".join([word] * 60), 6).split("\n")[1:]
    assert all(70 - width(word) < width(line) <= 88 for line in lines[:-1])
    assert len(lines) > 3


def test_paragraphs_stay_apart_when_a_text_is_folded() -> None:
    assert drafts.folded("one\ntwo\n\nthree", 2) == ">-\n  one\n\n  two\n\n\n  three"


@pytest.mark.parametrize("text", ["one\n  two", " one", "one ", "one\n", "\none", "one\n ", "one\t\ntwo"])
def test_text_that_folding_would_change_is_quoted(text: str) -> None:
    assert drafts.folded(text, 2).startswith('"')


@pytest.mark.parametrize("text", ["\0", "\x1b[31m", "\x85", "\u2028", "\ufeff", "\udcff"])
def test_characters_that_no_record_may_hold_are_written_so_that_the_check_sees_them(text: str) -> None:
    written = drafts.written(Entity, drafts.entity("topic", {"en": f"a{text}b", "ko": "가"}))
    found, problems = read(written.encode().decode(), entity_file("a"))
    assert found is None
    assert problems


def test_what_was_typed_is_tidied() -> None:
    assert drafts.tidy(f" \t{unicodedata.normalize('NFD', '국정원é')}\n ") == "국정원é"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4700", ("4700", "")),
        ("4,700", ("4700", "")),
        ("8-12", ("8", "12")),
        ("1,000 – 2,000", ("1000", "2000")),
        ("0", ("0", "")),
    ],
)
def test_a_number_is_read_from_digits(text: str, number: tuple[str, str]) -> None:
    assert drafts.number(text) == number


@pytest.mark.parametrize("text", ["", "many", "4.7", "4,70", "-3", "8-", "about 600", "1-2-3"])
def test_other_words_are_no_number(text: str) -> None:
    with pytest.raises(ValueError):
        drafts.number(text)


@pytest.mark.parametrize(
    ("said", "id"),
    [
        ("city-office", "city-office"),
        ("CITY OFFICE", "city-office"),
        ("시청", "city-office"),
        (unicodedata.normalize("NFD", "시청"), "city-office"),
        ("Ｏmber town-hall", "city-office"),
        ("kim jong-un", "kim-jong-un"),
        ("국정원", "nis"),
        ("nis", "nis"),
        ("twin", "twin"),
    ],
)
def test_an_entity_is_known_by_each_of_its_names(said: str, id: str) -> None:
    assert drafts.exact(NAMES, said) == [id]


def test_a_name_of_two_entities_finds_both() -> None:
    assert drafts.exact({id: names[1:] for id, names in NAMES.items()}, "Twin") == ["twin", "twin-b"]
    assert drafts.exact(NAMES, "nobody") == []


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
    assert drafts.language_of(text, ["en", "ko"]) == language


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("600 people came", "exact"),
        ("about 600 people came", "about"),
        ("About $600 was paid for some lanterns", "about"),
        ("more than 600", "more-than"),
        ("no more than 600", "at-most"),
        ("at least 4,700 of them", "at-least"),
        ("nearly everybody, that is 600", "exact"),
    ],
)
def test_a_hedge_is_proposed_from_the_words_before_the_number(text: str, hedge: str) -> None:
    assert drafts.hedge([text, "약 600명"]) == hedge


@pytest.mark.parametrize(
    ("said", "best"),
    [
        ("kim", {"kim-jong-un", "kim-byung-kee"}),
        ("김정운", {"kim-jong-un"}),
        ("inteligence servise", {"nis"}),
        ("service intelligence", {"nis"}),
        ("정보원", {"nis"}),
        ("Kim Byungkee", {"kim-byung-kee"}),
        ("Omber hall", {"city-office"}),
    ],
)
def test_names_that_are_near_are_proposed_best_first(said: str, best: set[str]) -> None:
    assert set(drafts.nearest(NAMES, said)[: len(best)]) == best


def test_at_most_so_many_are_proposed() -> None:
    many = {f"kim-{number}": [f"Kim {number}"] for number in range(20)}
    assert len(drafts.nearest(many, "kim")) == 5
    assert drafts.nearest(many, "!") == []


@pytest.mark.parametrize(
    ("said", "short", "title", "id"),
    [
        (
            "2025-04-30",
            "NIS",
            "NIS puts North Korean soldiers killed at about 600",
            "2025-04-30-nis-north-korean-soldiers-killed",
        ),
        ("2025-04", "", "Harbour Authority says ships held", "2025-04-harbour-authority-ships-held"),
        ("2025~", "", "4,700 of 600", "2025-harbour-authority-claim"),
        ("2025-04-28/2025-04-30", "한국", "배", "2025-04-28-hangug-bae"),
        ("2031", "38 North", "One two ships", "2031-harbour-authority-ships"),
    ],
)
def test_the_id_of_a_claim_has_its_date_claimant_and_words(said: str, short: str, title: str, id: str) -> None:
    start = drafts.claim_start(dates.parse(said), "harbour-authority", short)
    assert f"{start}-{drafts.claim_words(start, title, [])}" == id


def test_an_id_that_is_taken_gets_more_words_then_a_letter() -> None:
    title = "NIS says red green blue yellow black"
    taken = ["2031-nis-red-green-blue-yellow"]
    assert drafts.claim_words("2031-nis", title, taken) == "red-green-blue-yellow-black"
    taken.append("2031-NIS-red-green-blue-yellow-black")
    assert drafts.claim_words("2031-nis", title, taken) == "red-green-blue-yellow-black-b"
    assert drafts.id_of("Kim Jong Un", ["kim-jong-un"]) == "kim-jong-un-b"
    assert drafts.id_of("?!", []) == "entity"


def test_a_claimant_whose_id_begins_with_a_digit_is_left_out_of_the_id() -> None:
    assert drafts.claim_start(dates.parse("2031"), "38-north", "") == "2031"


def test_the_id_of_a_series_says_what_is_counted() -> None:
    assert drafts.series_id("How many North Korean soldiers have been killed?", []) == "north-korean-soldiers-killed"
    assert drafts.series_id("How many?", ["number"]) == "number-b"


def test_an_article_that_is_quoted_already_is_known() -> None:
    known = archive(claim())
    same, near = drafts.source_at(known, "https://example.org/walk"), drafts.source_at(known, "https://example.org/b")
    assert same is known.claims["2031-03-12-city-office-visitors"].sources[0]
    assert near is not None
    assert (near.publisher, near.title) == ("omber-daily", None)
    assert drafts.source_at(known, "https://example.com/walk") is None
    assert drafts.source_at(known, "http://[") is None


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
    found = drafts.revisable(known, "city-office", "visitors", dates.parse("2031-03-12"))
    assert found is not None
    assert found.id == "2031-03-10-city-office-visitors"
    assert drafts.revisable(known, "mara-lind", "visitors", dates.parse("2031-03-11")) is None


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
    found = drafts.disputable(known, "city-office", Answer("visitors", "12", "", "exact"), dates.parse("2031-03-12"))
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
    ],
)
def test_only_numbers_that_cannot_both_hold_may_be_disputed(answer: Answer, is_disputable: bool) -> None:
    figure = {"series": "visitors", "min": "8", "max": "12", "hedge": "exact"}
    known = archive(claim("2031-03-01-mara-lind-visitors", claimant="mara-lind", figures=[figure]))
    assert bool(drafts.disputable(known, "city-office", answer, dates.parse("2031-03-12"))) is is_disputable


def test_everything_that_a_series_is_called() -> None:
    assert drafts.series_names(series()) == ["visitors", "How many visitors came?", "방문객은 몇 명이었나?"]
