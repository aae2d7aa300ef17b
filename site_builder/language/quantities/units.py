"""What a number counts: the counter, sign or noun behind it, and whether that makes it a count at all."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from site_builder.language.quantities.patterns import any_fitting, any_of, compiled

QuantityKind = Literal["count", "share", "percent", "times"]
_NOUN = re.compile(r" ([a-z][a-z'’-]+)")
_SIGNS = "$€£₩¥₽₴₹"
_SIGN = re.compile(rf"(?:us|c|a|hk|nz)?[{_SIGNS}] ?$")
"""A sign of money before a number."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands behind a number up to `end`; `text` names it. A minor one measures time, age or size."""

    text: str
    end: int
    kind: QuantityKind = "count"
    is_minor: bool = False


class Units:
    """Finds the units of one language by its table."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        units = table.get("units", {})
        self.are_needed: bool = units.get("are_needed", False)
        self._percent = compiled(rf" ?(?:{units['percent']})" if "percent" in units else " ?%")
        self._times = compiled(rf"[ -]?(?:{units['times']}){self._ends(units)}" if "times" in units else "")
        self._refused = compiled(units.get("refused", ""))
        pieces = any_of(units.get("of_pieces", "").split())
        safe, strict = units.get("safe", "").split(), units.get("strict", "").split()
        counters = [rf"개 ?{pieces}(?![가-힣]{{2}})"] if units.get("of_pieces") else []
        self._counters = [any_of(safe), *counters]
        self._strict = rf"(?:{any_of(strict)}){self._ends(units)}"
        self._counter = self._with(())
        minor = units.get("minor", "").split()
        self._is_minor = compiled(any_fitting(minor))
        self._minor_behind = compiled("" if self.are_needed else rf"[ -]?{any_fitting(minor)}(?![a-z])")
        headline = units.get("headline", "").split()
        self._headline = compiled(rf"(?:^|[^가-힣]){any_of(headline)} ?$" if headline else "")

    @staticmethod
    def _ends(units: Mapping[str, Any]) -> str:
        return f"(?={units['ends']})" if "ends" in units else ""

    @lru_cache(maxsize=256)  # noqa: B019 - one object for each language, which lives as long as the process
    def _with(self, more: tuple[str, ...]) -> re.Pattern[str]:
        """The counters of the language, and more words that count."""
        return compiled(
            rf" ?(?:{any_fitting([rf'{any_of(more)}(?![a-z])' if more else '', *self._counters, self._strict])})"
        )

    def behind(self, text: str, end: int, more: Collection[str] = ()) -> Unit | None:
        """The unit behind a number; None where none is, or what is there makes the number no quantity."""
        if match := self._percent.match(text, end):
            return Unit(match[0].strip(), match.end(), "percent")
        if match := self._times.match(text, end):
            return Unit(match[0].strip(" -"), match.end(), "times")
        if match := self._minor_behind.match(text, end):
            return Unit(match[0].strip(" -"), match.end(), is_minor=match[0].strip(" -") not in more)
        if self.are_needed or more:
            match = self._with(tuple(sorted(more))).match(text, end)
            if match and not self._refused.match(text, match.end()):
                word = match[0].strip()
                return Unit(word, match.end(), is_minor=bool(self._is_minor.fullmatch(word)) and word not in more)
        if not self.are_needed and (match := _NOUN.match(text, end)):
            return Unit(match[1], end)
        return None

    def is_in_headline(self, text: str, start: int) -> bool:
        """Tell whether a noun of headlines stands before a number: killed 45, wounded 210."""
        return bool(self._headline.search(text[max(0, start - 12) : start]))

    @staticmethod
    def sign_before(text: str, start: int) -> int:
        """Where the sign of money before a number begins; the number's own place if there is none."""
        match = _SIGN.search(text[max(0, start - 6) : start])
        return start - len(match[0]) if match else start
