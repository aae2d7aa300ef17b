"""Claims by the date of their saying: the list of years, and the pages of years, months and days."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Self

from site_builder import dates, urls
from site_builder.languages import Link
from site_builder.model import Claim
from site_builder.pages.view import Card, Page, Shown, Slice, View, numbered_title, paged


@dataclass(frozen=True, slots=True)
class Period:
    """A year, month or day with the number of its claims, and the shorter periods in it."""

    name: Link
    count: str
    within: tuple["Period", ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """One page of a period's claims."""

    title: str
    count: str
    above: tuple[Link, ...]
    within: tuple[Period, ...]
    earlier: Link | None
    later: Link | None
    cards: tuple[Card, ...]
    part: Slice[Claim]


@dataclass(frozen=True, slots=True)
class Index:
    """One page of the years with their months."""

    title: str
    years: tuple[Period, ...]
    part: Slice[str]


def pages(view: View) -> Iterator[Page]:
    """The list of years, then every period that holds a claim."""
    periods = _Periods.of(view.groups.in_period)
    for address, index in paged(urls.DATES, periods.of_length[4][::-1]):
        yield Page(
            address,
            urls.DATES,
            partial(_inputs_of_index, view, periods, index),
            partial(_show_index, view, periods, index),
        )
    for of_length in periods.of_length.values():
        for earlier, period, later in zip((None, *of_length), of_length, (*of_length[1:], None), strict=False):
            around = _Around(earlier, later, tuple(periods.within[period]))
            for address, part in paged(urls.period(period), view.groups.in_period[period][::-1]):
                yield Page(
                    address,
                    urls.DATES,
                    partial(_inputs, view, around, part),
                    partial(_show, view, period, around, part),
                )


@dataclass(frozen=True, slots=True)
class _Periods:
    """The periods that hold claims, by their text's length (4 a year, 7 a month, 10 a day) and by the longer one."""

    of_length: Mapping[int, list[str]]
    within: Mapping[str, list[str]]

    @classmethod
    def of(cls, periods: Iterable[str]) -> Self:
        of_length: dict[int, list[str]] = {4: [], 7: [], 10: []}
        within = defaultdict[str, list[str]](list)
        for period in periods:
            of_length[len(period)].append(period)
            within[period[:-3]].append(period)
        return cls(of_length, within)


@dataclass(frozen=True, slots=True)
class _Around:
    """The periods to which a period's page leads on."""

    earlier: str | None
    later: str | None
    within: tuple[str, ...]


def _inputs_of_index(view: View, periods: _Periods, part: Slice[str]) -> tuple[object, ...]:
    counted = ((each, _count(view, each)) for year in part.entries for each in (year, *periods.within[year]))
    return (part.position, *counted)


def _inputs(view: View, around: _Around, part: Slice[Claim]) -> tuple[object, ...]:
    counts = tuple(_count(view, shorter) for shorter in around.within)
    cards = map(view.stamps.card, part.entries)
    return (part.position, around.earlier, around.later, around.within, counts, *cards)


def _show_index(view: View, periods: _Periods, part: Slice[str]) -> Shown:
    title = view.language.text("Dates")
    years = tuple(_period(view, year, periods) for year in part.entries)
    description = view.language.text("Claims by the date on which they were said.")
    content = Index(title, years, part)
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
            tuple(_link(view, period[:length]) for length in (4, 7) if length < len(period)),
            tuple(_period(view, shorter) for shorter in around.within),
            _link(view, around.earlier) if around.earlier else None,
            _link(view, around.later) if around.later else None,
            tuple(map(view.card, part.entries)),
            part,
        ),
    )


def _count(view: View, period: str) -> int:
    return len(view.groups.in_period[period])


def _name(view: View, period: str) -> str:
    return view.language.date(dates.of_period(period))


def _when(view: View, period: str) -> str:
    return view.language.when(dates.of_period(period))


def _link(view: View, period: str) -> Link:
    return Link(_name(view, period), urls.period(period))


def _period(view: View, period: str, periods: _Periods | None = None) -> Period:
    """A period with its claims counted, and the shorter ones in it where they are given."""
    count = view.language.plural("{count} claim", "{count} claims", _count(view, period))
    within = reversed(periods.within[period]) if periods else ()
    return Period(_link(view, period), count, tuple(_period(view, shorter) for shorter in within))
