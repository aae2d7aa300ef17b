"""Names that are nearly the same: written in another way, or mistyped; not merely alike, as two people's are."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from site_builder.text.folding import folded

_SHORT, _SHORT_OF_PERSON, _LONG = 5, 8, 12
"""A name of fewer letters is another name when one of them differs; a long one may have two that do."""


class Said:
    """A name as somebody says it, to be held against many others.

    `added` are words that people put around a name or hang on to it (Mr, 's, 은, 의원).
    """

    def __init__(self, name: str, added: Iterable[str] = ()) -> None:
        self._words = _words(name)
        self._letters = "".join(self._words)
        self._bare = {self._letters}
        for word in map("".join, map(_words, added)):
            self._bare |= {self._letters.removesuffix(word), self._letters.removeprefix(word)}

    def is_nearly(self, name: str, *, of_person: bool = False) -> bool:
        """Tell whether most likely another name was meant.

        Of people's names one letter in place of another most often makes another person: Min-su is not Min-ju.
        """
        theirs = _words(name)
        said, other = self._letters, "".join(theirs)
        if not said or not other or _digits(said) != _digits(other):
            return False
        if other in self._bare or (len(theirs) > 1 and sorted(self._words) == sorted(theirs)):
            return True
        if said[0] != other[0]:  # hardly anybody mistypes the beginning: KBS is not SBS
            return False
        shorter = min(len(said), len(other))
        most = 0 if shorter < (_SHORT_OF_PERSON if of_person else _SHORT) else 1 if shorter < _LONG else 2
        return _distance(said, other, replacing=2 if of_person else 1) <= most


def _words(text: str) -> list[str]:
    """The words of a name without accents; Korean syllables in their letters, one of which is what is mistyped."""
    pieces = unicodedata.normalize("NFD", folded(text))
    return "".join(letter for letter in pieces if not unicodedata.combining(letter)).split()


def _digits(text: str) -> Sequence[str]:
    return re.findall(r"\d+", text)


def _distance(one: str, other: str, replacing: int) -> int:
    """How many letters were left out, added, exchanged with their neighbour or, at a price, replaced."""
    if abs(len(one) - len(other)) > 2:
        return len(one) + len(other)
    before: list[int] = []
    above: list[int] = [*range(len(other) + 1)]
    for place, letter in enumerate(one, 1):
        row: list[int] = [place]
        for at, theirs in enumerate(other, 1):
            costs = [above[at] + 1, row[-1] + 1, above[at - 1] + (replacing if letter != theirs else 0)]
            if before and at > 1 and (letter, one[place - 2]) == (other[at - 2], theirs):
                costs.append(before[at - 2] + 1)
            row.append(min(costs))
        before, above = above, row
    return above[-1]
