"""Numbers that are no quantities: dates, years, times, ages as groups, names, models, ordinals, scores."""

import re

from site_builder.language.quantities.amount import Amount
from site_builder.language.quantities.hedges import Precision
from site_builder.language.quantities.phrases import Phrases, words
from site_builder.language.quantities.spelling import words_of
from site_builder.language.quantities.tables import Tables

_DAYS, _OLDEST = 31, 110
_YEARS = range(1000, 2200)
_LIKELY_YEARS = range(1900, 2101)
_DECADES = range(10, 100, 10)
_MANY = 100
"""Blocks of flats have numbers of three digits and more."""
_SMALL = 10
"""Below this a number is no count without a counter, whatever its hedge."""
_FAR = 24
"""How far behind a number words may stand that change what it is."""
_CLAUSE = 60
"""How far before a number a word may stand that tells what it is."""
_STOP = re.compile(r"[.,;:!?…]")
_ONE_PERSON = re.compile(r"([^\W\d_]*[^\W\d_s]), $")
_WORD = re.compile(r"[^\W\d_]{1,30}")


class Refusals:
    """The words of a language by which a number is no quantity."""

    def __init__(self, tables: Tables) -> None:
        self._needs_counter = bool(tables.of("glued"))
        self._labels = tables.words("labels", "before")
        self._verbs = tables.words("labels", "verbs")
        self._plurals = frozenset(tables.listed("nouns", "plurals"))
        self._loose = tables.words("labels", "loosely")
        self._behind = tables.words("labels", "behind", joined=self._needs_counter)
        self._dates = tables.words("labels", "dates")
        self._weak_dates = tables.words("labels", "dates_unless_counted")
        self._articles = tables.words("articles")
        self._ordinals = tuple(tables.listed("labels", "ordinals"))
        self._names = tables.words("labels", "names", joined=True)
        self._races = tables.words("labels", "races")
        self._compared = tables.words("measures", "compared")
        self._ago = tables.words("measures", "ago")
        self._ratios = frozenset(tables.listed("labels", "ratios"))
        self._aged = frozenset(tables.listed("labels", "aged"))
        self._during = tables.words("measures", "during")
        self._lasts = tables.words("measures", "during_unless")
        self._groups = tables.words("labels", "groups")
        self._months: Phrases[str] = words(tables.months if not self._needs_counter else [])
        self._decades = frozenset(tables.listed("labels", "decades"))
        self._numbered_below: dict[str, int] = tables.of("labels", "numbered_below")
        self._numbered = frozenset(tables.listed("labels", "numbered"))
        self._decade_words = tables.words("labels", "decade_words", joined=True)
        self._of_decades = frozenset(tables.listed("labels", "decade_words"))
        self._ranks = tables.words("labels", "ranks", joined=True)
        self._heads = tables.words("labels", "heads", joined=True)
        self._behind_numbers = (
            frozenset(tables.search.get("particles", "").split()) if self._needs_counter else frozenset()
        )
        self._ages = frozenset(tables.listed("ages", "words"))
        self._clock = tuple(f"{digit}{word}" for word in tables.listed("labels", "clock") for digit in range(10))
        self._dated = frozenset(tables.listed("measures", "dated"))
        self._lasting = tables.words("measures", "lasting", joined=True)
        self._particles = tuple(tables.listed("labels", "noun_ends"))
        self._none = tables.of("none")
        self._one = frozenset(tables.listed("one", "words"))
        self._one_before = tables.words("one", "before")
        self._one_behind = tables.words("one", "behind")

    def is_name(self, amount: Amount, text: str) -> bool:
        """Tell whether a number is no quantity, whatever its hedge: a part of a name, or without a counter."""
        if amount.is_refused or (self._needs_counter and amount.numeral.spelled and not amount.is_counted):
            return True
        if not amount.numeral.spelled and _is_glued(text, amount.start, self._needs_counter):
            return True
        near = _before(text, amount.start)
        if self._labels.before(text, near) or (not amount.is_counted and self._loose.before(text, near)):
            return True
        verb = self._verbs.before(text, near)
        return verb is not None and not self._is_plural(text, verb.edge)

    def refuses(self, amount: Amount, precision: Precision, text: str, original: str, *, known: bool) -> bool:
        """Tell whether a number that is in no name is none; `known` tells that its unit is one of those asked for."""
        if self._needs_counter:
            return self._lacks_counter(amount, precision, text, known)
        near, after = _before(text, amount.start), amount.numeral.end
        if self._behind.behind(text, after) or self._behind.behind(text, after + 1):
            return True
        if amount.kind in ("percent", "share", "times"):
            return False
        if not amount.numeral.spelled and text[after - 1] == "m" and self._races.behind(text, after + 1):
            return True
        if amount.is_measured and not known and self._tells_when(amount, precision, text):
            return True
        if not amount.is_counted and precision.start == amount.start and self._articles.before(text, near):
            return True  # she shot a 64
        return (
            self._is_date(amount, precision, text, original)
            or self._is_age(amount, precision, text, original)
            or (not amount.is_counted and _clause_has(self._ratios, text, amount.start))
            or self._is_pronoun(amount, precision, text)
        )

    def _is_plural(self, text: str, place: int) -> bool:
        """Tell whether the word before a place is a noun for several things."""
        before = text[max(0, place - _FAR) : place].split()
        return bool(before) and (before[-1] in self._plurals or before[-1].endswith("s"))

    def _tells_when(self, amount: Amount, precision: Precision, text: str) -> bool:
        """Tell whether the hedge of a duration may be a word for when something happened: it rose over 3 years."""
        if self._compared.behind(text, precision.start):
            return self._ago.behind(text, _after(text, amount.noun_end)) is not None
        if not self._during.behind(text, precision.start):
            return False
        return bool(text[: precision.start].strip()) and not self._lasts.before(text, _before(text, precision.start))

    def _is_date(self, amount: Amount, precision: Precision, text: str, original: str) -> bool:
        numeral = amount.numeral
        if numeral.spelled or not isinstance(numeral.low, int):
            return False
        if numeral.low <= _DAYS or numeral.low in _YEARS:
            near = _before(original, numeral.start)
            dotted = near - 1 if original[near - 1 : near] in ".," else near
            after = numeral.end + (original[numeral.end : numeral.end + 1] == " ")
            if self._months.before(original, dotted) or self._months.behind(original, after):
                return True
        if not numeral.plain or numeral.end - numeral.start != 4 or numeral.low not in _YEARS or amount.is_joined:
            return bool(amount.is_joined and numeral.plain and numeral.low in _LIKELY_YEARS and not amount.is_counted)
        if original[amount.start] in "$€£¥₩" or amount.is_measured:
            return False
        near = _before(text, precision.start)
        if self._dates.before(text, near) or (self._weak_dates.before(text, near) and not amount.is_counted):
            return True
        if precision.hedge != "exact":
            return False
        return not amount.is_counted or (numeral.low in _LIKELY_YEARS and numeral.low % 100 != 0)

    def _is_age(self, amount: Amount, precision: Precision, text: str, original: str) -> bool:
        if not isinstance(amount.low, int) or amount.low > _OLDEST:
            return False
        if amount.is_counted:
            return False
        if self._groups.before(text, _before(text, precision.start)):
            return precision.start < amount.start or precision.end > amount.end
        if _clause_has(self._aged, text, amount.start):
            return True
        one = _ONE_PERSON.search(text, max(0, amount.start - _FAR), amount.start)
        return one is not None and original[amount.end : amount.end + 1] in (",", ")") and one[1] not in self._plurals

    def _is_pronoun(self, amount: Amount, precision: Precision, text: str) -> bool:
        numeral = amount.numeral
        if text[numeral.start : numeral.end] not in self._one or amount.is_joined:
            return False
        if self._one_before.before(text, _before(text, numeral.start)):
            return True
        if precision.start < numeral.start or precision.end > amount.end:
            return False
        return text[numeral.end : numeral.end + 1] != " " or self._one_behind.behind(text, numeral.end + 1) is not None

    def _lacks_counter(self, amount: Amount, precision: Precision, text: str, known: bool) -> bool:
        if not amount.is_counted:
            return not (self._has_head(amount, text) or self._is_bounded(amount, precision, text))
        if self._names.behind(text, amount.start):
            return True
        if known:
            return amount.low == amount.high == 1 and self._is_none(amount, text)
        if amount.unit in self._ages or (amount.is_measured and text.startswith(self._ordinals, amount.end)):
            return True
        if amount.unit in self._dated and amount.is_measured:
            if amount.numeral.plain and amount.numeral.low in _YEARS:
                return True
            if text[: _before(text, amount.start)].endswith(self._clock):
                return True
            if precision.hedge == "exact":
                return self._lasting.behind(text, _after(text, amount.end)) is None
        if self._is_numbered(amount, text):
            return True
        if amount.unit in self._decades:
            return self._is_decade(amount, precision, text)
        return amount.low == amount.high == 1 and self._is_none(amount, text)

    def _has_head(self, amount: Amount, text: str) -> bool:
        """Tell whether a number without a counter is one of a headline: 사망 600·부상 4100."""
        rest = _WORD.match(text, amount.end)
        if amount.numeral.spelled or (rest and rest[0] not in self._behind_numbers):
            return False
        if self._heads.before(text, _before(text, amount.start)):
            return True
        is_apart = not text[amount.start - 1 : amount.start].isalpha()
        return is_apart and text[amount.end : amount.end + 1] == " " and bool(self._heads.behind(text, amount.end + 1))

    def _is_bounded(self, amount: Amount, precision: Precision, text: str) -> bool:
        """Tell whether a number without a counter is one by its hedge: 인파는 10만을 넘었다."""
        rest = _WORD.match(text, amount.end)
        is_word = rest is None or rest[0] in self._behind_numbers or precision.end > amount.end
        return not amount.numeral.spelled and amount.high >= _SMALL and precision.hedge != "exact" and is_word

    def _is_numbered(self, amount: Amount, text: str) -> bool:
        """Tell whether a number is that of one thing, and not of so many: 101동, 상계6동, 3부."""
        if amount.unit in self._numbered_below:
            return amount.numeral.plain and amount.low < self._numbered_below[amount.unit]
        if amount.unit not in self._numbered:
            return False
        is_one_of_many = amount.numeral.plain and amount.low >= _MANY and amount.low % 10 != 0
        return is_one_of_many or text[amount.start - 1 : amount.start].isalpha()

    def _is_decade(self, amount: Amount, precision: Precision, text: str) -> bool:
        place = amount.end
        hedge = text[place : precision.end].strip()
        if hedge and hedge not in self._of_decades:
            return False
        for particle in ("", "의", "가", "는", "인"):
            if text.startswith(particle, place):
                after = _after(text, place + len(particle))
                if self._ranks.behind(text, after) and not particle:
                    return True
                if amount.low in _DECADES and amount.numeral.plain and self._decade_words.behind(text, after):
                    return True
        if amount.low not in _DECADES or not amount.numeral.plain or precision.hedge != "exact" or amount.is_joined:
            return False
        before = text[max(0, amount.start - _FAR) : amount.start].rstrip()
        return not before or before.endswith(self._particles)

    def _is_none(self, amount: Amount, text: str) -> bool:
        """Tell whether one of something is said to be none: 한 명도 … 못했다."""
        ahead = text[amount.end : amount.end + _FAR]
        none = self._none
        return bool(none) and bool(re.match(none["regex"], ahead))


def _is_glued(text: str, start: int, needs_counter: bool) -> bool:
    """Tell whether a number is a part of a name: T-72, F16, #5."""
    before = text[start - 1 : start] if start else ""
    if before in ("-", "'", "_", "#", "№", "&", "/", "\\"):
        return before != "-" or text[start - 2 : start - 1].isalnum()
    return before.isalpha() and (before.isascii() or not needs_counter)


def _clause_has(words: frozenset[str], text: str, place: int) -> bool:
    """Tell whether one of some words stands before a place, in its clause."""
    clause = _STOP.split(text[max(0, place - _CLAUSE) : place])[-1]
    return not words.isdisjoint(words_of(clause))


def _before(text: str, place: int) -> int:
    return place - 1 if text[place - 1 : place] == " " else place


def _after(text: str, place: int) -> int:
    return place + 1 if text[place : place + 1] == " " else place
