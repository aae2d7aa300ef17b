"""What a reader does with a site, in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import KINDS_OF_PAGES
from tests.browser.conftest import Invite, Server
from tests.golden import ARCHIVE, SITE_URL

pytestmark = pytest.mark.browser

CLAIM = "claims/2031-04-30-sso-killed/"
PERMALINK = "c/2031-04-30-sso-killed/"
ENGLISH = "SSO puts Velman soldiers killed at about 600"
KOREAN = "국조원, 벨만군 사망자 약 600명으로 추산"


def arrive(page: Page, site: Server, address: str) -> None:
    """Wait until a page of the site is there."""
    page.wait_for_url(f"{site.address}{address}")


def test_from_home_to_a_claim_and_to_its_twin(served: Server, invite: Invite) -> None:
    page = invite().context.new_page()
    page.goto(f"{served.address}en/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Claims", exact=True).click()
    arrive(page, served, "en/claims/")
    page.get_by_role("link", name=ENGLISH).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(ENGLISH)
    arrive(page, served, f"en/{CLAIM}")
    page.get_by_role("link", name="한국어").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(KOREAN)
    arrive(page, served, f"ko/{CLAIM}")
    page.get_by_role("link", name="English").click()
    arrive(page, served, f"en/{CLAIM}")


@pytest.mark.parametrize(
    ("way", "section", "name", "address"),
    [
        ("People and topics", "entities/", "State Survey Office", "sso/"),
        ("Questions", "series/", "soldiers have been killed?", "velman-soldiers-killed/"),
    ],
)
def test_ways_to_a_claim(served: Server, invite: Invite, way: str, section: str, name: str, address: str) -> None:
    page = invite().context.new_page()
    page.goto(f"{served.address}en/")
    page.get_by_role("navigation").get_by_role("link", name=way).click()
    arrive(page, served, f"en/{section}")
    page.get_by_role("main").get_by_role("link", name=name).click()
    arrive(page, served, f"en/{section}{address}")
    page.get_by_role("link", name=ENGLISH).first.click()
    arrive(page, served, f"en/{CLAIM}")


def test_by_date_to_a_claim(served: Server, invite: Invite) -> None:
    page = invite(locale="ko-KR").context.new_page()
    page.goto(f"{served.address}ko/dates/")
    for name, address in (("2031년 4월: 발언 10건", "2031-04/"), ("2031년 4월 30일: 발언 5건", "2031-04-30/")):
        page.get_by_role("main").get_by_role("link", name=name, exact=True).click()
        arrive(page, served, f"ko/dates/{address}")
    page.get_by_role("link", name=KOREAN).click()
    arrive(page, served, f"ko/{CLAIM}")


@pytest.mark.parametrize("locale", ["en-US", "en-GB", "ko-KR", "de-DE"])
@pytest.mark.parametrize(("x_default", "address"), [("", ""), (PERMALINK, CLAIM)], ids=["home", "claim"])
def test_a_page_of_no_language_follows_the_browser(
    served: Server, invite: Invite, locale: str, x_default: str, address: str
) -> None:
    page = invite(locale=locale).context.new_page()
    page.goto(f"{served.address}{x_default}")
    language = "ko" if locale == "ko-KR" else "en"
    arrive(page, served, f"{language}/{address}")
    expect(page.locator("html")).to_have_attribute("lang", language)


def test_an_anchor_is_followed_into_the_language(served: Server, invite: Invite) -> None:
    page = invite(locale="ko-KR").context.new_page()
    page.goto(f"{served.address}{PERMALINK}#quote-ko")
    arrive(page, served, f"ko/{CLAIM}#quote-ko")


def test_the_way_back_does_not_lead_forward_again(served: Server, invite: Invite) -> None:
    page = invite().context.new_page()
    page.goto(f"{served.address}en/about/")
    page.goto(f"{served.address}{PERMALINK}")
    arrive(page, served, f"en/{CLAIM}")
    page.go_back()
    arrive(page, served, "en/about/")


@pytest.mark.parametrize(("locale", "chosen", "other"), [("ko-KR", "English", "en"), ("en-US", "한국어", "ko")])
def test_a_switch_of_language_is_remembered(
    served: Server, invite: Invite, locale: str, chosen: str, other: str
) -> None:
    reader = invite(locale=locale)
    page = reader.context.new_page()
    page.goto(f"{served.address}{PERMALINK}")
    arrive(page, served, f"{locale[:2]}/{CLAIM}")
    page.get_by_role("link", name=chosen).click()
    arrive(page, served, f"{other}/{CLAIM}")
    later = reader.context.new_page()
    for x_default, address in (("", ""), (PERMALINK, CLAIM)):
        later.goto(f"{served.address}{x_default}")
        arrive(later, served, f"{other}/{address}")


@pytest.mark.parametrize(("x_default", "address"), [("", ""), (PERMALINK, CLAIM)], ids=["home", "claim"])
@pytest.mark.parametrize(("name", "language"), [("English", "en"), ("한국어", "ko")])
def test_without_script_a_page_of_no_language_has_links(
    served: Server, invite: Invite, x_default: str, address: str, name: str, language: str
) -> None:
    page = invite(java_script_enabled=False).context.new_page()
    page.goto(f"{served.address}{x_default}")
    assert page.url == f"{served.address}{x_default}"
    expect(page.get_by_role("link")).to_have_text(["English", "한국어"])
    page.get_by_role("link", name=name).click()
    arrive(page, served, f"{language}/{address}")


def test_without_script_everything_can_be_read(served: Server, invite: Invite) -> None:
    page = invite(java_script_enabled=False).context.new_page()
    page.goto(f"{served.address}en/{CLAIM}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for quote in page.locator("blockquote").all():
        expect(quote).to_be_visible()
    expect(page.get_by_role("link", name="한국어")).to_be_visible()
    expect(page.locator("[data-scheme-toggle]")).to_be_hidden()


@pytest.mark.parametrize("has_script", [True, False])
@pytest.mark.parametrize(
    ("old", "new"), [("entities/city-hall/", "entities/city-office/"), ("series/walkers/", "series/visitors/")]
)
def test_what_was_merged_leads_on_with_and_without_script(
    served_golden: Server, invite: Invite, old: str, new: str, has_script: bool
) -> None:
    for language in ("en", "ko"):
        page = invite(java_script_enabled=has_script).context.new_page()
        page.goto(f"{served_golden.address}{language}/{old}", wait_until="commit")
        arrive(page, served_golden, f"{language}/{new}")


@pytest.mark.parametrize("address", ["404.html", "nowhere", "ko/claims/no/such/claim/"])
def test_a_lost_reader_finds_the_site(served: Server, invite: Invite, address: str) -> None:
    """Whatever was asked for: hosts send the page for addresses that are not there at those addresses."""
    reader = invite(java_script_enabled=False)
    sent = (served.folder / "404.html").read_text("utf-8")
    reader.context.route(f"**/{address}", lambda route: route.fulfill(body=sent, content_type="text/html"))
    page = reader.context.new_page()
    for name, to in (
        ("Claim Archive", "en/"),
        ("발언 기록관", "ko/"),
        ("한국어", "ko/"),
        ("All claims", "en/claims/"),
        ("정정", "ko/corrections/"),
    ):
        page.goto(f"{served.address}{address}")
        page.get_by_role("link", name=name, exact=True).click()
        arrive(page, served, to)


def test_a_page_that_is_not_there_looks_like_the_site(served: Server, invite: Invite) -> None:
    page = invite().context.new_page()
    page.goto(f"{served.address}404.html")
    expect(page).to_have_title("Page not found – Claim Archive · 페이지를 찾을 수 없습니다 – 발언 기록관")
    expect(page.get_by_role("navigation")).to_have_count(2)
    for menu in page.get_by_role("navigation").all():
        expect(menu.get_by_role("link")).to_have_count(9)


@pytest.mark.parametrize("address", [CLAIM, "about/"])
def test_a_switch_of_language_stays_at_the_place(served: Server, invite: Invite, address: str) -> None:
    page = invite().context.new_page()
    page.goto(f"{served.address}en/{address}#corrections")
    page.get_by_role("link", name="한국어").click()
    arrive(page, served, f"ko/{address}#corrections")
    page.evaluate("location.hash = 'sources'")
    page.get_by_role("link", name="English").click()
    arrive(page, served, f"en/{address}#sources")


@pytest.mark.parametrize(("system", "states"), [("light", "dark light"), ("dark", "light dark")])
def test_light_or_dark_is_remembered_until_the_system_decides_again(
    served: Server, invite: Invite, system: str, states: str
) -> None:
    reader = invite(color_scheme=system)
    page = reader.context.new_page()
    page.goto(f"{served.address}en/{CLAIM}")
    for state in (*states.split(), "system"):
        page.get_by_role("button", name="Colours").click()
        expect(page.locator("[data-scheme-toggle]")).to_have_accessible_name(f"Colours: {state.capitalize()}")
        page.reload()
        expect(page.locator("[data-scheme-toggle]")).to_have_accessible_name(f"Colours: {state.capitalize()}")
        other = reader.context.new_page()
        other.goto(f"{served.address}ko/")
        assert scheme(page) == scheme(other) == (system if state == "system" else state)
        other.close()
    for now in ("dark", "light"):
        page.emulate_media(color_scheme=now)
        assert scheme(page) == now


NOTE_THE_FIRST_SCHEME = """new MutationObserver((_, observer) => {
    if (!document.body) return;
    window.first = document.documentElement.dataset.scheme;
    observer.disconnect();
}).observe(document, {childList: true, subtree: true})"""


def test_what_was_chosen_is_there_before_the_page_is_painted(served: Server, invite: Invite) -> None:
    reader = invite(color_scheme="light")
    page = reader.context.new_page()
    page.goto(f"{served.address}en/")
    page.get_by_role("button", name="Colours").click()
    page.add_init_script(NOTE_THE_FIRST_SCHEME)
    page.reload()
    assert page.evaluate("window.first") == "dark"


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_state_of_the_colours_is_named_in_every_width(
    served: Server, invite: Invite, language: str, width: int
) -> None:
    page = invite(viewport={"width": width, "height": 800}).context.new_page()
    page.goto(f"{served.address}{language}/")
    expect(page.locator("[data-scheme-toggle]")).to_have_accessible_name(
        {"en": "Colours: System", "ko": "화면 색상: 시스템"}[language]
    )


FONTS = """selectors => selectors.map(selector => getComputedStyle(document.querySelector(selector)).fontFamily)"""


@pytest.mark.parametrize("language", ["en", "ko"])
def test_letters_are_those_of_the_readers_system(served: Server, invite: Invite, language: str) -> None:
    page = invite().context.new_page()
    page.goto(f"{served.address}{language}/contribute/")
    text = page.evaluate(FONTS, ["body", "h1", "main p", "header nav a", "header button", "th"])
    assert len(set(text)) == 1
    families = [name.strip('" ') for name in text[0].split(",")]
    assert families[0] == "system-ui"
    assert {"Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR"} <= {*families}
    [code] = page.evaluate(FONTS, ["main code"])
    assert code.split(",")[0] == "ui-monospace"
    page.goto(f"{served.address}404.html")
    assert page.evaluate(FONTS, ["body", "h1", "nav a"]) == [text[0]] * 3


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_claim_is_printed_black_on_white_with_its_sources(served: Server, invite: Invite, language: str) -> None:
    page = invite(color_scheme="dark").context.new_page()
    page.goto(f"{served.address}{language}/{CLAIM}")
    page.locator("[data-scheme-toggle]").click()
    page.locator("[data-scheme-toggle]").click()
    assert scheme(page) == "dark"
    page.emulate_media(media="print")
    assert scheme(page) == "light"
    expect(page.locator("header nav")).to_be_hidden()
    expect(page.locator("blockquote").first).to_be_visible()
    shown = "getComputedStyle(document.querySelector('.ca-sources cite a'), '::after').content"
    assert "https://tern.example/news/2297" in page.evaluate(shown)


def scheme(page: Page) -> str:
    """What the reader sees: whether the text is brighter than the paper."""
    colours = page.evaluate("(style => [style.color, style.backgroundColor])(getComputedStyle(document.body))")
    text, paper = (sum(map(float, re.findall(r"[\d.]+", colour)[:3])) for colour in colours)
    return "dark" if text > paper else "light"


def test_the_keyboard_reaches_the_content_first(served: Server, invite: Invite) -> None:
    page = invite().context.new_page()
    page.goto(f"{served.address}en/{CLAIM}")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    assert page.evaluate("parseFloat(getComputedStyle(document.activeElement).fontSize)") >= 14
    page.keyboard.press("Enter")
    arrive(page, served, f"en/{CLAIM}#content")


@pytest.mark.parametrize("address", ["", CLAIM, "series/velman-soldiers-killed/", "entities/", "sources/"])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_phone_shows_the_whole_width(served: Server, invite: Invite, language: str, address: str) -> None:
    page = invite(viewport={"width": 320, "height": 640}, is_mobile=True).context.new_page()
    page.goto(f"{served.address}{language}/{address}")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


TABLE = "<table>" + "<tr><td>브라우저에서</td><td>기자회견에서</td><td>국가조사원이</td><td>발표했습니다</td></tr>" * 2
LINES = """[...document.querySelectorAll("td")].map(cell => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return range.getClientRects().length;
})"""


def test_a_table_on_a_hand_written_page_tears_no_word(served: Server, invite: Invite) -> None:
    page = invite(viewport={"width": 320, "height": 640}, is_mobile=True).context.new_page()
    page.goto(f"{served.address}ko/about/")
    page.evaluate("table => document.querySelector('main').innerHTML = table", TABLE)
    assert page.evaluate(LINES) == [1] * 8
    assert page.evaluate("document.documentElement.scrollWidth") == 320


TORN = """[...document.querySelectorAll("main :is(p, li, dd, h3, h4)")]
    .filter(block => !block.querySelector("p, li, br, div, figure, h3, h4, dl, svg")).flatMap(block => {
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), torn = [];
    let said = "", bottom = Infinity;
    for (let text; text = texts.nextNode();) [...text.data].forEach((letter, place) => {
        const range = document.createRange();
        range.setStart(text, place);
        range.setEnd(text, place + 1);
        const box = range.getBoundingClientRect();
        const isTorn = box.top >= bottom - 2 && /[^\\s·-]$/.test(said) && /[가-힣]/.test(letter);
        if (isTorn) torn.push(`${said.slice(-9)}|${letter}`);
        said += letter;
        if (box.width) bottom = box.bottom;
    });
    return torn;
})"""
"""Where a line of Korean begins in the midst of a word, as a particle would; a hyphen may end a line."""


@pytest.mark.parametrize(
    "address",
    [
        "",
        CLAIM,
        "series/",
        "series/velman-soldiers-killed/",
        "series/velman-soldiers-wounded/",
        "entities/sso/",
        "disagreements/",
        "sources/",
        "about/",
        "contribute/",
    ],
)
def test_no_line_begins_with_a_particle(served: Server, invite: Invite, address: str) -> None:
    page = invite(locale="ko-KR").context.new_page()
    page.goto(f"{served.address}ko/{address}")
    torn = {}
    for width in range(320, 801, 12):
        page.set_viewport_size({"width": width, "height": 800})
        torn[width] = page.evaluate(TORN)
    assert {width: words for width, words in torn.items() if words} == {}


SMALL_LETTERS = """[...document.querySelectorAll("main *")].filter(element =>
    [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
    && element.checkVisibility() && parseFloat(getComputedStyle(element).fontSize) < 11)
    .map(element => element.outerHTML)"""
LABELS = """[...document.querySelectorAll("svg.ca-chart, table.ca-calendar thead tr")].flatMap(chart => {
    const boxes = [...chart.querySelectorAll("text, th")].map(label => {
        const range = document.createRange();
        range.selectNodeContents(label);
        const box = label.tagName === "TH" ? range.getBoundingClientRect() : label.getBoundingClientRect();
        return {text: label.textContent, left: box.left, right: box.right, top: box.top + 2, bottom: box.bottom - 2};
    });
    const touch = (one, other) => one.left < other.right && other.left < one.right
        && one.top < other.bottom && other.top < one.bottom;
    return boxes.flatMap((one, place) => boxes.slice(place + 1).filter(other => touch(one, other))
        .map(other => `${one.text} | ${other.text}`));
})"""
"""Labels of a chart or a calendar that lie upon each other."""


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_letter_can_be_read_on_a_phone(served: Server, invite: Invite, language: str) -> None:
    page = invite(viewport={"width": 390, "height": 800}, is_mobile=True).context.new_page()
    for address in KINDS_OF_PAGES:
        page.goto(f"{served.address}{language}/{address}")
        assert page.evaluate(SMALL_LETTERS) == [], address
        assert page.evaluate(LABELS) == [], address


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_labels_lie_upon_each_other(served_golden: Server, invite: Invite, language: str, width: int) -> None:
    page = invite(viewport={"width": width, "height": 800}).context.new_page()
    for address in ("", "dates/", "series/", *(f"series/{id}/" for id in ids("series"))):
        page.goto(f"{served_golden.address}{language}/{address}")
        assert page.evaluate(LABELS) == [], address


def test_what_keeps_a_particle_to_its_word_is_not_copied(served: Server, invite: Invite) -> None:
    page = invite(locale="ko-KR").context.new_page()
    page.goto(f"{served.address}ko/{CLAIM}")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.ca-lead'))")
    assert page.evaluate("getSelection().toString()").startswith("국조원이 2031년 4월 30일 밝힌 내용을 ")


def test_hostile_text_is_text(served_golden: Server, invite: Invite) -> None:
    reader = invite()
    page = reader.context.new_page()
    page.goto(f"{served_golden.address}en/")
    scripts = page.locator("script").count()
    for language in ("en", "ko"):
        for address in ("", "claims/", "changes/", "corrections/", "sources/", "entities/", "series/"):
            page.goto(f"{served_golden.address}{language}/{address}")
            assert is_tame(page, scripts)
        for folder in ("claims", "entities", "series"):
            for id in ids(folder):
                page.goto(f"{served_golden.address}{language}/{folder}/{id}/")
                assert is_tame(page, scripts)
    page.goto(f"{served_golden.address}en/claims/2031-03-12-mara-lind-hostile/")
    title = "</title><script>alert('title')</script> \" onmouseover=\"alert(1) {{ 7*7 }} [x](javascript:alert(1)) ]]> "
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)
    expect(page).to_have_title(re.compile(re.escape(title)))
    expect(page.get_by_role("main")).to_contain_text(
        "<img src=x onerror=alert(1)> ' \" {{ 7*7 }} {% raw %} **bold** `code`"
    )
    expect(page.get_by_role("main")).to_contain_text("<svg onload=alert(1)> {{ config }}")
    page.get_by_role("main").hover()
    without = invite(java_script_enabled=False).context.new_page()
    without.goto(f"{served_golden.address}c/2031-03-12-mara-lind-hostile/")
    expect(without.get_by_role("heading", level=1)).to_contain_text("<script>alert('제목')</script>")


def test_a_site_works_where_it_does_not_say_that_it_is(served_golden: Server, invite: Invite) -> None:
    page = invite().context.new_page()
    page.goto(served_golden.address)
    arrive(page, served_golden, "en/")
    assert not served_golden.address.startswith(SITE_URL)
    page.get_by_role("navigation", name="Main").get_by_role("link", name="About").click()
    arrive(page, served_golden, "en/about/")


def is_tame(page: Page, scripts: int) -> bool:
    """No element or attribute that a template did not write; linked data are no script."""
    strange = """[...document.querySelectorAll("*")].filter(element =>
        ["IMG", "IFRAME", "OBJECT", "STYLE", "B", "I"].includes(element.tagName.toUpperCase())
        || (element.tagName.toUpperCase() === "SVG" && !element.closest("[class^=ca-]"))
        || element.getAttributeNames().some(name => name.startsWith("on") || name === "style")
        || (element.href || "").toString().startsWith("javascript:"))
        .map(element => element.outerHTML)"""
    return page.evaluate(strange) == [] and page.locator("script:not([type='application/ld+json'])").count() == scripts


def ids(folder: str) -> list[str]:
    """The ids of the records whose pages stay in the browser: those of merged ones lead on at once."""
    files = ARCHIVE.glob(f"claims/{folder.replace('claims', '2031')}/*.yml")
    return sorted(file.stem for file in files if "\nmerged_into:" not in file.read_text("utf-8"))


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_navigation_is_one_line_on_a_desk(served: Server, invite: Invite, language: str) -> None:
    page = invite(viewport={"width": 1280, "height": 800}).context.new_page()
    page.goto(f"{served.address}{language}/")
    links = page.locator("header nav a")
    tops = [box["y"] for link in links.all() if (box := link.bounding_box())]
    assert len(tops) == links.count() > 5
    assert len(set(tops)) == 1
    last, whole = links.last.bounding_box(), page.locator("header nav").bounding_box()
    assert last and whole
    assert last["x"] + last["width"] < whole["x"] + whole["width"] - 40, "a broader font would break the line"


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("width", [320, 390])
def test_all_of_the_navigation_is_in_sight_on_a_phone(
    served: Server, invite: Invite, language: str, width: int
) -> None:
    page = invite(viewport={"width": width, "height": 800}, java_script_enabled=False).context.new_page()
    page.goto(f"{served.address}{language}/corrections/")
    links = page.locator("header nav a")
    assert links.count() == 10
    expect(links.last).to_have_text({"en": "About", "ko": "소개"}[language])
    for link in links.all():
        box = link.bounding_box()
        assert box
        assert 0 <= box["x"] <= box["x"] + box["width"] <= width, link.inner_text()
        assert box["y"] + box["height"] < 300, link.inner_text()
        assert min(box["height"], box["width"]) >= 44, link.inner_text()
    assert page.locator("header nav [aria-current]").inner_text() == {"en": "Corrections", "ko": "정정"}[language]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_a_thumb_looks_for_is_large_enough_on_a_phone(served: Server, invite: Invite, language: str) -> None:
    page = invite(viewport={"width": 390, "height": 800}).context.new_page()
    page.goto(f"{served.address}{language}/contribute/")
    for place in ("header ul[aria-label] a", "header button", "footer nav a"):
        for target in page.locator(place).all():
            box = target.bounding_box()
            assert box
            assert min(box["height"], box["width"]) >= 44, target.inner_text()


def test_a_reader_gets_to_what_the_archive_is_from_the_top(served: Server, invite: Invite) -> None:
    page = invite().context.new_page()
    page.goto(f"{served.address}en/{CLAIM}")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="About").click()
    arrive(page, served, "en/about/")


PARTED = """selector => [...document.querySelectorAll(selector)].map(list => list.innerText.replace(/\\u2060/g, ""))"""


def test_names_in_a_line_are_parted_by_more_than_space(served: Server, invite: Invite) -> None:
    page = invite().context.new_page()
    page.goto(f"{served.address}en/entities/sso/")
    names = page.evaluate(PARTED, "dd .ca-inline")
    assert names[0].split(", ")[:2] == ["SSO", "국조원"]
    page.goto(f"{served.address}en/dates/2031-04-30/")
    assert page.evaluate(PARTED, ".ca-path .ca-inline") == ["Dates › 2031 › April 2031"]
