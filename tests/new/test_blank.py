"""The record to be filled in is one that the check takes once it is."""

import re

import pytest

from site_builder.language.language import Language
from site_builder.library.repository import repository
from site_builder.model.records import Claim
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


@pytest.mark.parametrize("tag", ["en", "ko"])
def test_hosts_take_its_address_even_of_a_site_in_many_languages(tag: str) -> None:
    file, text = blank.claim("2031", Language(tag), ["en", "ko", "uk", "ru", "de", "fr", "es", "ja", "zh-Hant"])
    kept = repository("https://github.com/a-long-name-of-an-owner/a-long-name-of-an-archive", None)
    assert kept.new("claims/2031", file, text)
