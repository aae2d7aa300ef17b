"""The reader of one language: from a text to its quantities."""

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Protocol

from site_builder.language.quantities.amount import Amount
from site_builder.language.quantities.hedges import Hedges
from site_builder.language.quantities.joining import Joints
from site_builder.language.quantities.myriads import Myriads, MyriadWords
from site_builder.language.quantities.numeral import Digits, DigitsAlone, Numeral, digits_of
from site_builder.language.quantities.phrases import words
from site_builder.language.quantities.reading import Reading
from site_builder.language.quantities.refusals import Refusals
from site_builder.language.quantities.shares import Parts
from site_builder.language.quantities.spaced import Spaced, SpacedWords
from site_builder.language.quantities.spelling import Spelling
from site_builder.language.quantities.tables import Tables, tables
from site_builder.language.quantities.units import Counters, Nouns, amount_of
from site_builder.model.numbers import exact

_CODE = re.compile(r"[0-9](?<![0-9]{2})[0-9]*+(?:[.,:/·*=^_x×-][0-9]++)+")
_PHONE = re.compile(r"[+0](?<![0-9.,+].)[0-9]++(?: [0-9]{2,}+){2,}")
_ARGUMENT = re.compile(r"\((?<=[a-z_]\()[0-9]++\)")
"""A number in the brackets of a call: of programs, not of people."""
_ENDS = re.compile(r"[^-]+")
_DIGITS = 6
_NO_NUMBER = "x"
"""A letter stands for each of a code: so the words of a number behind it are none either."""
_MARK = re.compile(r"[/·:-]")
_SURE_WHOLE, _MONTHS, _DAYS = 10, 12, 31
"""Parts of so many are shares wherever they stand (2/3); of what may be a date (9/11), those with a hedge."""


class _Finder(Protocol):
    def find(self, text: str) -> Iterator[Numeral]: ...


class Reader:
    """The reader of a language."""

    def __init__(self, tag: str) -> None:
        own = tables(tag)
        self.has_words = bool(own)
        self._digits = digits_of(own.locale)
        self._number = re.compile(self._digits.regex)
        self._spelling = Spelling(own.of("letters"))
        self._finder = _finder(own, self._digits)
        self._glued = bool(own.of("glued"))
        self._units = Counters(own) if self._glued else Nouns(own)
        self._hedges = Hedges(own)
        self._joints = Joints(own)
        self._parts = Parts(own, self._hedges)
        self._chained = frozenset(own.listed("verbs", "chained"))
        self._refusals = Refusals(own)
        self._more = cache(lambda units: words([unit.lower() for unit in units], joined=self._glued))

    def read(self, original: str, units: Collection[str]) -> list[Reading]:
        """Read the quantities of a text."""
        text = self._spelling.of(original)
        more = self._more(frozenset(units))
        codes = sorted(self._codes(text), key=lambda code: code[0])
        amounts = [_share(start, end, share) for start, end, share in codes if share]
        for numeral in self._finder.find(_without(text, codes)):
            amount = amount_of(numeral, original)
            self._units.put(amount, text, more)
            self._parts.counted(amount, text)
            amounts.append(amount)
        amounts += list(self._parts.words(text, amounts))
        amounts.sort(key=lambda each: each.start)
        found = list[Reading]()
        behind: Amount | None = None
        for amount in reversed(self._joints.join(amounts, text)):
            if behind and behind.is_denied and text[amount.end : behind.start].strip() in self._chained:
                amount.is_denied = True
            limit = found[-1].start if found else len(text)
            reading = self._reading(amount, text, original, limit, known=more.behind(amount.unit, 0) is not None)
            if reading:
                found.append(reading)
            behind = amount
        return found[::-1]

    def _codes(self, text: str) -> Iterator[tuple[int, int, Fraction | None]]:
        """Digits that marks hold together and that are no numbers: dates, times, telephone numbers; also 2/3."""
        yield from ((*found.span(), None) for found in _ARGUMENT.finditer(text))
        yield from ((*found.span(), None) for found in _PHONE.finditer(text))
        for found in _CODE.finditer(text):
            if self._number.fullmatch(found[0]):
                continue
            ends = list(_ENDS.finditer(text, *found.span())) if "/" in found[0] else []
            shares = [_fraction(end[0]) for end in ends]
            if len(ends) <= 2 and any(shares) and self._are_shares(text, ends):
                yield from ((*end.span(), share) for end, share in zip(ends, shares, strict=True) if share)
            elif not self._is_pair(found[0]):
                yield *found.span(), None

    def _is_pair(self, digits: str) -> bool:
        """Tell whether digits with a mark between them are two numbers, to be joined or read by themselves."""
        parts = _MARK.split(digits)
        if len(parts) == 1:
            return self._glued and digits.count(",") == 1
        numbers = [self._digits.number(part) if self._number.fullmatch(part) else None for part in parts]
        if len(parts) != 2 or numbers[0] is None or numbers[1] is None:
            return False
        return "-" in digits or ("·" in digits and exact(numbers[1]) - exact(numbers[0]) == 1)

    def _are_shares(self, text: str, ends: Sequence[re.Match[str]]) -> bool:
        """Tell whether what is written with strokes are parts of a whole, and no dates."""
        if not all(_looks_like_date(end[0]) for end in ends):
            return True
        last = ends[-1].end()
        is_all = ends[0].start() == 0 and last == len(text)
        return is_all or text.startswith(" of ", last) or bool(self._hedges.before(text, ends[0].start())[0])

    def _reading(self, amount: Amount, text: str, original: str, limit: int, *, known: bool) -> Reading | None:
        if (
            amount.kind == "count"
            and not amount.unit
            and isinstance(amount.low, Decimal)
            and 0 < amount.low <= amount.high < 1
        ):
            amount.kind, amount.is_counted = "share", True
        if self.has_words and self._refusals.is_name(amount, text, original):
            return None
        precision = self._hedges.precision(text, amount, limit)
        amount.is_denied = amount.is_denied or precision.hedge is None
        if amount.is_denied or precision.hedge is None:
            return None
        if self.has_words and self._refusals.refuses(amount, precision, text, original, known=known):
            return None
        hedge = precision.hedge
        if amount.numeral.vague and hedge in ("exact", "about"):
            hedge = "at-least"
        return Reading(
            precision.start,
            max(precision.end, amount.end),
            amount.kind,
            amount.low,
            amount.high,
            hedge,
            amount.unit,
            precision.also,
            amount.numeral.vague,
            amount.is_measured and not known,
        )


def _without(text: str, codes: Sequence[tuple[int, int, object]]) -> str:
    """A text in which nobody finds a number within codes, or joined to one; all else stays in its place."""
    for start, end, _ in codes:
        text = text[:start] + _NO_NUMBER * (end - start) + text[end:]
    return text


def _fraction(digits: str) -> Fraction | None:
    """A part of a whole with a stroke."""
    part, _, whole = digits.partition("/")
    if not (part.isdecimal() and whole.isdecimal() and max(len(part), len(whole)) <= _DIGITS):
        return None
    return Fraction(int(part), int(whole)) if 0 < int(part) < int(whole) else None


def _looks_like_date(digits: str) -> bool:
    part, stroke, whole = digits.partition("/")
    if not (stroke and part.isdecimal() and whole.isdecimal()):
        return bool(stroke)
    return int(part[:_DIGITS]) <= _MONTHS and _SURE_WHOLE < int(whole[:_DIGITS]) <= _DAYS


@cache
def reader(tag: str) -> Reader:
    """The reader of a language."""
    return Reader(tag)


def _share(start: int, end: int, share: Fraction) -> Amount:
    numeral = Numeral(start, end, share, share, scale=0)
    amount = Amount(numeral, start, end, end, share, share, "share")
    amount.is_counted = True
    return amount


def _finder(own: Tables, digits: Digits) -> _Finder:
    numbers = own.numbers
    if "myriads" in numbers:
        return Myriads(
            digits,
            MyriadWords(
                numbers["digits"],
                numbers["multipliers"],
                numbers["myriads"],
                own.of("numerals"),
                own.of("spans"),
                own.listed("several"),
                own.listed("more"),
                own.joined_to_numbers,
                own.listed("homographs"),
            ),
        )
    if "numerals" in numbers:
        powers = {word: 10**power for word, power in numbers["powers"].items()}
        return Spaced(
            digits,
            SpacedWords(
                numbers["numerals"],
                {**powers, **own.of("dozens")},
                own.of("plurals"),
                numbers["marks"],
                own.listed("measures", "words"),
                own.listed("measures", "lengths"),
                own.of("crowds"),
                own.of("couples"),
                numbers.get("joins", []),
                own.listed("articles"),
                own.listed("several"),
                own.listed("again"),
                own.listed("none", "numerals"),
                own.listed("halves"),
                own.listed("of"),
                "".join(own.listed("whole", "every")),
                own.of("parts"),
                [phrase for phrase in own.of("percents") if phrase[0].isalpha()],
            ),
        )
    return DigitsAlone(digits)
