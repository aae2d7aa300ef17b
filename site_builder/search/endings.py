"""Looks for words of a table: at the end of another word, or in a regular expression; the longest goes first."""

import re
from collections.abc import Iterable, Iterator

_NOTHING = "(?!)"
"""A regular expression that nothing fits."""


class Endings:
    """What words may end in."""

    def __init__(self, endings: Iterable[str]) -> None:
        known = sorted({*endings} - {""}, key=len, reverse=True)
        self._by_length = {
            length: frozenset(each for each in known if len(each) == length)
            for length in dict.fromkeys(map(len, known))
        }

    def of(self, word: str) -> Iterator[str]:
        """Yield those that a word ends in and does not consist of, the longest first."""
        for length, known in self._by_length.items():
            if word[-length:] in known and length < len(word):
                yield word[-length:]

    def longest_of(self, word: str) -> str:
        """Return the longest that a word ends in, or nothing."""
        return next(self.of(word), "")


def any_of(words: Iterable[str]) -> str:
    """Return a regular expression of any of some words; where there are none, nothing fits."""
    return "(?:" + ("|".join(map(re.escape, sorted({*words}, key=lambda word: (-len(word), word)))) or _NOTHING) + ")"
