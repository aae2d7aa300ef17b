"""The list of all claims, newest first; its first page is the search too, for which a script takes the list away."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from site_builder.library.library import Library
from site_builder.library.localized import Card, LocalizedLibrary
from site_builder.model import urls
from site_builder.model.records import Claim
from site_builder.pages import head
from site_builder.pages.page import NOTHING, Page, PageContent
from site_builder.pages.pager import Pager, numbered_title, paginate


@dataclass(slots=True)
class ClaimsContext:
    """One page of the list."""

    title: str
    can_search: bool
    count: str
    cards: tuple[Card, ...]
    pager: Pager[Claim]


def pages(library: Library) -> Iterator[Page]:
    """The list, in pages."""
    for address, pager in paginate(urls.CLAIMS, library.groups.shown[::-1]):
        yield Page(address, partial(_dependencies, library, pager), partial(_show, pager=pager))


def _dependencies(library: Library, pager: Pager[Claim]) -> tuple[object, ...]:
    return (pager.position, *map(library.fingerprints.card, pager.entries))


def _show(library: LocalizedLibrary, pager: Pager[Claim]) -> PageContent:
    language = library.language
    title, can_search = language.text("Claims"), library.site.search and pager.number == 1
    return PageContent(
        numbered_title(language, title, pager.number),
        language.text("Every claim of the archive, newest first: who said what, when, through whom."),
        "claims.html",
        ClaimsContext(
            title,
            can_search,
            language.plural("{count} claim", "{count} claims", pager.total),
            tuple(map(library.card, pager.entries)),
            pager,
        ),
        head.of_feed(library, urls.HOME, library.site.names[language.tag])
        + (head.of_search(library) if can_search else NOTHING),
    )
