"""What a figure means: the numbers that its hedge leaves possible, how it is put in words, how it is drawn.

Numbers are reckoned with exactly, never as floats: nine tenths of 600 are 540. They are counts, so none is below zero.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import inf
from typing import Literal, NamedTuple

from site_builder.model.dates import EdtfDate
from site_builder.model.records import Claim, Figure, Hedge

Number = int | Fraction | Decimal
Shape = Literal["value", "min", "max", "range"]
"""The keys in which a figure has its numbers; a range has min and max."""
Arrow = Literal["up", "down", ""]


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
        """Whether no number lies within both."""
        return self.lower > other.upper or other.lower > self.upper


class _Limit(NamedTuple):
    """An end as a share of the number that a figure names, in tenths, and on which side of that the others lie."""

    tenths: int | None
    side: int = 0


_FROM, _TO = _Limit(10), _Limit(10)
_ABOVE, _BELOW = _Limit(10, 1), _Limit(10, -1)
_LESS, _MORE = _Limit(9), _Limit(11)
"""How far from a number "about" reaches, and "nearly" below it: a tenth."""
_ZERO, _NO_END = _Limit(0), _Limit(None)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a hedge does to the number or numbers of a figure. `words` are the hedges in which it is said, in order."""

    lower: _Limit
    upper: _Limit
    words: tuple[Hedge, ...]

    def bounds(self, low: Number, high: Number) -> Bounds:
        """The bounds of a figure that names these numbers, which are the same unless it is a range."""
        lower, upper = _bound(low, self.lower), _bound(high, self.upper)
        # Nothing is nearly 0 but 0 itself, which would be left out too.
        return Bounds(lower, upper if lower <= upper else Bound(upper.number))

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
    ("exact", "value"): Meaning(_FROM, _TO, ("exact",)),
    ("exact", "min"): Meaning(_FROM, _NO_END, ("at-least",)),
    ("exact", "max"): Meaning(_ZERO, _TO, ("at-most",)),
    ("exact", "range"): Meaning(_FROM, _TO, ("exact",)),
    # "At least about 600" may be 540: what is not precise is the bound.
    ("about", "value"): Meaning(_LESS, _MORE, ("about",)),
    ("about", "min"): Meaning(_LESS, _NO_END, ("at-least", "about")),
    ("about", "max"): Meaning(_ZERO, _MORE, ("at-most", "about")),
    ("about", "range"): Meaning(_LESS, _MORE, ("about",)),
    # Nearly 600 is less than 600, so `max` says nothing further, and `min` contradicts it.
    ("nearly", "value"): Meaning(_LESS, _BELOW, ("nearly",)),
    ("nearly", "min"): Meaning(_LESS, _NO_END, ("nearly",)),
    ("nearly", "max"): Meaning(_LESS, _BELOW, ("nearly",)),
    ("nearly", "range"): Meaning(_LESS, _BELOW, ("nearly",)),
    # More than 500 to 600 is more than 500 at any rate.
    ("more-than", "value"): Meaning(_ABOVE, _NO_END, ("more-than",)),
    ("more-than", "min"): Meaning(_ABOVE, _NO_END, ("more-than",)),
    ("more-than", "max"): Meaning(_ZERO, _NO_END, ("more-than",)),
    ("more-than", "range"): Meaning(_ABOVE, _NO_END, ("more-than",)),
    ("at-least", "value"): Meaning(_FROM, _NO_END, ("at-least",)),
    ("at-least", "min"): Meaning(_FROM, _NO_END, ("at-least",)),
    ("at-least", "max"): Meaning(_ZERO, _NO_END, ("at-least",)),
    ("at-least", "range"): Meaning(_FROM, _NO_END, ("at-least",)),
    ("at-most", "value"): Meaning(_ZERO, _TO, ("at-most",)),
    ("at-most", "min"): Meaning(_ZERO, _NO_END, ("at-most",)),
    ("at-most", "max"): Meaning(_ZERO, _TO, ("at-most",)),
    ("at-most", "range"): Meaning(_ZERO, _TO, ("at-most",)),
}
"""Every hedge with every shape.

Where the key contradicts the hedge (`max: 600, hedge: at-least`) one of them is a slip, and nobody knows which. The
words are the claimant's, so the hedge is said; the bounds leave all possible that either allows, and accuse nobody.
"""


def meaning(figure: Figure) -> Meaning:
    """What the hedge of a figure does to its numbers."""
    return MEANINGS[figure.hedge, _shape(figure)]


def bounds(figure: Figure) -> Bounds:
    """The lowest and the highest number that a figure can mean."""
    return meaning(figure).bounds(figure.low, figure.high)


def total(parts: Iterable[Bounds]) -> Bounds:
    """What a sum can be; where an end of one part is not possible itself, that of the sum is not."""
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


def _bound(number: Number, limit: _Limit) -> Bound:
    tenths, side = limit
    return Bound(inf if tenths is None else _share(number, tenths), side)


def _share(number: Number, tenths: int) -> int | Fraction:
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
    def sort_key(self) -> tuple[tuple[date, date], str]:
        """Order by the date, then by the claim."""
        return (self.as_of.sort_key, self.claim.id)


def answers_of(claim: Claim) -> list[Answer]:
    """The answers that a claim gives, in the order of its figures."""
    return [Answer(claim, place) for place in range(len(claim.figures))]
