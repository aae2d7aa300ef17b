"""Where things stand on a chart."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.language.language import Language
from site_builder.model.dates import Precision
from site_builder.model.figures import MEANINGS
from site_builder.model.numbers import Number, exact
from site_builder.pages.chart import LARGE, SMALL, Canvas, Extent, Scale, Size
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
        (MONEY, (-300, 1_500_000), ["-$500,000", "$0", "$500,000", "$1,000,000", "$1,500,000"]),
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


def test_a_number_below_zero_has_no_power_of_ten() -> None:
    assert not canvas([extent(number) for number in (-1, 12, 30, 40, 90_000)]).is_logarithmic


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
        (date(2031, 1, 13), date(2031, 4, 30), ["Feb 2031", "Mar 2031", "Apr 2031"]),
        (date(2031, 1, 1), date(2031, 12, 31), ["Jan 2031", "Apr 2031", "Jul 2031", "Oct 2031"]),
        (date(2022, 2, 1), date(2024, 12, 30), ["2023", "2024"]),
        (date(1900, 1, 1), date(2031, 1, 1), ["1900", "1950", "2000"]),
        (date(9998, 2, 1), date(9999, 12, 31), ["Jul 9998", "Jan 9999", "Jul 9999"]),
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
    found = canvas([extent(600)], [extent(4_700, first=DAY - timedelta(10))])
    assert found.values[-1].label == "5,000"
    assert len(re.findall("M", found.dashes)) == 1


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
    assert Language("ko").day(DAY, Precision.DAY, False) == "3월 11일"
