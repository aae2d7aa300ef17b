"""Claims by the date of their saying: the years, and the pages of years, months and days, with their calendars."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from site_builder.language.language import Link
from site_builder.library.library import Library
from site_builder.library.localized import Card, LocalizedLibrary
from site_builder.model import dates, urls
from site_builder.model.records import Claim
from site_builder.pages import calendar
from site_builder.pages.calendar import Month, Years
from site_builder.pages.page import Page, PageContent
from site_builder.pages.pager import Pager, numbered_title, paginate

_WEIGHT = 2
"""Room that a year takes, with its months, beside a claim in a list."""


@dataclass(slots=True)
class PeriodContext:
    """One page of a period's claims; `months` are the calendars of a month or of those of a year."""

    title: str
    count: str
    above: tuple[Link, ...]
    months: tuple[Month, ...]
    earlier: Link | None
    later: Link | None
    cards: tuple[Card, ...]
    pager: Pager[Claim]


@dataclass(slots=True)
class DatesContext:
    """One page of the years with their months."""

    title: str
    years: Years
    pager: Pager[str]


def pages(library: Library) -> Iterator[Page]:
    """The list of years, then every period that holds a claim."""
    for address, index in paginate(urls.DATES, calendar.all_years(library), weight=_WEIGHT):
        yield Page(address, partial(_dependencies_of_index, library, index), partial(_show_index, pager=index))
    for length in (4, 7, 10):
        periods = [period for period in library.groups.in_period if len(period) == length]
        for earlier, period, later in zip((None, *periods), periods, (*periods[1:], None), strict=False):
            around = _Around(earlier, later)
            for address, pager in paginate(urls.period(period), library.groups.in_period[period][::-1]):
                yield Page(
                    address,
                    partial(_dependencies, library, period, around, pager),
                    partial(_show, period=period, around=around, pager=pager),
                )


@dataclass(slots=True)
class _Around:
    """The periods of the same length before and after one."""

    earlier: str | None
    later: str | None


def _dependencies_of_index(library: Library, pager: Pager[str]) -> tuple[object, ...]:
    return (pager.position, calendar.dependencies(library, pager.entries))


def _dependencies(library: Library, period: str, around: _Around, pager: Pager[Claim]) -> tuple[object, ...]:
    counted = calendar.dependencies(library, [period]) if _has_calendar(period, pager) else ()
    return (pager.position, around.earlier, around.later, counted, *map(library.fingerprints.card, pager.entries))


def _has_calendar(period: str, pager: Pager[Claim]) -> bool:
    """The first page of a year or a month."""
    return len(period) < 10 and pager.number == 1


def _show_index(library: LocalizedLibrary, pager: Pager[str]) -> PageContent:
    title = library.language.text("Dates")
    description = library.language.text("Claims by the date on which they were said.")
    context = DatesContext(title, calendar.years(library, pager.entries), pager)
    return PageContent(numbered_title(library.language, title, pager.number), description, "dates.html", context)


def _show(library: LocalizedLibrary, period: str, around: _Around, pager: Pager[Claim]) -> PageContent:
    title = _name(library, period)
    count = library.language.plural("{count} claim", "{count} claims", pager.total)
    return PageContent(
        numbered_title(library.language, title, pager.number),
        library.language.text("What was said {when}: {count}.", when=_when(library, period), count=count),
        "period.html",
        PeriodContext(
            title,
            count,
            tuple(calendar.link(library, period[:length]) for length in (4, 7) if length < len(period)),
            _months(library, period) if _has_calendar(period, pager) else (),
            calendar.link(library, around.earlier) if around.earlier else None,
            calendar.link(library, around.later) if around.later else None,
            tuple(map(library.card, pager.entries)),
            pager,
        ),
    )


def _months(library: LocalizedLibrary, period: str) -> tuple[Month, ...]:
    return calendar.months_in(library, period) if len(period) == 4 else (calendar.month(library, period),)


def _name(library: LocalizedLibrary, period: str) -> str:
    return library.language.date(dates.of_period(period))


def _when(library: LocalizedLibrary, period: str) -> str:
    return library.language.when(dates.of_period(period))
