"""The claims of a word as text: four levels, the highest first, parted by commas; empty ones at the end are left out.

A level lists the numbers of its claims by their gaps: what each is above the one before, the first above -1. A gap is
written in digits of 5 bits, the lowest first, as letters of base64url (RFC 4648); the sixth bit says that there are
more.
"""

from collections.abc import Iterable, Sequence

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)}
_BITS, _MORE = 5, 32

Postings = Sequence[Sequence[int]]
"""The numbers of a word's claims by level, each in ascending order."""


def encoded(postings: Postings) -> str:
    """Write the claims of a word."""
    return ",".join(map(gaps, postings)).rstrip(",")


def decoded(text: str, levels: int) -> list[list[int]]:
    """Read the claims of a word at so many levels."""
    parts = text.split(",")
    return [_numbers(part) for part in parts] + [[] for _ in range(levels - len(parts))]


def gaps(numbers: Iterable[int]) -> str:
    """Write ascending numbers by their gaps."""
    written, before = [], -1
    for number in numbers:
        written.append(_SMALL[gap] if (gap := number - before) < _MORE else _digits(gap))
        before = number
    return "".join(written)


def _digits(gap: int) -> str:
    digits = ""
    while gap >= _MORE:
        digits += _ALPHABET[gap % _MORE + _MORE]
        gap >>= _BITS
    return digits + _ALPHABET[gap]


def _numbers(text: str) -> list[int]:
    numbers, number, gap, shift = list[int](), -1, 0, 0
    for letter in text:
        value = _VALUES[letter]
        gap |= value % _MORE << shift
        shift += _BITS
        if value < _MORE:
            number += gap
            numbers.append(number)
            gap = shift = 0
    return numbers


_SMALL = _ALPHABET[:_MORE]
