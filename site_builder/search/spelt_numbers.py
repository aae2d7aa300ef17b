"""Numbers in words, or in words and digits: 1만 2000, 사천칠백, 2.5 million, six thousand; and what is counted."""

import re
from collections.abc import Mapping

from site_builder.language.reduction import Reduction
from site_builder.search.digits import MOST, NUMBER, scaled
from site_builder.search.endings import any_of

_HUNDRED = 100
_MANY = 12
"""The power of ten of a word that is rather a name: 조 이사."""


class SpeltNumbers:
    """Reads numbers that are not written in digits alone."""

    def __init__(self, tables: Reduction) -> None:
        self._tables = tables
        self._particles = frozenset(["", *tables.particles])
        self._counter = re.compile(f"{any_of(tables.about)}?({any_of(tables.counters)}?){any_of(tables.behind)}*")
        self._units = {**tables.digits, **tables.multipliers, **tables.myriads}
        self._syllables = re.compile(f"{any_of(self._units)}{{2,}}")
        units, large = any_of(self._units), any_of(each for each, power in tables.myriads.items() if power < _MANY)
        self._apart = re.compile(f"(?<![0-9\uac00-\ud7a3])({units}*{large}) (?={units}{{2}})")
        self._counted = re.compile(_counted(tables))
        self._piece = re.compile(f"({NUMBER})({any_of(tables.multipliers)}?)({any_of(tables.myriads)}?)")
        further = f"(?: {any_of(tables.joins)} |[ -]){any_of([*tables.numerals, *tables.powers])}"
        # Most numbers stand alone, in digits: these match nothing.
        spoken = f"(?:(?:{NUMBER})(?:{further})+|{any_of(tables.numerals)}(?:{further})*)"
        self._spoken = re.compile(f"(?<![0-9a-z.,-]){spoken}(?![a-z0-9])")

    def in_digits(self, text: str) -> str:
        """Write the numbers of a folded text in digits where they are words: 1만 2000, 2.5 million, six thousand."""
        text = self._apart.sub(r"\1", text)
        return self._spoken.sub(self._from_spoken, self._counted.sub(self._from_counted, text))

    def in_syllables(self, run: str) -> str:
        """Read a number in syllables at the beginning of a run of Hangul, in digits: 사천칠백 명; empty for none."""
        match = self._syllables.match(run)
        if not match or self._counted_by(run[match.end() :])[1] not in self._particles:
            return ""
        tables = self._tables
        first, last = match[0][0], match[0][-1]
        if (
            len(run) == len(match[0]) == 2
            and last in tables.digits
            and (tables.multipliers.get(first, 0) > 1 or first in tables.myriads)
        ):
            return ""  # rather 조사, 만일, 천사
        total = section = digit = 0
        for each in match[0]:
            if each in tables.digits:
                if digit:
                    return ""
                digit = tables.digits[each]
            elif each in tables.multipliers:
                section, digit = section + (digit or 1) * 10 ** tables.multipliers[each], 0
            else:
                total, section, digit = total + (section + digit or 1) * 10 ** tables.myriads[each], 0, 0
        number = total + section + digit
        return str(number) if 10 <= number <= MOST else ""

    def behind(self, run: str) -> list[str]:
        """Find what stands behind a number, with its counter and without: nothing in 600여 명이, 차관은 in 1차관은."""
        counter, rest = self._counted_by(run)
        if rest in self._particles:
            return [counter] if len(counter) > 1 else []
        return [run, rest] if len(rest) > 1 else [run]

    def _counted_by(self, run: str) -> tuple[str, str]:
        """A counter, and what stands behind it."""
        match = self._counter.match(run)
        return (match[1], run[match.end() :]) if match else ("", run)

    def _from_counted(self, match: re.Match[str]) -> str:
        total = section = 0
        if not self._units.keys() & set(match[0]):
            return match[0]
        for number, multiplier, myriad in self._piece.findall(match[0]):
            power = self._tables.multipliers.get(multiplier, 0)
            above = self._tables.myriads.get(myriad, 0)
            value = scaled(number, power + above if not section else power)
            if value is None:
                return match[0]
            if not myriad:
                section += value
            else:
                total += (section + value) * 10**above if section else value
                section = 0
        return f"{total + section}{' ' * match[0].endswith(' ')}" if total + section <= MOST else match[0]

    def _from_spoken(self, match: re.Match[str]) -> str:
        first, *further = re.split("[ -]", match[0])
        words = [word for word in further if word not in self._tables.joins]
        powers, numerals = self._tables.powers, self._tables.numerals
        if first not in numerals:
            is_scaled = words and all(word in powers for word in words)
            value = scaled(first, sum(powers[word] for word in words)) if is_scaled else None
            return match[0] if value is None else str(value)
        total, section = 0, numerals[first]
        for word in words:
            power = 10 ** powers.get(word, 0)
            if power > _HUNDRED:
                total, section = total + section * power, 0
            elif power == _HUNDRED:
                section *= power
            elif section % 10 or section == 10 or (section % 100 and numerals[word] >= 10):
                return match[0]
            else:
                section += numerals[word]
        return str(total + section) if 10 <= total + section <= MOST else match[0]


def _counted(tables: Reduction) -> str:
    """A regular expression of numbers whose powers of ten are words, the larger ones first; each may be missing."""
    number, units = f"(?:{NUMBER})", "".join([*tables.multipliers, *tables.myriads])
    if not units:
        return any_of([])
    below = "".join(f"(?:{number}{each} ?)?" for each in _descending(tables.multipliers))
    above = "".join(f"(?:(?=[0-9]){below}{number}?{each} ?)?" for each in _descending(tables.myriads))
    first = f"(?<![0-9.,a-z])(?=[0-9][0-9.,]*{any_of(units)})"
    last = f"(?:(?=[0-9]){below}(?:{number}(?![0-9.,{units}]))?(?!{any_of(units)}))?"
    return f"{first}{above}{last}"


def _descending(powers: Mapping[str, int]) -> list[str]:
    return sorted(powers, key=lambda word: -powers[word])
