"""Answers to one question that disagree: of different claimants, few days apart, not both possible.

A disagreement shows such answers with all others of the days between them. Answers that disagree may follow each other
without end, so time is cut into windows; a disagreement has the answers that disagree with one of their own window or
of the one before. Each pair thus stands in a disagreement, no answer in more than two, and no disagreement within
another.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import inf
from typing import NamedTuple

from site_builder.model.figures import WINDOW, Answer, Bound, Bounds, bounds
from site_builder.model.records import Measure


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Answers of several claimants to one question, of which at least two cannot both hold."""

    series: str
    answers: tuple[Answer, ...]


def disagreements(series: str, measure: Measure, answers: Sequence[Answer]) -> Iterator[Disagreement]:
    """Find the disagreements in a series, whose answers stand in the order of their days."""
    points = _points(measure, answers)
    # An answer that agrees with all others must not decide where a window begins, so they are cut anew without it.
    disagreeing = {point.position: point for window in _disagreeing(points) for point in window}
    for window in _disagreeing([disagreeing[position] for position in sorted(disagreeing)]):
        if window:
            shown = [point.position for point in window]
            yield Disagreement(series, tuple(answers[min(shown) : max(shown) + 1]))


def opposed(measure: Measure, answers: Sequence[Answer]) -> Iterator[tuple[Answer, Answer]]:
    """Find the answers, in the order of their days, that disagree with what another claimant had answered last."""
    last: dict[str, _Point] = {}
    for point in _points(measure, answers):
        last.pop(point.claimant, None)  # each goes to the end, so that the others stand in the order of their days
        for other in reversed(last.values()):
            if point.day - other.day > WINDOW:
                break
            if Bounds(other.lower, other.upper).exclude(Bounds(point.lower, point.upper)):
                yield answers[other.position], answers[point.position]
        last[point.claimant] = point


class _Point(NamedTuple):
    """An answer as far as it matters here: its place among the others, its day, the numbers that it leaves possible."""

    position: int
    day: int
    claimant: str
    lower: Bound
    upper: Bound


def _points(measure: Measure, answers: Sequence[Answer]) -> list[_Point]:
    return [
        _Point(position, answer.day.toordinal(), answer.claim.claimant, *bounds(answer.figure, measure))
        for position, answer in enumerate(answers)
    ]


class _Tightest(NamedTuple):
    """The greatest lower bound of some answers, whose it is, and the greatest of all others; the least upper ones too.

    Other claimants' bounds are kept because nobody disagrees with themselves.
    """

    lower: Bound = Bound(-inf)
    lower_by: str = ""
    lower_of_others: Bound = Bound(-inf)
    upper: Bound = Bound(inf)
    upper_by: str = ""
    upper_of_others: Bound = Bound(inf)

    def joined(self, point: _Point) -> "_Tightest":
        """The same with one answer more."""
        lower, lower_by, lower_of_others, upper, upper_by, upper_of_others = self
        if point.claimant == lower_by:
            lower = max(lower, point.lower)
        elif point.lower > lower:
            lower, lower_by, lower_of_others = point.lower, point.claimant, lower
        else:
            lower_of_others = max(lower_of_others, point.lower)
        if point.claimant == upper_by:
            upper = min(upper, point.upper)
        elif point.upper < upper:
            upper, upper_by, upper_of_others = point.upper, point.claimant, upper
        else:
            upper_of_others = min(upper_of_others, point.upper)
        return _Tightest(lower, lower_by, lower_of_others, upper, upper_by, upper_of_others)

    def exclude(self, point: _Point) -> bool:
        """Tell whether an answer cannot hold together with one of these by another claimant."""
        lower = self.lower_of_others if point.claimant == self.lower_by else self.lower
        upper = self.upper_of_others if point.claimant == self.upper_by else self.upper
        return lower > point.upper or point.lower > upper


def _disagreeing(points: Sequence[_Point]) -> Iterator[list[_Point]]:
    """For each window, the answers that disagree within it or with the window before; in no order, some twice."""
    for before, window in pairwise([[], *_windows(points)]):
        # Each answer is compared with the tightest bounds of those near it, not with each of them: a series may have
        # ten thousand. A whole window is near; of the one before, what is near begins or ends with the day.
        first_ones, last_ones = _tightest(window), _tightest(before[::-1])[::-1]
        whole_window = first_ones[-1]
        days_before, days = [point.day for point in before], [point.day for point in window]
        yield [
            *(each for each in before if first_ones[bisect_right(days, each.day + WINDOW)].exclude(each)),
            *(each for each in window if whole_window.exclude(each)),
            *(each for each in window if last_ones[bisect_left(days_before, each.day - WINDOW)].exclude(each)),
        ]


def _windows(points: Iterable[_Point]) -> Iterator[list[_Point]]:
    """Answers cut where one lies farther than `WINDOW` from the first."""
    window: list[_Point] = []
    for point in points:
        if window and point.day - window[0].day > WINDOW:
            yield window
            window = []
        window.append(point)
    if window:
        yield window


def _tightest(points: Iterable[_Point]) -> list[_Tightest]:
    """The tightest bounds of the first none, one, two … of some answers."""
    return list(accumulate(points, _Tightest.joined, initial=_Tightest()))
