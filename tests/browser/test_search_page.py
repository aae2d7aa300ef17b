"""Searching: the field of every page with its suggestions, and the page of all claims."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from site_builder import engine as engines
from site_builder.publish.build import build as build_site
from site_builder.read import settings
from tests.browser import hostile
from tests.browser.conftest import Invite, Server, serving
from tests.browser.test_accessibility import violations
from tests.building import make_site, undrawn_cards
from tests.golden import ARCHIVE

pytestmark = pytest.mark.browser

FIELD = "[role=search] input"
OPTIONS = ".ca-suggestions [role=option]"
RESULTS = ".ca-results ol > li > a"
HOSTILE = [*hostile.strings(8), "__proto__", "constructor", '"', "((((", "\\", "%", "\u202e", "{query}"]


@pytest.fixture(scope="module")
def served_large(large_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The site of an archive with more claims than a page of results."""
    with serving(large_site, tmp_path_factory.mktemp("server")) as server:
        yield server


def typed(page: Page, text: str) -> None:
    """Type into the first field of the page, key by key."""
    page.locator(FIELD).first.focus()
    page.keyboard.type(text)


def test_without_script_the_field_leads_to_the_list_of_all_claims(served_golden: Server, invite: Invite) -> None:
    page = invite(java_script_enabled=False).context.new_page()
    for address in ("en/about/", "ko/claims/2031-03-11-walkers-union-visitors/", "en/", "404.html", "en/claims/"):
        page.goto(f"{served_golden.address}{address}")
        typed(page, "lantern & <b>")
        page.keyboard.press("Enter")
        language = "ko" if address.startswith("ko") else "en"
        page.wait_for_url(f"{served_golden.address}{language}/claims/?q=lantern+%26+%3Cb%3E")
        assert page.locator(".ca-all .ca-cards > li").count() > 5


def test_every_page_has_one_field_for_each_language_that_it_speaks(served_golden: Server, invite: Invite) -> None:
    page = invite(java_script_enabled=False).context.new_page()
    for address in ("en/", "en/about/", "en/claims/", "en/entities/", "en/claims/2031-03-11-walkers-union-visitors/"):
        page.goto(f"{served_golden.address}{address}")
        expect(page.get_by_role("search")).to_have_count(1)
    page.goto(f"{served_golden.address}404.html")
    expect(page.get_by_role("search")).to_have_count(2)


def test_a_page_on_which_nobody_searches_loads_nothing_for_it(served_golden: Server, invite: Invite) -> None:
    reader = invite()
    page = reader.context.new_page()
    page.goto(f"{served_golden.address}en/about/", wait_until="networkidle")
    assert not [url for url in reader.watched.requests if "search" in url]
    page.locator(FIELD).focus()
    page.wait_for_event("requestfinished", lambda request: request.url.endswith("/search/index.json"))


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_a_key_leads_to_the_field(served_golden: Server, invite: Invite, key: str) -> None:
    page = invite().context.new_page()
    page.goto(f"{served_golden.address}en/about/")
    page.keyboard.press(key)
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(FIELD)).to_have_value("")
    page.keyboard.type("a/b")
    expect(page.locator(FIELD)).to_have_value("a/b")


def test_suggestions_are_chosen_with_the_keyboard(served_golden: Server, invite: Invite) -> None:
    page = invite().context.new_page()
    page.goto(f"{served_golden.address}en/about/")
    typed(page, "walkers")
    field, first = page.locator(FIELD), page.locator(OPTIONS).first
    expect(page.locator(OPTIONS).last).to_contain_text("“walkers”")  # all that was typed is answered
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(first).to_contain_text("Walkers' Union")
    expect(page.locator(".ca-search [role=status]")).to_have_text(re.compile(r"^\d+ suggestions$"))
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == first.get_attribute("id")
    page.keyboard.press("ArrowUp")
    expect(page.locator("[aria-selected]")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(page.locator(OPTIONS).first).to_be_hidden()
    expect(field).to_have_value("walkers")
    page.keyboard.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served_golden.address}en/entities/walkers-union/")


def test_enter_without_a_choice_and_the_last_suggestion_lead_to_all_results(
    served_golden: Server, invite: Invite
) -> None:
    page = invite().context.new_page()
    for key in ("", "ArrowUp"):
        page.goto(f"{served_golden.address}ko/about/")
        typed(page, "등불")
        expect(page.locator(OPTIONS).last).to_contain_text("“등불”")
        for each in filter(None, (key, "Enter")):
            page.keyboard.press(each)
        page.wait_for_url(f"{served_golden.address}ko/claims/?q=%EB%93%B1%EB%B6%88")
        expect(page.locator(RESULTS).first).to_be_visible()


def test_a_suggestion_can_be_touched(served_golden: Server, invite: Invite) -> None:
    page = invite(has_touch=True, viewport={"width": 390, "height": 800}).context.new_page()
    page.goto(f"{served_golden.address}404.html")
    page.locator(FIELD).last.tap()
    page.keyboard.type("걷기")
    page.locator(OPTIONS).first.tap()
    page.wait_for_url(re.compile(r"/ko/entities/[a-z-]+/$"))


def test_the_address_holds_the_state_and_back_goes_through_it(served_golden: Server, invite: Invite) -> None:
    page = invite().context.new_page()
    start = f"{served_golden.address}en/claims/"
    page.goto(start)
    expect(page.locator(".ca-filters button")).to_have_count(6)
    expect(page.locator(".ca-all")).to_be_visible()
    typed(page, "visitors")
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator(".ca-all")).to_be_hidden()
    expect(page).to_have_url(f"{start}?q=visitors")
    found = page.locator(RESULTS).count()
    page.get_by_role("button", name="Claimant").click()
    page.locator(".ca-panel a").first.click()
    expect(page).to_have_url(re.compile(r"\?q=visitors&claimant=[a-z-]+$"))
    filtered = page.url
    expect(page.locator(".ca-chips a")).to_have_count(1)
    assert page.locator(RESULTS).count() <= found
    page.locator(".ca-filters select").select_option("oldest")
    expect(page).to_have_url(f"{filtered}&sort=oldest")
    page.go_back()
    expect(page).to_have_url(filtered)
    expect(page.locator(".ca-filters select")).to_have_value("relevance")
    page.go_back()
    expect(page).to_have_url(f"{start}?q=visitors")
    expect(page.locator(RESULTS)).to_have_count(found)
    page.go_back()
    expect(page).to_have_url(start)
    expect(page.locator(".ca-all")).to_be_visible()
    expect(page.locator(FIELD)).to_have_value("")
    page.goto(filtered)
    expect(page.locator(".ca-chips a")).to_have_count(1)
    expect(page.locator(FIELD)).to_have_value("visitors")
    page.locator(".ca-chips a").click()
    expect(page.locator(RESULTS)).to_have_count(found)
    expect(page).to_have_url(f"{start}?q=visitors")


def test_counts_of_filters_say_how_many_claims_they_leave(served_golden: Server, invite: Invite) -> None:
    page = invite().context.new_page()
    for query in ("", "visitors"):
        for name in ("Claimant", "Subject", "Outlet", "Question", "Year", "Original language"):
            page.goto(f"{served_golden.address}en/claims/{query and f'?q={query}'}")
            page.get_by_role("button", name=name).click()
            value = page.locator(".ca-panel a").first
            count = value.locator(".ca-facts").inner_text()
            value.click()
            expect(page.locator("#search > [role=status]")).to_have_text(f"{count} claim{'' if count == '1' else 's'}")
            expect(page.locator(RESULTS)).to_have_count(int(count))


def test_filters_are_used_with_the_keyboard(served_golden: Server, invite: Invite) -> None:
    page = invite().context.new_page()
    page.goto(f"{served_golden.address}en/claims/")
    button = page.get_by_role("button", name="Year")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".ca-panel a").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(page.locator(".ca-panel a").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".ca-panel a").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?year=\d{4}$"))
    expect(button).to_be_focused()


def test_more_results_come_by_a_button_and_are_there_again_on_the_way_back(
    served_large: Server, invite: Invite
) -> None:
    page = invite().context.new_page()
    page.goto(f"{served_large.address}en/claims/?sort=oldest")
    results = page.locator(RESULTS)
    expect(results).to_have_count(20)
    page.locator(".ca-more").click()
    expect(results).to_have_count(40)
    expect(results.nth(20)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/claims/\d"))
    page.go_back()
    expect(results).to_have_count(40)


def test_results_show_the_words_of_the_other_language_with_its_name(served_golden: Server, invite: Invite) -> None:
    page = invite().context.new_page()
    page.goto(f"{served_golden.address}en/claims/?q=흑자는")
    words = page.locator(".ca-results .ca-words").first
    expect(words.locator(".ca-tag")).to_have_text("Korean")
    expect(words.locator("bdi")).to_have_attribute("lang", "ko")
    expect(words.locator("mark").first).to_contain_text("흑자")
    page.goto(f"{served_golden.address}en/claims/?q=절반이")
    expect(words.locator("bdi")).to_have_text(re.compile("^“…?[^“”]+”$"))  # the claimant's own words, though cut


def test_what_was_found_in_place_of_a_slip_is_told_as_it_stands_in_the_results(
    served_golden: Server, invite: Invite
) -> None:
    page = invite().context.new_page()
    page.goto(f"{served_golden.address}en/claims/?q=visitros")
    note = page.locator(".ca-results > p.ca-facts")
    expect(note).to_have_text(re.compile(r"^Not found: “visitros”\. Shown instead: visitors\b", re.IGNORECASE))


def test_where_nothing_is_found_there_are_ways_on(served_golden: Server, invite: Invite) -> None:
    page = invite().context.new_page()
    page.goto(f"{served_golden.address}en/claims/?q=visitors&year=1999&claimant=nobody")
    expect(page.locator(".ca-results h2")).to_contain_text("visitors")
    expect(page.locator("#search > [role=status]")).to_contain_text("Nothing found")
    page.locator(".ca-results").get_by_role("link", name="Without any filter").click()
    expect(page).to_have_url(f"{served_golden.address}en/claims/?q=visitors")
    expect(page.locator(RESULTS).first).to_be_visible()


def test_lists_of_names_are_filtered(served_golden: Server, invite: Invite) -> None:
    page = invite().context.new_page()
    for address in ("entities/", "sources/"):
        page.goto(f"{served_golden.address}ko/{address}")
        field = page.locator("[data-names] input")
        before = page.locator("main h2:visible").count()
        field.focus()
        page.keyboard.type("걷기")
        expect(page.locator("[data-names] li a").first).to_have_attribute("href", re.compile("/ko/entities/"))
        field.fill("")
        expect(page.locator("[data-names] li")).to_have_count(0)
        expect(page.locator("main h2:visible")).to_have_count(before)


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1280)])
def test_everyone_can_search(served_golden: Server, invite: Invite, scheme: str, width: int) -> None:
    page = invite(color_scheme=scheme, viewport={"width": width, "height": 800}).context.new_page()
    found = {}
    page.goto(f"{served_golden.address}en/about/")
    typed(page, "walkers")
    expect(page.locator(OPTIONS).last).to_contain_text("“walkers”")
    page.keyboard.press("ArrowDown")
    found["suggestions"] = violations(page)
    for query in ("q=visitors&sort=oldest&year=2031", "q=zzxxqq", "q=visitors&year=1999"):
        page.goto(f"{served_golden.address}ko/claims/?{query}")
        expect(page.locator(".ca-results > *").first).to_be_visible()
        page.locator(".ca-filters button").first.click()
        expect(page.locator(".ca-panel li").first).to_be_visible()
        found[query] = violations(page)
    page.goto(f"{served_golden.address}en/entities/")
    page.locator("[data-names] input").focus()
    page.keyboard.type("walkers")
    expect(page.locator("[data-names] li").first).to_be_visible()
    found["names"] = violations(page)
    assert not {name: faults for name, faults in found.items() if faults}


def test_hostile_texts_are_but_texts(tmp_path_factory: pytest.TempPathFactory, invite: Invite) -> None:
    """Readers whose page asks another host, meets an error or sees a dialog fail."""
    root = tmp_path_factory.mktemp("hostile")
    archive = root / "archive"
    shutil.copytree(ARCHIVE, archive, ignore=shutil.ignore_patterns("claims"))
    hostile.write(archive, hostile.strings(8))
    with undrawn_cards():
        make_site(archive)
    with serving(archive / "site", root / "server") as server:
        page = invite().context.new_page()
        page.goto(f"{server.address}en/claims/?sort=oldest")
        while page.locator(RESULTS).first.is_visible() and page.locator(".ca-more").count():
            count = page.locator(RESULTS).count()
            page.locator(".ca-more").click()
            expect(page.locator(RESULTS).nth(count)).to_be_visible()
        for name in ("Claimant", "Subject", "Outlet", "Question"):
            page.get_by_role("button", name=name, exact=True).click()
            expect(page.locator(".ca-panel li").first).to_be_visible()
        page.goto(f"{server.address}en/claims/")
        for text in HOSTILE:
            page.locator(FIELD).fill("")
            expect(page.locator(".ca-results > *")).to_have_count(0)
            page.locator(FIELD).fill(text)
            page.keyboard.press("Enter")
            expect(page.locator(".ca-results > *").first).to_be_visible()
        page.goto(f"{server.address}en/about/")
        for text in HOSTILE:
            page.locator(FIELD).fill(text)
            expect(page.locator(OPTIONS).last).to_contain_text(" ".join(text.split()))
        for name in ("claimant", "about", "outlet", "series", "year", "lang"):
            page.goto(f"{server.address}en/claims/?{name}=__proto__&sort=<img src=x onerror=alert(1)>")
            expect(page.locator(".ca-results h2")).to_be_visible()
            expect(page.locator(".ca-chips bdi")).to_have_text("__proto__")
        assert page.locator("main img, main script").count() == 0


def test_the_field_is_hidden_on_a_page_opened_from_the_disk(golden_site: Path, browser: Browser) -> None:
    context, faults = browser.new_context(), list[str]()
    page = context.new_page()
    page.on("console", lambda said: faults.append(said.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    for address in ("en/about", "en/claims", "en/entities"):
        page.goto((golden_site / address / "index.html").as_uri() + "?q=visitors")
        for part in page.locator("[role=search], [data-names]").all():
            expect(part).to_be_hidden()
        page.keyboard.press("/")
        expect(page.locator("main > :not([role=search], [data-names], #search)").last).to_be_visible()
    context.close()
    assert faults == []


def test_a_site_without_search_has_no_trace_of_it(tmp_path: Path, invite: Invite) -> None:
    archive = shutil.copytree(ARCHIVE, tmp_path / "archive")
    found = replace(settings.read(archive / "mkdocs.yml"), search=False)
    build_site(found, engines.load("mkdocs"))
    site = archive / "site"
    assert not (site / "search").exists()
    assert [*site.rglob("opensearch.xml"), *site.glob("assets/search.??.json")] == []
    for file in site.rglob("*.html"):
        text = file.read_text("utf-8")
        assert 'role="search"' not in text, file
        assert 'rel="search"' not in text, file
        assert "data-names" not in text, file
    with serving(site, tmp_path / "server") as server:
        page = invite().context.new_page()
        page.goto(f"{server.address}en/claims/?q=visitors")
        expect(page.locator(".ca-cards").first).to_be_visible()
        page.keyboard.press("/")
