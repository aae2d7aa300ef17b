"""Words of Latin letters without their suffixes; of one with hyphens or apostrophes its parts, and these as one."""

import re
from collections.abc import Iterator

from site_builder.language.reduction import Reduction
from site_builder.search.digits import NUMBER, canonical, scaled
from site_builder.search.endings import any_of
from site_builder.search.found import LONGEST

_PARTS = re.compile(r"[-'.&/_]")
_RANGE = re.compile(r"[-'&/_]|\.(?=[0-9]+\.)")
_COUNTED = re.compile("([0-9]+)[a-z]{2,}")
"""A number and its unit: 240mm."""
_VOWEL = re.compile("[aeiouy]")
_DOUBLE = re.compile(r"([bdfgklmnprstz])\1$")
_SHORT = 4
"""Letters that a word must have to lose a suffix."""


class Latin:
    """Reduces words of Latin letters and digits by tables of suffixes."""

    def __init__(self, tables: Reduction) -> None:
        self._tables = tables
        self._stop_words = frozenset(tables.stop_words)
        self._marked = re.compile(f"({NUMBER})({any_of(tables.marks)})")

    def words(self, text: str) -> Iterator[str]:
        """Yield the words of what has no space in it; a word that says nothing is empty."""
        marked = self._marked.fullmatch(text)
        if marked:
            value = scaled(marked[1], self._tables.marks[marked[2]])
            yield from (canonical(marked[1]), str(value or ""))
        elif text.isdigit() or not any("a" <= letter <= "z" for letter in text):
            yield from map(canonical, _RANGE.split(text))
        else:
            parts = _PARTS.split(text)
            joined = "".join(parts)
            for part in [*parts, joined]:
                counted = _COUNTED.fullmatch(part)
                if counted:
                    yield canonical(counted[1])
                if part.isdigit():
                    yield canonical(part)
                elif len(part) > 1 or part == joined:
                    yield self._stem(part[:LONGEST])

    def _stem(self, word: str) -> str:
        """Take the suffixes off a word; empty for one that says nothing."""
        if word in self._stop_words:
            return ""
        word = self._tables.forms.get(word, word)
        if len(word) < _SHORT or not word.isalpha():
            return word
        for step in self._tables.suffixes:
            for suffix, least, instead in step:
                rest = word[: -len(suffix)]
                if word.endswith(suffix) and len(rest) >= least and _VOWEL.search(rest):
                    word = rest + instead
                    break
        return _DOUBLE.sub(r"\1", word)
