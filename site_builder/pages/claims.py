"""The list of all claims, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import urls
from site_builder.pages.view import Card, Page, Slice, View, newest_first, numbered_title, paged


@dataclass(frozen=True, slots=True)
class Content:
    """One page of the list."""

    title: str
    count: str
    cards: Slice[Card]


def pages(view: View) -> Iterator[Page]:
    """The list, in pages."""
    language = view.language
    title = language.text("Claims")
    description = language.text("Every claim of the archive, newest first: who said what, when, through whom.")
    cards = [view.card(claim) for claim in newest_first(view.groups.shown)]
    count = language.plural("{count} claim", "{count} claims", len(cards))
    for address, part in paged(urls.CLAIMS, cards):
        yield Page(
            address,
            urls.CLAIMS,
            numbered_title(language, title, part.number),
            description,
            "claims.html",
            Content(title, count, part),
        )
