"""Claims by the date of their saying: the years, and the pages of years, months and days, with their calendars."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from site_builder.language.language import Link
from site_builder.library.library import Holdings
from site_builder.model import dates, urls
from site_builder.model.records import Claim
from site_builder.pages import calendar
from site_builder.pages.calendar import Month, Years
from site_builder.pages.pager import Pager, numbered_title, paginate
from site_builder.pages.view import Card, Page, Shown, View


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


def pages(holdings: Holdings) -> Iterator[Page]:
    """The list of years, then every period that holds a claim."""
    for address, index in paginate(urls.DATES, calendar.all_years(holdings)):
        yield Page(address, partial(_inputs_of_index, holdings, index), partial(_show_index, pager=index))
    for length in (4, 7, 10):
        periods = [period for period in holdings.groups.in_period if len(period) == length]
        for earlier, period, later in zip((None, *periods), periods, (*periods[1:], None), strict=False):
            around = _Around(earlier, later)
            for address, pager in paginate(urls.period(period), holdings.groups.in_period[period][::-1]):
                yield Page(
                    address,
                    partial(_inputs, holdings, period, around, pager),
                    partial(_show, period=period, around=around, pager=pager),
                )


@dataclass(slots=True)
class _Around:
    """The periods of the same length before and after one."""

    earlier: str | None
    later: str | None


def _inputs_of_index(holdings: Holdings, pager: Pager[str]) -> tuple[object, ...]:
    return (pager.position, calendar.inputs(holdings, pager.entries))


def _inputs(holdings: Holdings, period: str, around: _Around, pager: Pager[Claim]) -> tuple[object, ...]:
    counted = calendar.inputs(holdings, [period]) if _has_calendar(period, pager) else ()
    return (pager.position, around.earlier, around.later, counted, *map(holdings.stamps.card, pager.entries))


def _has_calendar(period: str, pager: Pager[Claim]) -> bool:
    """The first page of a year or a month."""
    return len(period) < 10 and pager.number == 1


def _show_index(view: View, pager: Pager[str]) -> Shown:
    title = view.language.text("Dates")
    description = view.language.text("Claims by the date on which they were said.")
    context = DatesContext(title, calendar.years(view, pager.entries), pager)
    return Shown(numbered_title(view.language, title, pager.number), description, "dates.html", context)


def _show(view: View, period: str, around: _Around, pager: Pager[Claim]) -> Shown:
    title = _name(view, period)
    count = view.language.plural("{count} claim", "{count} claims", pager.total)
    return Shown(
        numbered_title(view.language, title, pager.number),
        view.language.text("What was said {when}: {count}.", when=_when(view, period), count=count),
        "period.html",
        PeriodContext(
            title,
            count,
            tuple(calendar.link(view, period[:length]) for length in (4, 7) if length < len(period)),
            _months(view, period) if _has_calendar(period, pager) else (),
            calendar.link(view, around.earlier) if around.earlier else None,
            calendar.link(view, around.later) if around.later else None,
            tuple(map(view.card, pager.entries)),
            pager,
        ),
    )


def _months(view: View, period: str) -> tuple[Month, ...]:
    return calendar.months_in(view, period) if len(period) == 4 else (calendar.month(view, period),)


def _name(view: View, period: str) -> str:
    return view.language.date(dates.of_period(period))


def _when(view: View, period: str) -> str:
    return view.language.when(dates.of_period(period))
