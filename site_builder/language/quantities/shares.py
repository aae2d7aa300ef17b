"""Shares and multiples in words: two-thirds, 3분의 2, half, one in four, double."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from site_builder.language.quantities.numerals import Numerals
from site_builder.language.quantities.patterns import any_of, compiled
from site_builder.language.quantities.units import QuantityKind

_HALF = Fraction(1, 2)
_MOST = 100
"""The largest whole of a share: one in 2019 is none."""


class Share(NamedTuple):
    """A share or a multiple, where it stands."""

    start: int
    end: int
    kind: QuantityKind
    value: int | Fraction


class Shares:
    """Finds the shares and multiples of one language by its table."""

    def __init__(self, table: Mapping[str, Any], numerals: Numerals) -> None:
        shares = table.get("shares", {})
        self._numerals = numerals
        number = (
            rf"[0-9]+|{any_of([*table.get('numerals', {}), *table.get('digits', {}), *table.get('multipliers', {})])}"
        )
        self._number = number
        self._half = compiled(rf"(?<![^\W_])(?:{shares['half']})" if "half" in shares else "")
        self._parts = compiled(shares.get("parts", "").replace("{n}", number))
        self._names: Mapping[str, int] = shares.get("names", {})
        names, of = any_of(self._names), shares.get("of", "")
        self._named = compiled(
            rf"(?<![^\W_])(?P<part>an?|{number})[ -](?P<whole>{names})(?![a-z]){of}" if self._names else ""
        )
        self._slash = compiled(r"(?<![0-9/,.])(?P<part>[1-9])/(?P<whole>[1-9][0-9]?)(?= of\b| the\b)" if of else "")
        self._in = compiled(
            rf"(?<![^\W_])(?P<part>{number}){shares['in']}(?P<whole>{number})\b" if "in" in shares else ""
        )
        multiples: Mapping[str, int] = table.get("multiples", {})
        self._multiples = multiples
        behind = rf"(?={shares['behind']})" if "behind" in shares else ""
        self._multiple = compiled(rf"(?<![^\W_]){any_of(multiples)}{behind}" if multiples else "")

    def find(self, text: str) -> Iterator[Share]:
        """Yield what a text has of them; none lies within another."""
        for match in self._half.finditer(text):
            yield Share(match.start(), match.end(), "share", _HALF)
        for match in self._parts.finditer(text):  # Korean: the whole comes first
            whole, part = self._value(match[1]), self._value(match[2])
            if whole and part and part < whole:
                yield Share(match.start(), match.end(), "share", Fraction(part) / whole)
        for pattern in (self._named, self._slash, self._in):
            for match in pattern.finditer(text):
                part = 1 if match["part"] in ("a", "an") else self._value(match["part"])
                whole = self._names.get(match["whole"]) or self._value(match["whole"])
                if part and whole and part < whole <= _MOST:
                    yield Share(match.start(), match.end(), "share", Fraction(part) / whole)
        for match in self._multiple.finditer(text):
            yield Share(match.start(), match.end(), "times", self._multiples[match[0]])

    def _value(self, words: str) -> int | None:
        return int(words) if words.isascii() and words.isdecimal() else self._numerals.value(words)
