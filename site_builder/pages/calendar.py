"""Claims counted on calendars: the days of a month, the months of years."""

from calendar import Calendar as Days
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder.language.language import Link
from site_builder.library.library import Library
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import dates, urls
from site_builder.model.dates import Precision

_LEVELS = {Precision.DAY: (1, 2, 5, 10, 20), Precision.MONTH: (1, 5, 20, 50, 100)}
"""From how many claims on a cell is a shade darker."""


@dataclass(slots=True)
class Cell:
    """A day or a month: what is written there, what it is called in full, how dark it is, where it leads.

    Without claims it leads nowhere.
    """

    text: str
    name: str
    level: int
    address: str


@dataclass(slots=True)
class Month:
    """A month as weeks of seven days; days of other months are left out."""

    name: str
    address: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[Cell | None, ...], ...]


@dataclass(slots=True)
class Year:
    """A year as twelve months."""

    name: Link
    count: str
    months: tuple[Cell, ...]


@dataclass(slots=True)
class Years:
    """Years below each other, with the names of the months above them."""

    months: tuple[str, ...]
    years: tuple[Year, ...]


def months_in(library: LocalizedLibrary, year: str) -> tuple[Month, ...]:
    """The months of a year that hold claims."""
    return tuple(
        month(library, f"{year}-{number:02}") for number in range(1, 13) if _count(library, f"{year}-{number:02}")
    )


def month(library: LocalizedLibrary, period: str) -> Month:
    """A month's calendar."""
    language, first = library.language, dates.of_period(period).first
    weeks = Days(language.first_weekday).monthdatescalendar(first.year, first.month)
    weekdays = tuple(language.weekday((language.first_weekday + number) % 7) for number in range(7))
    rows = tuple(
        tuple(_cell(library, day.isoformat(), str(day.day)) if day.month == first.month else None for day in week)
        for week in weeks
    )
    return Month(language.day(first, Precision.MONTH), urls.period(period), weekdays, rows)


def years(library: LocalizedLibrary, periods: Iterable[str]) -> Years:
    """Some years, month by month."""
    language = library.language
    return Years(
        tuple(language.month(number) for number in range(1, 13)),
        tuple(
            Year(
                link(library, year),
                language.plural("{count} claim", "{count} claims", _count(library, year)),
                tuple(_cell(library, period, language.number(_count(library, period))) for period in _months(year)),
            )
            for year in periods
        ),
    )


def link(library: LocalizedLibrary, period: str) -> Link:
    """The link to a period by its name."""
    return Link(library.language.date(dates.of_period(period)), urls.period(period))


def dependencies(library: Library, periods: Iterable[str]) -> tuple[object, ...]:
    """Return what the calendars of some years and months depend on."""
    return tuple((period, _count(library, period)) for each in periods for period in (each, *_within(each)))


def all_years(library: Library) -> list[str]:
    """The years that hold claims, newest first."""
    return [period for period in library.groups.in_period if len(period) == 4][::-1]


def _within(period: str) -> Iterator[str]:
    """The months of a year with their days, the days of a month."""
    if len(period) == 4:
        for each in _months(period):
            yield each
            yield from _within(each)
    else:
        span = dates.of_period(period)
        yield from (f"{period}-{day:02}" for day in range(1, span.last.day + 1))


def _months(year: str) -> list[str]:
    return [f"{year}-{number:02}" for number in range(1, 13)]


def _count(library: Library, period: str) -> int:
    return len(library.groups.in_period.get(period, ()))


def _cell(library: LocalizedLibrary, period: str, text: str) -> Cell:
    count = _count(library, period)
    if not count:
        return Cell(text, "", 0, "")
    when = dates.of_period(period)
    said = library.language.plural("{count} claim", "{count} claims", count)
    level = sum(count >= least for least in _LEVELS[when.precision])
    return Cell(text, f"{library.language.date(when)}: {said}", level, urls.period(period))
