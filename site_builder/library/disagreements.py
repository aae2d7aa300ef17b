"""Answers to one question that stand against each other: of different claimants, few days apart, not both possible.

Two such answers are *opposed*. A contrast shows opposed answers with all others of the days between them. Opposed ones
may follow each other without end, so they are cut into stretches; a contrast has those opposed within its stretch or
to the one before. Each pair thus stands in a contrast, no answer in more than two, and no contrast within another.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise
from math import inf
from typing import NamedTuple

from site_builder.model.records import Claim, Figure

WINDOW = 30
"""How many days apart answers may lie that are held against each other."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim's figure in a series."""

    claim: Claim
    figure: Figure

    @property
    def day(self) -> date:
        """The first day that it can be of."""
        return self.claim.as_of(self.figure).first


@dataclass(frozen=True, slots=True)
class Contrast:
    """Answers of several claimants to one question, of which at least two are opposed."""

    series: str
    answers: tuple[Answer, ...]


def contrasts(series: str, answers: Sequence[Answer]) -> Iterator[Contrast]:
    """The contrasts of a series, whose answers stand in the order of their days."""
    points = [
        _Point(position, answer.day.toordinal(), answer.claim.claimant, *_bounds(answer.figure))
        for position, answer in enumerate(answers)
    ]
    opposed = {point for both in _beside(points) for point in both.all}
    for both in _beside(sorted(opposed)):
        shown = [point.position for point in both.all]
        if shown:
            yield Contrast(series, tuple(answers[min(shown) : max(shown) + 1]))


class _Point(NamedTuple):
    """What matters of an answer: its place among the others, its day, and the numbers that it leaves possible."""

    position: int
    day: int
    claimant: str
    low: float
    high: float


class _Extent(NamedTuple):
    """How far some answers reach: the greatest `low` with its claimant and that of the others, the least `high` too."""

    low: float = -inf
    lower: str = ""
    other_low: float = -inf
    high: float = inf
    higher: str = ""
    other_high: float = inf

    def joined(self, point: _Point) -> "_Extent":
        """With one answer more."""
        low, lower, other_low, high, higher, other_high = self
        if point.claimant == lower:
            low = max(low, point.low)
        elif point.low > low:
            low, lower, other_low = point.low, point.claimant, low
        else:
            other_low = max(other_low, point.low)
        if point.claimant == higher:
            high = min(high, point.high)
        elif point.high < high:
            high, higher, other_high = point.high, point.claimant, high
        else:
            other_high = min(other_high, point.high)
        return _Extent(low, lower, other_low, high, higher, other_high)

    def excludes(self, point: _Point) -> bool:
        """Whether an answer cannot hold together with one of these by another claimant."""
        low = self.other_low if point.claimant == self.lower else self.low
        high = self.other_high if point.claimant == self.higher else self.high
        return low > point.high or high < point.low


class _Opposed(NamedTuple):
    """The opposed answers of a stretch: to others `within` it, to those of the one before, and these (`earlier`)."""

    earlier: list[_Point]
    within: list[_Point]
    later: list[_Point]

    @property
    def all(self) -> list[_Point]:
        return [*self.earlier, *self.within, *self.later]


def _beside(points: Sequence[_Point]) -> Iterator[_Opposed]:
    """What is opposed in each stretch and to the one before it; farther ones are too far apart."""
    for before, stretch in pairwise([[], *_stretches(points)]):
        whole = _reach(stretch)[-1]
        since, until = _reach(before[::-1])[::-1], _reach(stretch)
        first_days, days = [point.day for point in before], [point.day for point in stretch]
        yield _Opposed(
            [each for each in before if until[bisect_right(days, each.day + WINDOW)].excludes(each)],
            [each for each in stretch if whole.excludes(each)],
            [each for each in stretch if since[bisect_left(first_days, each.day - WINDOW)].excludes(each)],
        )


def _stretches(points: Iterable[_Point]) -> Iterator[list[_Point]]:
    """Answers cut where one lies farther than `WINDOW` from the first."""
    stretch: list[_Point] = []
    for point in points:
        if stretch and point.day - stretch[0].day > WINDOW:
            yield stretch
            stretch = []
        stretch.append(point)
    if stretch:
        yield stretch


def _reach(points: Iterable[_Point]) -> list[_Extent]:
    """How far the first none, one, two … of some answers reach."""
    return list(accumulate(points, _Extent.joined, initial=_Extent()))


def _bounds(figure: Figure) -> tuple[float, float]:
    """The lowest and the highest number that a figure leaves possible; "about" leaves a tenth to either side."""
    low, high = float(figure.low), float(figure.high)
    match figure.bound:
        case "about":
            return low * 0.9, high * 1.1
        case "nearly":
            return low * 0.9, high
        case "more-than" | "at-least":
            return low, inf
        case "at-most":
            return 0, high
        case _:
            return low, high
