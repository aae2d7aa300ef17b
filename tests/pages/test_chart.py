"""Where things stand on a chart."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.language.language import Language
from site_builder.model.dates import Precision
from site_builder.model.figures import MEANINGS
from site_builder.model.numbers import Number, exact
from site_builder.pages.chart import LARGE, SMALL, Canvas, Extent, Mark, Scale, Size, Tick, set_apart
from tests.records import series

ENGLISH = Language("en")
DAY = date(2031, 3, 11)
EXACT = MEANINGS["exact", "value"]


COUNT = Scale(ENGLISH.number)
PERCENT = Scale(partial(ENGLISH.amount, series=series(measure="percent", unit=None)), is_whole=False)
MONEY = Scale(partial(ENGLISH.amount, series=series(measure="money", currency="USD", unit=None)), is_whole=False)


def extent(low: Number, high: Number | None = None, first: date = DAY, last: date | None = None) -> Extent:
    return Extent(first, last or first, exact(low), exact(low if high is None else high))


def canvas(answers: Sequence[Extent], whole: Sequence[Extent] = (), size: Size = LARGE, scale: Scale = COUNT) -> Canvas:
    return Canvas(answers, whole, size, scale, ENGLISH.day)


def values(*numbers: Number, scale: Scale = COUNT) -> list[str]:
    return [tick.label for tick in canvas([extent(number) for number in numbers], scale=scale).values]


def days(first: date, last: date, size: Size = LARGE) -> list[str]:
    return [tick.label for tick in canvas([extent(1, first=first), extent(1, first=last)], size=size).dates]


def share(place: str) -> float:
    return float(place.removesuffix("%"))


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((), ["0", "1"]),
        ((0,), ["0", "1"]),
        ((1,), ["0", "1"]),
        ((3,), ["0", "1", "2", "3"]),
        ((300, 600), ["0", "200", "400", "600"]),
        ((300, 4_700), ["0", "1,000", "2,000", "3,000", "4,000", "5,000"]),
        ((90_000,), ["0", "20,000", "40,000", "60,000", "80,000", "100,000"]),
    ],
)
def test_the_upward_axis_begins_at_zero_and_has_round_steps(numbers: tuple[int, ...], expected: list[str]) -> None:
    assert values(*numbers) == expected


@pytest.mark.parametrize(
    ("scale", "numbers", "expected"),
    [
        (PERCENT, (Decimal("12.5"), 3), ["0%", "5%", "10%", "15%"]),
        (PERCENT, (Decimal("0.4"),), ["0.0%", "0.1%", "0.2%", "0.3%", "0.4%"]),
        (PERCENT, (Decimal("0.03"), 0), ["0.00%", "0.01%", "0.02%", "0.03%"]),
        (PERCENT, (Decimal("-12.5"), 3), ["-15%", "-10%", "-5%", "0%", "5%"]),
        (PERCENT, (-4, Decimal("-0.5")), ["-4%", "-3%", "-2%", "-1%", "0%"]),
        (PERCENT, (0,), ["0.0%", "0.2%", "0.4%", "0.6%", "0.8%", "1.0%"]),
        (MONEY, (-300, 1_500_000), ["-$1,000", "$0", "$1,000", "$100,000", "$10,000,000"]),
        (MONEY, (2, 3, 4, Decimal("9000.50")), ["$1", "$10", "$100", "$1,000", "$10,000"]),
        (MONEY, (Decimal("0.02"), Decimal("0.03"), 900), ["$0.01", "$0.1", "$1", "$10", "$100", "$1,000"]),
        (COUNT, (Fraction(1, 3), Fraction(2, 3)), ["0", "1"]),
        (Scale(ENGLISH.number, is_whole=False), (Fraction(1, 3), Fraction(2, 3)), ["0.0", "0.2", "0.4", "0.6", "0.8"]),
    ],
)
def test_the_upward_axis_is_written_in_the_measure_of_its_numbers(
    scale: Scale, numbers: tuple[Number, ...], expected: list[str]
) -> None:
    assert values(*numbers, scale=scale) == expected


@pytest.mark.parametrize(("number", "left"), [(600, 13), (90_000, 13), (120_000_000, 19.8), (9 * 10**14, 30)])
def test_no_mark_stands_on_a_label(number: int, left: float) -> None:
    first = extent(number)
    found = canvas([first, extent(number, first=DAY + timedelta(1))])
    assert share(found.mark(first, EXACT, 0).x) == left


def test_numbers_below_zero_stand_below_it() -> None:
    found = canvas([extent(-100), extent(50), extent(-20, 30)])
    zero = next(int(tick.at) for tick in found.values if tick.label == "0")
    below, above, across = (found.mark(each, EXACT, 0) for each in (extent(-100), extent(50), extent(-20, 30)))
    assert above.y < zero < below.y <= found.floor
    assert across.top < zero < across.bottom
    assert not found.is_logarithmic


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((3, 1_000_000), ["1", "100", "10,000", "1,000,000"]),
        ((3, 40, 1_000_000), ["1", "100", "10,000", "1,000,000"]),
        ((7, 7, 7, 1_000), ["1", "10", "100", "1,000"]),
        ((-1, 12, 30, 40, 90_000), ["0", "10", "1,000", "100,000"]),
        ((-3, -50_000), ["-100,000", "-1,000", "-10", "0"]),
        ((-50_000, 0, 3, 40, 90_000), ["-100,000", "-100", "0", "100", "100,000"]),
    ],
)
def test_numbers_that_would_lie_flat_on_the_ground_stand_on_powers_of_ten(
    numbers: tuple[int, ...], expected: list[str]
) -> None:
    found = canvas([extent(number) for number in numbers])
    assert found.is_logarithmic
    assert [tick.label for tick in found.values] == expected
    places = [found.mark(extent(number), EXACT, 0).y for number in sorted({*numbers})]
    assert all(before - after >= 5 for before, after in pairwise(places)), places


@pytest.mark.parametrize("numbers", [(3, *range(300, 600, 25)), (12, 30, 40, 900), (-80, -3, 5), (5, 5, 5)])
def test_numbers_of_like_size_stand_on_even_steps(numbers: tuple[int, ...]) -> None:
    assert not canvas([extent(number) for number in numbers]).is_logarithmic


def test_a_number_that_dwarfs_the_others_makes_the_axis_logarithmic() -> None:
    long_tail = canvas([extent(number) for number in (12, 30, 40, 90_000)])
    assert long_tail.is_logarithmic
    assert [tick.label for tick in long_tail.values] == ["10", "100", "1,000", "10,000", "100,000"]
    assert not canvas([extent(number) for number in (12, 30, 40, 900)]).is_logarithmic


def test_zero_has_its_place_on_a_logarithmic_axis() -> None:
    found = canvas([extent(number) for number in (0, 10, 10, 9_000)])
    assert [tick.label for tick in found.values] == ["0", "10", "100", "1,000", "10,000"]
    assert found.mark(extent(0), EXACT, 0).y == found.floor


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2031, 3, 11), date(2031, 3, 11), ["Mar 11, 2031"]),
        (date(2031, 3, 11), date(2031, 3, 13), ["Mar 11, 2031", "Mar 12", "Mar 13"]),
        (date(2031, 1, 13), date(2031, 4, 30), ["Feb 2031", "Mar", "Apr"]),
        (date(2031, 1, 1), date(2031, 12, 31), ["Jan 2031", "Apr", "Jul", "Oct"]),
        (date(2022, 2, 1), date(2024, 12, 30), ["2023", "2024"]),
        (date(1900, 1, 1), date(2031, 1, 1), ["1900", "1950", "2000"]),
        (date(9998, 2, 1), date(9999, 12, 31), ["Jul 9998", "Jan 9999", "Jul"]),
    ],
)
def test_the_axis_across_names_few_days(first: date, last: date, expected: list[str]) -> None:
    assert days(first, last) == expected


def test_a_small_chart_names_the_first_and_the_last_day() -> None:
    assert days(DAY, DAY + timedelta(40), SMALL) == ["Mar 11, 2031", "Apr 20, 2031"]
    assert days(DAY, DAY + timedelta(4000), SMALL) == ["Mar 2031", "Feb 2042"]
    assert days(DAY, DAY, SMALL) == ["Mar 11, 2031"]


def test_a_mark_shows_how_the_number_was_put() -> None:
    shapes = {
        hedge: (mark.arrow, mark.is_hollow)
        for (hedge, shape), meaning in MEANINGS.items()
        for mark in [canvas([extent(5)]).mark(extent(5), meaning, 0)]
        if shape == "value"
    }
    assert shapes == {
        "exact": ("", False),
        "about": ("", True),
        "nearly": ("", True),
        "more-than": ("up", False),
        "at-least": ("up", False),
        "at-most": ("down", False),
    }


def test_a_range_reaches_up_and_a_vague_date_across() -> None:
    year = extent(10, 20, date(2031, 1, 1), date(2031, 12, 31))
    mark = canvas([year]).mark(year, EXACT, 0)
    assert mark.is_range
    assert mark.top < mark.y < mark.bottom
    assert mark.is_span
    assert share(mark.left) < share(mark.x) < share(mark.right)
    exact = canvas([extent(10)]).mark(extent(10), EXACT, 0)
    assert not exact.is_range
    assert not exact.is_span


def test_the_whole_stands_on_the_same_axes_as_its_part() -> None:
    found = canvas([extent(300), extent(600)], [extent(1_100)])
    assert found.values[-1].label == "1,500"
    assert len(re.findall("M", found.dashes)) == 1


def over(days: int, *numbers: Number) -> list[Extent]:
    """Answers evenly over so many days."""
    return [extent(number, first=DAY + timedelta(place * days)) for place, number in enumerate(numbers)]


@pytest.mark.parametrize(
    ("answers", "whole", "is_drawn"),
    [
        (over(50, 300, 600, 600), over(50, 700, 1_200), True),
        (over(50, 300, 600, 600), over(50, 700, 1_300), False),
        (over(50, 300, 600, 600), over(50, 4_700), False),
        (over(50, 300, 600, 600), over(50, 500, 700, 4_700), False),
        (over(50, *range(300, 600)), over(50, 1_300), False),
        (over(50, Decimal("-3.5"), Decimal("-4.0")), over(50, Decimal("-8.0")), True),
        (over(50, Decimal("-3.5"), Decimal("-4.0")), over(50, Decimal("6.0")), False),
        (over(50, 3, 1_000_000), over(50, 9_000_000), True),
        (over(50, 3, 9, 10), over(50, 1_000_000), False),
        (over(50, 0, 0, 1), over(50, 3), False),
        (over(10, 300, 600, 600), over(40, 700, 700), True),
        (over(10, 300, 600, 600), over(50, 700, 700), False),
        ([extent(300), extent(600)], [extent(900)], True),
        ([extent(300), extent(600)], over(1, 900, 900), False),
        (over(50, 300, 600), [], False),
    ],
)
def test_the_whole_is_drawn_where_its_part_keeps_half_of_the_chart(
    answers: list[Extent], whole: list[Extent], is_drawn: bool
) -> None:
    found, alone = canvas(answers, whole), canvas(answers)
    assert bool(found.dashes) == is_drawn
    assert found.is_logarithmic == alone.is_logarithmic
    if not is_drawn:
        assert (found.values, found.dates) == (alone.values, alone.dates)


@pytest.mark.parametrize("tag", ["en", "ko"])
@given(st.dates(), st.integers(0, 20_000), st.integers(0, 1_000))
def test_no_date_below_an_axis_touches_another(tag: str, first: date, days: int, rest: int) -> None:
    last = min(first, date.max - timedelta(days + rest)) + timedelta(days + rest)
    ends = [extent(1, first=each) for each in (min(first, last), last)]
    for size, pixels in ((LARGE, 288), (SMALL, 288)):
        ticks = Canvas(ends, (), size, COUNT, Language(tag).day).dates
        places = [_ends(tick, pixels) for tick in ticks]
        assert all(one[1] < other[0] for one, other in pairwise(places)), ticks


def _ends(tick: Tick, pixels: int) -> tuple[float, float]:
    """Where a label of twelve pixels begins and ends; no letter is broader, and others are half as broad."""
    place, breadth = share(tick.at) * pixels / 100, sum(12 if ord(letter) > 0x1100 else 6.2 for letter in tick.label)
    start = place - {"start": 0, "middle": breadth / 2, "end": breadth}[tick.anchor]
    return start, start + breadth


def marks(*extents: Extent) -> list[Mark]:
    found = canvas([*extents, extent(1_000, first=DAY + timedelta(100))])
    return [found.mark(each, EXACT, 0) for each in extents]


def test_marks_that_would_cover_each_other_stand_side_by_side() -> None:
    same = marks(*[extent(600)] * 3, extent(100), extent(600, first=DAY + timedelta(50)))
    assert set_apart(same) == 0
    assert [mark.shift for mark in same] == [0, 8, -8, 0, 0]


def test_a_mark_within_a_range_stands_beside_it() -> None:
    found = marks(extent(100, 900), extent(200, 300), extent(500), extent(950))
    assert set_apart(found) == 0
    assert [mark.shift for mark in found] == [0, 8, 8, 0]


def test_marks_for_which_there_is_no_room_are_counted() -> None:
    found = marks(*[extent(600)] * 12)
    assert set_apart(found) == 3
    assert len({mark.shift for mark in found[:9]}) == 9
    assert max(abs(mark.shift) for mark in found) <= 16


def test_ten_thousand_answers_have_no_more_dots_than_can_be_told_apart() -> None:
    many = [extent(number * 37 % 9_973, first=DAY + timedelta(number % 997)) for number in range(10_000)]
    assert len(canvas(many).dots) < 25_000


EXTENTS = st.builds(
    lambda first, days, low, more: extent(
        low, exact(low) + more, first, min(first, date.max - timedelta(days)) + timedelta(days)
    ),
    st.dates(),
    st.sampled_from([0, 0, 30, 365]),
    st.integers(0, 10**15) | st.integers(-(10**15), 0) | st.decimals(-100, 100, places=6) | st.fractions(0, 1),
    st.sampled_from([0, 0, 1, 10**6]),
)


@given(
    st.lists(EXTENTS, max_size=8),
    st.lists(EXTENTS, max_size=3),
    st.sampled_from([LARGE, SMALL]),
    st.sampled_from([COUNT, PERCENT, MONEY]),
)
def test_everything_stands_on_the_chart(answers: list[Extent], whole: list[Extent], size: Size, scale: Scale) -> None:
    found = canvas(answers, whole, size, scale)
    assert 2 <= len(found.values) <= 8
    assert len({tick.label for tick in found.values}) == len(found.values)
    assert len(found.dates) <= size.dates
    for tick in found.values:
        assert 0 <= int(tick.at) <= found.floor
    for each in answers:
        mark = found.mark(each, EXACT, 0)
        assert 0 <= mark.top <= mark.y <= mark.bottom <= found.floor
        assert size.left <= share(mark.left) <= share(mark.x) <= share(mark.right) <= size.right
    for x, y in re.findall(r"M(\S+) (\S+?)h", found.dots + found.dashes):
        assert 0 <= int(x) <= found.breadth
        assert 0 <= int(y) <= found.height


def test_a_day_is_written_briefly() -> None:
    assert [Language("ko").day(DAY, precision) for precision in Precision] == [
        "2031년",
        "2031년 3월",
        "2031년 3월 11일",
    ]
    assert [Language("ko").day(DAY, precision, False) for precision in Precision] == ["2031년", "3월", "3월 11일"]
