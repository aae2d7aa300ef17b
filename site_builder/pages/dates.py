"""Claims by the date of their saying: the list of years, and the pages of years, months and days."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import dates, urls
from site_builder.languages import Link
from site_builder.pages.view import Card, Page, Slice, View, newest_first, numbered_title, paged


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
    cards: Slice[Card]


@dataclass(frozen=True, slots=True)
class Index:
    """All years with their months."""

    title: str
    years: tuple[Period, ...]


def pages(view: View) -> Iterator[Page]:
    """The list of years, then every period that holds a claim."""
    title = view.language.text("Dates")
    years = tuple(_period(view, year, deep=True) for year in reversed(_of_length(view, 4)))
    description = view.language.text("Claims by the date on which they were said.")
    yield Page(urls.DATES, urls.DATES, title, description, "dates.html", Index(title, years))
    for length in (4, 7, 10):
        periods = _of_length(view, length)
        for place, period in enumerate(periods):
            earlier = periods[place - 1] if place else None
            later = periods[place + 1] if place + 1 < len(periods) else None
            yield from _pages(view, period, earlier, later)


def _pages(view: View, period: str, earlier: str | None, later: str | None) -> Iterator[Page]:
    claims = view.groups.in_period[period]
    title = _name(view, period)
    within = tuple(
        _period(view, shorter) for shorter in _of_length(view, len(period) + 3) if shorter.startswith(f"{period}-")
    )
    above = tuple(_link(view, period[:length]) for length in (4, 7) if length < len(period))
    count = view.language.plural("{count} claim", "{count} claims", len(claims))
    description = view.language.text("What was said {when}: {count}.", when=_when(view, period), count=count)
    for address, part in paged(urls.period(period), [view.card(claim) for claim in newest_first(claims)]):
        yield Page(
            address,
            urls.DATES,
            numbered_title(view.language, title, part.number),
            description,
            "period.html",
            Content(
                title,
                count,
                above,
                within,
                _link(view, earlier) if earlier else None,
                _link(view, later) if later else None,
                part,
            ),
        )


def _of_length(view: View, length: int) -> list[str]:
    return [period for period in view.groups.in_period if len(period) == length]


def _name(view: View, period: str) -> str:
    return view.language.date(dates.of_period(period))


def _when(view: View, period: str) -> str:
    return view.language.when(dates.of_period(period))


def _link(view: View, period: str) -> Link:
    return Link(_name(view, period), urls.period(period))


def _period(view: View, period: str, *, deep: bool = False) -> Period:
    count = view.language.plural("{count} claim", "{count} claims", len(view.groups.in_period[period]))
    months = [month for month in _of_length(view, 7) if month.startswith(f"{period}-")] if deep else []
    return Period(_link(view, period), count, tuple(_period(view, month) for month in reversed(months)))
