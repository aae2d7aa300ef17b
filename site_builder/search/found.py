"""What is found in a text: its words, each in the first of three ways in which it stands there."""

from typing import NamedTuple

LONGEST = 24
"""Letters of a word that are looked at together; a longer run is cut."""
_KNOWN = 8
"""Letters by which a word of Hangul, Han or kana is known."""


class Found(NamedTuple):
    """The words of a text: whole ones, what verbs are known by, and the ends of words."""

    whole: set[str]
    verbs: set[str]
    inner: set[str]

    def add(self, word: str, *, has_ends: bool) -> None:
        """Add a word of Hangul, Han or kana, and the ends of it that are words."""
        self.whole.add(word[:_KNOWN])
        if has_ends:
            for start in range(1, len(word) - 1):
                self.inner.add(word[start : start + _KNOWN])


def nothing() -> Found:
    """Return a text's words before any is found."""
    return Found(set(), set(), set())
