"""The geometry of a chart of answers, worked out from plain data.

Across, a place is a share of the width, which is as wide as the screen allows; downwards it is in pixels. So marks and
letters keep their size on every screen.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from statistics import median_low

from site_builder.model.dates import Precision
from site_builder.model.figures import Arrow, Meaning
from site_builder.model.numbers import Number
from site_builder.text.characters import width

HUES = 6
"""Claimants that have a mark of their own; the next number is that of all others."""
_TOP, _BOTTOM = 24, 34
"""Pixels above the highest and below the lowest mark, enough for its arrow."""
_CELLS = 1500
"""Dots that a chart has at most: those that would lie upon each other are one."""
_LONG_TAIL = 30
"""How often the largest number holds the middle one of all different ones where a chart goes up by powers of ten."""
_BESIDE_WHOLE = Fraction(1, 2)
"""The part of a chart's height and of its width that the answers keep where those of the whole lie behind them."""
_LONG = timedelta(days=730)
"""From so many days on, a small chart names months instead of days."""
_LETTER, _WIDEST = 1.8, 30
"""Hundredths of the width that a letter beside the axis takes on a phone, and that all of them take at most."""
_LETTER_BELOW = 2.3
"""Hundredths of the width that a letter below the axis takes on the narrowest phone."""
_AT_END = 90
"""From this hundredth of the width on, a label ends at its place instead of standing around it."""
_BREADTH = 1000
"""The breadth on which dots are placed; it is stretched to the chart's."""


@dataclass(slots=True)
class Extent:
    """The days and the numbers that one answer reaches over."""

    first: date
    last: date
    low: int | Fraction
    high: int | Fraction


@dataclass(slots=True)
class Size:
    """The size of a chart, and how much is written on it; `left` and `right` are in hundredths of the width."""

    height: int
    values: int
    dates: int
    left: float
    right: float


LARGE = Size(328, 5, 4, 13, 97)
SMALL = Size(120, 2, 2, 22, 98)


@dataclass(slots=True)
class Tick:
    """A place on an axis and what is written there; `anchor` is the part of the words that stands on it."""

    at: str
    label: str
    anchor: str = "middle"


@dataclass(slots=True)
class Mark:
    """One answer on a chart: `left` to `right` are the days it can mean, `top` to `bottom` its numbers.

    `name` is what a reader hears or sees of it, `address` where it leads; a mark of a small chart has neither. `shift`
    is how many pixels it stands beside its place, so as not to cover another one.
    """

    x: str
    y: int
    left: str
    right: str
    top: int
    bottom: int
    hue: int
    arrow: Arrow
    is_hollow: bool
    name: str
    address: str
    shift: int = 0

    @property
    def is_span(self) -> bool:
        """The day is not known."""
        return self.left != self.right

    @property
    def is_range(self) -> bool:
        """There is a lowest and a highest number."""
        return self.top != self.bottom


Say = Callable[[date, Precision, bool], str]
"""How a day is written below an axis, at a precision, with or without its year."""


@dataclass(slots=True)
class Scale:
    """The numbers beside an axis: how they are written, and whether there are others between whole ones."""

    say: Callable[[Number], str]
    is_whole: bool = True


class Canvas:
    """A chart before its marks: the axes, every answer as a dot, and those of the whole as dashes behind them.

    The whole's are left out where the answers would lie flat on the ground beside them, or crowd on few days.
    """

    def __init__(
        self,
        answers: Sequence[Extent],
        whole: Sequence[Extent],
        size: Size,
        scale: Scale,
        say_day: Say,
    ) -> None:
        is_logarithmic = _is_long_tailed(_numbers(answers))
        self._values = _Values(_numbers((*answers, *whole)), size, scale.is_whole, is_logarithmic)
        if whole and not (self._values.keep(answers, whole) and _keeps_days(answers, whole)):
            whole = ()
            self._values = _Values(_numbers(answers), size, scale.is_whole, is_logarithmic)
        shown = (*answers, *whole)
        labels = [scale.say(number) for number in self._values.ticks]
        self._dates = _Dates(shown, replace(size, left=max(size.left, *map(_breadth, labels))))
        self.height, self.breadth, self.floor = size.height, _BREADTH, size.height - _BOTTOM
        self.values = tuple(
            Tick(str(self._values.place(number)), label)
            for number, label in zip(self._values.ticks, labels, strict=True)
        )
        self.dates = tuple(self._dates.labelled(say_day))
        self.dots = self._path(answers, "h0")
        self.dashes = self._path(whole, "h14")
        self.is_logarithmic = self._values.is_logarithmic

    def mark(self, extent: Extent, meaning: Meaning, hue: int, name: str = "", address: str = "") -> Mark:
        """An answer in its place."""
        top, bottom = self._values.place(extent.high), self._values.place(extent.low)
        return Mark(
            _share(self._dates.middle(extent)),
            self._height(extent),
            _share(self._dates.place(extent.first)),
            _share(self._dates.place(extent.last)),
            top,
            bottom,
            hue,
            meaning.arrow,
            meaning.is_hollow,
            name,
            address,
        )

    def _height(self, extent: Extent) -> int:
        """The middle of the numbers that an answer reaches over."""
        return round((self._values.place(extent.high) + self._values.place(extent.low)) / 2)

    def _path(self, answers: Iterable[Extent], stroke: str) -> str:
        """A short stroke at the middle of each answer, on a grid so coarse that there are not too many."""
        places = {(self._dates.middle(each) * _BREADTH / 100, self._height(each)) for each in answers}
        grid = 2
        while len(cells := {(round(x / grid) * grid, round(y / grid) * grid) for x, y in places}) > _CELLS:
            grid *= 2
        return "".join(f"M{x} {y}{stroke}" for x, y in sorted(cells))


_LANES = (0, 8, -8, 16, -16, 4, -4, 12, -12)
"""Pixels beside their place at which marks stand that would cover each other, the nearest first."""
_COVERED, _COVERED_DOWN = 1.5, 4
"""Hundredths of the width, and pixels downwards, within which one mark covers another."""


def set_apart(marks: Sequence[Mark]) -> int:
    """Move marks that would cover each other aside; return how many of them lie under others all the same."""
    lanes: dict[int, list[Mark]] = {lane: [] for lane in _LANES}
    hidden = 0
    for mark in marks:
        free = (lane for lane, others in lanes.items() if not any(_cover(mark, other) for other in others))
        lane = next(free, None)
        hidden += lane is None
        mark.shift = lane or 0
        lanes[mark.shift].append(mark)
    return hidden


def _cover(one: Mark, other: Mark) -> bool:
    apart = abs(float(one.x.removesuffix("%")) - float(other.x.removesuffix("%")))
    gap = max(one.top - other.bottom, other.top - one.bottom)
    return apart < _COVERED and gap < _COVERED_DOWN


def _breadth(label: str) -> float:
    """The hundredths of a phone's screen that a label takes, which no mark should cover."""
    return min(width(label) * _LETTER, _WIDEST)


def _share(place: float) -> str:
    return f"{place:.4g}%"


def _numbers(extents: Iterable[Extent]) -> list[int | Fraction]:
    return [number for each in extents for number in (each.low, each.high)]


def _is_long_tailed(numbers: Iterable[int | Fraction]) -> bool:
    """Tell whether beside the largest number half of all different ones or more would lie flat on the ground."""
    sizes = {abs(float(number)) for number in numbers if number}
    return bool(sizes) and max(sizes) > _LONG_TAIL * median_low(sizes)


def _keeps_days(answers: Sequence[Extent], whole: Sequence[Extent]) -> bool:
    """Tell whether answers keep their part of a chart's width beside those of the whole."""
    return _days(answers) >= _BESIDE_WHOLE * _days((*answers, *whole))


def _days(extents: Sequence[Extent]) -> int:
    first, last = (
        min((each.first for each in extents), default=None),
        max((each.last for each in extents), default=None),
    )
    return (last - first).days if first and last else 0


class _Values:
    """The upward axis: through zero in even steps, or by powers of ten where a few numbers dwarf the others.

    Powers of ten go both ways from zero, where there are numbers on both sides of it.
    """

    def __init__(self, numbers: Sequence[int | Fraction], size: Size, is_whole: bool, is_logarithmic: bool) -> None:
        self._height = size.height
        self.is_logarithmic = is_logarithmic
        if is_logarithmic:
            self._lowest = math.floor(math.log10(min(abs(float(number)) for number in numbers if number)))
            bottom, top = math.floor(self._position(min(numbers))), math.ceil(self._position(max(numbers)))
            bottom, top = (bottom, top) if bottom > 0 else (min(0, bottom), max(0, top))
            self.ticks = list(self._powers(bottom, top, size.values))
            self._bottom, self._top = float(bottom), float(top)
        else:
            self.ticks = _even_steps(min(0, *numbers), max(0, *numbers), size.values, is_whole) if numbers else [0, 1]
            self._bottom, self._top = float(self.ticks[0]), float(self.ticks[-1])

    def _powers(self, bottom: int, top: int, count: int) -> Iterator[int | Decimal]:
        """About so many powers of ten, even steps apart: from the ground or, where there is none, the lowest."""
        ground = max(0, bottom)
        step = max(1, math.ceil((top - bottom) / count))
        for place in range(ground - (ground - bottom) // step * step, top + 1, step):
            power = _power(self._lowest - 1 + abs(place)) if place else 0
            yield -power if place < 0 else power

    def keep(self, answers: Sequence[Extent], whole: Sequence[Extent]) -> bool:
        """Tell whether answers keep their part of the height beside those of the whole."""
        return self._reach(answers) >= _BESIDE_WHOLE * self._reach((*answers, *whole))

    def _reach(self, extents: Sequence[Extent]) -> int:
        """Return how many pixels extents take, from the ground that they stand on."""
        ground = 0 if self.ticks[0] <= 0 else self.ticks[0]
        places = [self.place(number) for number in (ground, *_numbers(extents))]
        return max(places) - min(places)

    def place(self, number: Number) -> int:
        """Return how many pixels from the top a number stands."""
        share = (self._top - self._position(number)) / (self._top - self._bottom)
        return round(_TOP + (self._height - _TOP - _BOTTOM) * share)

    def _position(self, number: Number) -> float:
        """The place of a number on the axis, in units of it: its powers of ten, counted from zero."""
        if not self.is_logarithmic or not number:
            return float(number)
        return math.copysign(math.log10(abs(float(number))) - self._lowest + 1, number)


def _even_steps(bottom: int | Fraction, top: int | Fraction, count: int, is_whole: bool) -> list[int | Decimal]:
    """Round numbers about as many as there may be, even steps apart, from one below all numbers to one above."""
    top = top if bottom < top else 1
    width = _round_step(Fraction(top - bottom) / count, is_whole)
    steps = range(math.floor(bottom / Fraction(width)), math.ceil(top / Fraction(width)) + 1)
    return [step * width for step in steps]


def _round_step(width: Fraction, is_whole: bool) -> int | Decimal:
    """A width rounded up to one that is easily counted in: 1, 2, 5, 10, 20, 50 and so on, or 0.5, 0.2, 0.1."""
    least = 0 if is_whole else math.floor(math.log10(width))
    exponents = range(least, max(least, math.ceil(math.log10(width))) + 1)
    steps = (factor * _power(exponent) for exponent in exponents for factor in (1, 2, 5))
    return next(step for step in steps if step >= width)


def _power(exponent: int) -> int | Decimal:
    """Ten to a power."""
    return 10**exponent if exponent >= 0 else Decimal(1).scaleb(exponent)


class _Dates:
    """The axis across: from the first to the last day that any answer can mean."""

    def __init__(self, data: Sequence[Extent], size: Size) -> None:
        self._size = size
        self._first = min((each.first for each in data), default=date.min)
        self._last = max((each.last for each in data), default=date.min)

    def place(self, day: date) -> float:
        return self._place(day.toordinal())

    def middle(self, extent: Extent) -> float:
        return self._place((extent.first.toordinal() + extent.last.toordinal()) / 2)

    def _place(self, day: float) -> float:
        left, right = self._size.left, self._size.right
        first, last = self._first.toordinal(), self._last.toordinal()
        return (left + right) / 2 if first == last else left + (right - left) * (day - first) / (last - first)

    def labelled(self, say: Say) -> Iterator[Tick]:
        """Even steps or, where there is no room for more, the first and the last day."""
        if self._first == self._last:
            yield Tick(_share(self.place(self._first)), say(self._first, Precision.DAY, True))
        elif found := self._steps(say):
            yield from found
        else:
            precision = Precision.DAY if self._last - self._first < _LONG else Precision.MONTH
            yield Tick(_share(self.place(self._first)), say(self._first, precision, True), "start")
            yield Tick(_share(self.place(self._last)), say(self._last, precision, True), "end")

    def _steps(self, say: Say) -> list[Tick]:
        """The finest even steps of which there are not too many, and whose labels have room; none where none are so."""
        most = self._size.dates
        for precision, step in _STEPS if most > 2 else ():
            days = list(_every(precision, step, self._first, self._last, most + 1))
            if 2 <= len(days) <= most:
                labels = [
                    say(day, precision, before is None or before.year != day.year)
                    for before, day in zip((None, *days), days, strict=False)
                ]
                if self._have_room(days, labels):
                    return [
                        Tick(_share(self.place(day)), label, "end" if self.place(day) > _AT_END else "middle")
                        for day, label in zip(days, labels, strict=True)
                    ]
        return []

    def _have_room(self, days: Sequence[date], labels: Sequence[str]) -> bool:
        """Tell whether no label touches the next one on a phone, though the last may stand before its day."""
        ends = [self._ends(day, label) for day, label in zip(days, labels, strict=True)]
        return all(one[1] < other[0] for one, other in pairwise(ends))

    def _ends(self, day: date, label: str) -> tuple[float, float]:
        place, breadth = self.place(day), (width(label) + 1) * _LETTER_BELOW
        start = place - (breadth if place > _AT_END else breadth / 2)
        return start, start + breadth


_STEPS = (
    *((Precision.DAY, width) for width in (1, 2, 7, 14)),
    *((Precision.MONTH, width) for width in (1, 2, 3, 6)),
    *((Precision.YEAR, width) for width in (1, 2, 5, 10, 20, 50, 100, 200, 500)),
)


def _every(precision: Precision, width: int, first: date, last: date, most: int) -> Iterator[date]:
    """The first day of every so many days, months or years from one day to another, as far as there are not more."""
    for number in range(most):
        if precision == Precision.DAY:
            ordinal = (-(-first.toordinal() // width) + number) * width
            if ordinal > last.toordinal():
                return
            day = date.fromordinal(ordinal)
        else:
            width_in_months = width * (12 if precision == Precision.YEAR else 1)
            months = first.year * 12 + first.month - (1 if first.day == 1 else 0)
            month = (-(-months // width_in_months) + number) * width_in_months
            if month // 12 > date.max.year:
                return
            day = date(month // 12, month % 12 + 1, 1)
        if day > last:
            return
        yield day
