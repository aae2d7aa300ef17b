"""The table of what counts as the same between a quote and its source, and of what does not, as readers see it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from site_builder.language.language import Language
from site_builder.problems import message
from site_builder.text.quote_folding import NOT_FOLDED, TABLE, Folding

_FOLDED: Mapping[str, str] = {
    "composed": message("Letters with marks, in one piece or in several (NFC)"),
    "spaces": message("Spaces and line breaks, also several in a row"),
    "double-quotes": message("Double quotation marks"),
    "single-quotes": message("Single quotation marks and apostrophes"),
    "dashes": message("Hyphens, dashes and minus signs"),
    "tildes": message("Tildes"),
    "middle-dots": message("Middle dots"),
    "ellipses": message("Ellipses"),
    "unseen": message("Characters that nobody sees"),
}
_TO: Mapping[str, str] = {
    "composed": message("one piece"),
    "spaces": message("one space"),
    "unseen": message("nothing"),
}
"""What stands for characters, where it cannot be shown."""
_KEPT: Mapping[str, str] = {
    "case": message("Capital and small letters"),
    "korean-spacing": message("Spaces in Korean"),
    "compatibility": message("Signs of several letters, fractions, full width"),
    "single-to-double": message("Single and double quotation marks"),
    "corner-brackets": message("Corner brackets and quotation marks"),
    "spaces-around-dashes": message("Spaces around dashes"),
    "dash-to-tilde": message("Hyphens and tildes"),
}


@dataclass(slots=True)
class Row:
    """Characters that count as another one: those that can be seen, the numbers of all, and what they count as.

    That is a sign, or its name where it cannot be seen.
    """

    name: str
    signs: tuple[str, ...]
    codes: str
    sign: str
    named: str


@dataclass(slots=True)
class Kept:
    """What does not count as the same, with pairs of examples."""

    name: str
    samples: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class QuoteFoldingContext:
    """Both tables."""

    folded: tuple[Row, ...]
    kept: tuple[Kept, ...]


def tables(language: Language) -> QuoteFoldingContext:
    """What counts as the same, and what does not."""
    return QuoteFoldingContext(
        tuple(_row(language, row) for row in TABLE),
        tuple(Kept(language.text(_KEPT[row.id]), row.samples) for row in NOT_FOLDED),
    )


def _row(language: Language, row: Folding) -> Row:
    named = language.text(_TO[row.id]) if row.id in _TO else ""
    signs = () if named else row.characters
    return Row(language.text(_FOLDED[row.id]), signs, ", ".join(_codes(row.characters)), row.to, named)


def _codes(characters: Sequence[str]) -> Iterator[str]:
    """Yield the numbers of characters as Unicode writes them, those that follow each other as a range."""
    numbers = sorted(ord(each) for each in characters if len(each) == 1)
    for _, run in groupby(enumerate(numbers), lambda each: each[1] - each[0]):
        first, *more = [number for _, number in run]
        yield f"U+{first:04X}–{more[-1]:04X}" if more else f"U+{first:04X}"
