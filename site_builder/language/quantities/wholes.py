"""A part with the whole that it is of: 3분의 2, one in four, 4명 중 1명, three-quarters of a million."""

from fractions import Fraction

from site_builder.language.quantities.amount import Amount
from site_builder.language.quantities.numeral import simplest
from site_builder.language.quantities.phrases import before_space
from site_builder.language.quantities.spelling import words_of
from site_builder.language.quantities.tables import Tables
from site_builder.model.numbers import Number, exact

_FEW, _MOST = 10, 1000
"""Numbers that parts are told of in words: any part of ten, one in a thousand; more may be a year (one in 2019)."""
_ROUND = (12, 20, 25, 30, 40, 50, 100, 1000, 10_000, 100_000)
"""What parts of a whole are counted in, besides up to ten."""


class Wholes:
    """The words of a language that join a part and its whole; `joints` are those between part and number."""

    def __init__(self, tables: Tables) -> None:
        self._among = frozenset(tables.listed("whole", "among"))
        self._rates = tuple(tables.listed("whole", "rates"))
        self._few = tables.words("whole", "few")
        self._people = frozenset(tables.listed("whole", "people"))
        self._fraction = frozenset(tables.listed("whole", "fraction"))
        self._of = frozenset(tables.listed("of"))
        self._articles = frozenset(tables.listed("articles"))
        self.joints = self._among | self._of

    def fraction(self, one: Amount, other: Amount, text: str) -> Amount | None:
        """A part of a whole that is named first: 3분의 2."""
        if text[one.numeral.end : other.start].strip() not in self._fraction or not one.numeral.low:
            return None
        both = _share(one, other, other.numeral.low, one.numeral.low)
        both.is_joined = False
        return both

    def joined(self, one: Amount, other: Amount, between: str, text: str) -> Amount | None:
        """The quantity that two numbers make with the words between them, if it is of one and the other."""
        if between in self._of:
            return self._product(one, other, text)
        return self._part(one, other, text) if between in self._among else None

    def _product(self, one: Amount, other: Amount, text: str) -> Amount | None:
        """A part of a large number that stands for itself: three-quarters of a million."""
        first = words_of(text[other.start : other.numeral.end])[:1]
        if one.kind != "share" or not other.numeral.spelled or self._articles.isdisjoint(first):
            return None
        product = simplest(exact(one.low) * exact(other.low))
        both = Amount(other.numeral, one.start, other.end, other.noun_end, product, product, unit=other.unit)
        both.is_counted, both.is_joined = other.is_counted, True
        return both

    def _part(self, one: Amount, other: Amount, text: str) -> Amount | None:
        """A part of a whole: one in four, 4명 중 1명."""
        is_whole_first = bool(self._fraction)
        part, whole = (other, one) if is_whole_first else (one, other)
        is_bare = other.numeral.spelled and not other.is_counted and len(text[other.start : other.end]) > 1
        is_same = one.is_counted and (one.unit == other.unit or is_bare)  # 열 명 중 아홉
        if is_whole_first and (one.unit or other.unit) and not is_same:
            return None
        if not _is_one_number(part) or not _is_one_number(whole) or whole.is_measured:
            return None
        if not 0 < part.low < whole.low:
            return None
        is_rate = text.startswith(self._rates, other.end)
        if not is_rate and not (self._is_usual_thing(part, whole, text) if is_whole_first else _is_usual(part, whole)):
            return None
        return _share(one, other, part.low, whole.low)

    def _is_usual_thing(self, part: Amount, whole: Amount, text: str) -> bool:
        """Tell whether a number with its counter is one that parts are told of, and not that of all that there are."""
        if whole.low > _FEW or self._few.before(text, before_space(text, whole.start)):
            return False
        return part.low == 1 or whole.low == _FEW or whole.unit in self._people or not (part.unit or whole.unit)


def _is_usual(part: Amount, whole: Amount) -> bool:
    """Tell whether a number is one that parts are told of."""
    may_be_year = whole.numeral.plain and whole.low > _MOST
    return whole.low <= _FEW or whole.low in _ROUND or (part.low == 1 and not may_be_year)


def _is_one_number(amount: Amount) -> bool:
    """Tell whether an amount is so many, without a hedge within."""
    is_plain = amount.kind == "count" and not amount.is_refused and not amount.and_more
    return is_plain and isinstance(amount.low, int) and amount.low == amount.high


def _share(one: Amount, other: Amount, part: Number, whole: Number) -> Amount:
    share = Fraction(part) / Fraction(whole)
    both = Amount(other.numeral, one.start, other.end, other.noun_end, share, share, "share")
    both.is_counted = both.is_joined = True
    return both
