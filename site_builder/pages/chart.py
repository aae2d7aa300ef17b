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
from statistics import median

from site_builder.model.dates import Precision
from site_builder.model.figures import Arrow, Meaning
from site_builder.model.numbers import Number
from site_builder.text.characters import width

HUES = 6
"""Claimants that have a mark of their own; the next number is that of all others."""
_TOP, _BOTTOM = 24, 26
"""Pixels above the highest and below the lowest mark."""
_CELLS = 1500
"""Dots that a chart has at most: those that would lie upon each other are one."""
_LONG_TAIL = 30
"""How often the highest number holds the middle one where a chart goes up by powers of ten."""
_LONG = timedelta(days=730)
"""From so many days on, a small chart names months instead of days."""
_LETTER, _WIDEST = 1.8, 30
"""Hundredths of the width that a letter beside the axis takes on a phone, and that all of them take at most."""
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


LARGE = Size(320, 5, 4, 13, 97)
SMALL = Size(112, 2, 2, 22, 98)


@dataclass(slots=True)
class Tick:
    """A place on an axis and what is written there; `anchor` is the part of the words that stands on it."""

    at: str
    label: str
    anchor: str = "middle"


@dataclass(slots=True)
class Mark:
    """One answer on a chart: `left` to `right` are the days it can mean, `top` to `bottom` its numbers.

    `name` is what a reader hears or sees of it, `address` where it leads; a mark of a small chart has neither.
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
    """A chart before its marks: the axes, every answer as a dot, and those of the whole as dashes behind them."""

    def __init__(
        self,
        answers: Sequence[Extent],
        whole: Sequence[Extent],
        size: Size,
        scale: Scale,
        say_day: Say,
    ) -> None:
        shown = (*answers, *whole)
        self._values = _Values([number for each in shown for number in (each.low, each.high)], size, scale.is_whole)
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


def _breadth(label: str) -> float:
    """The hundredths of a phone's screen that a label takes, which no mark should cover."""
    return min(width(label) * _LETTER, _WIDEST)


def _share(place: float) -> str:
    return f"{place:.4g}%"


class _Values:
    """The upward axis: through zero in even steps, or by powers of ten where a few numbers dwarf the others."""

    def __init__(self, numbers: Sequence[int | Fraction], size: Size, is_whole: bool) -> None:
        self._height = size.height
        bottom, top = min(numbers, default=0), max(numbers, default=0)
        positive = [number for number in numbers if number] or [1]
        self.is_logarithmic = bottom >= 0 and top > _LONG_TAIL * median(map(float, positive))
        self.ticks: list[int | Decimal]
        if self.is_logarithmic:
            lowest, highest = math.floor(math.log10(min(positive))), math.ceil(math.log10(top))
            step = max(1, math.ceil((highest - lowest) / size.values))
            self.ticks = [_power(exponent) for exponent in range(lowest, highest + 1, step)]
            self._bottom, self._top = float(lowest), float(highest)
            if 0 in numbers:
                self._bottom -= 1
                self.ticks.insert(0, 0)
        else:
            bottom, top = min(bottom, 0), max(top, 0)
            top = top if bottom < top else 1
            width = _round_step(Fraction(top - bottom) / size.values, is_whole)
            steps = range(math.floor(bottom / Fraction(width)), math.ceil(top / Fraction(width)) + 1)
            self.ticks = [step * width for step in steps]
            self._bottom, self._top = float(self.ticks[0]), float(self.ticks[-1])

    def place(self, number: Number) -> int:
        value = float(number)
        if self.is_logarithmic:
            value = math.log10(number) if number else self._bottom
        return round(_TOP + (self._height - _TOP - _BOTTOM) * (self._top - value) / (self._top - self._bottom))


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
        if self._size.dates == 2 and self._first < self._last:
            precision = Precision.DAY if self._last - self._first < _LONG else Precision.MONTH
            yield Tick(_share(self.place(self._first)), say(self._first, precision, True), "start")
            yield Tick(_share(self.place(self._last)), say(self._last, precision, True), "end")
            return
        precision, days = self._ticks()
        for number, day in enumerate(days):
            label = say(day, precision, number == 0)
            yield Tick(_share(self.place(day)), label, "end" if self.place(day) > 90 else "middle")

    def _ticks(self) -> tuple[Precision, list[date]]:
        """The finest ticks of which there are not too many."""
        for precision, step in _STEPS:
            days = list(_every(precision, step, self._first, self._last, self._size.dates + 1))
            if 0 < len(days) <= self._size.dates:
                return precision, days
        return Precision.DAY, [self._first]


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
