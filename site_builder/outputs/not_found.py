"""`404.html`, which hosts send for every address that is not there: who we are, and the ways on, in every language.

Its links begin at the root of the host, since it stands at any depth.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from site_builder.language.language import Language
from site_builder.library.localized import LocalizedLibrary
from site_builder.library.site import Site
from site_builder.model import urls
from site_builder.outputs.artifact import Artifact
from site_builder.pages import head
from site_builder.pages.head import Around
from site_builder.pages.printer import Printer
from site_builder.pages.sections import SECTIONS


@dataclass(slots=True)
class Way:
    """A page that a lost reader may have looked for."""

    title: str
    href: str


@dataclass(slots=True)
class Found:
    """What there is in one language; `home` leads to its first page by the name of the site."""

    tag: str
    direction: str
    name: str
    home: Way
    title: str
    words: str
    search: Way
    button: str
    claims: Way
    menu_name: str
    menu: tuple[Way, ...]


@dataclass(slots=True)
class NotFoundContext:
    """The page in every language at once."""

    canonical: str
    can_search: bool
    around: Around
    languages: tuple[Found, ...]


def of_site(libraries: Sequence[LocalizedLibrary]) -> Iterator[Artifact]:
    """Yield the page, which depends on nothing but the site's settings."""
    yield Artifact([urls.NOT_FOUND], tuple, partial(_page, libraries))


def _page(libraries: Sequence[LocalizedLibrary]) -> list[bytes]:
    site = libraries[0].site
    root = urlsplit(site.url).path
    context = NotFoundContext(
        site.absolute(urls.NOT_FOUND),
        site.search,
        head.around(site, root),
        tuple(_found(site, library.language, root) for library in libraries),
    )
    return [Printer(libraries[0].language).print("not-found.html", context, "").encode()]


def _found(site: Site, language: Language, root: str) -> Found:
    text = language.text

    def way(title: str, address: str) -> Way:
        return Way(title, root + urls.localized(language.tag, address))

    return Found(
        language.tag,
        language.direction,
        language.name,
        way(site.names[language.tag], urls.HOME),
        text("Page not found"),
        text("Claims never move: if a link to one led here, please report it."),
        way(text("Search claims"), urls.CLAIMS),
        text("Search"),
        way(text("All claims"), urls.CLAIMS),
        text("Main"),
        tuple(way(text(section.title), section.address) for section in SECTIONS if section.title),
    )
