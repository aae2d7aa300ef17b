"""Places of a text that something was read in."""

from bisect import bisect_left
from collections.abc import Iterable


class Spans:
    """Spans of a text that do not touch each other, in their order."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = list(spans)
        self._starts = [start for start, _ in self._spans]

    def touch(self, start: int, end: int) -> bool:
        """Tell whether one of them has a letter in common with another span."""
        before = bisect_left(self._starts, end) - 1
        return before >= 0 and self._spans[before][1] > start
