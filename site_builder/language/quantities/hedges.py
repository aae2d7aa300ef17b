"""The hedges around a number: about, nearly, more than, at least, at most."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from site_builder.language.quantities.patterns import any_fitting, compiled
from site_builder.model.records import Hedge

_ORDER: tuple[Hedge, ...] = ("at-least", "at-most", "more-than", "nearly", "about")
"""Of two hedges the one that comes first here is the claim's: a bound is worth more than "about"."""
_REACH = 60
"""Letters before a number in which its hedges stand."""


class Hedging(NamedTuple):
    """The hedges of a number that stands, with them, from `start` to `end`; it can be taken for any of `all`."""

    start: int
    end: int
    hedge: Hedge
    all: frozenset[Hedge]


class Hedges:
    """Finds the hedges of one language by its table."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        hedges = table.get("hedges", {})
        letter = r"(?<![^\W_])"
        self._before = [
            (hedge, compiled(rf"(?:{letter}|(?<=[^\w]))(?:{any_fitting(hedges[hedge].get('before', []))})[ :]?$"))
            for hedge in hedges
            if hedges[hedge].get("before")
        ]
        gap = r"(?: [a-z][a-z'’-]*){0,3}?[ ]?" if "powers" in table else " ?"
        self._behind = [
            (hedge, compiled(rf"{gap}(?:{any_fitting(hedges[hedge]['behind'])})"))
            for hedge in hedges
            if hedges[hedge].get("behind")
        ]
        self._no_hedges = [
            (compiled(rf"\b{word}$"), compiled(f"(?:{before})$")) for word, before in table.get("no_hedges", {}).items()
        ]
        self._also: list[tuple[re.Pattern[str], Hedge]] = [
            (compiled(words), hedge) for words, hedge in table.get("also", {}).items()
        ]

    def around(self, text: str, start: int, end: int) -> Hedging:
        """The hedges of what stands at a place of a text."""
        found: set[Hedge] = set()
        also: set[Hedge] = set()
        while before := self._next_before(text, start):
            hedge, start, words = before
            found.add(hedge)
            also.update(self._meant(words))
        last = end
        for hedge, behind in self._behind:
            if match := behind.match(text, end):
                found.add(hedge)
                also.update(self._meant(match[0]))
                last = max(last, match.end())
        found.discard("exact")
        chosen: Hedge = next((each for each in _ORDER if each in found), "exact")
        return Hedging(start, last, chosen, frozenset({chosen, *found, *also}))

    def _next_before(self, text: str, start: int) -> tuple[Hedge, int, str] | None:
        """The longest hedge right before a place, where it begins, and its words."""
        before = text[max(0, start - _REACH) : start]
        best: tuple[Hedge, int, str] | None = None
        for hedge, pattern in self._before:
            if (match := pattern.search(before)) and (best is None or len(match[0]) > len(best[2])):
                best = (hedge, start - len(match[0]), match[0])
        if best and self._is_none(text[max(0, best[1] - _REACH) : best[1]], best[2].strip()):
            return None
        return best

    def _is_none(self, before: str, words: str) -> bool:
        return any(word.search(words) and place.search(before) for word, place in self._no_hedges)

    def _meant(self, words: str) -> Iterator[Hedge]:
        return (hedge for pattern, hedge in self._also if pattern.search(words))
