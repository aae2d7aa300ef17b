"""Two numbers that are one quantity, a range (3~4천, six to eight thousand), or a change of one (from 40 to 55)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from site_builder.language.quantities.numerals import Numeral
from site_builder.language.quantities.patterns import compiled

_REACH = 80
_TEN = 10


class Ranges:
    """Joins the numerals of one language by its table."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        ranges = table.get("ranges", {})
        self._between = compiled(ranges.get("between", "[-–]"))
        self._through = compiled(ranges.get("through", ""))
        self._beside = compiled(ranges.get("beside", ""))
        self._both = compiled(rf"\b{ranges['both']} [^ ]{{0,3}}$" if "both" in ranges else "")
        self._and = compiled(ranges.get("and", ""))
        self._or = compiled(ranges.get("or", ""))
        self._from = compiled(rf"\b{ranges['from']} [^ ]{{0,3}}$" if "from" in ranges else "")
        self._change_behind = compiled(ranges.get("change_behind", ""))
        self._change_before = compiled(rf"\b(?:{ranges['change_before']})$" if "change_before" in ranges else "")
        self._decade = compiled(ranges.get("decade", ""))

    def joined(self, text: str, first: Numeral, end: int, second: Numeral, last: int) -> Numeral | None:
        """The range of two numerals; None where they are none. With their units they end at `end` and `last`.

        Two numbers in a score, which do not rise, are joined to a range that is none: low above high.
        """
        between = text[end : second.start]
        if first.low != first.high or second.low != second.high:
            return None
        lower = self._scaled(first, second) if end == first.end else first.low
        if self._beside.fullmatch(text[first.end : second.start]):
            is_near = 0 < second.low - lower <= 2 * second.scale and lower < _TEN * second.scale
            if not is_near or end != first.end:
                return None
        elif self._and.fullmatch(between):
            if not self._both.search(text[max(0, first.start - _REACH) : first.start]):
                return None
        elif self._or.fullmatch(between):
            if not lower < second.low <= 2 * lower:
                return None
        elif self._through.fullmatch(between):
            if self._is_change(text, first.start, last):
                return None
        elif not self._between.fullmatch(between):
            return None
        return replace(second, start=first.start, low=lower, high=second.high, is_in_words=first.is_in_words)

    def _scaled(self, first: Numeral, second: Numeral) -> Any:
        """The first number by the power behind the second one, where it has neither a power nor a unit: 4~5천."""
        is_bare = first.scale == 1 and second.scale > 1 and first.low < second.low / second.scale
        return first.low * second.scale if is_bare else first.low

    def _is_change(self, text: str, start: int, last: int) -> bool:
        before = text[max(0, start - _REACH) : start]
        if self._change_behind.match(text, last):
            return True
        match = self._from.search(before)
        return bool(match and self._change_before.search(before[: match.start()]))

    def decade(self, text: str, end: int, numeral: Numeral) -> Numeral:
        """The numbers that begin with the digits of a round one: 600 to 699 for 600명대."""
        match = self._decade.match(text, end)
        if not match or not isinstance(numeral.low, int) or numeral.low != numeral.high or numeral.low % _TEN:
            return numeral
        power = _TEN
        while numeral.low % (power * _TEN) == 0:
            power *= _TEN
        return replace(numeral, high=numeral.low + power - 1)
