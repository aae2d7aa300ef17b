"""A claim's record for programs, as a processor of linked data reads it."""

import json
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from site_builder.model.stored_texts import digest_of
from site_builder.outputs import values
from site_builder.read.git import History
from tests import golden, libraries
from tests.outputs.conftest import CORRECTED
from tests.records import claim, entity, series

SCHEMA = "https://schema.org/"


def record(site: Path, id: str = CORRECTED) -> Any:
    return json.loads((site / "c" / id / "claim.json").read_text("utf-8"))


def graph(site: Path, id: str = CORRECTED) -> list[tuple[str, str, str]]:
    """The statements of a claim, as others read them who fetch the context from the site."""

    def fetch(url: str, _: object) -> dict[str, Any]:
        path = url.removeprefix(golden.SITE_URL)
        return {"contextUrl": None, "documentUrl": url, "document": json.loads((site / path).read_text("utf-8"))}

    found = jsonld.to_rdf(record(site, id), {"documentLoader": fetch})
    return [tuple(each[part]["value"] for part in ("subject", "predicate", "object")) for each in found["@default"]]


def test_every_key_is_always_there(site: Path) -> None:
    records = [json.loads(file.read_text("utf-8")) for file in sorted(site.glob("c/*/claim.json"))]
    assert len(records) > 40
    assert {tuple(each) for each in records} == {tuple(records[0])}
    assert list(records[0])[:7] == ["@context", "@type", "@id", "version", "license", "id", "url"]


def test_a_record_is_said_in_plain_values(site: Path, history: History) -> None:
    told = record(site)
    file = f"claims/2031/{CORRECTED}.yml"
    assert (told["added"], told["modified"], told["revision"]) == ("2031-11-01", "2031-12-01", history.last[file].hash)
    assert (told["said"], told["said_from"], told["said_to"]) == ("2031-03-11", "2031-03-11", "2031-03-11")
    assert told["url"] == f"{golden.SITE_URL}c/{CORRECTED}/"
    assert told["figures"][0] == {
        "@type": "Observation", "series": "visitors", "value": 4700, "min": None, "max": None, "hedge": "about",
        "as_of": "2031-03-11", "text": {"en": "about 4,700 people", "ko": "약 4700명"}, "basis": None,
    }  # fmt: skip
    assert told["quotes"]["ko"] == {
        "@id": "#quote-ko", "@type": "Quotation", "translation_of": "#quote-en",
        "text": "전날 어린이 한 명에 이어 약 4700명이 호수 둘레를 걸었다",
        "speech": "reported", "origin": "translation", "from": "en",
        "method": "machine", "by": None, "reviewed": False,
        "verification": told["quotes"]["en"]["verification"] | {"state": "translation"},
    }  # fmt: skip
    assert told["quotes"]["en"]["verification"] == {
        "state": "word-for-word", "day": "2031-04-02", "engine": "1", "place": [15, 56], "why": None, "missed": [],
        "text": digest_of(f"The stored text of {CORRECTED}."), "stale": False,
    }  # fmt: skip
    assert told["quotes"]["en"]["source"]["title"] == "Thousands at the lake: “a record”"
    assert told["corrections"][0]["on"] == "2031-03-20"
    assert told["withdrawn"] is None


def test_a_withdrawn_claim_says_so(site: Path) -> None:
    told = record(site, "2031-03-12-mara-lind-withdrawn")
    assert told["withdrawn"]["on"] == "2031-04-05"
    assert set(told["withdrawn"]["reason"]) == {"en", "ko"}


def test_numbers_stay_what_they_are() -> None:
    figures = [
        {"series": "visitors", "value": "2/3", "hedge": "exact"},
        {"series": "visitors", "min": "1.50", "max": "3", "hedge": "exact"},
    ]
    library = libraries.localized("en", claim(figures=figures), entity(), series(measure="share", unit=None))
    told = values.of_claim([library], next(iter(library.archive.claims.values())))["figures"]
    assert [(each["value"], each["min"], each["max"]) for each in told] == [("2/3", None, None), (None, 1.5, 3)]


def test_what_names_a_record_of_the_archive_is_its_address(site: Path) -> None:
    of = {predicate: value for _, predicate, value in graph(site)}
    entities = f"{golden.SITE_URL}en/entities/"
    assert of[f"{SCHEMA}author"] == f"{entities}city-office"
    assert of[f"{SCHEMA}publisher"] == f"{entities}omber-daily"
    assert of[f"{golden.SITE_URL}context.jsonld#relayed_by"] == f"{entities}mara-lind"
    assert of[f"{SCHEMA}measuredProperty"].startswith(f"{golden.SITE_URL}en/series/")


def test_titles_quotes_and_figures_are_linked(site: Path) -> None:
    told = graph(site)
    this = f"{golden.SITE_URL}c/{CORRECTED}"
    assert (this, f"{SCHEMA}isBasedOn", f"{this}/#quote-en") in told
    assert (f"{this}/#quote-ko", f"{SCHEMA}translationOfWork", f"{this}/#quote-en") in told
    assert (f"{this}/#quote-ko", f"{SCHEMA}inLanguage", "ko") in told
    titles = {value for subject, predicate, value in told if (subject, predicate) == (this, f"{SCHEMA}name")}
    assert titles == set(record(site)["title"].values())
    assert {value for _, predicate, value in told if predicate == f"{SCHEMA}value"} == {"4700", "1"}


def test_what_was_found_of_a_quote_is_said_of_it_in_words_of_the_archive(site: Path) -> None:
    """The words of schema.org would make a rating of it."""
    told, own = graph(site), f"{golden.SITE_URL}context.jsonld#"
    this = f"{golden.SITE_URL}c/{CORRECTED}/#quote-en"
    [found] = [value for subject, predicate, value in told if (subject, predicate) == (this, f"{own}verification")]
    said = {predicate: value for subject, predicate, value in told if subject == found}
    known = record(site)["quotes"]["en"]["verification"]
    assert said.pop(f"{own}place")
    assert said == {
        f"{own}state": "word-for-word",
        f"{own}day": "2031-04-02",
        f"{own}engine": "1",
        f"{own}verified_text": known["text"],
        f"{own}stale": "false",
    }
    assert [value for _, predicate, value in told if predicate.endswith("#first")] == ["15", "56"] * 2


@pytest.mark.parametrize("word", ["claimant", "about", "title", "id", "url", "version"])
def test_an_id_that_is_spelled_like_a_key_is_an_id_all_the_same(site: Path, word: str) -> None:
    context = json.loads((site / "context.jsonld").read_text("utf-8"))["@context"]
    told = {"@context": context, "@id": "https://example.org/x", "relayed_by": [word]}
    [expanded] = jsonld.expand(told)
    assert expanded[f"{golden.SITE_URL}context.jsonld#relayed_by"] == [{"@id": f"{golden.SITE_URL}en/entities/{word}"}]


def test_every_key_of_every_record_has_a_meaning(site: Path) -> None:
    """What the context does not know would silently be nothing to those who read it."""
    known = set(json.loads((site / "context.jsonld").read_text("utf-8"))["@context"])
    languages = {"en", "ko", "fr"}

    def keys(value: Any) -> set[str]:
        if isinstance(value, dict):
            return set(value).union(*map(keys, value.values()))
        return set().union(*map(keys, value)) if isinstance(value, list) else set()

    used = set().union(*(keys(record(site, file.parent.name)) for file in site.glob("c/*/claim.json")))
    assert {key for key in used if not key.startswith("@")} - known - languages == {"from"}  # said by translation_of
