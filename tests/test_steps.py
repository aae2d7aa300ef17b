"""How far a claim is from home for a reader without script: three links at most, however large the archive is."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urljoin

import pytest

from benchmarks.archive import copy_site
from site_builder.language.language import Language
from site_builder.model import urls
from site_builder.model.records import Claim
from site_builder.pages import claims
from site_builder.pages.pager import Pager
from site_builder.pages.printer import Printer
from tests.building import make_site
from tests.records import ARCHIVE, CLAIM, changed, short_lists, write

SITE = "https://any.example/"
_LINK = re.compile(r'<a\b[^>]*? href="([^"#]*)')
_WITHDRAWN = "withdrawn: {on: 2031-01-02, reason: {en: Said by nobody., ko: 아무도 말하지 않았다.}}\n"


def _claim(said: str, number: int, more: str = "") -> Mapping[str, str]:
    """The file of a claim that nothing but its date makes easy to find."""
    word = "".join("abcdefghij"[int(digit)] for digit in str(number))
    start = said.split("/")[0].rstrip("~")
    text = changed(CLAIM, "said: 2031-03-12", f"said: {said}").replace("1,200", f"{1_000 + number:,}") + more
    return {f"claims/{start[:4]}/{start}-city-office-{word}.yml": text}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose lists have some hundred pages of two claims: as many as at 10,000 claims, from few."""
    root = write(tmp_path_factory.mktemp("steps"), ARCHIVE)
    copy_site(root)
    for number in range(100):
        day = date(2030, 1, 1) + timedelta(days=number)
        write(root, _claim(day.isoformat(), number))
        write(root, _claim("2030-05-05", number))
        write(root, _claim("2030", number))
        write(root, _claim("2030-05", number))
        write(root, _claim("2030-02-02/2030-04-04", number))
        write(root, _claim("2030-07-01~", number, _WITHDRAWN))
    for number in range(30):
        write(root, _claim(f"{1990 + number}~", number))
    with pytest.MonkeyPatch.context() as patch:
        short_lists(patch, 2)
        make_site(root)
    return root / "site"


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_claim_is_three_steps_from_home(site: Path, language: str) -> None:
    home = f"{SITE}{language}/"
    reached, new = {home}, {home}
    for _ in range(3):
        new = {url for here in new for url in _links(site, here)} - reached
        reached |= new
    looked_for = {f"{home}claims/{record.stem}/" for record in site.parent.glob("claims/[0-9]*/*.yml")}
    assert len(looked_for) > 600
    assert sorted(looked_for - reached) == []


def _links(site: Path, url: str) -> set[str]:
    """Where a page leads; what is no page of the site leads nowhere."""
    page = site / url.removeprefix(SITE) / "index.html"
    return {urljoin(url, href) for href in _LINK.findall(page.read_text("utf-8"))} if page.is_file() else set()


def _pager(number: int, count: int) -> Pager[Claim]:
    return Pager((), number, count, 50 * count, urls.CLAIMS)


@pytest.mark.parametrize("count", [1, 20, 600])
def test_the_first_page_of_a_list_leads_to_every_page(count: int) -> None:
    here = SITE + urls.CLAIMS
    shown = [(number, urljoin(here, way)) for number, way in _pager(1, count).numbers]
    assert shown == [(number, SITE + urls.numbered(urls.CLAIMS, number)) for number in range(1, count + 1)]


def test_further_pages_of_a_long_list_lead_to_the_near_ones_the_first_and_the_last() -> None:
    here = SITE + urls.numbered(urls.CLAIMS, 300)
    shown = _pager(300, 600).numbers
    assert [number for number, _ in shown] == [1, 0, 298, 299, 300, 301, 302, 0, 600]
    assert {urljoin(here, way) for number, way in shown if number} == {
        SITE + urls.numbered(urls.CLAIMS, number) for number in (1, 298, 299, 300, 301, 302, 600)
    }


def test_the_longest_row_of_numbers_leaves_most_of_a_page_to_the_list() -> None:
    printer = Printer(Language("en"))
    lists = [claims.ClaimsContext("", False, "", (), _pager(1, count)) for count in (600, 601)]
    all_pages, some_pages = (len(printer.print("claims.html", each, "en/claims/")) for each in lists)
    assert 15_000 < all_pages < 25_000
    assert some_pages < 2_000
