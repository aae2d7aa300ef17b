"""Pages in the frames that an engine rendered, in every language of a site."""

import re
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
import yaml

from site_builder.engine.project import Rendered
from site_builder.language.language import Language
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.outputs.artifact import Artifact, SitemapEntry
from site_builder.pages.head import of_card
from site_builder.pages.page import Page, PageContent
from site_builder.pages.slots import WaysInContext, slots
from site_builder.publish import rendering
from site_builder.publish.rendering import Renderer, UnknownSlot
from tests import bare_engine, libraries
from tests.golden import SITE_URL
from tests.libraries import SITE
from tests.records import claim, entity, series

HOSTILE = '<b> & "quotes" {{ 7*7 }} <!-- slot:content -->'
ESCAPED = "&lt;b&gt; &amp; &#34;quotes&#34; {{ 7*7 }} &lt;!-- slot:content --&gt;"
LIBRARY = libraries.library(claim(), entity(), series())
LOCALIZED = [LocalizedLibrary(LIBRARY, language) for language in SITE.languages]


def page(address: str, title: str = "A list", x_default: str | None = None, *, is_indexed: bool = True) -> Page:
    """A page that shows next to nothing."""

    def show(library: LocalizedLibrary) -> PageContent:
        return PageContent(f"{title} {library.language.tag}", f"All about {title}", "ways-in.html", WaysInContext(()))

    return Page(address, lambda: ("what it depends on",), show, x_default, is_indexed)


@pytest.fixture(scope="module")
def frames(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frames of all sections."""
    return bare_engine.rendered(tmp_path_factory.mktemp("frames")).folder


def generated(frames: Path, page: Page) -> Artifact:
    [artifact] = rendering.generated([Renderer(library, frames) for library in LOCALIZED], [page])
    return artifact


def about(folder: Path, text: str = "", title: str = "Written", description: str = "By hand") -> Artifact:
    """A hand-written page."""
    front = {"title": title, "description": description}
    rendered = bare_engine.rendered(folder, {"about": f"---\n{yaml.safe_dump(front)}---\n\n{text}\n"})
    _, artifact = hand_written(rendered)
    return artifact


def hand_written(rendered: Rendered) -> list[Artifact]:
    """The home and the other hand-written page."""
    renderers = [Renderer(library, rendered.folder) for library in LOCALIZED]
    return list(rendering.content(renderers, rendered.content_pages, slots(LIBRARY)))


def texts(artifact: Artifact) -> list[str]:
    return [made.decode() for made in artifact.contents()]


def head(html: str) -> dict[str, str]:
    """What the frames of the tests say of a page."""
    found = re.search(
        '<title>(.*)</title>\n<meta name="description" content="(.*)">\n'
        "((?:<(?:meta|link rel=(?:alternate type|search)).*>)?)"
        f'<link rel="canonical" href="{SITE_URL}(?:en|ko)/(.*)">\n'
        f'<link rel="alternate" hreflang="x-default" href="{SITE_URL}(.*)">\n',
        html,
    )
    assert found
    return dict(zip(("title", "description", "head", "address", "x-default"), found.groups(), strict=True))


def titled(text: str, tag: str) -> str:
    """The tags of the title of a page without a card of its own."""
    return f'<meta property=og:title content="{text}">{of_card(SITE, urls.SITE_CARD)}'


def test_a_generated_page_has_a_file_in_every_language(frames: Path) -> None:
    artifact = generated(frames, page("series/visitors/"))
    assert artifact.paths == ["en/series/visitors/index.html", "ko/series/visitors/index.html"]
    english, korean = texts(artifact)
    assert '<html lang="en">' in english
    assert '<html lang="ko">' in korean
    assert head(english) == {
        "title": "A list en – Omber",
        "description": "All about A list",
        "head": titled("A list en", "en"),
        "address": "series/visitors/",
        "x-default": "en/series/visitors/",
    }
    assert head(korean) == {**head(english), "title": "A list ko – 옴버", "head": titled("A list ko", "ko")}


def test_a_page_without_language_may_stand_for_those_with_one(frames: Path) -> None:
    for html in texts(generated(frames, page("claims/2031-a/", x_default="c/2031-a/"))):
        assert head(html)["x-default"] == "c/2031-a/"


def test_a_page_may_be_hidden_from_search_engines(frames: Path) -> None:
    artifact = generated(frames, page("claims/2031-a/", is_indexed=False))
    assert artifact.entry == SitemapEntry("claims/2031-a/", None, is_indexed=False)
    assert all(head(html)["head"].endswith("<meta name=robots content=noindex>") for html in texts(artifact))


def test_a_page_may_lead_on_to_another(frames: Path) -> None:
    leading = replace(page("entities/hall/", is_indexed=False), leads_to="entities/office/")
    artifact = generated(frames, leading)
    assert artifact.paths == ["en/entities/hall/index.html", "ko/entities/hall/index.html"]
    assert artifact.entry == SitemapEntry("entities/hall/", None, is_indexed=False)
    for html in texts(artifact):
        assert '<meta http-equiv=refresh content="0; url=../../entities/office/">' in html
        assert "<meta name=robots content=noindex>" in html
        assert head(html)["address"] == "entities/office/"
        assert "entities/hall/" not in html


def test_no_text_is_more_than_text(frames: Path, tmp_path: Path) -> None:
    written = about(tmp_path, title=HOSTILE, description=f"All about {HOSTILE}")
    for artifact in (generated(frames, page("series/visitors/", HOSTILE)), written):
        html = texts(artifact)[0].replace(f"{ESCAPED} en", ESCAPED)
        assert head(html)["title"] == f"{ESCAPED} – Omber"
        assert head(html)["description"] == f"All about {ESCAPED}"


@pytest.mark.parametrize(
    ("address", "section"),
    [
        ("claims/", "claims/"),
        ("claims/page-2/", "claims/"),
        ("claims/2031-a/page-2/", "claims/"),
        ("contribute/problems/", "contribute/problems/"),
        ("contribute/problems/e304/", "contribute/problems/"),
        ("dates/2031-03-11/", "dates/"),
    ],
)
def test_a_page_stands_in_the_frame_of_its_section_and_depth(frames: Path, address: str, section: str) -> None:
    for html in texts(generated(frames, page(address))):
        assert f'<body class="{section.rstrip("/")}">' in html
        assert f'<a href="{"../" * address.count("/")}">' in html


def test_a_page_depends_on_its_frame_in_every_language(frames: Path, tmp_path: Path) -> None:
    copy = copytree(frames, tmp_path / "frames")
    dependencies = generated(copy, page("series/visitors/")).dependencies()
    assert ("what it depends on",) in dependencies
    frame, other = copy / "ko/series/frame/index.html", copy / "ko/series/index.html"
    other.write_text("a frame of another depth", "utf-8")
    assert generated(copy, page("series/visitors/")).dependencies() == dependencies
    frame.write_text(frame.read_text("utf-8").replace("<body", "<body lang"), "utf-8")
    assert generated(copy, page("series/visitors/")).dependencies() != dependencies


def test_a_hand_written_page_has_what_the_archive_says_in_its_slots(tmp_path: Path) -> None:
    artifact = about(tmp_path, "First\n<!-- slot:newest-claims -->\nLast")
    assert artifact.paths == ["en/about/index.html", "ko/about/index.html"]
    assert artifact.entry == SitemapEntry("about/", None, is_indexed=True)
    for html, tag, title in zip(texts(artifact), ("en", "ko"), claim().title.values(), strict=True):
        assert re.search(f"First\n.*{title}.*\nLast", html, re.DOTALL)
        assert head(html) == {
            "title": f"Written – {SITE.names[tag]}",
            "description": "By hand",
            "head": titled("Written", tag),
            "address": "about/",
            "x-default": "en/about/",
        }


def test_the_home_page_has_the_name_of_the_site_once(tmp_path: Path) -> None:
    home, _ = hand_written(bare_engine.rendered(tmp_path, {"about": "# About\n"}))
    assert home.entry == SitemapEntry("", "", is_indexed=True)
    for html in texts(home):
        assert (head(html)["title"], head(html)["address"], head(html)["x-default"]) == ("Home", "", "")


def test_a_hand_written_page_depends_on_its_slots_its_text_and_its_title(tmp_path: Path) -> None:
    slot = "<!-- slot:newest-claims -->"
    plain, same, more, other, renamed = (
        about(tmp_path / str(number), *written).dependencies()
        for number, written in enumerate(
            [(slot,), (slot,), (f"{slot} and more",), ("<!-- slot:questions -->",), (slot, "Another title")]
        )
    )
    assert plain == same
    assert plain not in (more, other, renamed)


def test_an_unknown_slot_is_named_with_its_page(tmp_path: Path) -> None:
    with pytest.raises(UnknownSlot, match=r"^content/en/about/: <!-- slot:none-such -->$"):
        about(tmp_path, "<!-- slot:newest-claims --><!-- slot:none-such -->")


def test_the_order_of_languages_is_that_of_the_site(frames: Path) -> None:
    turned = [Renderer(LocalizedLibrary(LIBRARY, Language(tag)), frames) for tag in ("ko", "en")]
    [artifact] = rendering.generated(turned, [page("claims/")])
    assert artifact.paths == ["ko/claims/index.html", "en/claims/index.html"]
