"""The whole archive without a mouse."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import KINDS_OF_PAGES
from tests.browser.conftest import Invite, Server

pytestmark = pytest.mark.browser

STOPS = """[...document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")]
    .filter(element => element.tabIndex >= 0 && element.checkVisibility())
    .map(element => element.matches("input") ? element.ariaLabel : element.outerHTML)"""
FOCUSED = """(() => {
    const element = document.activeElement, style = getComputedStyle(element);
    const name = element.matches("input") ? element.ariaLabel : element.outerHTML;
    return element === document.body ? null : [name, style.outlineStyle, parseFloat(style.outlineWidth)];
})()"""
MOUSE_ONLY = """[...document.querySelectorAll("a[tabindex='-1']")].filter(mark =>
    ![...document.links].some(link => link.href === new URL(mark.getAttribute("href"), location).href))
    .map(mark => mark.outerHTML)"""

IN_SIGHT = """(() => {
    const link = document.activeElement;
    if (!link.matches("nav[aria-label] a")) return null;
    const box = link.getBoundingClientRect(), style = getComputedStyle(link);
    const ring = parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth);
    const clips = [new DOMRect(0, 0, innerWidth, innerHeight)];
    for (let around = link; around !== document.body; around = around.parentElement) {
        const { maskImage, overflow } = getComputedStyle(around);
        if (maskImage !== "none") return [link.innerText, false];
        if (overflow !== "visible") clips.push(around.getBoundingClientRect());
    }
    return [link.innerText, clips.every(clip => clip.left <= box.left - ring && box.right + ring <= clip.right
        && clip.top <= box.top - ring && box.bottom + ring <= clip.bottom)];
})()"""
"""The link of the navigation that is focused, and whether it is in sight with its outline: nothing cuts off or fades a
part of it."""
BREADTHS = ("-.05em", "0", ".1em", ".3em", "1em")
"""What letters are spaced by to be as broad as those of any font."""


def walk(page: Page) -> list[str]:
    """What the tabulator reaches on the page that is open, each of which must show that it is reached."""
    reached: list[str] = []
    while True:
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None or focused[0] in reached[:1]:
            return reached
        element, style, width = focused
        assert style != "none", element
        assert width >= 2, element
        reached.append(element)


@pytest.mark.parametrize("address", KINDS_OF_PAGES)
def test_the_keyboard_reaches_everything_in_its_order(served: Server, invite: Invite, address: str) -> None:
    page = invite().context.new_page()
    page.goto(f"{served.address}en/{address}")
    if address == "claims/":
        expect(page.locator(".ca-filters select")).to_be_visible()
    assert walk(page) == page.evaluate(STOPS)


def test_what_only_the_mouse_reaches_is_there_a_second_time(served: Server, invite: Invite) -> None:
    page = invite().context.new_page()
    page.goto(f"{served.address}en/series/velman-soldiers-killed/")
    expect(page.locator("a[tabindex='-1']")).to_have_count(3)
    assert page.evaluate(MOUSE_ONLY) == []


def test_a_mark_of_a_chart_leads_to_its_claim(served: Server, invite: Invite) -> None:
    page = invite().context.new_page()
    page.goto(f"{served.address}ko/series/velman-soldiers-killed/")
    page.locator("a[tabindex='-1']").last.click()
    page.wait_for_url(f"{served.address}ko/claims/2031-04-30-sso-killed/")


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_is_focused_in_the_navigation_is_wholly_in_sight_on_a_phone_without_script(
    served: Server, invite: Invite, language: str, width: int
) -> None:
    page = invite(viewport={"width": width, "height": 640}, java_script_enabled=False).context.new_page()
    for key in ("Tab", "Shift+Tab"):
        for breadth in BREADTHS:
            page.goto(f"{served.address}{language}/corrections/")
            page.evaluate("breadth => { document.body.style.letterSpacing = breadth }", breadth)
            links = page.locator("nav[aria-label] a").all_inner_texts()
            assert len(links) > 9
            assert sorted(along(page, key)) == sorted(links)


def along(page: Page, key: str) -> list[str]:
    """The links of the navigation that a key reaches on its way through the page, each wholly in sight."""
    reached = []
    for _ in page.evaluate(STOPS):
        page.keyboard.press(key)
        if focused := page.evaluate(IN_SIGHT):
            link, is_in_sight = focused
            assert is_in_sight, link
            reached.append(link)
    return reached
