"""Dates in words and in digits; they become those of ISO 8601, also without day or year."""

import re
from collections.abc import Iterator, Sequence

from site_builder.language.reduction import Reduction
from site_builder.search.endings import any_of

IN_DIGITS = (
    r"[0-9]{4}[-./][01]?[0-9](?:[-./][0-3]?[0-9])?(?![0-9])"
    r"|[0-3]?[0-9][-./][0-3]?[0-9][-./](?:[0-9]{2}){1,2}(?![-./]?[0-9])"
    r"|[0-9]{2}[-./][01]?[0-9][-./][0-3]?[0-9](?![-./]?[0-9])"
    r"|[0-3]?[0-9]/[0-3]?[0-9](?!/?[0-9])"
    r"|(?:19|20)[0-9]{2}[01][0-9][0-3][0-9](?![0-9a-z])"
)
"""A regular expression of what may be a date: 2031-04-03, 03.04.2031, 31.4.3, 4/3, 20310403."""
_SPACED = re.compile(r"(?<![0-9])([0-9]{4})\. ?([01]?[0-9])\.(?: ?([0-3]?[0-9])(?![0-9])\.?)?")
_SHORT_YEAR, _YEAR = 2, 4
_LAST_CENTURY = "69"
"""The first year of two digits that is one of the last century, as `strptime` takes them (POSIX)."""


class Dates:
    """Finds the dates that a text tells in words."""

    def __init__(self, tables: Reduction) -> None:
        self._months = tables.months
        self._month = re.compile(any_of(tables.months))
        self._orders = [(re.compile(each.regex), each.order) for each in tables.dates]

    def of(self, text: str) -> Iterator[str]:
        """Yield the dates of a folded text."""
        if not self._month.search(text):
            return
        for regex, order in self._orders:
            for match in regex.finditer(text):
                found = dict(zip(order, match.groups(), strict=True))
                yield from in_parts(found.get("y", ""), self._months.get(found["M"], 0), int(found.get("d", 0)))


def without_spaces(text: str) -> str:
    """Write the dates of a text that have spaces behind their dots without these: 2031. 4. 3."""
    return _SPACED.sub(lambda match: "-".join(filter(None, match.groups())) + " ", text)


def in_digits(text: str) -> list[str]:
    """Read a date in digits; where its order is not certain, in each that it may have."""
    parts = re.split("[-./]", text)
    if len(parts) == 1:
        parts = [text[:4], text[4:6], text[6:]]
    found = (in_parts(year, int(month), int(day)) for year, month, day in _orders(parts))
    return list(dict.fromkeys(word for words in found for word in words))


def _orders(parts: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Yield what may be year, month and day."""
    first, second, *third = parts
    if len(first) == _YEAR:
        yield first, second, third[0] if third else "0"
    elif not third:
        yield "", first, second
        yield "", second, first
    else:
        if len(first) == _SHORT_YEAR:
            yield first, second, third[0]
        if len(third[0]) >= _SHORT_YEAR:
            yield third[0], first, second
            yield third[0], second, first


def in_parts(year: str, month: int, day: int) -> list[str]:
    """Write a date as ISO 8601 does, and its parts; none if there is no such month or day. Zero is an unknown one."""
    if not 1 <= month <= 12 or day > 31:
        return []
    if len(year) == _SHORT_YEAR:
        year = f"{19 if year >= _LAST_CENTURY else 20}{year}"
    dated = [f"{month:02}-{day:02}"] if day else []
    return [
        *([year, f"{year}-{month:02}"] if year else []),
        *([f"{year}-{dated[0]}"] if year and dated else []),
        *dated,
        of_month(f"{month:02}"),
    ]


def of_month(month: str) -> str:
    """Write a month of any year."""
    return f"{month}-"
