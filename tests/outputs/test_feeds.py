"""The feeds, as readers of feeds take them."""

import gzip
import json
from pathlib import Path
from typing import Any

import feedparser
import pytest

from tests import golden
from tests.outputs.conftest import CORRECTED

MERGED = {
    "entities/city-hall/feed.xml": "entities/city-office/feed.xml",
    "series/participants/feed.xml": "series/visitors/feed.xml",
    "series/walkers/feed.xml": "series/visitors/feed.xml",
}
"""The feeds of what was merged, and those that they are now."""
WITHDRAWN = "2031-03-12-mara-lind-withdrawn"


def read(site: Path, path: str) -> Any:
    found = feedparser.parse((site / path).read_bytes())
    assert not found.bozo, found.get("bozo_exception")
    return found


@pytest.mark.parametrize("tag", ["en", "ko"])
def test_every_feed_is_one_and_names_itself(site: Path, tag: str) -> None:
    paths = [file.relative_to(site).as_posix() for file in sorted((site / tag).rglob("feed.xml"))]
    assert len(paths) > 10
    for path in paths:
        if path.removeprefix(f"{tag}/") in MERGED:
            continue
        feed = read(site, path).feed
        assert feed.id == f"{golden.SITE_URL}{path}"
        assert feed.language == tag
        [page] = [link.href for link in feed.links if link.rel == "alternate"]
        assert (site / page.removeprefix(golden.SITE_URL) / "index.html").is_file()
        assert feed.rights == "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize("tag", ["en", "ko"])
@pytest.mark.parametrize(("path", "now"), MERGED.items())
def test_at_the_address_of_what_was_merged_stands_the_feed_of_the_other(
    site: Path, tag: str, path: str, now: str
) -> None:
    assert (site / tag / path).read_bytes() == (site / tag / now).read_bytes()


def test_the_newest_claims_come_first_each_under_its_own_address(site: Path) -> None:
    entries = read(site, "en/feed.xml").entries
    assert len(entries) <= 50
    assert all((site / each.id.removeprefix(golden.SITE_URL) / "index.html").is_file() for each in entries)
    published = [each.published for each in entries]
    assert published == sorted(published, reverse=True)


def test_an_entry_tells_who_said_it_in_which_words(site: Path) -> None:
    [entry] = [each for each in read(site, "ko/series/visitors/feed.xml").entries if each.id.endswith(f"{CORRECTED}/")]
    assert (entry.published, entry.updated) == ("2031-11-01T00:00:00Z", "2031-12-01T00:00:00Z")
    assert entry.tags[0].term == "city-office"
    told = entry.content[0].value
    assert "약 4700명이 호수 둘레를 걸었다" in told
    assert f'href="{golden.SITE_URL}ko/entities/city-office/"' in told
    assert "약 4700명" in told
    assert "영어 원문을 기계로 번역, 검수 전 · 옴버 일보의 표현" in told
    explained = f'href="{golden.SITE_URL}ko/about/quotes/#translation"'
    assert f"{explained}>원문이 출처에 글자 그대로 실려 있음(2031년 4월 2일 대조)</a>" in told


def test_words_that_the_claimant_spoke_stand_in_quotation_marks_as_on_their_page(site: Path) -> None:
    entries = {each.id: each.content[0].value for each in read(site, "en/feed.xml").entries}
    spoken = [
        each["id"] for each in json.loads(gzip.decompress((site / "data/claims.json.gz").read_bytes()))["claims"]
        if each["quotes"]["en"]["speech"] == "direct"
    ]  # fmt: skip
    shown = [told for id, told in entries.items() if id.rstrip("/").rpartition("/")[2] in spoken]
    assert shown
    assert all("<blockquote><p>“" in told and "Own words of" in told for told in shown)


def test_corrections_and_withdrawals_have_a_feed_and_places_to_lead_to(site: Path) -> None:
    entries = read(site, "en/corrections/feed.xml").entries
    for entry in entries:
        path, anchor = entry.id.removeprefix(golden.SITE_URL).split("#")
        assert f'id="{anchor}"' in (site / path / "index.html").read_text("utf-8")
    ids = [each.id for each in entries]
    assert f"{golden.SITE_URL}en/claims/{CORRECTED}/#correction-1" in ids
    assert f"{golden.SITE_URL}en/claims/{WITHDRAWN}/#withdrawn" in ids
    assert ids.index(f"{golden.SITE_URL}en/claims/{WITHDRAWN}/#withdrawn") < ids.index(
        f"{golden.SITE_URL}en/claims/{CORRECTED}/#correction-1"
    )


def test_a_withdrawn_claim_is_in_no_other_feed(site: Path) -> None:
    for file in site.rglob("feed.*"):
        if file.parent.name != "corrections":
            assert WITHDRAWN not in file.read_text("utf-8"), file


def test_the_feed_in_json_has_the_same_entries(site: Path) -> None:
    for tag in ("en", "ko"):
        told = json.loads((site / tag / "feed.json").read_text("utf-8"))
        assert told["version"] == "https://jsonfeed.org/version/1.1"
        assert told["feed_url"] == f"{golden.SITE_URL}{tag}/feed.json"
        entries = read(site, f"{tag}/feed.xml").entries
        assert [each["id"] for each in told["items"]] == [each.id for each in entries]
        assert [each["date_modified"] for each in told["items"]] == [each.updated for each in entries]
