"""What the sitemap lists, and how new it says that is."""

import gzip
from pathlib import Path

from lxml import etree

from tests import golden

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def part(site: Path) -> etree._Element:
    return etree.fromstring(gzip.decompress((site / "sitemap-1.xml.gz").read_bytes()))


def test_the_index_names_the_parts(site: Path) -> None:
    index = etree.parse(site / "sitemap.xml").getroot()
    assert [each.text for each in index.iter(f"{MAP}loc")] == [f"{golden.SITE_URL}sitemap-1.xml.gz"]


def test_claims_have_the_day_of_their_last_change_and_lists_none(site: Path) -> None:
    days = {url.findtext(f"{MAP}loc"): url.findtext(f"{MAP}lastmod") for url in part(site)}
    claims = f"{golden.SITE_URL}en/claims/"
    assert days[f"{claims}2031-03-11-city-office-visitors/"] == "2031-12-01"
    assert days[f"{claims}2031-03-11-walkers-union-visitors/"] == "2031-11-01"
    assert days[claims] is None
