"""Numbers as records write them."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.numbers import Number, decimal, exact, parse, size


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("7", 7),
        ("-3", -3),
        ("999999999999999", 999999999999999),
        ("1.5", Decimal("1.5")),
        ("-0.25", Decimal("-0.25")),
        ("0.0", Decimal("0.0")),
        ("2/3", Fraction(2, 3)),
        ("3/2", Fraction(3, 2)),
    ],
)
def test_a_number_is_read_exactly(text: str, number: Number) -> None:
    found = parse(text)
    assert (type(found), found) == (type(number), number)
    assert str(found) == text


@pytest.mark.parametrize("text", ["1.50", "2.0", "0.000001", "-10.10"])
def test_a_decimal_keeps_its_digits(text: str) -> None:
    assert str(parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "-", "-0", "-0.0", "+1", "007", "1,200", "1_200", "1e3", "12 ", "٤٠", "１２", "nan", "inf", "12\n"),
        *("9" * 16, "1.", ".5", "1.2345678", "01.5", "1.5.5"),
        *("2/4", "3/1", "0/3", "1/0", "-1/3", "2/", "/3", "1.5/3", "2 /3", "1/1000000"),
    ],
)
def test_a_number_is_written_in_one_way(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        parse(text)


@given(st.text("0123456789-./", max_size=8))
def test_what_is_read_is_written_as_it_was(text: str) -> None:
    try:
        number = parse(text)
    except ValueError:
        return
    assert str(number) == text


@pytest.mark.parametrize(("number", "expected"), [(-3, 3), (3, 3), (Decimal("-1.50"), Decimal("1.50")), (0, 0)])
def test_the_size_of_a_number_has_no_sign(number: Number, expected: Number) -> None:
    assert str(size(number)) == str(expected)


def test_numbers_are_reckoned_with_exactly() -> None:
    assert exact(Decimal("0.1")) + exact(Decimal("0.2")) == Fraction(3, 10)
    assert type(exact(600)) is int


@pytest.mark.parametrize(
    ("number", "digits"), [(Fraction(1, 4), "0.25"), (Fraction(6, 3), "2"), (7, "7"), (Fraction(-100), "-100")]
)
def test_a_fraction_may_have_digits(number: Fraction | int, digits: str) -> None:
    assert str(decimal(number)) == digits


def test_a_third_has_no_last_digit() -> None:
    assert decimal(Fraction(1, 3)) is None
