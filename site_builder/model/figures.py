"""The meaning of a figure: the numbers that its hedge leaves possible, its words, its mark on a chart.

Numbers are reckoned with exactly, never as floats: nine tenths of 600 are 540.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import inf
from typing import Literal, NamedTuple

from site_builder.model.dates import EdtfDate
from site_builder.model.numbers import Number, decimal, exact
from site_builder.model.records import Claim, Figure, Hedge, Measure

Shape = Literal["value", "min", "max", "range"]
"""The keys in which a figure has its numbers; a range has min and max."""
Arrow = Literal["up", "down", ""]
WINDOW = 30
"""How many days apart answers may lie that are compared with each other."""


class Bound(NamedTuple):
    """One end of the possible numbers. Bounds compare as numbers do, one just above 5 being greater than 5.

    `side` is 0 where the number itself is possible, 1 where only greater ones are, -1 where only smaller ones are.
    """

    number: int | Fraction | float
    side: int = 0


class Bounds(NamedTuple):
    """The lowest and the highest number that a figure can mean. Only an end that is infinite is a float."""

    lower: Bound
    upper: Bound

    def exclude(self, other: "Bounds") -> bool:
        """Tell whether no number lies within both."""
        return self.lower > other.upper or other.lower > self.upper


SPANS: Mapping[Measure, Bounds] = {
    "count": Bounds(Bound(0), Bound(inf)),
    "decimal": Bounds(Bound(-inf), Bound(inf)),
    "percent": Bounds(Bound(-inf), Bound(inf)),
    "share": Bounds(Bound(0), Bound(1)),
    "money": Bounds(Bound(-inf), Bound(inf)),
}
"""The numbers that there are in each measure: prices fall by percents, and accounts are in the red."""


def fits(number: Number, measure: Measure) -> bool:
    """Tell whether a number can be one of a measure."""
    if measure == "share":
        return 0 <= number <= 1
    if measure == "count":
        return isinstance(number, int) and number >= 0
    return not isinstance(number, Fraction)


def fitting(number: Number, measure: Measure) -> Number | None:
    """The number that was meant by one that does not fit a measure; None where it may be several, or none."""
    if measure == "count" and isinstance(number, Decimal):
        whole = [int(number)] if number == int(number) >= 0 else []
        grouped = [int(str(number).replace(".", ""))] if _GROUPED.fullmatch(str(number)) else []
        return (whole + grouped)[0] if len(whole + grouped) == 1 else None
    if measure == "share":
        is_percent = not isinstance(number, Fraction) and 1 < number <= 100
        return decimal(exact(number) / Fraction(100)) if is_percent else None
    if isinstance(number, Fraction):
        return decimal(number * 100 if measure == "percent" else number)
    return None


_GROUPED = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
"""1.500 as many write 1,500."""


class _Limit(NamedTuple):
    """An end as a share of the number that a figure names, in tenths, and on which side of that the others lie."""

    tenths: int
    side: int = 0


class _End(NamedTuple):
    """One end of what a hedge leaves possible: of a number from zero up, and of one below zero."""

    limit: _Limit
    below_zero: _Limit

    def of(self, number: int | Fraction) -> Bound:
        """The end for a number."""
        tenths, side = self.limit if number >= 0 else self.below_zero
        return Bound(_share(number, tenths), side)


def _end(limit: _Limit, below_zero: _Limit | None = None) -> _End:
    return _End(limit, below_zero or limit)


_ITSELF, _LESS, _MORE = _Limit(10), _Limit(9), _Limit(11)
_ABOVE, _BELOW = _Limit(10, 1), _Limit(10, -1)
_AT, _OVER = _end(_ITSELF), _end(_ABOVE)
_ABOUT_FROM, _ABOUT_TO = _end(_LESS, _MORE), _end(_MORE, _LESS)
"""How far "about" reaches: a tenth of the size, so that about -100 is -110 to -90."""
_NEARLY_FROM, _NEARLY_TO = _end(_LESS, _ABOVE), _end(_BELOW, _LESS)
"""What is nearly reached is reached from zero: nearly -100 is above -100."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """The effect of a hedge on the numbers of a figure. `words` are the hedges in which it is said, in order.

    Without an end, all numbers of the measure on that side are possible.
    """

    lower: _End | None
    upper: _End | None
    words: tuple[Hedge, ...]

    def bounds(self, low: Number, high: Number, measure: Measure) -> Bounds:
        """The bounds of a figure that names these numbers, which are the same unless it is a range."""
        lowest, highest = SPANS[measure]
        least, most = exact(low), exact(high)
        lower = max(lowest, self.lower.of(least)) if self.lower else lowest
        upper = min(highest, self.upper.of(most)) if self.upper else highest
        # Nothing is nearly 0 but 0 itself, which would be left out too.
        return Bounds(lower, upper) if lower <= upper else Bounds(Bound(least), Bound(most))

    @property
    def arrow(self) -> Arrow:
        """The arrow on the figure's mark: where the number may lie instead."""
        return _ARROWS[self.words[0]]

    @property
    def is_hollow(self) -> bool:
        """The figure's mark is hollow, as the number is not precise."""
        return self.words[-1] in ("about", "nearly")


_ARROWS: Mapping[Hedge, Arrow] = {
    "exact": "",
    "about": "",
    "nearly": "",
    "more-than": "up",
    "at-least": "up",
    "at-most": "down",
}
MEANINGS: Mapping[tuple[Hedge, Shape], Meaning] = {
    ("exact", "value"): Meaning(_AT, _AT, ("exact",)),
    ("exact", "min"): Meaning(_AT, None, ("at-least",)),
    ("exact", "max"): Meaning(None, _AT, ("at-most",)),
    ("exact", "range"): Meaning(_AT, _AT, ("exact",)),
    # "At least about 600" may be 540: what is not precise is the bound.
    ("about", "value"): Meaning(_ABOUT_FROM, _ABOUT_TO, ("about",)),
    ("about", "min"): Meaning(_ABOUT_FROM, None, ("at-least", "about")),
    ("about", "max"): Meaning(None, _ABOUT_TO, ("at-most", "about")),
    ("about", "range"): Meaning(_ABOUT_FROM, _ABOUT_TO, ("about",)),
    # Nearly 600 is less than 600, so `max` says nothing further.
    ("nearly", "value"): Meaning(_NEARLY_FROM, _NEARLY_TO, ("nearly",)),
    ("nearly", "max"): Meaning(_NEARLY_FROM, _NEARLY_TO, ("nearly",)),
    ("nearly", "range"): Meaning(_NEARLY_FROM, _NEARLY_TO, ("nearly",)),
    # More than 500 to 600 is more than 500 at any rate.
    ("more-than", "value"): Meaning(_OVER, None, ("more-than",)),
    ("more-than", "min"): Meaning(_OVER, None, ("more-than",)),
    ("more-than", "range"): Meaning(_OVER, None, ("more-than",)),
    ("at-least", "value"): Meaning(_AT, None, ("at-least",)),
    ("at-least", "min"): Meaning(_AT, None, ("at-least",)),
    ("at-least", "range"): Meaning(_AT, None, ("at-least",)),
    ("at-most", "value"): Meaning(None, _AT, ("at-most",)),
    ("at-most", "max"): Meaning(None, _AT, ("at-most",)),
    ("at-most", "range"): Meaning(None, _AT, ("at-most",)),
}
"""Every hedge with every shape that it agrees with (`records.HEDGES_OF_BOUND`).

"About" and "nearly" go by the size of a number; "more than", "at least" and "at most" by its place among all numbers,
so that a loss of at least 100 is at most -100.
"""


def meaning(figure: Figure) -> Meaning:
    """Return the meaning of a figure's hedge."""
    return MEANINGS[figure.hedge, _shape(figure)]


def hedges_said_as(figure: Figure, said: Collection[Hedge]) -> list[Hedge]:
    """The hedges that a figure can have where the words have one of some hedges."""
    shape = _shape(figure)
    return [hedge for (hedge, of), each in MEANINGS.items() if of == shape and not {*said}.isdisjoint(each.words)]


def bounds(figure: Figure, measure: Measure) -> Bounds:
    """The lowest and the highest number that a figure can mean."""
    return meaning(figure).bounds(figure.low, figure.high, measure)


def rounding(number: Number, measure: Measure) -> int | Fraction:
    """Return how far a number may be from what was rounded to it: half of its last digit, if a measure has more.

    Things and money are counted; 33% may have been measured as 33.4%.
    """
    if measure in ("count", "money") or (measure == "share" and not isinstance(number, Decimal)):
        return 0
    exponent = number.as_tuple().exponent if isinstance(number, Decimal) else 0
    return Fraction(1, 2 * 10 ** -int(exponent))


def total(parts: Iterable[Bounds]) -> Bounds:
    """Add up bounds to those of their sum; where an end of one part is not possible itself, that of the sum is not."""
    lowers, uppers = zip(*parts, strict=True)
    return Bounds(
        Bound(sum(each.number for each in lowers), max(each.side for each in lowers)),
        Bound(sum(each.number for each in uppers), min(each.side for each in uppers)),
    )


def _shape(figure: Figure) -> Shape:
    if figure.value is not None:
        return "value"
    if figure.max is None:
        return "min"
    return "max" if figure.min is None else "range"


def _share(number: int | Fraction, tenths: int) -> int | Fraction:
    """So many tenths of a number; an int where it is one, as nearly all are, and they compare ten times as fast."""
    if isinstance(number, int):
        whole, rest = divmod(number * tenths, 10)
        if not rest:
            return whole
    return Fraction(number) * tenths / 10


@dataclass(slots=True)
class Answer:
    """A claim's figure in a series, by its place among the figures of the claim."""

    claim: Claim
    place: int

    @property
    def figure(self) -> Figure:
        """The number."""
        return self.claim.figures[self.place]

    @property
    def as_of(self) -> EdtfDate:
        """The date that it holds for."""
        return self.claim.as_of(self.figure)

    @property
    def day(self) -> date:
        """The first day that it can be of."""
        return self.as_of.first

    @property
    def sort_key(self) -> tuple[tuple[date, date, float], tuple[date, date, float], str]:
        """Order by the date, then by the claims as they were said."""
        return (self.as_of.sort_key, self.claim.said.sort_key, self.claim.id)


def answers_of(claim: Claim) -> list[Answer]:
    """The answers that a claim gives, in the order of its figures."""
    return [Answer(claim, place) for place in range(len(claim.figures))]
