"""What a figure means, and that no two readers of it understand it differently."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import product
from math import inf
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model import figures as model
from site_builder.model.dates import parse_said
from site_builder.model.figures import (
    MEANINGS,
    SPANS,
    Answer,
    Bound,
    Bounds,
    Shape,
    answers_of,
    fits,
    fitting,
    meaning,
    rounding,
    total,
)
from site_builder.model.numbers import Number, parse
from site_builder.model.records import HEDGES_OF_BOUND, Figure, Hedge, Measure
from tests.records import altered, answering, claim

bounds = partial(model.bounds, measure="count")
KEYS: dict[Shape, dict[str, str]] = {
    "value": {"value": "100"},
    "min": {"min": "100"},
    "max": {"max": "100"},
    "range": {"min": "100", "max": "200"},
}
TABLE: list[tuple[Hedge, Shape, str, str, str]] = [
    # Each with its bounds, the words that it is said in, and its mark.
    ("exact", "value", "[100, 100]", "exact", ""),
    ("exact", "min", "[100, inf)", "at-least", "up"),
    ("exact", "max", "[0, 100]", "at-most", "down"),
    ("exact", "range", "[100, 200]", "exact", ""),
    ("about", "value", "[90, 110]", "about", "hollow"),
    ("about", "min", "[90, inf)", "at-least about", "hollow up"),
    ("about", "max", "[0, 110]", "at-most about", "hollow down"),
    ("about", "range", "[90, 220]", "about", "hollow"),
    ("nearly", "value", "[90, 100)", "nearly", "hollow"),
    ("nearly", "max", "[90, 100)", "nearly", "hollow"),
    ("nearly", "range", "[90, 200)", "nearly", "hollow"),
    ("more-than", "value", "(100, inf)", "more-than", "up"),
    ("more-than", "min", "(100, inf)", "more-than", "up"),
    ("more-than", "range", "(100, inf)", "more-than", "up"),
    ("at-least", "value", "[100, inf)", "at-least", "up"),
    ("at-least", "min", "[100, inf)", "at-least", "up"),
    ("at-least", "range", "[100, inf)", "at-least", "up"),
    ("at-most", "value", "[0, 100]", "at-most", "down"),
    ("at-most", "max", "[0, 100]", "at-most", "down"),
    ("at-most", "range", "[0, 200]", "at-most", "down"),
]


def figure(hedge: str, **numbers: object) -> Figure:
    return Figure(series="visitors", hedge=hedge, **{key: str(number) for key, number in numbers.items()})  # type: ignore[arg-type]


def written(found: Bounds) -> str:
    """Bounds as mathematicians write them: a round bracket leaves the number out."""
    (low, above), (high, below) = found
    return f"{'(' if above else '['}{low}, {high}{')' if below or high == inf else ']'}"


def contains(found: Bounds, number: Number) -> bool:
    return found.lower <= Bound(Fraction(number)) <= found.upper


@pytest.mark.parametrize(("hedge", "shape", "expected", "words", "mark"), TABLE)
def test_every_hedge_has_a_meaning_with_every_shape(
    hedge: Hedge, shape: Shape, expected: str, words: str, mark: str
) -> None:
    shown = figure(hedge, **KEYS[shape])
    found = meaning(shown)
    assert written(bounds(shown)) == expected
    assert " ".join(found.words) == words
    assert " ".join(filter(None, ["hollow" if found.is_hollow else "", found.arrow])) == mark


def test_the_table_above_is_whole() -> None:
    agreeing = [
        (hedge, shape)
        for hedge, shape in product(get_args(Hedge), get_args(Shape))
        if hedge in HEDGES_OF_BOUND.get(shape, get_args(Hedge))
    ]
    assert [row[:2] for row in TABLE] == agreeing == [*MEANINGS]


@pytest.mark.parametrize(
    ("one", "other", "can_both_hold"),
    [
        (figure("more-than", value=700), figure("exact", value=700), False),
        (figure("at-least", value=700), figure("exact", value=700), True),
        (figure("more-than", value=700), figure("at-most", value=700), False),
        (figure("at-least", value=700), figure("at-most", value=700), True),
        (figure("nearly", value=700), figure("exact", value=700), False),
        (figure("nearly", value=700), figure("exact", value=699), True),
        (figure("nearly", value=700), figure("exact", value=630), True),
        (figure("nearly", value=700), figure("exact", value=629), False),
        (figure("nearly", value=700), figure("at-least", value=700), False),
        (figure("nearly", value=700), figure("more-than", value=699), True),
        (figure("about", value=700), figure("exact", value=770), True),
        (figure("about", value=700), figure("exact", value=771), False),
        (figure("about", value=700), figure("more-than", value=770), False),
        (figure("exact", min=700), figure("exact", max=700), True),
        (figure("about", min=700), figure("exact", value=630), True),
        (figure("about", min=700), figure("exact", value=629), False),
        (figure("nearly", value=0), figure("exact", value=0), True),
        (figure("at-most", value=0), figure("exact", value=0), True),
    ],
)
def test_what_is_only_just_left_out_excludes(one: Figure, other: Figure, can_both_hold: bool) -> None:
    assert bounds(one).exclude(bounds(other)) is not can_both_hold
    assert bounds(other).exclude(bounds(one)) is not can_both_hold


NUMBERS = st.integers(0, 25) | st.integers(0, 10**15 - 1)


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """Any figure; most of its numbers are small, so that two of them often meet."""
    hedge, shape = draw(st.sampled_from([*MEANINGS]))
    keys = ("min", "max") if shape == "range" else (shape,)
    numbers = sorted(draw(st.lists(NUMBERS, min_size=len(keys), max_size=len(keys), unique=True)))
    return figure(hedge, **dict(zip(keys, numbers, strict=True)))


def ends(found: Bounds) -> Iterator[Bound]:
    yield from (found.lower, found.upper)


@given(figures())
def test_a_figure_can_mean_every_number_that_it_names_but_those_left_out(shown: Figure) -> None:
    found = bounds(shown)
    for number in (shown.low, shown.high):
        is_left_out = any(end.side and end.number == number for end in ends(found))
        assert contains(found, number) is not is_left_out
    assert not found.exclude(found), "it can mean some number"


@given(figures(), figures())
def test_figures_exclude_each_other_if_no_number_lies_within_both(one: Figure, other: Figure) -> None:
    found, others = bounds(one), bounds(other)
    assert found.exclude(others) is others.exclude(found)
    # If they have any number in common, they have one of these: an end, the middle between two, or what is beyond all.
    finite = [Fraction(end.number) for each in (found, others) for end in ends(each) if end.number != inf]
    between = {(low + high) / 2 for low, high in product(finite, repeat=2)} | {max(finite) + 1}
    assert found.exclude(others) is not any(contains(found, each) and contains(others, each) for each in between)


@given(st.sampled_from([*MEANINGS]), st.integers(0, 10**15 - 1))
def test_whole_numbers_decimals_and_fractions_mean_the_same(key: tuple[Hedge, Shape], number: int) -> None:
    forms: list[Number] = [number, Decimal(number), Fraction(number)]
    whole, *others = [MEANINGS[key].bounds(form, form, "money") for form in forms]
    assert others == [whole, whole]
    assert not [other for other in others if whole.exclude(other)]


@pytest.mark.parametrize(
    ("hedge", "number", "expected"),
    [
        ("about", 3, (Fraction(27, 10), Fraction(33, 10))),
        ("about", Decimal("0.1"), (Fraction(9, 100), Fraction(11, 100))),
        ("about", Fraction(2, 3), (Fraction(3, 5), Fraction(11, 15))),
        ("nearly", Decimal("1.5"), (Fraction(27, 20), Fraction(3, 2))),
        ("exact", Decimal("1.1"), (Fraction(11, 10), Fraction(11, 10))),
    ],
)
def test_nothing_is_rounded(hedge: Hedge, number: Number, expected: tuple[Fraction, Fraction]) -> None:
    found = MEANINGS[hedge, "value"].bounds(number, number, "share" if number < 1 else "decimal")
    assert (found.lower.number, found.upper.number) == expected


def test_whole_numbers_stay_whole() -> None:
    for hedge in ("about", "nearly", "exact"):
        assert {type(end.number) for end in ends(bounds(figure(hedge, value=600)))} == {int}


@pytest.mark.parametrize(
    ("measure", "hedge", "numbers", "expected"),
    [
        # A tenth goes by the size of a number, and what is nearly reached is reached from zero.
        ("money", "about", {"value": "-100"}, "[-110, -90]"),
        ("money", "nearly", {"value": "-100"}, "(-100, -90]"),
        ("money", "about", {"min": "-100"}, "[-110, inf)"),
        ("money", "about", {"max": "-100"}, "[-inf, -90]"),
        ("money", "nearly", {"max": "-100"}, "(-100, -90]"),
        ("money", "about", {"min": "-100", "max": "100"}, "[-110, 110]"),
        ("money", "nearly", {"min": "-100", "max": "100"}, "(-100, 100)"),
        ("money", "nearly", {"min": "-200", "max": "-100"}, "(-200, -90]"),
        # All else goes by its place among all numbers.
        ("decimal", "more-than", {"value": "-1.5"}, "(-3/2, inf)"),
        ("percent", "at-least", {"value": "-3"}, "[-3, inf)"),
        ("percent", "at-most", {"value": "-3"}, "[-inf, -3]"),
        ("percent", "exact", {"max": "5"}, "[-inf, 5]"),
        ("count", "exact", {"max": "5"}, "[0, 5]"),
        # A share is a part of a whole.
        ("share", "at-least", {"value": "2/3"}, "[2/3, 1]"),
        ("share", "at-most", {"value": "2/3"}, "[0, 2/3]"),
        ("share", "about", {"value": "0.95"}, "[171/200, 1]"),
        ("share", "more-than", {"value": "1"}, "[1, 1]"),
        ("share", "nearly", {"value": "0"}, "[0, 0]"),
    ],
)
def test_each_measure_has_its_numbers(measure: Measure, hedge: str, numbers: dict[str, str], expected: str) -> None:
    assert written(model.bounds(figure(hedge, **numbers), measure)) == expected


ALL_NUMBERS = st.one_of(
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.decimals("-1000", "1000", places=2, allow_nan=False),
    st.fractions(0, 1, max_denominator=1000),
)


@given(st.sampled_from([*MEANINGS]), st.sampled_from([*SPANS]), ALL_NUMBERS, ALL_NUMBERS)
def test_every_figure_can_mean_some_number_of_its_measure(
    key: tuple[Hedge, Shape], measure: Measure, one: Number, other: Number
) -> None:
    low, high = sorted([one, other]) if key[1] == "range" else (one, one)
    if fits(low, measure) and fits(high, measure):
        found = MEANINGS[key].bounds(low, high, measure)
        assert found.lower <= found.upper
        assert SPANS[measure].lower <= found.lower
        assert found.upper <= SPANS[measure].upper


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The measures that it fits.
        ("0", "count decimal percent share money"),
        ("1", "count decimal percent share money"),
        ("4700", "count decimal percent money"),
        ("-3", "decimal percent money"),
        ("1.5", "decimal percent money"),
        ("-1.5", "decimal percent money"),
        ("0.5", "decimal percent share money"),
        ("600.0", "decimal percent money"),
        ("2/3", "share"),
        ("3/2", ""),
    ],
)
def test_a_number_fits_some_measures(text: str, expected: str) -> None:
    assert " ".join(measure for measure in get_args(Measure) if fits(parse(text), measure)) == expected


@pytest.mark.parametrize(
    ("measure", "text", "expected"),
    [
        ("count", "1.500", "1500"),
        ("count", "600.0", "600"),
        ("count", "1.000", None),  # one, or a thousand
        ("count", "1.5", None),
        ("count", "0.500", None),
        ("count", "-3", None),
        ("count", "-3.0", None),
        ("count", "2/3", None),
        ("decimal", "1/4", "0.25"),
        ("decimal", "2/3", None),
        ("money", "1/2", "0.5"),
        ("percent", "1/4", "25"),
        ("percent", "1/8", "12.5"),
        ("percent", "2/3", None),
        ("share", "67", "0.67"),
        ("share", "12.5", "0.125"),
        ("share", "100", "1"),
        ("share", "101", None),
        ("share", "-3", None),
        ("share", "3/2", None),
    ],
)
def test_a_number_that_fits_no_measure_may_have_been_meant_otherwise(
    measure: Measure, text: str, expected: str | None
) -> None:
    assert not fits(parse(text), measure)
    meant = fitting(parse(text), measure)
    assert (meant if meant is None else str(meant)) == expected
    assert meant is None or fits(parse(str(meant)), measure)


@pytest.mark.parametrize(
    ("measure", "text", "expected"),
    [
        ("count", "33", 0),
        ("money", "33.50", 0),
        ("percent", "33", Fraction(1, 2)),
        ("percent", "33.4", Fraction(1, 20)),
        ("decimal", "1.50", Fraction(1, 200)),
        ("share", "0.3", Fraction(1, 20)),
        ("share", "1", 0),
        ("share", "1/3", 0),
    ],
)
def test_what_was_measured_was_rounded(measure: Measure, text: str, expected: Fraction) -> None:
    assert rounding(parse(text), measure) == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([figure("exact", value=60), figure("exact", value=40)], "[100, 100]"),
        ([figure("exact", value=60), figure("more-than", value=40)], "(100, inf)"),
        ([figure("exact", value=60), figure("nearly", value=40)], "[96, 100)"),
        ([figure("about", value=3), figure("about", value=7)], "[9, 11]"),
        ([figure("at-most", value=3), figure("at-least", value=7), figure("nearly", value=10)], "[16, inf)"),
    ],
)
def test_bounds_add_up(parts: list[Figure], expected: str) -> None:
    assert written(total(map(bounds, parts))) == expected


def test_the_answers_of_a_claim_keep_their_places() -> None:
    visitors = {"series": "visitors", "value": "3", "hedge": "exact"}
    said = claim(figures=[visitors, {"series": "guests", "max": "9", "hedge": "exact", "as_of": "2031-02"}])
    first, second = answers_of(said)
    assert [(each.claim, each.place, each.figure) for each in (first, second)] == [
        (said, 0, said.figures[0]),
        (said, 1, said.figures[1]),
    ]
    assert (first.as_of.text, second.as_of.text) == ("2031-03-12", "2031-02")
    assert (str(first.day), str(second.day)) == ("2031-03-12", "2031-02-01")


def test_answers_stand_in_the_order_of_their_dates_then_of_their_claims() -> None:
    days = [("2031-03-02", "union"), ("2031-03", "office"), ("2031-03-02", "club")]
    ordered = sorted((Answer(answering(day, who, value="1"), 0) for day, who in days), key=lambda each: each.sort_key)
    assert [each.claim.claimant for each in ordered] == ["office", "club", "union"]


def test_answers_of_one_day_stand_in_the_order_of_their_times() -> None:
    said = {"club": "2031-03-02T23:00+09:00", "office": "2031-03-02T15:00Z", "union": "2031-03-02T09:00+09:00"}
    answers = [
        Answer(altered(answering("2031-03-02", who, value="1"), said=parse_said(at)), 0) for who, at in said.items()
    ]
    ordered = [each.claim.claimant for each in sorted(answers, key=lambda each: each.sort_key)]
    assert ordered == ["union", "club", "office"]
