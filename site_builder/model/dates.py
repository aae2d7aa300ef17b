"""The dates of claims: a subset of EDTF (ISO 8601-2:2019), as far as an archive needs it.

Known are a year, a month, a day, each of them approximate (`~`), and an interval of two plain dates (`a/b`). What is
said may have a time of the day too, to the minute and with its zone: `2025-04-30T14:30+09:00`.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import IntEnum
from functools import lru_cache
from math import inf

_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_TIMED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2})(?:Z|([+-])([0-9]{2}):([0-9]{2}))")
_ZONELESS = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]+([0-9]{2}:[0-9]{2})(?::[0-9]{2}(?:[.,][0-9]+)?)?")
_LOOKS_TIMED = re.compile(r"\d:\d\d|\d[Tt]\d|\d\s*(?:[ap]\.?m\b|시)|오[전후]", re.IGNORECASE)
_ZONES = range(-12 * 60, 14 * 60 + 1)
"""The minutes that zones lie before UTC or behind it."""
_FIRST = datetime(1, 1, 1)
_A_MINUTE = timedelta(minutes=1)


class Precision(IntEnum):
    """The part of a date that is known."""

    YEAR = 1
    MONTH = 2
    DAY = 3


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date as a record writes it: `text`, and the first and last day that it can mean.

    `time_of_day` has the zone of the place, where it is known; the day is then the one of that zone.
    """

    text: str
    first: date
    last: date
    precision: Precision
    approximate: bool = False
    interval: bool = False
    time_of_day: time | None = None

    @property
    def sort_key(self) -> tuple[date, date, float]:
        """Order by the first day, then the vaguer date last: a day without a time behind all of its times."""
        return (self.first, self.last, inf if self.minute is None else self.minute)

    @property
    def minute(self) -> int | None:
        """The minute of UTC by which times of different zones compare, counted from the year 1."""
        if self.time_of_day is None:
            return None
        zone = self.time_of_day.utcoffset() or timedelta()
        # A date in UTC would do as well, but at both ends of time, where there is none.
        return (datetime.combine(self.first, self.time_of_day.replace(tzinfo=None)) - _FIRST - zone) // _A_MINUTE

    @property
    def day(self) -> "EdtfDate":
        """The date without its time of the day."""
        return of_period(self.start) if self.time_of_day else self

    @property
    def start(self) -> str:
        """The date at its precision without `~` and time, an interval's first date: what an id begins with."""
        return self.text.split("/")[0].split("T")[0].rstrip("~")

    def is_after(self, other: "EdtfDate") -> bool:
        """True if this date certainly lies after another one: by their times if both have one, else by their days."""
        if self.minute is not None and other.minute is not None:
            return self.minute > other.minute
        return self.first > other.last and not self.approximate and not other.approximate

    @property
    def periods(self) -> tuple[str, ...]:
        """The years, months and days that hold all of this date, widest first: `("2025", "2025-04")`.

        A date that reaches across two years is held by each of them.
        """
        return _periods(self.first, self.last)

    def __str__(self) -> str:
        return self.text


@lru_cache(4096)
def _periods(first: date, last: date) -> tuple[str, ...]:
    if first.year != last.year:
        return tuple(f"{year:04}" for year in range(first.year, last.year + 1))
    held = [f"{first.year:04}"]
    if first.month == last.month:
        held.append(f"{first.year:04}-{first.month:02}")
        if first.day == last.day:
            held.append(first.isoformat())
    return tuple(held)


@lru_cache(4096)
def parse(text: str) -> EdtfDate:
    """Read one date; a `ValueError` says (as a message id) what is wrong with it."""
    if _TIMED.match(text):
        raise ValueError("a time of the day stands in said alone")
    if "/" in text:
        parts = text.split("/")
        if len(parts) != 2:
            raise ValueError("an interval has two dates")
        start, end = _plain(parts[0]), _plain(parts[1])
        if start.last >= end.first:
            raise ValueError("an interval ends after it begins")
        return EdtfDate(text, start.first, end.last, min(start.precision, end.precision), interval=True)
    plain = _plain(text.removesuffix("~"))
    return EdtfDate(text, plain.first, plain.last, plain.precision, approximate=text.endswith("~"))


@lru_cache(4096)
def parse_said(text: str) -> EdtfDate:
    """Read a date that may have a time of the day; a `ValueError` says (as a message id) what is wrong with it."""
    if not looks_timed(text):
        return parse(text)
    match = _TIMED.match(text)
    if match and text[match.end() :].startswith(("~", "/")):
        raise ValueError("a time of the day is exact, and stands in no interval")
    if without_zone(text):
        raise ValueError("the time of the day lacks its zone")
    if not match or match[0] != text:
        raise ValueError("a time of the day is written 2025-04-30T14:30+09:00")
    day, *parts = match.groups()
    plain = _plain(day)
    return EdtfDate(text, plain.first, plain.last, plain.precision, time_of_day=_time(*parts))


def without_zone(text: str) -> tuple[str, str] | None:
    """The day and the time of the day that a text gives, if all that it lacks is the zone."""
    match = _ZONELESS.fullmatch(text)
    return (match[1], match[2]) if match else None


def looks_timed(text: str) -> bool:
    """Tell whether a text is meant as a date with a time of the day, right or wrong."""
    return _LOOKS_TIMED.search(text) is not None


@lru_cache(4096)
def of_period(text: str) -> EdtfDate:
    """The date that a year, month or day (as in `EdtfDate.periods`) stands for."""
    return _plain(text)


def _plain(text: str) -> EdtfDate:
    match = _PLAIN.fullmatch(text)
    if not match:
        raise ValueError("a date is written 2025, 2025-04 or 2025-04-30")
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year:
        raise ValueError("there is no year 0000")
    if month is None:
        return EdtfDate(text, date(year, 1, 1), date(year, 12, 31), Precision.YEAR)
    if not 1 <= month <= 12:
        raise ValueError("there is no such month")
    if day is None:
        return EdtfDate(text, date(year, month, 1), date(year, month, monthrange(year, month)[1]), Precision.MONTH)
    if not 1 <= day <= monthrange(year, month)[1]:
        raise ValueError("there is no such day")
    return EdtfDate(text, date(year, month, day), date(year, month, day), Precision.DAY)


def _time(hour: str, minute: str, sign: str | None, zone_hour: str | None, zone_minute: str | None) -> time:
    if int(hour) > 23 or int(minute) > 59:
        raise ValueError("there is no such time of the day")
    if not sign:
        return time(int(hour), int(minute), tzinfo=UTC)
    zone = int(f"{sign}{int(zone_hour or 0) * 60 + int(zone_minute or 0)}")
    if zone not in _ZONES or int(zone_minute or 0) > 59 or (sign, zone) == ("-", 0):
        raise ValueError("there is no such zone")
    return time(int(hour), int(minute), tzinfo=timezone(timedelta(minutes=zone)))
