"""Phrases of a table, found at a place of a text: right behind it, or right before it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

V = TypeVar("V")


class Found(NamedTuple, Generic[V]):
    """What a phrase stands for, and where it begins or ends: the end that is away from the place asked about."""

    value: V
    edge: int


class Phrases(Generic[V]):
    """Phrases with what each stands for. The longest that fits is found; a phrase of letters does not cut a word.

    Where `joined`, words are joined to what stands behind them, as particles are, and only the beginning of a phrase
    must be that of a word.
    """

    def __init__(self, values: Mapping[str, V], *, joined: bool = False) -> None:
        self._values = dict(values)
        self._joined = joined
        self._by_first = _lengths(self._values, 0)
        self._by_last = _lengths(self._values, -1)

    def behind(self, text: str, place: int) -> Found[V] | None:
        """The phrase that begins at a place."""
        lengths = self._by_first.get(text[place : place + 1])
        if lengths is None:  # as nearly always
            return None
        values = self._values
        for length in lengths:
            phrase = text[place : place + length]
            if phrase in values:
                end = place + len(phrase)
                if self._joined or not _cuts(text, end):
                    return Found(values[phrase], end)
        return None

    def before(self, text: str, place: int) -> Found[V] | None:
        """The phrase that ends at a place."""
        lengths = self._by_last.get(text[place - 1 : place])
        if lengths is None:
            return None
        values = self._values
        for length in lengths:
            start = place - length
            if start >= 0:
                phrase = text[start:place]
                if phrase in values and not _cuts(text, start):
                    return Found(values[phrase], start)
        return None


def _lengths(phrases: Iterable[str], place: int) -> Mapping[str, Sequence[int]]:
    """How long phrases are that have a letter at a place, the longest first: few phrases begin or end alike."""
    found = defaultdict[str, set[int]](set)
    for phrase in phrases:
        found[phrase[place]].add(len(phrase))
    return {letter: sorted(lengths, reverse=True) for letter, lengths in found.items()}


def words(phrases: Iterable[str], *, joined: bool = False) -> Phrases[str]:
    """Phrases that stand for themselves."""
    return Phrases({phrase: phrase for phrase in phrases}, joined=joined)


def any_of(words: Iterable[str]) -> str:
    """A regular expression for one of some words."""
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=lambda each: (-len(each), each))) or '(?!)'})"


def before_space(text: str, place: int) -> int:
    """The place before the space that ends at a place, if there is one."""
    return place - 1 if text[place - 1 : place] == " " else place


def behind_space(text: str, place: int) -> int:
    """The place behind the space that begins at a place, if there is one."""
    return place + 1 if text[place : place + 1] == " " else place


def _cuts(text: str, place: int) -> bool:
    """Tell whether a place lies inside of a word."""
    return 0 < place < len(text) and text[place - 1].isalpha() and text[place].isalpha()
