"""A built site opened by a double click, without a server."""

from pathlib import Path

from playwright.sync_api import Browser, expect


def test_one_gets_from_page_to_page(golden_site: Path, browser: Browser) -> None:
    context = browser.new_context(locale="ko-KR")
    page = context.new_page()
    page.goto((golden_site / "index.html").as_uri())
    page.wait_for_url((golden_site / "ko/index.html").as_uri())
    page.locator("header nav a").first.click()
    page.wait_for_url((golden_site / "ko/claims/index.html").as_uri())
    page.locator("main a[href*=visitors]").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.endswith("/index.html")
    page.locator("header a[hreflang=en]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    context.close()
