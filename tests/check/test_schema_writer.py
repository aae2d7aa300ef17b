"""The schemas by which editors check records, read by a validator that has nothing of ours in it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import jsonschema_rs
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.archive import write_archive
from site_builder.check import schema_writer
from site_builder.language.catalogs import available
from site_builder.language.language import Language
from site_builder.model import dates, records
from site_builder.model.records import FORMS, Claim, schema_file
from site_builder.read.schema_lookup import type_of
from tests import sample
from tests.records import CLAIM, CLAIM_FILE, ENTITY, ENTITY_FILE, ROOT, SERIES, SERIES_FILE, changed, read
from tests.test_docs import RECORDS

LANGUAGES = [Language(tag) for tag in available()]
SCHEMAS: dict[str, Any] = {
    f"{kind.__name__.lower()}.schema.json": json.loads(schema_writer.schema(kind, LANGUAGES)) for kind in FORMS
}
VALIDATORS = {name: jsonschema_rs.Draft202012Validator(each) for name, each in SCHEMAS.items()}
FILES = sorted(path.relative_to(sample.ARCHIVE).as_posix() for path in sample.ARCHIVE.glob("claims/**/*.yml"))
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")
SAID, DAY = (
    jsonschema_rs.Draft202012Validator(node)
    for node in (
        SCHEMAS["claim.schema.json"]["properties"]["said"],
        SCHEMAS["claim.schema.json"]["$defs"]["Withdrawal"]["properties"]["on"],
    )
)


class Core(yaml.CSafeLoader):
    """YAML 1.2 as editors read it: a date is text, `no` is text, `true` and `600` are not."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 - as PyYAML has it


Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))
Core.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$"), list("-+.0123456789")
)


def schema_of(file: str) -> str:
    """The name of the schema for a record file."""
    return {"entities": "entity.schema.json", "series": "series.schema.json"}.get(
        file.split("/")[1], "claim.schema.json"
    )


def wrong(text: str, file: str) -> list[str]:
    """Where an editor would underline a record."""
    record = yaml.load(text, Core)
    return [".".join(map(str, error.instance_path)) for error in VALIDATORS[schema_of(file)].iter_errors(record)]


def properties(node: Any, way: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of a schema with the way to it."""
    for key, value in node.get("properties", {}).items():
        yield f"{way}.{key}", value
        yield from properties(value, f"{way}.{key}")
    for name, part in node.get("$defs", {}).items():
        yield from properties(part, name)


def snippets(node: Any) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Every snippet with the schema that it belongs to."""
    if isinstance(node, dict):
        yield from ((snippet, node) for snippet in node.get("defaultSnippets", ()))
        for value in node.values():
            yield from snippets(value)


def filled(body: Any) -> Any:
    """A snippet as it may be filled in: choices take the first, numbers are 1, the rest are words and addresses."""
    if isinstance(body, dict):
        given = {"url": "https://example.org/a", "published": "2031", "reviewed": False}
        numbers = dict.fromkeys(("value", "min", "max"), 1)
        return {key: {**given, **numbers}.get(key, filled(value)) for key, value in body.items()}
    choice = re.match(r"\$\{[0-9]+\|(.*?)[,|]", body)
    return choice[1] if choice else re.sub(r"[^a-z]", "", body) or "words"


def test_every_kind_of_record_gets_its_schema(tmp_path: Path) -> None:
    schema_writer.write(tmp_path, [Language("en")])
    written = {path.relative_to(tmp_path).as_posix(): path.read_text("utf-8") for path in tmp_path.rglob("*.json")}
    assert written == {schema_file(kind): schema_writer.schema(kind, [Language("en")]) for kind in FORMS}


def test_a_schema_speaks_the_languages_of_the_site_and_no_other(tmp_path: Path) -> None:
    made = json.loads(schema_writer.schema(Claim, [Language("ko")]))
    assert made["title"] == Language("ko").text("Claim") != "Claim"
    assert made["properties"]["title"]["required"] == ["ko"]
    assert list(made["properties"]["title"]["properties"]) == ["ko"]
    assert "\n\n" not in made["properties"]["said"]["description"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_by_the_standard(name: str) -> None:
    jsonschema_rs.meta.validate(SCHEMAS[name])
    assert (SCHEMAS[name]["$schema"], SCHEMAS[name]["$id"]) == ("https://json-schema.org/draft/2020-12/schema", name)
    assert "id" not in SCHEMAS[name]["properties"]


@pytest.mark.parametrize("file", FILES)
def test_a_record_begins_with_the_way_to_its_schema(file: str) -> None:
    modeline = MODELINE.match((sample.ARCHIVE / file).read_text("utf-8"))
    assert modeline
    schema = sample.ARCHIVE / schema_file(type_of(file))
    assert ((sample.ARCHIVE / file).parent / modeline[1]).resolve() == schema.resolve()


def test_editors_that_read_no_modeline_find_the_schemas() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    found = {
        path.relative_to(sample.ARCHIVE).as_posix(): Path(name).name
        for name, pattern in settings["yaml.schemas"].items()
        for path in sample.ARCHIVE.glob(pattern)
    }
    assert found == {file: schema_of(file) for file in FILES}
    assert set(settings["yaml.schemas"]) == {f"./{schema_file(kind)}" for kind in FORMS}


@pytest.mark.parametrize("file", FILES)
def test_a_record_of_the_archive_is_right(file: str) -> None:
    assert wrong((sample.ARCHIVE / file).read_text("utf-8"), file) == []


@pytest.mark.parametrize("file", RECORDS)
def test_a_record_of_the_reference_is_right(file: str) -> None:
    assert wrong(RECORDS[file], file) == []


def test_invented_records_are_right(tmp_path: Path) -> None:
    write_archive(tmp_path, 100)
    files = [path.relative_to(tmp_path).as_posix() for path in tmp_path.glob("claims/**/*.yml")]
    assert len(files) > 100
    assert {file: places for file in files if (places := wrong((tmp_path / file).read_text("utf-8"), file))} == {}


MONEY = SERIES[: SERIES.index("unit:")] + "measure: money\ncurrency: USD\n"
FIGURE = f"{CLAIM}figures:\n  - {{series: visitors, value: 1200, hedge: about}}\n"


@pytest.mark.parametrize(
    ("file", "text", "old", "new", "place"),
    [
        (CLAIM_FILE, CLAIM, "title:", "id: 2031-03-12-words\ntitle:", ""),
        (CLAIM_FILE, CLAIM, "claimant:", "claiment:", ""),
        (CLAIM_FILE, CLAIM, "claimant: city-office\n", "", ""),
        (CLAIM_FILE, CLAIM, "claimant: city-office", "claimant: City Office", "claimant"),
        (CLAIM_FILE, CLAIM, "claimant: city-office", "claimant:", "claimant"),
        (CLAIM_FILE, CLAIM, "about: [lantern-walk]", "about: lantern-walk", "about"),
        (CLAIM_FILE, CLAIM, "said: 2031-03-12", "said: 12 March 2031", "said"),
        (CLAIM_FILE, CLAIM, "said: 2031-03-12", "said: 2031-02-29", "said"),
        (CLAIM_FILE, CLAIM, "said: 2031-03-12", "said: 20310312", "said"),
        (CLAIM_FILE, CLAIM, "said: 2031-03-12", "said: 2031.03", "said"),
        (CLAIM_FILE, CLAIM, "said: 2031-03-12", "said: 2031-03-12T14:30", "said"),
        (CLAIM_FILE, CLAIM, "omber-daily", "omber-daily\n      published: 2031-03-12T14:30Z", "quotes.en"),
        (CLAIM_FILE, CLAIM, "came\n", "came\n    speech: indirect\n", "quotes.en"),
        (CLAIM_FILE, CLAIM, "    from: en\n", "", "quotes.ko"),
        (CLAIM_FILE, CLAIM, "origin: source", "origin: translation", "quotes.en"),
        (CLAIM_FILE, CLAIM, "origin: source", "origin: hearsay", "quotes.en"),
        (CLAIM_FILE, CLAIM, "method: human", "method: robot", "quotes.ko"),
        (CLAIM_FILE, CLAIM, "reviewed: true", "reviewed: yes", "quotes.ko"),
        (CLAIM_FILE, CLAIM, "said:", "revises: [lantern-walk]\nsaid:", "revises.0"),
        (CLAIM_FILE, FIGURE, "hedge: about", "hedge: roughly", "figures.0.hedge"),
        (CLAIM_FILE, FIGURE, "value: 1200", "value: 1,200 visitors", "figures.0"),
        (CLAIM_FILE, FIGURE, "value: 1200", "value: about 1200", "figures.0.value"),
        (CLAIM_FILE, FIGURE, "value: 1200", "value: 2/x", "figures.0.value"),
        (CLAIM_FILE, FIGURE, "value: 1200", "value: 9999999999999999", "figures.0.value"),
        (CLAIM_FILE, changed(FIGURE, "value:", "max:"), "hedge: about", "hedge: at-least", "figures.0.hedge"),
        (CLAIM_FILE, changed(FIGURE, "value:", "min:"), "hedge: about", "hedge: nearly", "figures.0.hedge"),
        (CLAIM_FILE, FIGURE, "value: 1200", "value: 1200, min: 1000", "figures.0.min"),
        (CLAIM_FILE, FIGURE, "value: 1200, ", "", "figures.0"),
        (ENTITY_FILE, ENTITY, "kind: organization", "kind: organisation", "kind"),
        (ENTITY_FILE, ENTITY, "ko: 옴버 시청", "ko: ' '", "name.ko"),
        (ENTITY_FILE, ENTITY, "kind:", "wikidata: 4115189\nkind:", "wikidata"),
        (ENTITY_FILE, ENTITY, "en: City Office of Omber", "en: |-\n    City Office\n    of Omber", "name.en"),
        (SERIES_FILE, SERIES, "unit:", "units:", ""),
        (SERIES_FILE, SERIES, ", other: visitors", "", "unit.en"),
        (SERIES_FILE, SERIES, "unit:", "measure: cost\nunit:", "measure"),
        (SERIES_FILE, MONEY, "currency: USD", "currency: dollars", "currency"),
    ],
)
def test_a_wrong_record_is_wrong_in_the_editor_as_in_the_build(
    file: str, text: str, old: str, new: str, place: str
) -> None:
    assert wrong(text, file) == []
    mistaken = changed(text, old, new)
    assert place in wrong(mistaken, file)
    assert read(mistaken, file)[1]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("https://example.org/walk", "example.org/walk", "quotes.en"),
        ("https://example.org/walk", "javascript:alert(1)", "quotes.en"),
        ("  ko: 시청, 방문객 약 1,200명으로 집계\n", "", "title"),
    ],
)
def test_an_editor_knows_some_of_what_is_checked_across_the_archive(old: str, new: str, place: str) -> None:
    assert place in wrong(changed(CLAIM, old, new), CLAIM_FILE)


@pytest.mark.parametrize("number", ["-3", "1.5", "-0.25", "2/3"])
def test_an_editor_takes_the_numbers_of_every_measure(number: str) -> None:
    assert wrong(changed(FIGURE, "value: 1200", f"value: {number}"), CLAIM_FILE) == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("measure: money\ncurrency: USD\n", "", ""),
        ("currency: USD\n", "", ""),
        ("measure: money", "measure: percent", "currency"),
        ("currency: USD\n", "currency: USD\nunit: {en: {one: a, other: b}, ko: {other: c}}\n", "unit"),
    ],
)
def test_an_editor_knows_what_a_measure_needs(old: str, new: str, place: str) -> None:
    assert wrong(MONEY, SERIES_FILE) == []
    assert wrong(changed(MONEY, old, new), SERIES_FILE) == [place]


def test_a_year_by_itself_is_a_number_to_an_editor() -> None:
    assert wrong(changed(CLAIM, "said: 2031-03-12", "said: 2031"), CLAIM_FILE) == []


def test_a_further_language_may_have_a_quote() -> None:
    quote = "  ru:\n    {text: a, origin: translation, from: en, method: human, reviewed: false}\n"
    assert wrong(CLAIM + quote, CLAIM_FILE) == []


def is_date(text: str) -> bool:
    """Whether the model takes a text for the date of a claim."""
    try:
        dates.parse_said(text)
    except ValueError:
        return False
    return True


@given(st.from_regex(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?~?", fullmatch=True) | st.text("0123456789-~/", max_size=12))
def test_an_editor_knows_the_dates_that_the_model_knows(text: str) -> None:
    if "/" in text:  # whether an interval ends after it begins is beyond a pattern
        assert SAID.is_valid(text) or not is_date(text)
    else:
        assert SAID.is_valid(text) == is_date(text)


@pytest.mark.parametrize("year", ["0000", "0004", "1900", "2000", "2031", "2032", "2100", "2400"])
def test_an_editor_knows_the_days_of_every_month(year: str) -> None:
    days = [f"{year}-{month:02}-{day:02}" for month in range(14) for day in range(33)]
    known = [day for day in days if is_date(day)]
    assert [day for day in days if SAID.is_valid(day)] == [day for day in days if DAY.is_valid(day)] == known
    assert len(known) in (0, 365, 366)


@pytest.mark.parametrize("text", ["2031", "2031-03", "2031-03-12~", "2031-03-12/2031-03-13"])
def test_a_day_is_a_whole_day_in_the_editor_too(text: str) -> None:
    assert SAID.is_valid(text)
    assert not DAY.is_valid(text)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_explained_in_every_language(name: str) -> None:
    explained = dict(properties(SCHEMAS[name]))
    explained[""] = SCHEMAS[name]
    for way, node in explained.items():
        texts = node["description"].split("\n\n")
        assert len(set(texts)) == len(texts) == len(available()), way
        assert re.search("[가-힣]", texts[available().index("ko")]), way
        assert node["markdownDescription"].replace("`", "") == node["description"], way
        assert node["markdownDescription"].count("`") % 2 == 0, way


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_word_of_a_vocabulary_is_explained_in_every_language(name: str) -> None:
    for way, node in properties(SCHEMAS[name]):
        explained = [set(meaning.split(" · ")) for meaning in node.get("enumDescriptions", ())]
        assert [len(meanings) for meanings in explained] == [len(available())] * len(node.get("enum", ())), way


@pytest.mark.parametrize(
    ("words", "meanings"),
    [
        (records.Hedge, records.HEDGES),
        (records.Measure, records.MEASURES),
        (records.EntityKind, records.ENTITY_KINDS),
        (records.CorrectionKind, records.CORRECTION_KINDS),
        (get_type_hints(records.Translation)["method"], records.METHODS),
    ],
)
def test_meanings_stand_in_the_order_of_their_words(words: Any, meanings: dict[str, str]) -> None:
    assert list(meanings) == list(get_args(words))


def test_a_snippet_becomes_a_right_record() -> None:
    offered = list(snippets(SCHEMAS["claim.schema.json"]))
    assert len(offered) == len(available()) + 2  # quotes published in each language; one number and a range
    for snippet, node in offered:
        part = jsonschema_rs.Draft202012Validator({**node, "$defs": SCHEMAS["claim.schema.json"]["$defs"]})
        assert [error.message for error in part.iter_errors(filled(snippet["body"]))] == []


TIMES = r"(2031-02-28|2031-02-29|2032-02-29|0000-01-01)T[0-2][0-9]:[0-6][0-9](Z|z|[+-][01][0-9]:?[0-6][0-9]|)"


@given(st.from_regex(TIMES, fullmatch=True))
def test_an_editor_knows_the_times_that_the_model_knows(text: str) -> None:
    assert SAID.is_valid(text) == is_date(text)


@pytest.mark.parametrize(
    "zone", ["Z", "+00:00", "-00:00", "+13:59", "+14:00", "+14:01", "-11:59", "-12:00", "-12:01", "-00:30"]
)
def test_an_editor_knows_the_first_and_the_last_zone(zone: str) -> None:
    text = f"2031-03-12T14:30{zone}"
    assert SAID.is_valid(text) == is_date(text) == (zone not in ("-00:00", "+14:01", "-12:01"))
