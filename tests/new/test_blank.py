"""The records to be filled in are such as the check takes once they are."""

import re
from collections.abc import Callable, Mapping

import pytest

from site_builder.language.language import Language
from site_builder.library.repository import repository
from site_builder.model.records import ENTITY_KINDS, MEASURES, Claim, Entity, Record, Series
from site_builder.new import blank
from tests.records import read

FILLED = {
    "title:\n  en:\n  ko:": "title:\n  en: City Office counts 1,200\n  ko: 시청, 방문객 1,200명",
    "said:": "said: 2031-03-12",
    "claimant:": "claimant: city-office",
    "about: []": "about: [lantern-walk]",
    "      url:": "      url: https://example.org/walk",
    "      publisher:": "      publisher: omber-daily",
    "      published:": "      published: 2031-03-12",
    "    method:": "    method: human",
    "#   - series:": "#   - series: visitors",
    "#     value:": "#     value: 1200",
    "#     hedge:": "#     hedge: about",
}


def filled(text: str) -> str:
    """The record with something behind each of its keys, none of them left out."""
    for old, new in FILLED.items():
        text, count = re.subn(rf"^{re.escape(old)}$", new, text, flags=re.MULTILINE)
        assert count == 1, old
    text = re.sub(r"^# (figures:|relayed_by:|  )", r"\1", text, flags=re.MULTILINE)
    return text.replace("relayed_by: []", "relayed_by: [city-office]").replace("…", "about 1,200 people came 왔다")


@pytest.mark.parametrize("tag", ["en", "ko"])
def test_filled_in_it_is_a_claim(tag: str) -> None:
    _, text = blank.claim("2031", Language(tag), ["en", "ko"])
    record, problems = read(filled(text))
    assert problems == []
    assert isinstance(record, Claim)
    assert list(record.quotes) == ["en", "ko"]
    assert record.quotes[tag].origin == "source"
    assert record.figures[0].series == "visitors"


@pytest.mark.parametrize("tag", ["en", "ko"])
def test_as_it_is_it_is_none(tag: str) -> None:
    file, text = blank.claim("2031", Language(tag), ["en", "ko"])
    assert read(text, file)[1]
    assert read(text)[0] is None


def test_it_is_explained_in_the_readers_language() -> None:
    texts = {tag: blank.claim("2031", Language(tag), ["en", "ko"])[1] for tag in ("en", "ko")}
    for tag, text in texts.items():
        comments = [line for line in text.split("\n") if line.startswith("# ") and "$schema" not in line]
        assert len(comments) > 6
        assert any(re.search("[가-힣]", line) for line in comments) == (tag == "ko")


@pytest.mark.parametrize(
    ("begun", "kind", "answers"),
    [
        (blank.entity, Entity, {"kind": "event", "name": "Lantern Walk", "short": "Walk", "part_of": "lake-omber"}),
        (blank.series, Series, {"question": "How far?", "measure": "decimal", "one": "metre", "other": "metres"}),
    ],
)
def test_filled_in_it_is_a_record_of_its_kind(
    begun: Callable[..., tuple[str, str]], kind: type[Record], answers: dict[str, str]
) -> None:
    file, text = begun(Language("en"), ["en", "ko"])
    assert read(text, file)[1]  # as it is, it is none
    for key, answer in answers.items():
        text = answered(text, key, answer)
    record, problems = read(text, file)
    assert problems == []
    assert isinstance(record, kind)


def answered(text: str, key: str, answer: str) -> str:
    """The record with an answer behind a key, or behind each language below it."""
    if match := re.search(rf"^(?:# )?{key}:((?:\n(?:# )?  (?:en|ko):)+)$", text, re.MULTILINE):
        in_each = re.sub(r"(?:# )?(  \w+:)", rf"\1 {answer}", match[1])
        return text.replace(match[0], f"{key}:{in_each}")
    text, count = re.subn(rf"^(?:# )?( *{key}:)$", rf"\1 {answer}", text, flags=re.MULTILINE)
    assert count, key
    return text


@pytest.mark.parametrize(("begun", "words"), [(blank.entity, ENTITY_KINDS), (blank.series, MEASURES)])
def test_it_names_the_words_to_choose_from(begun: Callable[..., tuple[str, str]], words: Mapping[str, str]) -> None:
    _, text = begun(Language("ko"), ["en", "ko"])
    assert f"({', '.join(words)})\n" in text


@pytest.mark.parametrize("tag", ["en", "ko"])
def test_hosts_take_its_address_even_of_a_site_in_many_languages(tag: str) -> None:
    file, text = blank.claim("2031", Language(tag), ["en", "ko", "uk", "ru", "de", "fr", "es", "ja", "zh-Hant"])
    kept = repository("https://github.com/a-long-name-of-an-owner/a-long-name-of-an-archive", None)
    assert kept.new("claims/2031", file, text)
    for begun in (blank.entity, blank.series):
        assert kept.new("claims/entities", *begun(Language(tag), ["en", "ko", "uk", "ru", "ar", "fr", "ja", "zh-Hant"]))
