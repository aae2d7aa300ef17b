"""What the rules of axe (WCAG 2.2 and best practice) say of every kind of page, in both schemes.

A kind of page that has an error of its own, in a script or of what it asks for, fails here as well.
"""

from importlib.resources import files

import pytest
from playwright.sync_api import Page

from tests.browser import KINDS_OF_PAGES
from tests.browser.conftest import Invite, Server

pytestmark = pytest.mark.browser

RULES = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
OPEN = "document.querySelectorAll('details').forEach(part => part.open = true)"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NEUTRAL = ("", "404.html", "c/2031-04-30-sso-killed/")
GOLDEN = (
    "claims/2031-03-12-mara-lind-withdrawn/",
    "claims/2031-02-27-mara-lind-grown-ups/",
    "claims/2031-03-11-walkers-union-visitors/",
    "claims/2031-03-12-city-office-visitors/",
    "claims/2031-03-omber-daily-visitors/",
    "corrections/",
    "disagreements/",
    "series/visitors/",
)


def violations(page: Page) -> list[str]:
    """What axe finds wrong with the page that is open, each with the elements."""
    page.evaluate(RULES)
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)
    return [f"{each['id']}: {[node['html'] for node in each['nodes']]}" for each in found["violations"]]


@pytest.mark.parametrize(
    ("language", "scheme", "width"),
    [("en", "light", 390), ("en", "dark", 1280), ("ko", "light", 1280), ("ko", "dark", 390)],
)
def test_every_kind_of_page_can_be_used_by_everyone(
    served: Server, invite: Invite, language: str, scheme: str, width: int
) -> None:
    page = invite(color_scheme=scheme, viewport={"width": width, "height": 800}).context.new_page()
    found = {}
    for address in KINDS_OF_PAGES:
        response = page.goto(f"{served.address}{language}/{address}")
        assert response
        assert response.ok, address
        page.evaluate(OPEN)
        found[address] = violations(page)
    assert not {address: faults for address, faults in found.items() if faults}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_that_the_sample_lacks_can_be_used_too(served_golden: Server, invite: Invite, scheme: str) -> None:
    page = invite(color_scheme=scheme, viewport={"width": 390, "height": 844}).context.new_page()
    found = {}
    for address in GOLDEN:
        page.goto(f"{served_golden.address}en/{address}")
        found[address] = violations(page)
    assert not {address: faults for address, faults in found.items() if faults}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", NEUTRAL)
def test_pages_of_no_language_can_be_used_by_everyone(served: Server, invite: Invite, path: str, scheme: str) -> None:
    reader = invite(color_scheme=scheme)
    reader.context.route("**/claims.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page = reader.context.new_page()
    page.goto(f"{served.address}{path}")
    assert violations(page) == []


def test_the_rules_find_what_is_wrong(served: Server, invite: Invite) -> None:
    page = invite().context.new_page()
    page.goto(f"{served.address}en/about/")
    page.evaluate("document.documentElement.removeAttribute('lang')")
    assert [each.split(":")[0] for each in violations(page)] == ["html-has-lang"]
