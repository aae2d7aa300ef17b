"""Pictures of every kind of page in both languages and schemes, on a phone and on a desk: `make shots`."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.archive import REPOSITORY, copy_site, write_archive
from site_builder.language.catalogs import available
from tests import golden, sample
from tests.browser import KINDS_OF_PAGES
from tests.browser.conftest import PROGRAM, QUIET, serving
from tests.building import make_site

FOLDER = REPOSITORY / "shots"
WIDTHS = (390, 1280)
OF_GOLDEN = (
    "claims/2031-03-12-mara-lind-withdrawn/",
    "claims/2031-03-12-mara-lind-hostile/",
    "claims/2031-02-27-mara-lind-grown-ups/",
    "claims/2031-03-11-walkers-union-visitors/",
    "claims/2031-03-12-city-office-visitors/",
    "claims/2031-03-20-city-office-accounts/",
    "claims/2031-03-omber-daily-visitors/",
    "corrections/",
    "series/visitors/",
)
SEARCHED = {
    "en": {"found": "drone", "several": "soldiers killed", "slip": "luivan", "nothing": "zzzzzz"},
    "ko": {"found": "드론", "several": "벨만군 사망", "slip": "루바아", "nothing": "뷁뷁뷁"},
}
"""What is typed on the sample archive, by language and what comes of it."""
OF_LARGE = ("", "dates/2024/", "disagreements/", "series/people-displaced/", "series/people-in-shelters/", "timeline/")


def sites(folder: Path) -> Iterator[tuple[str, Path, tuple[str, ...]]]:
    """The name of each archive, its site, and the pages to take."""
    shutil.copytree(sample.ARCHIVE, folder / "sample")
    copy_site(folder / "sample")
    make_site(folder / "sample")
    yield "sample", folder / "sample" / "site", KINDS_OF_PAGES
    yield "golden", golden.build(folder / "golden"), OF_GOLDEN
    write_archive(folder / "large", 2000)
    make_site(folder / "large")
    yield "large", folder / "large" / "site", OF_LARGE


def take(browser: Browser, address: str, name: str, pages: tuple[str, ...]) -> Iterator[Path]:
    """A picture of each page at each width, in each language and scheme; of the sample also of its search."""
    for width in WIDTHS:
        for scheme in ("light", "dark"):
            context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
            page = context.new_page()
            for language in ("en", "ko"):
                for path in pages:
                    page.goto(f"{address}{language}/{path}")
                    yield _picture(page, f"{name}-{path.replace('/', '-') or 'home-'}{language}-{width}-{scheme}")
                for state in _searches(page, f"{address}{language}/", SEARCHED[language] if name == "sample" else {}):
                    yield _picture(page, f"{name}-search-{state}-{language}-{width}-{scheme}")
            context.close()


def _picture(page: Page, name: str) -> Path:
    file = FOLDER / f"{name}.png"
    page.screenshot(path=file, full_page=True)
    return file


def _searches(page: Page, address: str, queries: Mapping[str, str]) -> Iterator[str]:
    """Bring the page from one state of the search to the next: suggestions, results, and a filter that is open."""
    for state, query in queries.items():
        page.goto(address)
        page.locator("[role=search] input:visible").first.press_sequentially(query)
        page.locator(".ca-suggestions [role=option]").first.wait_for()
        yield f"suggestions-{state}"
        page.goto(f"{address}claims/?q={quote(query)}")
        page.locator("#search > [role=status]", has_text=re.compile(r"\S")).wait_for()
        yield state
        if state == "found":
            page.locator(".ca-filters button").first.click()
            page.locator(".ca-filters a:visible").first.wait_for()
            yield "filter"


def tell_of_missing_fonts() -> None:
    """Say for which of the languages no font is installed: Chromium would draw boxes."""
    if program := shutil.which("fc-list"):
        for tag in available():
            if not subprocess.run([program, f":lang={tag}"], capture_output=True, check=True).stdout:
                sys.stderr.write(f"shots: no font for the language {tag} is installed; its letters will be boxes\n")


def main() -> None:
    """Take all pictures anew."""
    tell_of_missing_fonts()
    os.environ["SOURCE_DATE_EPOCH"] = golden.TODAY
    shutil.rmtree(FOLDER, ignore_errors=True)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=QUIET)
        count = 0
        for name, site, pages in sites(Path(temporary)):
            with serving(site, Path(temporary) / f"server-{name}") as server:
                count += sum(1 for _ in take(browser, server.address, name, pages))
        browser.close()
    sys.stdout.write(f"{FOLDER.relative_to(REPOSITORY)}: {count} pictures\n")


if __name__ == "__main__":
    main()
