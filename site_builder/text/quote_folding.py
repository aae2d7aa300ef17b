"""The differences between a quote and its source that count for nothing: the table of them, and no more.

A quote is looked for in the text of its source after both went through this table. It evens out what keyboards and
page makers set in several ways (spaces, kinds of quotation marks and dashes) and what nobody sees. Whatever a reader
could take for a change stays one: letters, their case, digits, the spacing of Korean. Readers are shown the table.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Folding(NamedTuple):
    """A row of the table: characters, and what stands for each of them; `samples` are pairs that are the same then.

    The row without characters is Unicode's own: letters and their marks in one piece or in several (NFC).
    """

    id: str
    characters: tuple[str, ...]
    to: str
    samples: tuple[tuple[str, str], ...]


class Kept(NamedTuple):
    """A difference that is none of the table: `samples` are pairs that stay two texts."""

    id: str
    samples: tuple[tuple[str, str], ...]


TABLE = (
    Folding("composed", (), "", (("cafe\u0301", "café"), ("\u1100\u116e\u11a8", "국"))),
    Folding(
        "spaces",
        tuple(
            "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680"
            "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
        ),
        " ",  # one for all that stand side by side
        (("so\xa0far", "so far"), ("so  \n far", "so far")),
    ),
    Folding("double-quotes", tuple("“”„‟＂″"), '"', (("“so far”", '"so far"'),)),
    Folding("single-quotes", tuple("‘’‚‛′`´"), "'", (("It’s", "It's"),)),
    Folding("dashes", tuple("‐‑‒–—―−－"), "-", (("so far – and", "so far - and"), ("SA‑22", "SA-22"))),
    Folding("tildes", tuple("∼〜～"), "~", (("4〜5명", "4~5명"),)),
    Folding("middle-dots", tuple("ㆍ‧•･⋅"), "·", (("섬멸ㆍ제거", "섬멸·제거"),)),
    Folding("ellipses", ("...", "⋯"), "…", (("so far...", "so far…"),)),
    Folding(
        "unseen",
        tuple(
            "\u00ad\u200b\u200c\u200d\u2060\ufeff\u034f\ufe0f"
            "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        ),
        "",
        (("casual\u00adties", "casualties"), ("\u200eso far", "so far")),
    ),
)
"""What is folded: characters to the one that stands for them, or to nothing."""

NOT_FOLDED = (
    Kept("case", (("The army", "the army"),)),
    Kept("korean-spacing", (("4천700여명", "4천700여 명"),)),
    Kept("compatibility", (("½", "1/2"), ("㎜", "mm"), ("１", "1"))),
    Kept("single-to-double", (("'so far'", '"so far"'),)),
    Kept("corner-brackets", (("「전투」", '"전투"'), ("『전투』", '"전투"'), ("《전투》", '"전투"'))),
    Kept("spaces-around-dashes", (("far - and", "far-and"),)),
    Kept("dash-to-tilde", (("4-5", "4~5"),)),
)
"""What is not folded, though people may expect it."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; each of its characters stands for the original's from `starts` to `ends` at its place."""

    text: str
    starts: list[int]
    ends: list[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of what stands here between two places, which are not the same."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold a text by the table."""
    return _substituted(_composed(_bare(text)))


_ROWS = {row.id: row for row in TABLE}
_UNSEEN = re.compile(f"[{''.join(_ROWS['unseen'].characters)}]")
_SPACES = _ROWS["spaces"]
_SUBSTITUTES = {character: row.to for row in TABLE if row.to and row is not _SPACES for character in row.characters}
_FOLDED = re.compile(
    "|".join([f"[{re.escape(''.join(_SPACES.characters))}]+", *map(re.escape, sorted(_SUBSTITUTES, key=len))])
)
_COMBINING = "\u0300"
"""The first character that may become one with those before it."""


def _bare(text: str) -> Folded:
    """Leave out what nobody sees: before all else, for it may stand between a letter and its mark."""
    starts = [place for place, character in enumerate(text) if not _UNSEEN.match(character)]
    if len(starts) < len(text):
        text = _UNSEEN.sub("", text)
    return Folded(text, starts, [place + 1 for place in starts])


def _composed(bare: Folded) -> Folded:
    if unicodedata.is_normalized("NFC", bare.text):
        return bare
    pieces, starts, ends = list[str](), list[int](), list[int]()
    for start, end in _clusters(bare.text):
        piece = bare.text[start:end]
        composed = unicodedata.normalize("NFC", piece)
        pieces.append(composed)
        if composed == piece:
            starts += bare.starts[start:end]
            ends += bare.ends[start:end]
        else:
            starts += [bare.starts[start]] * len(composed)
            ends += [bare.ends[end - 1]] * len(composed)
    return Folded("".join(pieces), starts, ends)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Cut a text where nothing on one side becomes one with anything on the other."""
    start = 0
    for place in range(1, len(text)):
        if text[place] < _COMBINING or not _joins(text[start:place], text[place]):
            yield start, place
            start = place
    yield start, len(text)


def _joins(before: str, character: str) -> bool:
    if unicodedata.combining(unicodedata.normalize("NFD", character)[0]):
        return True
    apart = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", character)
    return unicodedata.normalize("NFC", before + character) != apart


def _substituted(composed: Folded) -> Folded:
    pieces, starts, ends = list[str](), list[int](), list[int]()
    done = 0
    for found in _FOLDED.finditer(composed.text):
        start, end = found.span()
        pieces += [composed.text[done:start], _SUBSTITUTES.get(found[0], _SPACES.to)]
        starts += composed.starts[done : start + 1]
        ends += composed.ends[done:start]
        ends.append(composed.ends[end - 1])
        done = end
    pieces.append(composed.text[done:])
    starts += composed.starts[done:]
    ends += composed.ends[done:]
    return Folded("".join(pieces), starts, ends)
