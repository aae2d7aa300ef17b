"""The list of all claims, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from site_builder.library.library import Holdings
from site_builder.model import urls
from site_builder.model.records import Claim
from site_builder.pages.pager import Pager, numbered_title, paginate
from site_builder.pages.view import Card, Page, Shown, View


@dataclass(slots=True)
class ClaimsContext:
    """One page of the list."""

    title: str
    count: str
    cards: tuple[Card, ...]
    pager: Pager[Claim]


def pages(holdings: Holdings) -> Iterator[Page]:
    """The list, in pages."""
    for address, pager in paginate(urls.CLAIMS, holdings.groups.shown[::-1]):
        yield Page(address, partial(_inputs, holdings, pager), partial(_show, pager=pager))


def _inputs(holdings: Holdings, pager: Pager[Claim]) -> tuple[object, ...]:
    return (pager.position, *map(holdings.stamps.card, pager.entries))


def _show(view: View, pager: Pager[Claim]) -> Shown:
    language = view.language
    title = language.text("Claims")
    return Shown(
        numbered_title(language, title, pager.number),
        language.text("Every claim of the archive, newest first: who said what, when, through whom."),
        "claims.html",
        ClaimsContext(
            title,
            language.plural("{count} claim", "{count} claims", pager.total),
            tuple(map(view.card, pager.entries)),
            pager,
        ),
    )
