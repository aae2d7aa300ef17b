"""The passage of a text that is most like a quote that is not in it, with the difference between the two.

It is shown to the person who mends the quote. However like it is, it is no match.
"""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Literal, NamedTuple

from site_builder.sources.matching import Span, Text
from site_builder.text.quote_folding import fold

LEAST = 60.0
"""The likeness, of 100, below which there is nothing like the quote."""
_AS_NEAR = 0.5
"""How much less like another passage may be to count as equally near."""
_WORD = re.compile(r"\S+")


class Piece(NamedTuple):
    """Words that a quote has, that its source has, or that both have."""

    of: Literal["both", "quote", "source"]
    words: str


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage, how like and how different it is, and whether another one, of other words, is as near."""

    span: Span
    likeness: float
    difference: Sequence[Piece]
    is_ambiguous: bool


def is_available() -> bool:
    """Tell whether what looks for passages is installed: it comes with the extra `sources`."""
    return find_spec("rapidfuzz") is not None


def nearest(quote: str, text: Text) -> Nearest | None:
    """Find the passage that is most like a quote; None if nothing is like it."""
    wanted, whole = fold(quote).text.strip(), text.folded.text
    found = _aligned(wanted, whole, LEAST)
    if not found:
        return None
    likeness, start, end = found
    least = max(LEAST, likeness - _AS_NEAR)
    passage = _of_whole_words(whole, start, end)
    other = _aligned(wanted, whole.replace(whole[slice(*passage)], "\n"), least)
    span = text.folded.original(*passage)
    return Nearest(span, likeness, _difference(quote, text.original[slice(*span)]), other is not None)


def _aligned(wanted: str, text: str, least: float) -> tuple[float, int, int] | None:
    """Find the stretch of a text that is most like some words, with its likeness."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    found = partial_ratio_alignment(wanted, text, score_cutoff=least) if wanted and text else None
    return (found.score, found.dest_start, found.dest_end) if found and found.dest_start < found.dest_end else None


def _of_whole_words(text: str, start: int, end: int) -> Span:
    """A stretch of text with the whole of the words at its ends."""
    spans = [word.span() for word in _WORD.finditer(text)]
    touched = [span for span in spans if span[0] < end and span[1] > start]
    return (touched[0][0], touched[-1][1]) if touched else (start, end)


def _difference(quote: str, passage: str) -> Sequence[Piece]:
    """Compare a quote with a passage by words, which are the same if they fold to the same."""
    ours, theirs = _WORD.findall(quote), _WORD.findall(passage)
    matcher = difflib.SequenceMatcher(
        None, [fold(word).text for word in ours], [fold(word).text for word in theirs], False
    )
    pieces: list[Piece] = []
    for kind, first, last, from_, to in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(Piece("both", " ".join(theirs[from_:to])))
        else:
            both = (Piece("quote", " ".join(ours[first:last])), Piece("source", " ".join(theirs[from_:to])))
            pieces += [piece for piece in both if piece.words]
    return pieces
