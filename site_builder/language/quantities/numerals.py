"""Numerals in a text: runs of digits and number words, with what they come to, whatever they count."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, NamedTuple

from site_builder.language.quantities.patterns import any_of, compiled

_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_LONGEST = 24
"""Digits of the longest number that is read: int() is slow with more, and nobody counts so far."""
_SEVERAL = 20
"""Letters before a power in which a word like `several` stands."""
_TEN = 10
_HUNDRED = 100
_THOUSAND = 1_000


class _Part(NamedTuple):
    """A word of a numeral: a number, or something that multiplies what stands before it.

    Of what multiplies, `small` stays within a group (two hundred), `large` ends it (two million). A `pair` has two
    numbers (두세); `sino` digits are no number alone; a `portion` is one, or a part of it, before a power (half a
    million).
    """

    kind: str
    low: Fraction
    high: Fraction
    text: str = ""


@dataclass(frozen=True, slots=True)
class Numeral:
    """Where a numeral stands, and what it comes to: two numbers for a pair.

    `scale` is what the last of its words multiplies by, 1 where that is no such word. A vague one (hundreds) is that or
    a few times as much.
    """

    start: int
    end: int
    low: int | Fraction
    high: int | Fraction
    scale: int = 1
    is_in_words: bool = False
    is_vague: bool = False
    is_bare_power: bool = False
    """A power without a number before it, such as 천 in 천 명, which begins many other words."""


class Numerals:
    """Finds the numerals of one language by its table."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._parts = dict(_parts(table))
        self._has_spaces = "powers" in table
        words = sorted(self._parts, key=len, reverse=True)
        marks = table.get("marks", {})
        self._marks = {word: 10**power for word, power in marks.items()}
        self._mark = re.compile(rf"{any_of(marks)}(?![a-z])" if marks else "(?!)")
        edge = r"(?<![^\W\d_])" if self._has_spaces else ""
        behind = r"(?![^\W\d_])" if self._has_spaces else ""
        self._part = re.compile(rf"(?P<digits>{_DIGITS})|{edge}(?P<word>{any_of(words)}){behind}")
        vague = table.get("vague", {})
        self._plurals: Mapping[str, int] = vague.get("plurals", {})
        several = vague.get("several", "")
        of = rf"(?: of (?:{any_of(self._plurals)}))?" if self._plurals else ""
        self._plural = compiled(rf"\b{any_of(self._plurals)}{of}\b" if self._plurals else "")
        gap = " " if self._has_spaces else ""
        self._several = compiled(rf"{edge}(?:{several}){gap}$" if several else "")
        self._joins = any_of(table.get("joins", []))

    def find(self, text: str) -> Iterator[Numeral]:
        """Yield the numerals of a text in lower case, from left to right."""
        at = 0
        while match := self._part.search(text, at):
            found = self._plural_before(text, at, match.start()) or self._from(text, match)
            if found:
                yield found
            at = max(found.end if found else 0, match.end())
        while found := self._plural_before(text, at, len(text)):
            yield found
            at = found.end

    def value(self, word: str) -> int | None:
        """The number that a word stands for by itself."""
        part = self._parts.get(word)
        return int(part.low) if part and part.kind in ("number", "sino", "tens", "small") else None

    def _plural_before(self, text: str, start: int, end: int) -> Numeral | None:
        """A plural like `hundreds of thousands` that begins in a part of a text."""
        match = self._plural.search(text, start)
        if not match or match.start() >= end:
            return None
        value = 1
        for word in match[0].split(" of "):
            value *= self._plurals[word]
        return Numeral(match.start(), match.end(), value, value, value, is_in_words=True, is_vague=True)

    def _from(self, text: str, first: re.Match[str]) -> Numeral | None:
        """The numeral that begins with a part; None where the part alone is none."""
        parts = [self._as_part(first)]
        end = first.end()
        while following := self._next(text, end, parts):
            match, part = following
            parts.append(part)
            end = match.end()
        if parts[0].kind == "digits" and (mark := self._mark.match(text, end)) and len(parts) == 1:
            parts.append(_part("large", self._marks[mark[0]]))
            end = mark.end()
        return self._numeral(text, first.start(), end, parts)

    def _numeral(self, text: str, start: int, end: int, parts: Sequence[_Part]) -> Numeral | None:
        is_in_words = parts[0].kind != "digits"
        powers = [part for part in parts if part.kind in ("small", "large")]
        if parts[0].kind == "portion" and not powers:
            return None
        if is_in_words and not powers and not self._has_spaces and parts[0].kind == "sino":
            return None
        if parts[0].kind == "digits" and len(parts[0].text) > _LONGEST:
            return None
        before = self._several.search(text[max(0, start - _SEVERAL) : start])
        is_vague = bool(before) and parts[0].kind in ("small", "large")
        if before and is_vague:
            start -= len(before[0])
        low, high = (
            _value([(part.kind, part.low) for part in parts]),
            _value([(part.kind, part.high) for part in parts]),
        )
        scale = int(parts[-1].low) if parts[-1].kind in ("small", "large") else 1
        is_bare = len(parts) == 1 and bool(powers) and not is_vague
        return Numeral(start, end, low, high, scale, is_in_words, is_vague, is_bare)

    def _as_part(self, match: re.Match[str]) -> _Part:
        if match["digits"]:
            text = match["digits"].replace(",", "")
            return _part("digits", text if len(text) <= _LONGEST else 0, text)
        return self._parts[match["word"]]

    def _next(self, text: str, end: int, parts: Sequence[_Part]) -> tuple[re.Match[str], _Part] | None:
        """The part behind the others that goes on with the same numeral."""
        gap, start = "", end
        if text.startswith(" ", end) or (self._has_spaces and text.startswith("-", end)):
            gap, start = text[end], end + 1
            if self._joins and (joined := re.compile(rf"{self._joins} ").match(text, start)):
                gap, start = joined[0], joined.end()
        match = self._part.match(text, start)
        if not match:
            return None
        part = self._as_part(match)
        return (match, part) if self._goes_on(parts, part, gap) else None

    def _goes_on(self, parts: Sequence[_Part], part: _Part, gap: str) -> bool:
        last = parts[-1]
        is_number = part.kind in ("digits", "number", "sino", "tens", "pair")
        if self._has_spaces and gap == "" and part.kind != "digits":
            return False
        if is_number:
            if last.kind in ("small", "large"):
                is_first = len(parts) == 1
                fits = part.high < last.low and (part.kind != "digits" or last.low >= _HUNDRED)
                if self._has_spaces:
                    return fits and part.kind != "digits" and (gap in (" ", "-") or last.low >= _HUNDRED)
                return fits and (gap == "" or (not is_first and last.low >= _THOUSAND))
            is_joined = gap in (("-", " ") if self._has_spaces else ("",))
            return last.kind == "tens" and part.kind == "number" and part.high < _TEN and is_joined
        if part.kind == "portion" or (gap not in (" ", "-") if self._has_spaces else False):
            return False
        earlier = [each for each in parts if each.kind == part.kind]
        if part.kind == "large":
            if not self._has_spaces and gap and last.kind not in ("small",):
                return False
            return last.kind != "large" and all(each.low > part.low for each in earlier)
        if gap and not self._has_spaces and last.kind != "large":
            return False
        group = _group(parts)
        in_group = all(each.low > part.low for each in group if each.kind == "small")
        return in_group and (last.kind != "pair" or bool(group)) and not (last.kind == "tens" and not self._has_spaces)


def _group(parts: Sequence[_Part]) -> Sequence[_Part]:
    """The parts behind the last large power."""
    large = [at for at, part in enumerate(parts) if part.kind == "large"]
    return parts[large[-1] + 1 :] if large else parts


def _value(parts: Sequence[tuple[str, Fraction]]) -> int | Fraction:
    """What the words of a numeral, each with its kind, come to."""
    total, group, number = Fraction(0), Fraction(0), None
    for kind, value in parts:
        if kind == "small":
            group, number = group + (1 if number is None else number) * value, None
        elif kind == "large":
            group = group + (number or 0)
            total, group, number = total + (group or 1) * value, Fraction(0), None
        else:
            number = (number or 0) + value
    whole = total + group + (number or 0)
    return int(whole) if whole.denominator == 1 else whole


def _part(kind: str, value: object, text: str = "") -> _Part:
    number = Fraction(str(value))
    return _Part(kind, number, number, text)


def _parts(table: Mapping[str, Any]) -> Iterator[tuple[str, _Part]]:
    for word, value in table.get("digits", {}).items():
        yield word, _part("sino", value)
    for word, power in table.get("multipliers", {}).items():
        yield word, _part("small", 10**power)
    for word, power in table.get("myriads", {}).items():
        yield word, _part("large", 10**power)
    native = table.get("native", {})
    for kind, words in (("number", native.get("ones", {})), ("tens", native.get("tens", {}))):
        for word, value in words.items():
            yield word, _part(kind, value)
    for word, (low, high) in table.get("pairs", {}).items():
        yield word, _Part("pair", Fraction(low), Fraction(high))
    for word, value in table.get("numerals", {}).items():
        yield word, _part("tens" if value >= 2 * _TEN else "number", value)
    for word, power in table.get("powers", {}).items():
        yield word, _part("large" if power > 2 else "small", 10**power)
    for word, value in table.get("sets", {}).items():
        yield word, _part("small", value)
    for word, value in table.get("portions", {}).items():
        yield word, _part("portion", value)
