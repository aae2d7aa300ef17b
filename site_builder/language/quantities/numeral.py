"""A number in a text, whatever it counts, and how digits write one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from babel import Locale

from site_builder.model.numbers import Number, decimal

_LONGEST = 18
"""More digits than any quantity has; what is longer is a code."""
VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8)}
"""Fractions that are one letter."""


@dataclass(slots=True)
class Numeral:
    """A number as it stands in a text.

    `low` and `high` differ where one word says both (서너). `scale` is the power that words multiply a first number by
    (5천: 1000), and 0 where these say more than one number. `spelled` numbers have no digits, `plain` ones are digits
    alone, without marks between. A number `and_more` has a part within that says so (20여만).
    """

    start: int
    end: int
    low: Number
    high: Number
    scale: int = 1
    spelled: bool = False
    plain: bool = False
    vague: bool = False
    and_more: bool = False
    roughly: bool = False


def simplest(number: int | Fraction) -> Number:
    """The same number as a text would write it: whole, with a decimal point, or as a fraction."""
    if isinstance(number, int):
        return number
    found = decimal(number)
    return number if found is None else found


def beginning(words: Iterable[str]) -> str:
    """A regular expression for places where a number in digits or one of some words may begin, which few are."""
    letters = "".join(sorted({word[0] for word in words}))
    return f"(?=[0-9{''.join(VULGAR)}{re.escape(letters)}])"


@dataclass(frozen=True, slots=True)
class Digits:
    """How a language writes numbers in digits: a regular expression without groups, and the two marks in it."""

    regex: str
    groups: str
    point: str

    def number(self, text: str) -> Number | None:
        """The number of some digits; None where they are too many for one, or begin as a code does."""
        if text[-1:] in VULGAR:
            part = Fraction(*VULGAR[text[-1]])
            whole = self.number(text[:-1]) if text[:-1] else 0
            return whole + part if isinstance(whole, int) else None
        digits = text.replace(self.groups, "")
        if len(digits) > _LONGEST or (digits[0] == "0" and digits[1:2] not in ("", self.point)):
            return None
        return Decimal(digits.replace(self.point, ".")) if self.point in digits else int(digits)

    def numeral(self, found: re.Match[str]) -> Numeral | None:
        """The number that stands in a text in these digits alone."""
        number = self.number(found[0])
        return None if number is None else Numeral(*found.span(), number, number, plain=found[0].isdecimal())


def digits_of(locale: Locale) -> Digits:
    """How a language writes numbers in digits, after CLDR."""
    known = locale.number_symbols
    symbols = known.get("latn") or known[locale.default_numbering_system]
    group, point = str(symbols["group"]), str(symbols["decimal"])
    groups = " " if group.isspace() else "'" if group in "'’" else group
    marks = f"[{re.escape(groups)}]"
    vulgar, part = f"[{''.join(VULGAR)}]", rf"{re.escape(point)}[0-9]++"
    regex = rf"(?:[0-9]++(?:(?<![0-9]{{4}}){marks}[0-9]{{3}}(?![0-9]))*+(?:{part})?+{vulgar}?+|{vulgar})"
    return Digits(regex, groups, point)


class DigitsAlone:
    """Find the numbers of a text in a language that no tables are known of."""

    def __init__(self, digits: Digits) -> None:
        self._digits = digits
        self._regex = re.compile(digits.regex)

    def find(self, text: str) -> Iterator[Numeral]:
        """Find the numbers of a text, in their order."""
        return filter(None, map(self._digits.numeral, self._regex.finditer(text)))
