"""Numbers in digits."""

from site_builder.search.found import LONGEST

NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?"
"""A regular expression of a number, with commas or without."""
MOST = 2**53 - 1
"""The largest whole number that scripts reckon with exactly."""
_DIGITS = 16


def canonical(number: str) -> str:
    """Write a number without commas, leading zeros, and zeros at its end that say nothing."""
    whole, _, part = number.replace(",", "").partition(".")
    part = part.rstrip("0")
    return ((whole.lstrip("0") or whole[:1]) + (f".{part}" if part else ""))[:LONGEST]


def scaled(number: str, power: int) -> int | None:
    """Return a number times a power of ten; None if that is not whole, or larger than scripts reckon with."""
    whole, _, part = canonical(number).partition(".")
    digits = whole + part + "0" * (power - len(part))
    return int(digits) if len(part) <= power and len(digits) < _DIGITS else None
