"""A browser opens a source at the quoted words: it marks them, and nothing else.

What a browser marks cannot be asked for by script, so the pages here paint it in a colour that nothing else has, and a
word is marked if a picture of the page shows that colour where it stands.
"""

import base64
import re
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Page

from site_builder.model.records import SourceQuote
from site_builder.text.deep_links import deep_link
from tests import libraries, sample
from tests.browser.conftest import Invite, Server, serving

pytestmark = pytest.mark.browser

ARTICLE = (
    "At dusk the office spoke. The office said that about 1,200 people came to the lake in Omber.",
    "The office said that it was “a well-known, much-loved walk” – tickets & tea included (3,000.5 cups). "
    "Nobody had counted the dogs, the ducks, and the children who came with teachers from the school at the hill.",
    "국가정보원은 30일 국회에서 약 1,200명이 호수 둘레를 걸었다고 밝혔다. "
    "국가정보원은 30일 국회에서 부상자는 없었다고 덧붙였다.",
    "The office said that it was cold. About 1,200 people came to the town.",
)
"""An article whose sentences begin alike, paragraph by paragraph."""
FOUND = """async picture => {
    const bytes = Uint8Array.from(atob(picture), byte => byte.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d", {willReadFrequently: true});
    canvas.drawImage(image, 0, 0);
    return [...document.querySelectorAll("b")].map((word, place) => {
        const box = word.getBoundingClientRect();
        const line = canvas.getImageData(box.left, box.top + box.height / 2, box.width, 1).data;
        const isMarked = line.some((red, at) => at % 4 === 0 && red > 200 && line[at + 1] < 60 && line[at + 2] > 200);
        return isMarked ? place : -1;
    }).filter(place => place >= 0);
}"""


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An article of an outlet that nobody knows."""
    write(folder := tmp_path_factory.mktemp("article"), ARTICLE)
    with serving(folder, tmp_path_factory.mktemp("server")) as server:
        yield server


@pytest.fixture(scope="module")
def quoted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The article that the records of the sample quote."""
    write(folder := tmp_path_factory.mktemp("quoted"), sample.ARTICLE)
    with serving(folder, tmp_path_factory.mktemp("server")) as server:
        yield server


def write(folder: Path, article: Sequence[str]) -> None:
    """Write the page of an article, with an element around each word."""
    paragraphs = "".join(
        f"<p>{' '.join(f'<b>{escape(word)}</b>' for word in paragraph.split())}</p>" for paragraph in article
    )
    style = (
        "body{font:16px/2 sans-serif;color:#fff;width:900px}b{font-weight:400;color:#000;white-space:nowrap}"
        "::target-text{background:#f0f;color:#f0f}"
    )
    head = '<!doctype html><meta charset="utf-8"><title>An article</title><link rel="icon" href="data:,">'
    (folder / "index.html").write_text(f"{head}<style>{style}</style>{paragraphs}", "utf-8")


def marked(page: Page, address: str) -> list[str]:
    """The words that the browser marks when it opens an address."""
    page.goto("about:blank")
    page.goto(address)
    words = [word for paragraph in ARTICLE for word in paragraph.split()]
    return [words[place] for place in places_marked(page)]


def places_marked(page: Page) -> Sequence[int]:
    """The places of the words that are marked on the page of an article, all of which is in sight."""
    places: Sequence[int] = page.evaluate(FOUND, base64.b64encode(page.screenshot()).decode())
    return places


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("about 1,200 people came to the lake in Omber.", "about 1,200 people came to the lake in Omber."),
        (
            "it was “a well-known, much-loved walk” – tickets & tea",
            "it was “a well-known, much-loved walk” – tickets & tea",
        ),
        ("a well-known, much-loved walk", "“a well-known, much-loved walk”"),
        ("3,000.5 cups", "(3,000.5 cups)."),
        (
            "“Nobody had counted the dogs, the ducks, and the children who came with teachers from the school.”",
            None,
        ),
        ("The office said that it was cold", "The office said that it was cold."),
        ("the dogs, […] the children", "the dogs, the children"),
        (
            "국가정보원은 30일 국회에서 부상자는 없었다고 덧붙였다",
            "국가정보원은 30일 국회에서 부상자는 없었다고 덧붙였다.",
        ),
        ("약 1,200명이 호수 둘레를 걸었다고", "약 1,200명이 호수 둘레를 걸었다고"),
        ("words that stand nowhere", ""),
    ],
)
def test_the_quoted_words_are_marked_and_nothing_else(
    article: Server, invite: Invite, quote: str, words: str | None
) -> None:
    if words is None:
        words = quote.strip("“”").replace("school.", "school")
    page = invite(viewport={"width": 960, "height": 700}).context.new_page()
    assert " ".join(marked(page, deep_link(article.address, quote))) == words


def test_a_place_on_the_page_is_kept(article: Server, invite: Invite) -> None:
    page = invite().context.new_page()
    assert marked(page, deep_link(f"{article.address}#top", "the town")) == ["the", "town."]
    assert page.evaluate("location.hash") == "#top"


def places_of(quote: str) -> list[int]:
    """The places of the words of a quote in the article, where it stands first; each as far as it is a word."""
    text = " ".join(sample.ARTICLE)
    start = text.index(quote)
    end = start + len(re.sub(r"\W+$", "", quote))
    start += len(quote) - len(re.sub(r"^\W+", "", quote))
    return [place for place, word in enumerate(re.finditer(r"\S+", text)) if word.end() > start and word.start() < end]


@pytest.mark.parametrize("tag", ["en", "ko"])
def test_the_link_of_every_claim_opens_its_source_at_the_words(
    served: Server, quoted: Server, sample_site: Path, invite: Invite, tag: str
) -> None:
    """The host of the source is replaced by that of its copy; what stands behind the host is followed as it is."""
    page = invite(viewport={"width": 960, "height": 1600}).context.new_page()
    claims = libraries.of_archive(sample_site.parent).archive.claims
    opened = 0
    for claim in claims.values():
        page.goto(f"{served.address}{tag}/claims/{claim.id}/")
        for language, quote in claim.quotes.items():
            link = page.locator(f"#quote-{language} a[href*=':~:text=']")
            if not isinstance(quote, SourceQuote):
                assert link.count() == 0
                continue
            link.evaluate("(link, article) => link.href = article + new URL(link.href).hash", quoted.address)
            with page.expect_navigation():
                link.click()
            assert list(places_marked(page)) == places_of(quote.text), claim.id
            opened += 1
            page.go_back()
    assert opened >= len(claims) > 10
