"""What somebody sees in the browser while a record is edited and its page is open."""

import threading
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import expect

from site_builder import engine
from site_builder.publish import build
from site_builder.publish.preview import Preview
from site_builder.publish.server import Server
from site_builder.read import settings
from tests import golden
from tests.browser.conftest import Invite
from tests.records import changed

CLAIM = "claims/2031/2031-03-12-city-office-visitors.yml"
PAGE = "en/claims/2031-03-12-city-office-visitors/"
BOX = ".ca-problems"


@pytest.fixture
def previewed(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """The golden archive in a preview; its folder and the preview's address."""
    root = copytree(golden.ARCHIVE, tmp_path / "archive")
    site = settings.read(root / "mkdocs.yml")
    preview = Preview(root, site.languages)
    (tmp_path / "rendered").mkdir()
    content = build.prepare_content(site)
    preview.show(build.render(site, content, engine.load("mkdocs"), tmp_path / "rendered"), content)
    server = Server(root / "mkdocs.yml", preview, ("127.0.0.1", 0), "/some/path/", lambda: None)
    thread = threading.Thread(target=server.serve)
    thread.start()
    yield root, server.url
    server.shutdown()
    thread.join()


IS_BACK = "() => { scrollTo(0, 120); return document.readyState === 'complete' && scrollY === 120; }"
END_IS_SEEN = """() => {
  scrollTo(0, document.documentElement.scrollHeight);
  const [footer, box] = ["footer", ".ca-problems"].map((each) => document.querySelector(each));
  return footer && box && footer.getBoundingClientRect().bottom <= box.getBoundingClientRect().top;
}"""


@pytest.mark.parametrize(("width", "height"), [(390, 600), (1280, 400)])
def test_a_record_that_breaks_is_told_of_where_the_reader_is(
    previewed: tuple[Path, str], invite: Invite, width: int, height: int
) -> None:
    root, url = previewed
    page = invite(viewport={"width": width, "height": height}, bypass_csp=True).context.new_page()
    page.goto(url + PAGE)
    page.evaluate("scrollTo(0, 120)")
    file = root / CLAIM
    text = file.read_text("utf-8")
    for _ in range(2):
        file.write_text(changed(text, "claimant: city-office", "claimant: city-offise"), "utf-8")
        box = page.locator(BOX)
        expect(box).to_contain_text("did you mean city-office?")
        expect(box).to_be_in_viewport(ratio=1)
        page.wait_for_function("scrollY === 120")
        page.wait_for_function(END_IS_SEEN)
        expect(box).to_be_in_viewport(ratio=1)
        page.wait_for_function(IS_BACK)
        file.write_text(text, "utf-8")
        expect(box).to_have_count(0)
        page.wait_for_function("Math.abs(scrollY - 120) < 2")


def test_a_long_list_of_problems_can_be_read_and_leaves_half_of_the_page(
    previewed: tuple[Path, str], invite: Invite
) -> None:
    root, url = previewed
    page = invite(viewport={"width": 390, "height": 600}).context.new_page()
    page.goto(url + PAGE)
    for number in range(20):
        (root / f"claims/2031/stray-{number}.txt").write_text("x", "utf-8")
    box = page.locator(BOX)
    expect(box).to_contain_text("20 errors")
    expect(box).to_be_in_viewport(ratio=1)
    found = box.bounding_box()
    assert found
    assert found["height"] <= 300
    assert box.evaluate("box => getComputedStyle(box).overflowY") == "auto"
    assert box.evaluate("box => { box.scrollTop = box.scrollHeight; return box.scrollTop; }") > 0
