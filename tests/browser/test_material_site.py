"""Colours, logo and stylesheets of an owner, as a browser shows them."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from site_builder.model import colours
from tests.browser.conftest import Invite, Server, serving
from tests.building import make_site
from tests.engine.test_material_site import archive
from tests.records import changed, write

PALETTE = "  palette: {scheme: slate, primary: orange, accent: amber}\n"
INDIGO, ORANGE = "rgb(64, 81, 181)", "rgb(255, 167, 36)"
BOTH = """\
  palette:
    - {scheme: slate, primary: orange, accent: amber, toggle: {icon: a, name: b}}
    - {scheme: default, primary: indigo, accent: pink, toggle: {icon: a, name: b}}
"""
Serve = Callable[[str], Server]


@pytest.fixture(scope="module")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    """How a site with a palette is put on a server."""
    with ExitStack() as stack:

        def start(palette: str) -> Server:
            root = archive(tmp_path_factory.mktemp("palette") / "archive")
            config = changed((root / "mkdocs.yml").read_text("utf-8"), PALETTE, palette)
            write(root, {"mkdocs.yml": changed(config, "      licence:", "      cards: none\n      licence:")})
            make_site(root)
            return stack.enter_context(serving(root / "site", tmp_path_factory.mktemp("server")))

        yield start


@pytest.fixture(scope="module")
def dark(serve: Serve) -> Server:
    """A site that is dark and stays so."""
    return serve(PALETTE)


@pytest.fixture(scope="module")
def changing(serve: Serve) -> Server:
    """A site that begins dark."""
    return serve(BOTH)


def opened(server: Server, invite: Invite, path: str = "en/about/", **settings: Any) -> Page:
    page = invite(**settings).context.new_page()
    page.goto(server.address + path)
    return page


def colour(page: Page, selector: str) -> Any:
    return page.locator(selector).first.evaluate("(each) => getComputedStyle(each).color")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["en/about/", "404.html"])
def test_a_dark_site_is_dark_to_everyone(dark: Server, invite: Invite, scheme: str, path: str) -> None:
    page = opened(dark, invite, path, color_scheme=scheme)
    page.evaluate("localStorage.setItem('claims.scheme', 'light')")
    page.reload()
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    assert colour(page, "main a") == ORANGE
    expect(page.locator(".ca-scheme")).to_have_count(0)


def test_a_site_that_begins_dark_is_as_its_reader_wants(changing: Server, invite: Invite) -> None:
    page = opened(changing, invite, color_scheme="light", reduced_motion="reduce")
    button, state_shown = page.locator(".ca-scheme"), page.locator(".ca-scheme [data-of]:visible")
    assert (colour(page, "main a"), state_shown.inner_text()) == (ORANGE, "Dark")
    for state, links in (("Light", INDIGO), ("System", INDIGO), ("Dark", ORANGE)):
        button.click()
        for _ in range(2):  # also on the next page
            assert (colour(page, "main a"), state_shown.inner_text()) == (links, state)
            page.reload()


def test_the_system_decides_where_the_reader_wants_that(changing: Server, invite: Invite) -> None:
    page = opened(changing, invite, color_scheme="dark")
    page.evaluate("localStorage.setItem('claims.scheme', '')")
    page.reload()
    assert (page.evaluate("document.documentElement.dataset.scheme"), colour(page, "main a")) == (None, ORANGE)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_logo_stands_before_the_name(dark: Server, invite: Invite, width: int) -> None:
    page = opened(dark, invite, viewport={"width": width, "height": 800})
    logo, name = page.locator("header img"), page.locator("header > a").first
    assert logo.evaluate("(each) => each.complete && each.naturalWidth > 0")
    box, around = logo.bounding_box(), name.bounding_box()
    assert box and around
    assert box["height"] <= around["height"]
    assert name.evaluate("(each) => getComputedStyle(each).backgroundImage") == "none"
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_stylesheets_of_the_owner_are_used(dark: Server, invite: Invite, tmp_path: Path) -> None:
    page = opened(dark, invite)
    assert page.locator("h1").evaluate("(each) => getComputedStyle(each).letterSpacing") != "normal"


WIDE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='900' height='60'/%3E"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_wide_logo_leaves_room_for_the_name(dark: Server, invite: Invite, width: int) -> None:
    page = opened(dark, invite, viewport={"width": width, "height": 800})
    page.locator("header img").evaluate("(logo, wide) => { logo.src = wide; return logo.decode(); }", WIDE)
    lines, name, languages = page.evaluate(
        """() => {
            const name = document.createRange(), languages = document.querySelector("header > ul");
            name.selectNode(document.querySelector("header > a").lastChild);
            return [name.getClientRects().length, name.getBoundingClientRect(), languages.getBoundingClientRect()];
        }"""
    )
    assert lines <= 2
    assert name["right"] <= languages["left"] or name["bottom"] <= languages["top"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("place", ["footer p", ".ca-announcement", "header > a"])
def test_a_word_that_is_wider_than_a_phone_is_broken(dark: Server, invite: Invite, place: str) -> None:
    page = opened(dark, invite, viewport={"width": 390, "height": 800})
    page.locator(place).first.evaluate("(each) => each.append('omber'.repeat(40))")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_three_languages_stand_on_a_line_with_the_button(changing: Server, invite: Invite) -> None:
    page = opened(changing, invite, viewport={"width": 390, "height": 800})
    page.locator("header > ul").evaluate("(list) => list.append(list.lastElementChild.cloneNode(true))")
    boxes = [page.locator(each).bounding_box() for each in ("header > a", "header > ul", ".ca-scheme")]
    name, languages, button = [box for box in boxes if box]
    assert name["y"] + name["height"] <= languages["y"]
    assert abs(languages["y"] + languages["height"] / 2 - button["y"] - button["height"] / 2) < 2
    assert button["x"] + button["width"] > 390 - 30


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("html", ["<kbd>C</kbd>", "<mark>m</mark>", "<a class='md-button md-button--primary'>b</a>"])
def test_what_extensions_of_markdown_make_can_be_read(
    served_golden: Server, invite: Invite, scheme: str, html: str
) -> None:
    page = opened(served_golden, invite, "en/claims/", color_scheme=scheme)
    made = page.locator("main").evaluate_handle(
        "(main, html) => { main.insertAdjacentHTML('afterbegin', html); return main.firstElementChild; }", html
    )
    text, ground = made.evaluate("(each) => [getComputedStyle(each).color, getComputedStyle(each).backgroundColor]")
    assert colours.contrast(in_digits(text), in_digits(ground)) >= 4.5


def in_digits(rgb: str) -> str:
    """A colour that a browser tells, which must be a whole one."""
    return "#{:02x}{:02x}{:02x}".format(*map(int, rgb.removeprefix("rgb(").removesuffix(")").split(", ")))
