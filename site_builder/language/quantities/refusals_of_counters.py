"""Numbers that are no quantities in a language in which a counter decides: those without one, dates, 20대, 101동."""

import re

from site_builder.language.quantities.amount import Amount
from site_builder.language.quantities.hedges import Precision
from site_builder.language.quantities.phrases import any_of, before_space
from site_builder.language.quantities.tables import Tables

_YEARS = range(1000, 2200)
_DECADES = range(10, 100, 10)
_MANY = 100
"""Blocks of flats have numbers of three digits and more."""
_SMALL = 10
"""Below this a number is no count without a counter, whatever its hedge."""
_FAR = 24
"""How far from a number words may stand that change what it is."""
_WORD = re.compile(r"[^\W\d_]{1,30}")


class CounterRefusals:
    """The words of such a language by which a number is no quantity."""

    def __init__(self, tables: Tables) -> None:
        self._names = tables.words("labels", "names", joined=True)
        self._particles = frozenset(tables.search.get("particles", "").split())
        self._heads = tables.words("labels", "heads", joined=True)
        self._heads_behind = tables.beginnings("labels", "heads")
        self._ages = frozenset(tables.listed("ages", "words"))
        self._ordinals = tuple(tables.listed("labels", "ordinals"))
        self._clock = frozenset(f"{digit}{word}" for word in tables.listed("labels", "clock") for digit in range(10))
        self._clock_before = re.compile(tables.of("labels").get("clock_before", r"(?!)"))
        self._dated = frozenset(tables.listed("measures", "dated"))
        lasting, particles = any_of(tables.listed("measures", "lasting")), any_of(self._particles)
        self._lasting = re.compile(rf" ?{lasting}{particles}?(?![^\W\d_])")
        self._numbered = frozenset(tables.listed("labels", "numbered"))
        self._numbered_below: dict[str, int] = tables.of("labels", "numbered_below")
        self._decades = frozenset(tables.listed("labels", "decades"))
        self._decade_words = tables.beginnings("labels", "decade_words")
        self._decade_hedges = frozenset(tables.listed("labels", "decade_words"))
        self._decade_particles = tables.listed("labels", "decade_particles")
        self._ranks = tables.beginnings("labels", "ranks")
        self._noun_ends = tuple(tables.listed("labels", "noun_ends"))
        self._none = re.compile(tables.of("none").get("regex", r"(?!)"))

    def refuses(self, amount: Amount, precision: Precision, text: str, original: str, *, known: bool) -> bool:
        """Tell whether a number is no quantity; `known` tells that its unit is one of those asked for."""
        if not amount.is_counted:
            return not (self._has_head(amount, text) or self._is_bounded(amount, precision, text))
        if self._names.behind(text, amount.start) or self._is_none(amount, text):
            return True
        return not known and (
            amount.unit in self._ages
            or (amount.is_measured and self._is_date(amount, precision, text))
            or self._is_numbered(amount, text)
            or (amount.unit in self._decades and self._is_decade(amount, precision, text))
        )

    def _has_head(self, amount: Amount, text: str) -> bool:
        """Tell whether a number without a counter is one of a headline: 사망 600·부상 4100."""
        rest = _WORD.match(text, amount.end)
        if amount.numeral.spelled or (rest and rest[0] not in self._particles):
            return False
        if self._heads.before(text, before_space(text, amount.start)):
            return True
        is_apart = not text[amount.start - 1 : amount.start].isalpha()
        return (
            is_apart and text[amount.end : amount.end + 1] == " " and bool(self._heads_behind.match(text, amount.end))
        )

    def _is_bounded(self, amount: Amount, precision: Precision, text: str) -> bool:
        """Tell whether a number without a counter is one by its hedge: 인파는 10만을 넘었다."""
        rest = _WORD.match(text, amount.end)
        is_word = rest is None or rest[0] in self._particles or precision.end > amount.end
        return not amount.numeral.spelled and amount.high >= _SMALL and precision.hedge != "exact" and is_word

    def _is_none(self, amount: Amount, text: str) -> bool:
        """Tell whether one of something is said to be none: 한 명도 … 못했다."""
        return amount.low == amount.high == 1 and bool(self._none.match(text, amount.end, amount.end + _FAR))

    def _is_date(self, amount: Amount, precision: Precision, text: str) -> bool:
        """Tell whether what may be measured is counted from a beginning: 2026년, 9시 30분쯤, 3일, 5주째."""
        if text.startswith(self._ordinals, amount.end):
            return True
        if self._clock_before.search(text, max(0, amount.start - _FAR), amount.start):
            return True
        if amount.unit not in self._dated:
            return False
        if amount.numeral.plain and amount.numeral.low in _YEARS:
            return True
        near = before_space(text, amount.start)
        if text[max(0, near - 2) : near] in self._clock:
            return True
        return precision.hedge == "exact" and not self._lasting.match(text, amount.end)

    def _is_numbered(self, amount: Amount, text: str) -> bool:
        """Tell whether a number is that of one thing, and not of so many: 101동, 상계6동, 3부."""
        if amount.unit in self._numbered_below:
            return amount.numeral.plain and amount.low < self._numbered_below[amount.unit]
        if amount.unit not in self._numbered:
            return False
        is_one_of_many = amount.numeral.plain and amount.low >= _MANY and amount.low % 10 != 0
        return is_one_of_many or text[amount.start - 1 : amount.start].isalpha()

    def _is_decade(self, amount: Amount, precision: Precision, text: str) -> bool:
        """Tell whether a number groups people by their age, or things by their rank: 20대 여성, 10대 기업."""
        hedge = text[amount.end : precision.end].strip()
        if hedge and hedge not in self._decade_hedges:
            return False
        if self._ranks.match(text, amount.end):
            return True
        if amount.low not in _DECADES or not amount.numeral.plain:
            return False
        ends = [amount.end + len(each) for each in ["", *self._decade_particles] if text.startswith(each, amount.end)]
        if any(self._decade_words.match(text, end) for end in ends):
            return True
        if precision.hedge != "exact" or amount.is_joined:
            return False
        before = text[max(0, amount.start - _FAR) : amount.start].rstrip()
        return not before or before.endswith(self._noun_ends)
