"""Claims by the date of their saying: the years, and the pages of years, months and days, with their calendars."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from site_builder.language.language import Link
from site_builder.library.library import Holdings
from site_builder.model import dates, urls
from site_builder.model.records import Claim
from site_builder.pages import calendar
from site_builder.pages.calendar import Month, Years
from site_builder.pages.view import Card, Page, Shown, Slice, View, numbered_title, paged


@dataclass(frozen=True, slots=True)
class Content:
    """One page of a period's claims; `months` are the calendars of a month or of those of a year."""

    title: str
    count: str
    above: tuple[Link, ...]
    months: tuple[Month, ...]
    earlier: Link | None
    later: Link | None
    cards: tuple[Card, ...]
    part: Slice[Claim]


class Index(NamedTuple):
    """One page of the years with their months."""

    title: str
    years: Years
    part: Slice[str]


def pages(holdings: Holdings) -> Iterator[Page]:
    """The list of years, then every period that holds a claim."""
    for address, index in paged(urls.DATES, calendar.all_years(holdings)):
        yield Page(address, partial(_inputs_of_index, holdings, index), partial(_show_index, part=index))
    for length in (4, 7, 10):
        periods = [period for period in holdings.groups.in_period if len(period) == length]
        for earlier, period, later in zip((None, *periods), periods, (*periods[1:], None), strict=False):
            around = _Around(earlier, later)
            for address, part in paged(urls.period(period), holdings.groups.in_period[period][::-1]):
                yield Page(
                    address,
                    partial(_inputs, holdings, period, around, part),
                    partial(_show, period=period, around=around, part=part),
                )


class _Around(NamedTuple):
    """The periods of the same length before and after one."""

    earlier: str | None
    later: str | None


def _inputs_of_index(holdings: Holdings, part: Slice[str]) -> tuple[object, ...]:
    return (part.position, calendar.inputs(holdings, part.entries))


def _inputs(holdings: Holdings, period: str, around: _Around, part: Slice[Claim]) -> tuple[object, ...]:
    counted = calendar.inputs(holdings, [period]) if _has_calendar(period, part) else ()
    return (part.position, around.earlier, around.later, counted, *map(holdings.stamps.card, part.entries))


def _has_calendar(period: str, part: Slice[Claim]) -> bool:
    """The first page of a year or a month."""
    return len(period) < 10 and part.number == 1


def _show_index(view: View, part: Slice[str]) -> Shown:
    title = view.language.text("Dates")
    description = view.language.text("Claims by the date on which they were said.")
    content = Index(title, calendar.years(view, part.entries), part)
    return Shown(numbered_title(view.language, title, part.number), description, "dates.html", content)


def _show(view: View, period: str, around: _Around, part: Slice[Claim]) -> Shown:
    title = _name(view, period)
    count = view.language.plural("{count} claim", "{count} claims", part.total)
    return Shown(
        numbered_title(view.language, title, part.number),
        view.language.text("What was said {when}: {count}.", when=_when(view, period), count=count),
        "period.html",
        Content(
            title,
            count,
            tuple(calendar.link(view, period[:length]) for length in (4, 7) if length < len(period)),
            _months(view, period) if _has_calendar(period, part) else (),
            calendar.link(view, around.earlier) if around.earlier else None,
            calendar.link(view, around.later) if around.later else None,
            tuple(map(view.card, part.entries)),
            part,
        ),
    )


def _months(view: View, period: str) -> tuple[Month, ...]:
    return calendar.months_in(view, period) if len(period) == 4 else (calendar.month(view, period),)


def _name(view: View, period: str) -> str:
    return view.language.date(dates.of_period(period))


def _when(view: View, period: str) -> str:
    return view.language.when(dates.of_period(period))
