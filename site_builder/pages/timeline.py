"""The whole archive from its first day to its last."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from site_builder.language.language import Link
from site_builder.library.library import Library
from site_builder.library.localized import Card, LocalizedLibrary
from site_builder.model import dates, urls
from site_builder.model.records import Claim
from site_builder.pages import calendar
from site_builder.pages.calendar import Years
from site_builder.pages.page import Page, PageContent
from site_builder.pages.pager import Pager, numbered_title, paginate

_YEARS = 25
"""Years on the calendar above the list."""


@dataclass(slots=True)
class TimelineContext:
    """One page of the claims, oldest first, cut into months, before them those of which the year alone is known.

    On the first page there is a calendar of all.
    """

    title: str
    count: str
    years: Years | None
    months: tuple[tuple[Link, tuple[Card, ...]], ...]
    pager: Pager[Claim]


def pages(library: Library) -> Iterator[Page]:
    """The timeline, in pages; new claims change its end only."""
    for address, pager in paginate(urls.TIMELINE, library.groups.shown):
        yield Page(address, partial(_dependencies, library, pager), partial(_show, pager=pager))


def _dependencies(library: Library, pager: Pager[Claim]) -> tuple[object, ...]:
    counted = calendar.dependencies(library, _years(library)) if pager.number == 1 else ()
    return (pager.position, counted, *map(library.fingerprints.card, pager.entries))


def _years(library: Library) -> list[str]:
    return calendar.all_years(library)[:_YEARS]


def _show(library: LocalizedLibrary, pager: Pager[Claim]) -> PageContent:
    language = library.language
    title = language.text("Timeline")
    months = defaultdict[str, list[Claim]](list)
    for claim in pager.entries:
        months[claim.said.periods[:2][-1]].append(claim)
    return PageContent(
        numbered_title(language, title, pager.number),
        language.text("Every claim of the archive in the order in which they were made, oldest first."),
        "timeline.html",
        TimelineContext(
            title,
            language.plural("{count} claim", "{count} claims", pager.total),
            calendar.years(library, _years(library)) if pager.number == 1 and pager.total else None,
            tuple(
                (Link(language.date(dates.of_period(month)), urls.period(month)), tuple(map(library.card, claims)))
                for month, claims in sorted(months.items())
            ),
            pager,
        ),
    )
