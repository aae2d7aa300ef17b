"""Dates in words, by CLDR's orders and names of months; they become those of ISO 8601, also without day or year."""

import re
from collections.abc import Iterator

from site_builder.language.reduction import Reduction
from site_builder.search.endings import any_of


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


def in_parts(year: str, month: int, day: int) -> list[str]:
    """Write a date as ISO 8601 does, and its parts; none if there is no such month or day. Zero is an unknown one."""
    if not 1 <= month <= 12 or day > 31:
        return []
    dated = [f"{month:02}-{day:02}"] if day else []
    return [
        *([year, f"{year}-{month:02}"] if year else []),
        *([f"{year}-{dated[0]}"] if year and dated else []),
        *dated,
    ]
