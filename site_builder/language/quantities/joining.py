"""Two numbers that are the ends of one range: 500~700명, 4~5천, between 200 and 300; but not those of a change."""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction

from site_builder.language.quantities.amount import Amount
from site_builder.language.quantities.numeral import simplest
from site_builder.language.quantities.phrases import Phrases
from site_builder.language.quantities.tables import Tables
from site_builder.model.numbers import Number, exact, size

_CLAUSE = 60
"""How far before a range the verb may stand that makes a change of it."""
_APART = 60
"""What stands further apart is not joined."""
_NEAR = 3
"""So many times a number another one may be to be the end of a range with it, where a verb of change stands before."""
_STOP = re.compile(r"[.;:!?…]")
_WORD = re.compile(r"[^\W\d_]+")
_SCORE = 30
"""Below this, two numbers with a hyphen between and nothing behind are a score."""
_FEW, _MOST = 10, 1000
"""Numbers that parts are told of in words: any part of ten, one in a thousand; more may be a year (one in 2019)."""
_ODDS = (12, 20, 25, 30, 40, 50, 100, 1000, 10_000, 100_000)
"""What parts of a whole are counted in, besides up to ten."""


class Joints:
    """The words of a language that join two numbers."""

    def __init__(self, tables: Tables) -> None:
        kinds = ("range", "from", "between", "either", "pair")
        self._kinds = {phrase: kind for kind in kinds for phrase in tables.listed("joints", kind)}
        self._openings: Phrases[str] = Phrases(
            {phrase: kind for kind in ("between", "range", "either") for phrase in tables.listed("opening", kind)}
        )
        self._closing = tables.words("opening", "closing")
        self._lowest = tables.words("opening", "lowest")
        self._changes = frozenset(tables.listed("changes", "before"))
        self._stems = tuple(tables.listed("changes", "behind"))
        self._towards = tables.words("changes", "endings", joined=True)
        self._estimates = tuple(tables.listed("changes", "unless"))
        self._among = frozenset(tables.listed("whole", "among"))
        self._rates = tuple(tables.listed("whole", "rates"))
        self._few = tables.words("whole", "few")
        self._people = frozenset(tables.listed("whole", "people"))
        self._fraction = frozenset(tables.listed("whole", "fraction"))
        self._of = frozenset(tables.listed("of"))
        self._articles = frozenset(tables.listed("articles"))
        self._odds = frozenset(tables.listed("labels", "odds"))
        self._known = {*self._kinds, *self._among, *self._odds, *self._of}

    def join(self, amounts: Sequence[Amount], text: str) -> list[Amount]:
        """Join those that are one quantity; refuse those that are scores and odds."""
        parts = self._pairs(amounts, text, self._fraction_of) if self._fraction else amounts
        return self._pairs(parts, text, self._joined)

    def _pairs(
        self, amounts: Sequence[Amount], text: str, join: Callable[[Amount, Amount, str], Amount | None]
    ) -> list[Amount]:
        joined: list[Amount] = []
        for amount in amounts:
            last = joined[-1] if joined else None
            both = join(last, amount, text) if last and not last.is_joined else None
            if both:
                joined[-1] = both
            else:
                joined.append(amount)
        return joined

    def _fraction_of(self, one: Amount, other: Amount, text: str) -> Amount | None:
        """A part of a whole that is named first: 3분의 2."""
        if text[one.numeral.end : other.start].strip() not in self._fraction:
            return None
        both = _share(one, other, fraction_of(other.numeral.low, one.numeral.low), text)
        if both:
            both.is_joined = False
        return both

    def _joined(self, one: Amount, other: Amount, text: str) -> Amount | None:
        if other.start - one.end > _APART:
            return None
        gap = self._gap(text, one, other)
        if one.kind == "share" and gap in self._of and self._is_power(text, other):
            product = simplest(exact(one.low) * exact(other.low))
            both = Amount(other.numeral, one.start, other.end, other.noun_end, product, product, unit=other.unit)
            both.is_counted, both.is_joined = other.is_counted, True
            return both
        if gap in self._odds and not other.is_counted:
            one.is_refused = other.is_refused = True
            return None
        if one.unit in self._odds and not gap and text[one.end : other.start] == " " and not other.is_counted:
            one.is_refused = other.is_refused = True
            return None
        if gap in self._among:
            return self._part(one, other, gap, text)
        kind = self._kinds.get(gap)
        if not kind or one.is_refused or other.is_refused or one.numeral.vague or other.numeral.vague:
            return None
        if one.numeral.low != one.numeral.high or other.numeral.low != other.numeral.high:
            return None
        low = _scaled(one, other)
        if low is None or not _agree(one, other):
            return None
        high = other.high
        start = one.start
        lowest = self._lowest.before(text, _before(text, start))
        if lowest and (kind == "from" or self._openings.before(text, _before(text, lowest.edge))):
            start = lowest.edge
        opening = self._openings.before(text, _before(text, start))
        opened = ""
        if opening:
            opened, start = opening.value, opening.edge
        if low >= high:
            if kind in ("range", "from") and opened != "range" and not one.is_counted and one.kind == "count":
                one.is_refused = other.is_refused = gap != "~"
            return None
        if not self._is_range(kind, gap, low, high, opened, start, text, one, other):
            return None
        kind_of = one.kind if other.kind == "count" else other.kind
        both = Amount(other.numeral, start, other.end, other.noun_end, low, high, kind_of)
        both.unit = one.unit if one.is_counted and not other.is_counted else other.unit or one.unit
        both.is_counted = one.is_counted or other.is_counted
        both.is_measured, both.is_joined = other.is_measured, True
        both.and_more = other.and_more
        return both

    def _is_power(self, text: str, amount: Amount) -> bool:
        """Tell whether a number is one of a large power by itself: a million."""
        first = _WORD.match(text, amount.start)
        return bool(first and first[0] in self._articles) and amount.numeral.spelled

    def _gap(self, text: str, one: Amount, other: Amount) -> str:
        """The words between two numbers, without those for what the first counts or that the second is the higher."""
        end = other.start
        closing = self._closing.before(text, _before(text, end))
        gaps = [text[one.end : end]]
        if closing and closing.edge >= one.end:
            gaps.append(text[one.end : closing.edge])
        if one.noun_end > one.end:
            gaps += [text[one.noun_end : closing.edge if closing and closing.edge >= one.noun_end else end]]
        of_one = f" {one.unit} "  # one adult in eleven
        if one.low == 1 and not other.is_counted and text.startswith(of_one, one.end):
            gaps += [gap for gap in [text[one.end + len(of_one) : end]] if gap.strip() in self._among]
        stripped = [gap.strip() for gap in gaps]
        return next((gap for gap in stripped if gap in self._known), stripped[0])

    def _is_range(
        self,
        kind: str,
        gap: str,
        low: Number,
        high: Number,
        opened: str,
        start: int,
        text: str,
        one: Amount,
        other: Amount,
    ) -> bool:
        match kind:
            case "between":
                return opened == "between"
            case "either":
                return opened == "either" or high <= 2 * low
            case "pair":
                return _follows(low, high) and not one.is_counted
            case "from":
                return not self._changes_to(text, other.end)
        if opened == "between":
            return False
        if gap == "-" and not other.is_counted and isinstance(low, int) and high < _SCORE and other.kind == "count":
            one.is_refused = other.is_refused = True
            return False
        verb = self._verb(text, start)
        return not verb or (opened != "range" and low * _NEAR >= high)

    def _verb(self, text: str, place: int) -> bool:
        """Tell whether a verb of change stands before a place, in its clause."""
        clause = text[max(0, place - _CLAUSE) : place]
        clause = _STOP.split(clause)[-1]
        return any(word in self._changes for word in _WORD.findall(clause))

    def _changes_to(self, text: str, place: int) -> bool:
        """Tell whether what stands behind the second of two numbers says that the first became it."""
        towards = self._towards.behind(text, place)
        if not towards:
            return False
        ahead = _WORD.findall(_STOP.split(text[towards.edge : towards.edge + _CLAUSE // 2])[0])
        return not any(word.startswith(self._estimates) for word in ahead) if self._estimates else True

    def _part(self, one: Amount, other: Amount, gap: str, text: str) -> Amount | None:
        """A part of a whole: one in four, 4명 중 1명."""
        whole_first = one.is_counted and one.unit == other.unit and bool(self._fraction)
        if self._fraction and not whole_first and (one.unit or other.unit):
            return None
        part, all_ = (other, one) if self._fraction else (one, other)
        if any(each.is_refused or each.and_more or each.kind != "count" for each in (part, all_)) or all_.is_measured:
            return None
        if not (isinstance(part.low, int) and part.low == part.high and isinstance(all_.low, int)):
            return None
        if all_.low != all_.high or not 0 < part.low < all_.low:
            return None
        if not text.startswith(self._rates, other.end) and not self._is_usual_whole(part, all_, text):
            return None
        return _share(one, other, fraction_of(part.low, all_.low), text)

    def _is_usual_whole(self, part: Amount, whole: Amount, text: str) -> bool:
        """Tell whether a number is one that parts are told of, and not the number of all that there are."""
        if not self._fraction:
            is_year = whole.numeral.plain and whole.low > _MOST
            return whole.low <= _FEW or whole.low in _ODDS or (part.low == 1 and not is_year)
        if whole.low > _FEW or self._few.before(text, _before(text, whole.start)):
            return False
        return part.low == 1 or whole.low == _FEW or whole.unit in self._people


def fraction_of(part: Number, whole: Number) -> Fraction | None:
    """A part of a whole, if there is any."""
    return Fraction(part) / Fraction(whole) if whole else None


def _share(one: Amount, other: Amount, share: Fraction | None, text: str) -> Amount | None:
    if share is None:
        return None
    both = Amount(other.numeral, one.start, other.end, other.noun_end, share, share, "share")
    both.is_counted = both.is_joined = True
    return both


def _before(text: str, place: int) -> int:
    """The place before a space."""
    return place - 1 if text[place - 1 : place] == " " else place


def _scaled(one: Amount, other: Amount) -> Number | None:
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
