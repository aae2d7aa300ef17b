"""Numbers that are no quantities: names, models and ordinals here, all else by the kind of the language."""

import re

from site_builder.language.quantities.amount import Amount
from site_builder.language.quantities.hedges import Precision
from site_builder.language.quantities.phrases import any_of, before_space
from site_builder.language.quantities.refusals_of_counters import CounterRefusals
from site_builder.language.quantities.refusals_of_nouns import NounRefusals
from site_builder.language.quantities.tables import Tables

_FAR = 24
"""How long the word may be that stands before one that is a verb or a noun."""


class Refusals:
    """The words of a language by which a number is no quantity."""

    def __init__(self, tables: Tables) -> None:
        self._needs_counter = bool(tables.of("glued"))
        self._own = CounterRefusals(tables) if self._needs_counter else NounRefusals(tables)
        self._labels = tables.words("labels", "before")
        self._loose = tables.words("labels", "loosely")
        self._verbs = tables.words("labels", "verbs")
        between = any_of([*tables.listed("joints", "between"), *tables.listed("joints", "either")])
        self._chain = re.compile(rf"[0-9]++(?<![0-9]{{5}})(?:, [0-9]++)*+ {between}$")
        self._named = tables.words("labels", "named")
        self._plurals = frozenset(tables.listed("nouns", "plurals"))

    def is_name(self, amount: Amount, text: str, original: str) -> bool:
        """Tell whether a number is no quantity, whatever its hedge: a part of a name, or without a counter."""
        if amount.is_refused or (self._needs_counter and amount.numeral.spelled and not amount.is_counted):
            return True
        if not amount.numeral.spelled and self._is_glued(text, amount.start):
            return True
        near = before_space(text, amount.start)
        if self._labels.before(text, near) or (not amount.is_counted and self._is_labelled(amount, text, near)):
            return True
        if self._is_proper(amount, text, original, near):
            return True
        verb = self._verbs.before(text, near)
        return verb is not None and not self._is_plural(text, verb.edge)

    def refuses(self, amount: Amount, precision: Precision, text: str, original: str, *, known: bool) -> bool:
        """Tell whether a number that is in no name is none; `known` tells that its unit is one of those asked for."""
        return self._own.refuses(amount, precision, text, original, known=known)

    def _is_glued(self, text: str, start: int) -> bool:
        """Tell whether a number is joined to what stands before it: T-72, F16, #5."""
        before = text[start - 1 : start] if start else ""
        if before in ("-", "'", "_", "#", "№", "&", "/", "\\"):
            return before != "-" or text[start - 2 : start - 1].isalnum()
        return before.isalpha() and (before.isascii() or not self._needs_counter)

    def _is_labelled(self, amount: Amount, text: str, near: int) -> bool:
        """Tell whether a number that counts nothing stands behind a label, or others do between: Articles 2 and 3."""
        if self._loose.before(text, near):
            return True
        if amount.numeral.spelled or not text[near - 1 : near].isalpha():
            return False
        chain = self._chain.search(text, max(0, near - _FAR), near)
        if not chain:
            return False
        first = before_space(text, chain.start())
        return bool(self._labels.before(text, first) or self._loose.before(text, first))

    def _is_proper(self, amount: Amount, text: str, original: str, near: int) -> bool:
        """Tell whether a number is in a name, whatever stands behind it: Line 2 trains, but not so in a headline."""
        named = None if amount.numeral.spelled else self._named.before(text, near)
        if named is None or not original[named.edge].isupper():
            return False
        return original[amount.end : amount.end + 1] == " " and original[amount.end + 1 : amount.end + 2].islower()

    def _is_plural(self, text: str, place: int) -> bool:
        """Tell whether the word before a place is a noun for several things."""
        before = text[max(0, place - _FAR) : place].split()
        return bool(before) and (before[-1] in self._plurals or before[-1].endswith("s"))
