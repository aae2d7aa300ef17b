"""The reader of one language: from numerals to quantities, each with its unit, hedge and place."""

import tomllib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from babel import Locale

from site_builder.language.catalogs import LOCALE
from site_builder.language.quantities.hedges import Hedges, Hedging
from site_builder.language.quantities.numerals import Numeral, Numerals
from site_builder.language.quantities.patterns import compiled
from site_builder.language.quantities.ranges import Ranges
from site_builder.language.quantities.refusals import Refusals
from site_builder.language.quantities.shares import Shares
from site_builder.language.quantities.units import QuantityKind, Unit, Units
from site_builder.model.records import Hedge

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－"), "-") | dict.fromkeys(map(ord, "∼〜～"), "~")
_MARKS = {ord("，"): ",", ord("．"): ".", ord("％"): "%", ord("\u00a0"): " ", ord("\u202f"): " ", ord("\n"): " "}
_WIDE = {ord("０") + digit: str(digit) for digit in range(10)}
_VAGUE: frozenset[Hedge] = frozenset(["about", "at-least", "more-than"])


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity that a text says, between two places of it, hedge and unit included.

    `low` and `high` are equal but for a range; a percentage of 15 is 15, a share of two-thirds 2/3. `hedges` are all
    that the words can be taken for, of which `hedge` comes first. A minor one (`is_minor`) measures time, age or size.
    A vague one (hundreds) is `low` or a few times as much.
    """

    start: int
    end: int
    kind: QuantityKind
    low: int | Fraction
    high: int | Fraction
    hedge: Hedge
    hedges: frozenset[Hedge]
    unit: str = ""
    is_minor: bool = False
    is_vague: bool = False


class Reader:
    """Reads texts of one language by its table; without one, digits alone."""

    def __init__(self, tag: str) -> None:
        file = LOCALE / tag.replace("-", "_") / "numbers.toml"
        table = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
        self.has_words = bool(table)
        self._letters = _WIDE | _DASHES | _MARKS | {ord(old): new for old, new in table.get("letters", {}).items()}
        self._numerals = Numerals(table)
        self._units = Units(table)
        self._ranges = Ranges(table)
        self._hedges = Hedges(table)
        self._shares = Shares(table, self._numerals)
        self._refusals = Refusals(table, Locale.parse(tag, sep="-"))
        self._behind_power = compiled(table.get("units", {}).get("behind_power", ""))
        self._inner = compiled(table.get("units", {}).get("inner", ""))

    def read(self, text: str, units: Collection[str] = ()) -> list[Reading]:
        """Read the numbers of a text, in their order; `units` are further words that count."""
        written = text.translate(self._letters)
        plain = "".join(map(_lower, written)) if not written.isascii() else written.lower()
        shares = list(self._shares.find(plain))
        found = [self._share(plain, *share) for share in shares]
        numerals = [
            numeral
            for numeral in self._numerals.find(plain)
            if not any(numeral.start < share.end and share.start < numeral.end for share in shares)
        ]
        found += self._counted(written, plain, numerals, frozenset(units))
        return sorted(filter(None, found), key=lambda reading: reading.start)

    def _share(self, text: str, start: int, end: int, kind: QuantityKind, value: int | Fraction) -> Reading | None:
        around = self._hedges.around(text, start, end)
        if self._refusals.denies(text, around.start, around.end, value):
            return None
        return Reading(around.start, around.end, kind, value, value, around.hedge, around.all)

    def _counted(
        self, written: str, text: str, numerals: Sequence[Numeral], units: frozenset[str]
    ) -> Iterator[Reading | None]:
        at = 0
        while at < len(numerals):
            numeral = numerals[at]
            at += 1
            unit, end, is_more = self._unit(text, numeral, units)
            if at < len(numerals):
                following = numerals[at]
                other, last, _ = self._unit(text, following, units)
                joined = self._ranges.joined(text, numeral, end, following, last)
                if joined:
                    at += 1
                    numeral, unit, end = joined, other or unit, last
                    if joined.low >= joined.high:
                        continue  # a score
            is_word = numeral.is_bare_power and not self._behind_power.match(text, numeral.end)
            if not is_word and not self._refusals.refuses(written, text, numeral):
                yield self._quantity(text, numeral, unit, end, is_more=is_more)

    def _unit(self, text: str, numeral: Numeral, units: frozenset[str]) -> tuple[Unit | None, int, bool]:
        """The unit of a numeral, where the two end, and whether something between them says "and some more"."""
        inner = self._inner.match(text, numeral.end)
        end = inner.end() if inner else numeral.end
        unit = self._units.behind(text, end, units)
        return unit, unit.end if unit else end, bool(inner)

    def _quantity(self, text: str, numeral: Numeral, unit: Unit | None, end: int, *, is_more: bool) -> Reading | None:
        start = self._units.sign_before(text, numeral.start)
        sign = text[start : numeral.start].strip()
        around = self._hedges.around(text, start, end)
        if is_more:
            around = _with_more(around)
        if self._units.are_needed and not unit and not sign:
            is_headline = not numeral.is_in_words and self._units.is_in_headline(text, numeral.start)
            if not is_headline and (around.hedge == "exact" or numeral.is_in_words):
                return None
        numeral = self._ranges.decade(text, end, numeral) if unit else numeral
        if self._refusals.denies(text, around.start, around.end, numeral.low):
            return None
        hedge, hedges = around.hedge, around.all
        if numeral.is_vague:
            hedge, hedges = ("at-least" if hedge == "exact" else hedge), hedges | _VAGUE
        return Reading(
            around.start,
            around.end,
            unit.kind if unit else "count",
            numeral.low,
            numeral.high,
            hedge,
            hedges,
            sign or (unit.text if unit else ""),
            is_minor=bool(unit and unit.is_minor),
            is_vague=numeral.is_vague,
        )


def _with_more(around: Hedging) -> Hedging:
    """The hedges of a number with something that says "and some more" behind it, which is less than a bound."""
    hedge = around.hedge if around.hedge in ("at-least", "at-most") else "more-than"
    return around._replace(hedge=hedge, all=(around.all - {"exact"}) | {"more-than"})


def _lower(letter: str) -> str:
    """A letter in lower case, where that is one letter too."""
    lower = letter.lower()
    return lower if len(lower) == 1 else letter


@cache
def reader(tag: str) -> Reader:
    """The reader of a language, made once."""
    return Reader(tag)
