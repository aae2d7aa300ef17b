"""Numbers that are no quantities in a language in which any noun may follow one: dates, years, ages, odds, pronouns."""

import re
from decimal import Decimal

from site_builder.language.quantities.amount import Amount
from site_builder.language.quantities.hedges import Precision
from site_builder.language.quantities.phrases import any_of, before_space, behind_space, words
from site_builder.language.quantities.spelling import words_of
from site_builder.language.quantities.tables import Tables

_DAYS, _OLDEST = 31, 110
_YEARS = range(1000, 2200)
_LIKELY_YEARS = range(1900, 2101)
_CLAUSE = 60
"""How far before a number a word may stand that tells what it is."""
_STOP = re.compile(r"[.,;:!?…]")
_ONE_PERSON = re.compile(r"([^\W\d_]{0,30}[^\W\d_s]), $")
_LONGEST = 40
"""No longer is the word for one person, with the comma behind it."""
_LETTERS = re.compile(r"(?<![^\W_])[A-Z]{2,3} ")
"""A few capital letters before a number make it one of a name: BA 117, AD 79."""
_METRES = "m"


class NounRefusals:
    """The words of such a language by which a number is no quantity."""

    def __init__(self, tables: Tables) -> None:
        self._behind = tables.words("labels", "behind")
        self._ranked = tables.words("labels", "ranked")
        self._races = tables.words("labels", "races")
        streets = any_of(word.capitalize() for word in tables.listed("labels", "streets"))
        self._address = re.compile(rf"(?: [A-Z][\w'’.-]{{0,30}}){{1,3}} {streets}\b(?! [a-z]+s\b(?<!as)(?<!is))")
        self._placed = words([form for word in tables.listed("labels", "placed") for form in (word, word.capitalize())])
        self._magnitudes = tables.words("labels", "magnitudes")
        self._running = tables.words("labels", "running")
        self._none_before = tables.words("none", "before")
        self._none_behind = tables.words("none", "behind")
        self._articles = tables.words("articles")
        self._ratios = frozenset(tables.listed("labels", "ratios"))
        self._during = tables.words("measures", "during")
        self._lasts = tables.words("measures", "during_unless")
        self._compared = tables.words("measures", "compared")
        self._ago = tables.words("measures", "ago")
        self._months = words(tables.months)
        self._dates = tables.words("labels", "dates")
        self._weak_dates = tables.words("labels", "dates_unless_counted")
        self._groups = tables.words("labels", "groups")
        self._each = tables.words("labels", "each")
        self._aged = frozenset(tables.listed("labels", "aged"))
        self._plurals = frozenset(tables.listed("nouns", "plurals"))
        self._one = frozenset(tables.listed("one", "words"))
        self._one_before = tables.words("one", "before")
        self._verbs = frozenset(tables.listed("one", "verbs"))
        self._harms = tables.words("one", "counted")
        self._one_behind = tables.words("one", "behind")

    def refuses(self, amount: Amount, precision: Precision, text: str, original: str, *, known: bool) -> bool:
        """Tell whether a number is no quantity; `known` tells that its unit is one of those asked for."""
        after = amount.numeral.end
        if self._behind.behind(text, after) or self._behind.behind(text, after + 1):
            return True
        if self._is_no_count(amount, text):
            return True
        if amount.kind in ("percent", "share", "times"):
            return False
        return (
            self._ranked.before(text, before_space(text, amount.start)) is not None
            or self._is_race(amount, text)
            or (isinstance(amount.low, Decimal) and self._magnitudes.behind(text, after + 1) is not None)
            or (amount.is_measured and not known and self._tells_when(amount, precision, text))
            or (not amount.is_counted and self._is_bare_label(amount, precision, text, original))
            or self._is_date(amount, text, original)
            or self._is_year(amount, precision, text, original)
            or (not amount.is_counted and amount.numeral.plain and bool(self._address.match(original, amount.end)))
            or (not amount.is_counted and self._is_age(amount, precision, text))
            or self._is_pronoun(amount, precision, text)
        )

    def _is_race(self, amount: Amount, text: str) -> bool:
        """Tell whether a number is the length of a race, and not so many millions: the 100m final."""
        after = amount.numeral.end
        is_in_metres = not amount.numeral.spelled and text[after - 1] == _METRES
        return is_in_metres and (
            self._races.behind(text, after + 1) is not None
            or self._running.before(text, before_space(text, amount.start)) is not None
        )

    def _is_no_count(self, amount: Amount, text: str) -> bool:
        """Tell whether a word for none counts nothing, or is in a name: zero hour, ground zero, net zero targets."""
        if amount.low != 0 or not amount.numeral.spelled or amount.is_joined:
            return False
        is_named = self._none_before.before(text, before_space(text, amount.start))
        is_naming = self._none_behind.behind(text, behind_space(text, amount.numeral.end))
        return not amount.is_counted or bool(is_named or is_naming)

    def _tells_when(self, amount: Amount, precision: Precision, text: str) -> bool:
        """Tell whether what seems to be the hedge of a duration says when something was: it rose over three years."""
        if self._compared.behind(text, precision.start):
            return self._ago.behind(text, behind_space(text, amount.noun_end)) is not None
        near = before_space(text, precision.start)
        return (
            near > 0 and self._during.behind(text, precision.start) is not None and not self._lasts.before(text, near)
        )

    def _is_bare_label(self, amount: Amount, precision: Precision, text: str, original: str) -> bool:
        """Tell whether a number that counts nothing has an article by itself, or is one of odds: she shot a 64."""
        if precision.start == amount.start:
            if self._articles.before(text, before_space(text, amount.start)):
                return True
            if amount.numeral.plain and self._is_behind_letters(original, amount.start):
                return True
        return _clause_has(self._ratios, text, amount.start)

    def _is_behind_letters(self, original: str, start: int) -> bool:
        """Tell whether a few capital letters stand before a place, in a text that is not in capitals throughout."""
        found = next(
            (each for size in (3, 4) if (each := _LETTERS.fullmatch(original, max(0, start - size), start))), None
        )
        if not found or original.isupper():
            return False
        return not self._placed.before(original, before_space(original, found.start()))

    def _is_date(self, amount: Amount, text: str, original: str) -> bool:
        """Tell whether a number is a day or a year beside a month."""
        numeral = amount.numeral
        if numeral.spelled or not isinstance(numeral.low, int):
            return False
        if numeral.low > _DAYS and numeral.low not in _YEARS:
            return False
        near = before_space(original, numeral.start)
        dotted = near - 1 if original[near - 1 : near] in ".," else near
        after = behind_space(original, numeral.end)
        return bool(self._months.before(original, dotted) or self._months.behind(original, after))

    def _is_year(self, amount: Amount, precision: Precision, text: str, original: str) -> bool:
        """Tell whether a number is a year."""
        numeral = amount.numeral
        if not numeral.plain or numeral.end - numeral.start != len("2026") or numeral.low not in _YEARS:
            return False
        is_likely = numeral.low in _LIKELY_YEARS
        if amount.is_joined:
            return is_likely and not amount.is_counted
        if original[amount.start] in "$€£¥₩" or amount.is_measured:
            return False
        near = before_space(text, precision.start)
        if self._dates.before(text, near) or (self._weak_dates.before(text, near) and not amount.is_counted):
            return True
        return precision.hedge == "exact" and (not amount.is_counted or (is_likely and numeral.low % 100 != 0))

    def _is_age(self, amount: Amount, precision: Precision, text: str) -> bool:
        """Tell whether a number that counts nothing is an age: people over 65; his sister, 34,; the oldest was 82."""
        if not isinstance(amount.low, int) or amount.low > _OLDEST:
            return False
        if self._groups.before(text, before_space(text, precision.start)):
            return precision.start < amount.start or precision.end > amount.end
        if _clause_has(self._aged, text, amount.start):
            return True
        if text[amount.end : amount.end + 1] not in (",", ")"):
            return False
        one = _ONE_PERSON.search(text, max(0, amount.start - _LONGEST), amount.start)
        is_of_each = self._each.before(text, before_space(text, amount.start)) is not None
        return is_of_each or (one is not None and one[1] not in self._plurals)

    def _is_pronoun(self, amount: Amount, precision: Precision, text: str) -> bool:
        """Tell whether a word for one stands for somebody or something: no one, one of them."""
        start, end = amount.numeral.start, amount.numeral.end
        if text[start:end] not in self._one or amount.is_joined:
            return False
        if self._one_before.before(text, before_space(text, start)):
            return True
        near = before_space(text, start)
        is_hedged = precision.start < start and text[precision.start : near] not in self._verbs
        if is_hedged or precision.end > amount.end or self._harms.before(text, near):
            return False
        return text[end : end + 1] != " " or self._one_behind.behind(text, end + 1) is not None


def _clause_has(words: frozenset[str], text: str, place: int) -> bool:
    """Tell whether one of some words stands before a place, in its clause."""
    clause = _STOP.split(text[max(0, place - _CLAUSE) : place])[-1]
    return not words.isdisjoint(words_of(clause))
