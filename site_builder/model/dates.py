"""The dates of claims: a subset of EDTF (ISO 8601-2:2019), as far as an archive needs it.

Known are a year, a month, a day, each of them approximate (`~`), and an interval of two plain dates (`a/b`).
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache

_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Precision(IntEnum):
    """The part of a date that is known."""

    YEAR = 1
    MONTH = 2
    DAY = 3


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date as a record writes it: `text`, and the first and last day that it can mean."""

    text: str
    first: date
    last: date
    precision: Precision
    approximate: bool = False
    interval: bool = False

    @property
    def sort_key(self) -> tuple[date, date]:
        """Order by the first day, then the vaguer date last."""
        return (self.first, self.last)

    @property
    def start(self) -> str:
        """The date at its precision without `~`, an interval's first date: what an id begins with."""
        return self.text.split("/")[0].rstrip("~")

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
