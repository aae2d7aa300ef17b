"""The list of all claims, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from site_builder.library.library import Holdings
from site_builder.model import urls
from site_builder.model.records import Claim
from site_builder.pages.view import Card, Page, Shown, Slice, View, numbered_title, paged


@dataclass(frozen=True, slots=True)
class Content:
    """One page of the list."""

    title: str
    count: str
    cards: tuple[Card, ...]
    part: Slice[Claim]


def pages(holdings: Holdings) -> Iterator[Page]:
    """The list, in pages."""
    for address, part in paged(urls.CLAIMS, holdings.groups.shown[::-1]):
        yield Page(address, partial(_inputs, holdings, part), partial(_show, part=part))


def _inputs(holdings: Holdings, part: Slice[Claim]) -> tuple[object, ...]:
    return (part.position, *map(holdings.stamps.card, part.entries))


def _show(view: View, part: Slice[Claim]) -> Shown:
    language = view.language
    title = language.text("Claims")
    return Shown(
        numbered_title(language, title, part.number),
        language.text("Every claim of the archive, newest first: who said what, when, through whom."),
        "claims.html",
        Content(
            title,
            language.plural("{count} claim", "{count} claims", part.total),
            tuple(map(view.card, part.entries)),
            part,
        ),
    )
