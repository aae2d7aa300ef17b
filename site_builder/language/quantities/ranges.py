"""Two numbers that are the ends of one range: 500~700명, 4~5천, between 200 and 300; but not those of a change."""

import re
from fractions import Fraction
from typing import NamedTuple

from site_builder.language.quantities.amount import Amount, refuse
from site_builder.language.quantities.numeral import simplest
from site_builder.language.quantities.phrases import Phrases, before_space
from site_builder.language.quantities.spelling import words_of
from site_builder.language.quantities.tables import Tables
from site_builder.model.numbers import Number, exact, size

_CLAUSE = 60
"""How far before a range the verb may stand that makes a change of it."""
_NEAR = 3
"""So many times a number another one may be to be the end of a range with it, where a verb of change stands before."""
_STOP = re.compile(r"[.;:!?…]")
_SUSPENDED = "- "
"""Behind a first number it says that both have the word behind the second: 200- to 300-strong, 10- or 15-year terms."""
_SCORE = 30
"""Below this, two numbers with a hyphen between and nothing behind are a score."""


class _Range(NamedTuple):
    """What may be a range: its ends, the words between them with their kind, and where it begins with which words."""

    one: Amount
    other: Amount
    low: Number
    high: Number
    between: str
    kind: str
    start: int
    opened: str


class Ranges:
    """The words of a language that make a range of two numbers; `joints` are those between them."""

    def __init__(self, tables: Tables) -> None:
        kinds = ("range", "from", "between", "either", "pair")
        self._kinds = {phrase: kind for kind in kinds for phrase in tables.listed("joints", kind)}
        self._openings: Phrases[str] = Phrases(
            {phrase: kind for kind in ("between", "range", "either") for phrase in tables.listed("opening", kind)}
        )
        self._lowest = tables.words("opening", "lowest")
        self._changes = frozenset(tables.listed("changes", "before"))
        self._towards = tables.words("changes", "endings", joined=True)
        self._estimates = tuple(tables.listed("changes", "unless"))
        self.joints = frozenset(self._kinds)

    def joined(self, one: Amount, other: Amount, between: str, text: str) -> Amount | None:
        """The range of two numbers with the words between them; None where it is none, and a score is refused."""
        kind = self._kinds.get(between)
        if kind and other.is_refused and between.startswith(_SUSPENDED):
            refuse(one)
        if not kind or not _can_be_end(one) or not _can_be_end(other) or not _agree(one, other):
            return None
        start, opened = self._opening(text, one.start, kind)
        found = _Range(one, other, _scaled(one, other), other.high, between, kind, start, opened)
        if _is_score(found):
            refuse(one, other)
            return None
        return _both(found) if found.low < found.high and self._is_range(found, text) else None

    def _opening(self, text: str, start: int, kind: str) -> tuple[int, str]:
        """Where a range begins with the words before it, and the kind of these: between, from as few as."""
        lowest = self._lowest.before(text, before_space(text, start))
        if lowest and (kind == "from" or self._openings.before(text, before_space(text, lowest.edge))):
            start = lowest.edge
        opening = self._openings.before(text, before_space(text, start))
        return (opening.edge, opening.value) if opening else (start, "")

    def _is_range(self, found: _Range, text: str) -> bool:
        """Tell whether two numbers in their order are the ends of a range."""
        low, high = found.low, found.high
        match found.kind:
            case "between":
                return found.opened == "between"
            case "either":
                return found.opened == "either" or high <= 2 * low
            case "pair":
                return _follows(low, high) and not found.one.is_counted
            case "from":
                return not self._changes_to(text, found.other.end)
        if found.opened == "between":
            return False
        may_be_change = found.between.isalpha() and (found.opened == "range" or low * _NEAR < high)
        return not may_be_change or not self._changes_before(text, found.start)

    def _changes_before(self, text: str, place: int) -> bool:
        """Tell whether a verb of change stands before a place, in its clause."""
        clause = _STOP.split(text[max(0, place - _CLAUSE) : place])[-1]
        return not self._changes.isdisjoint(words_of(clause))

    def _changes_to(self, text: str, place: int) -> bool:
        """Tell whether what stands behind the second of two numbers says that the first became it."""
        towards = self._towards.behind(text, place)
        if not towards:
            return False
        ahead = words_of(_STOP.split(text[towards.edge : towards.edge + _CLAUSE // 2])[0])
        return not any(word.startswith(self._estimates) for word in ahead)


def _can_be_end(amount: Amount) -> bool:
    """Tell whether a number can be the end of a range."""
    return not amount.is_refused and not amount.numeral.vague and amount.numeral.low == amount.numeral.high


def _is_score(found: _Range) -> bool:
    """Tell whether two numbers are the score of a game or a vote: 3-1, 312 to 240."""
    one, other = found.one, found.other
    if found.low >= found.high:
        is_bare = not one.is_counted and one.kind == "count"
        return is_bare and found.kind in ("range", "from") and found.opened != "range" and found.between != "~"
    is_small = isinstance(found.low, int) and found.high < _SCORE
    return found.between == "-" and is_small and not other.is_counted and other.kind == "count" and not found.opened


def _both(found: _Range) -> Amount:
    one, other = found.one, found.other
    kind = one.kind if other.kind == "count" else other.kind
    both = Amount(other.numeral, found.start, other.end, other.noun_end, found.low, found.high, kind)
    both.unit = one.unit if one.is_counted and not other.is_counted else other.unit or one.unit
    both.is_counted = one.is_counted or other.is_counted
    both.is_measured, both.is_joined = other.is_measured, True
    both.and_more = other.and_more
    return both


def _scaled(one: Amount, other: Amount) -> Number:
    """The first of two numbers, which may leave out the power that the second has: 4~5천."""
    scale = other.numeral.scale
    if one.numeral.scale == 1 and scale > 1 and one.low >= 0 and one.low * scale < other.low:
        return simplest(exact(one.low) * scale)
    if other.kind == "percent" and one.kind == "count" and other.numeral.low:
        return one.low * int(Fraction(size(other.low)) / Fraction(other.numeral.low))
    return one.low


def _agree(one: Amount, other: Amount) -> bool:
    """Tell whether two numbers can be the ends of one range by what they count."""
    if one.kind == "share" and other.kind == "count":
        return not other.is_counted and other.high <= 1
    if one.kind != other.kind:
        return one.kind == "count" and not one.is_counted
    return not one.is_counted or not other.is_counted or one.unit == other.unit or one.unit in "$€£¥₩"


def _follows(low: Number, high: Number) -> bool:
    """Tell whether two numbers are neighbours among round ones: 3 and 4, 20 and 30, 500 and 600."""
    if not (isinstance(low, int) and isinstance(high, int)) or low <= 0:
        return False
    power = 1
    while low % (power * 10) == 0 and high % (power * 10) == 0:
        power *= 10
    return high - low == power
