"""Citing a claim from its page: what is copied there is what `claims cite` prints, byte for byte."""

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from site_builder.language.language import Language
from site_builder.library.citation_forms import FORMATS
from site_builder.library.library import Library
from site_builder.library.localized import LocalizedLibrary
from site_builder.pages.claim import citation
from tests import libraries, repository
from tests.browser import hostile
from tests.browser.conftest import Invite, Reader, Server, serving
from tests.building import make_site, undrawn_cards
from tests.golden import ARCHIVE

pytestmark = pytest.mark.browser

CLAIM = "2031-03-11-city-office-visitors"
LATER = "2031-03-11-walkers-union-visitors"
WITHDRAWN = "2031-03-12-mara-lind-withdrawn"
LANGUAGES = ("en", "ko")
HOSTILE = (
    "</script><img src=x onerror=alert(1)>",
    "\"'`=<>& &lt;b&gt;&amp;&#x3c; &notit;",
    "{0}{title}{{{author}}}{accessed_iso}%s $& $1 \\1",
    "} , url = {https://example.org} \\end{x} # ~ ^ _ | % $ &",
    "a { alone",
    "]] }} | quote= {{!}} <nowiki> ''x'' ~~~~ __TOC__",
    "\\u003cb\\u003e\\",
    "אבג العربية <b>",
    "𝕏 👩🏽‍🚒 é ß ﬁ İ ǆ",
    "or: the end. a new iPhone of ours?",
)
"""What means more than itself in some form, in letters of several scripts and lengths, in capitals and not."""
CITED = (
    *sorted(file.stem for file in ARCHIVE.glob("claims/2*/*.yml")),
    *(f"2031-03-{claim}-{word}" for word in hostile.words(len(HOSTILE)) for claim in ("11-union", "13-gone")),
    "2031-03-15-office-aaa",
)
LINES = (
    "first line\nER  - \nTY  - BOOK\n\n}} \\end{document} % '''bold''' ~~~~ __TOC__ {{{x}}} &amp; שלום 한국어\u00a0끝"
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden archive with a history and more hostile records; one record is not committed yet."""
    root = shutil.copytree(ARCHIVE, tmp_path_factory.mktemp("cited") / "archive")
    hostile.write(root, HOSTILE)
    file = root / "claims/2031/2031-03-15-office-aaa.yml"
    record = json.loads(file.read_text("utf-8"))
    for tag, quote in record["quotes"].items():
        quote["text"] = f"{LINES} {tag}"
    file.write_text(json.dumps(record), "utf-8")
    later = root / f"claims/2031/{LATER}.yml"
    aside = later.rename(root / "later")
    (root / ".gitignore").write_text("/later\n/site/\n/.cache/\n", "utf-8")
    repository.commit(root, day="2031-05-01")
    aside.rename(later)
    with undrawn_cards():
        make_site(root)
    return root


@pytest.fixture(scope="module")
def cited(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Its site."""
    with serving(archive / "site", tmp_path_factory.mktemp("server")) as server:
        yield server


@pytest.fixture(scope="module")
def library(archive: Path) -> Library:
    """Its library."""
    return libraries.of_archive(archive)


def citations(library: Library, tag: str, id: str) -> dict[str, str]:
    """What `claims cite` prints of a claim, by format."""
    localized = LocalizedLibrary(library, Language(tag))
    return {form: citation(localized, library.archive.claims[id], form) for form in FORMATS}


def come(invite: Invite) -> Reader:
    """A reader on 27 November 2031, late in the evening, whose browser lets tests read what was copied."""
    reader = invite(timezone_id="Asia/Seoul", permissions=["clipboard-read", "clipboard-write"])
    reader.context.clock.set_fixed_time("2031-11-27T14:30:00Z")
    return reader


def without_access(route: Route) -> None:
    """Give the script a table of forms of which none says when a page was read."""
    table = route.fetch().json()
    for form in table["forms"].values():
        form["pieces"] = [piece for piece in form["pieces"] if "{accessed" not in piece]
    route.fulfill(json=table)


CLICK_ALL = """async () => {
    const [status, text] = ["status", "text"].map(name => document.querySelector(`.ca-cite__${name}`));
    const copied = {};
    for (const button of document.querySelectorAll("[data-cite]")) {
        button.click();
        while (!status.textContent.includes(button.textContent)) await new Promise(requestAnimationFrame);
        copied[button.dataset.cite] = await navigator.clipboard.readText();
        if (text.textContent !== copied[button.dataset.cite]) throw new Error(button.dataset.cite);
    }
    return copied;
}"""


def all_copied(page: Page) -> dict[str, str]:
    """What each button copies; the page shows the same."""
    return dict(page.evaluate(CLICK_ALL))


def copied(page: Page, format: str) -> str:
    """What a click on a button copies."""
    button = page.locator(f'[data-cite="{format}"]')
    button.click()
    expect(page.get_by_role("status")).to_contain_text(button.inner_text())
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_script_copies_what_the_command_prints(cited: Server, library: Library, invite: Invite, tag: str) -> None:
    reader = come(invite)
    reader.context.route("**/citations.*.json", without_access)
    page = reader.context.new_page()
    for id in CITED:
        page.goto(f"{cited.address}{tag}/claims/{id}/")
        assert all_copied(page) == citations(library, tag, id)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_it_does_so_for_every_claim_of_the_sample(served: Server, sample_site: Path, invite: Invite, tag: str) -> None:
    reader = come(invite)
    reader.context.route("**/citations.*.json", without_access)
    page, known = reader.context.new_page(), libraries.of_archive(sample_site.parent)
    for id in known.archive.claims:
        page.goto(f"{served.address}{tag}/claims/{id}/")
        assert all_copied(page) == citations(known, tag, id)


ACCESS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "en": {
        "text": (" https://", " Retrieved November 27, 2031, from https://"),
        "apa": (" https://", " Retrieved November 27, 2031, from https://"),
        "chicago": (" https://", " Accessed November 27, 2031. https://"),
        "bibtex": ("\n  organization", "\n  urldate = {2031-11-27},\n  organization"),
        "ris": ("\nUR  - ", "\nY2  - 2031/11/27\nUR  - "),
        "csl": (',\n    "URL"', ',\n    "accessed": {"date-parts": [[2031, 11, 27]]},\n    "URL"'),
        "wikipedia": (" |language", " |access-date=2031-11-27 |language"),
        "quote": (". Source: ", " (accessed November 27, 2031). Source: "),
        "html": (". Source: ", " (accessed November 27, 2031). Source: "),
    },
    "ko": {
        "text": (". 출처: ", " (검색일: 2031. 11. 27.). 출처: "),
        "apa": ("visitors/", "visitors/ (2031년 11월 27일 검색)"),
        "chicago": (" https://", " 2031년 11월 27일 접속. https://"),
        "bibtex": ("\n  organization", "\n  urldate = {2031-11-27},\n  organization"),
        "ris": ("\nUR  - ", "\nY2  - 2031/11/27\nUR  - "),
        "csl": (',\n    "URL"', ',\n    "accessed": {"date-parts": [[2031, 11, 27]]},\n    "URL"'),
        "wikipedia": (" |language", " |access-date=2031-11-27 |language"),
        "quote": (". 출처: ", " (검색일: 2031. 11. 27.). 출처: "),
        "html": (". 출처: ", " (검색일: 2031. 11. 27.). 출처: "),
    },
}
"""What the day of access adds to each form: what stands in place of what the command prints, once."""


@pytest.mark.parametrize("id", [CLAIM, LATER])
@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_script_adds_the_day_of_access(cited: Server, library: Library, invite: Invite, tag: str, id: str) -> None:
    page = come(invite).context.new_page()
    page.goto(f"{cited.address}{tag}/claims/{id}/")
    expected = {
        format: printed.replace(*ACCESS[tag][format], 1) for format, printed in citations(library, tag, id).items()
    }
    assert all_copied(page) == expected


@pytest.mark.parametrize(("format", "suffix"), [("bibtex", "bib"), ("ris", "ris"), ("csl", "json")])
def test_a_download_holds_what_is_copied(cited: Server, invite: Invite, format: str, suffix: str) -> None:
    page = come(invite).context.new_page()
    page.goto(f"{cited.address}ko/claims/{CLAIM}/")
    with page.expect_download() as download:
        page.locator(f'[data-download="{format}"]').click()
    assert download.value.suggested_filename == f"{CLAIM}.{suffix}"
    assert Path(download.value.path()).read_text("utf-8") == f"{copied(page, format)}\n"


def test_nothing_is_asked_for_before_a_reader_comes_near(cited: Server, invite: Invite) -> None:
    reader = come(invite)
    page = reader.context.new_page()
    page.goto(f"{cited.address}en/claims/{CLAIM}/", wait_until="networkidle")
    expect(page.locator("[data-cite]")).to_have_count(len(FORMATS))
    assert not [url for url in reader.watched.requests if url.endswith(".json")]
    copied(page, "apa")
    copied(page, "ris")
    asked = [url.rpartition("/")[2] for url in reader.watched.requests if url.endswith(".json")]
    assert sorted(asked) == ["citations.en.json", "claim.json"]


def test_a_keyboard_reaches_every_button_and_a_screen_reader_is_told(cited: Server, invite: Invite) -> None:
    page = come(invite).context.new_page()
    page.goto(f"{cited.address}en/claims/{CLAIM}/")
    page.locator('[data-cite="text"]').focus()
    reached = []
    for _ in range(len(FORMATS) + 3):
        reached.append(page.evaluate("document.activeElement.dataset.cite ?? document.activeElement.dataset.download"))
        page.keyboard.press("Tab")
    assert sorted(reached) == sorted([*FORMATS, "bibtex", "ris", "csl"])
    page.locator('[data-cite="bibtex"]').focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Copied: BibTeX")
    assert page.evaluate("document.activeElement.dataset.cite") == "bibtex"


def test_where_nothing_may_be_copied_the_citation_can_be_read(cited: Server, library: Library, invite: Invite) -> None:
    page = come(invite).context.new_page()
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))")
    page.goto(f"{cited.address}en/claims/{CLAIM}/")
    page.locator('[data-cite="chicago"]').click()
    expect(page.get_by_role("status")).to_have_text("Copy it from below: Chicago")
    expect(page.locator(".ca-cite__text")).to_contain_text("Accessed November 27, 2031")


def test_without_a_connection_the_citation_of_the_page_is_selected(cited: Server, invite: Invite) -> None:
    reader = come(invite)
    page = reader.context.new_page()
    page.goto(f"{cited.address}en/claims/{CLAIM}/")
    reader.context.route("**/*.json", lambda route: route.abort("aborted"))
    page.locator('[data-cite="chicago"]').click()
    page.wait_for_function("getSelection().toString() !== ''")
    assert page.evaluate("getSelection().toString()") == page.locator("#cite > p").first.inner_text()


@pytest.mark.parametrize("id", [CLAIM, WITHDRAWN])
@pytest.mark.parametrize("tag", LANGUAGES)
def test_without_script_the_page_says_the_text(
    cited: Server, library: Library, invite: Invite, tag: str, id: str
) -> None:
    page = invite(java_script_enabled=False).context.new_page()
    page.goto(f"{cited.address}{tag}/claims/{id}/")
    line = page.locator("#cite > p").inner_text()
    without_address = re.sub(r", https://[^ ]+$", "", citations(library, tag, id)["text"])
    assert line == without_address
    expect(page.locator("#cite > *")).to_have_count(2)  # heading and text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_buttons_can_be_hit_and_seen_on_a_phone(cited: Server, invite: Invite, scheme: Any) -> None:
    page = invite(viewport={"width": 360, "height": 740}, color_scheme=scheme).context.new_page()
    page.goto(f"{cited.address}ko/claims/{CLAIM}/")
    for button in page.locator("#cite button").all():
        box = button.bounding_box()
        assert box and box["width"] >= 44 and box["height"] >= 44
    colours = page.locator("#cite button").first.evaluate(
        "button => [getComputedStyle(button).color, getComputedStyle(button).backgroundColor]"
    )
    light, dark = (sum(map(int, re.findall(r"\d+", colour)[:3])) for colour in colours)
    assert (light < dark) == (scheme == "light")
