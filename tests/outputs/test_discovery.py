"""What leads programs to the site's sitemap and search."""

from pathlib import Path
from urllib.parse import quote
from urllib.robotparser import RobotFileParser

from lxml import etree

from tests import golden

SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def test_robots_may_read_everything_and_learn_of_the_sitemap(site: Path) -> None:
    robots = RobotFileParser()
    robots.parse((site / "robots.txt").read_text("utf-8").splitlines())
    assert robots.can_fetch("anyone", f"{golden.SITE_URL}en/claims/")
    assert robots.site_maps() == [f"{golden.SITE_URL}sitemap.xml"]


def test_browsers_learn_of_the_search_of_each_language(site: Path) -> None:
    for tag in ("en", "ko"):
        told = etree.parse(site / tag / "opensearch.xml").getroot()
        [template] = [each.get("template") for each in told.iter(f"{SEARCH}Url") if each.get("type") == "text/html"]
        assert template.replace("{searchTerms}", quote("북한군")).startswith(f"{golden.SITE_URL}{tag}/claims/?q=%EB")
        assert 0 < len(told.findtext(f"{SEARCH}ShortName") or "") <= 16
        assert told.findtext(f"{SEARCH}Language") == tag
