"""Parts and multiples that words say without a number of their own: half, a third, two-thirds, 절반, tripled."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from site_builder.language.quantities.amount import Amount
from site_builder.language.quantities.hedges import Hedges
from site_builder.language.quantities.numeral import Numeral
from site_builder.language.quantities.phrases import any_of
from site_builder.language.quantities.spans import Spans
from site_builder.language.quantities.spelling import words_of
from site_builder.language.quantities.tables import Tables

_SPACE_OR_HYPHEN = (" ", "-")
_WORD = re.compile(r"[^\W\d_]{1,30}")
_END = ("", ".", ",", ";", ":", "!", "?", "…", "(", ")", "[", '"', "-", "–", "—")


class Parts:
    """The words of a language for parts of a whole, and for multiples."""

    def __init__(self, tables: Tables, hedges: Hedges) -> None:
        self._hedges = hedges
        self._parts = {word: int(whole) for word, whole in tables.of("parts").items()}
        self._follows = tables.words("whole", "behind")
        self._not_before = tables.words("whole", "not_before")
        self._sure = (" (", *(f" {word} " for word in tables.listed("of")))
        self._joins = frozenset(tables.listed("joints", "between"))
        self._alone = frozenset(tables.listed("whole", "alone"))
        self._shares = {word: Fraction(*pair) for word, pair in tables.of("whole", "shares").items()}
        self._multiples = {word: int(number) for word, number in tables.of("multiples").items()}
        self._conditional = frozenset(tables.listed("multiples_only_before", "words"))
        self._conditions = tables.words("multiples_only_before", "behind")
        own = [*self._parts, *self._shares, *self._multiples]
        self._own = frozenset(phrase.split()[0] for phrase in own)
        self._glued = bool(tables.of("glued"))
        articles = any_of(tables.listed("articles"))
        several = any_of([*self._shares, *self._multiples])
        part = any_of(self._parts)
        end = "" if self._glued else r"(?!\w)"
        forms = [rf"(?P<word>{several}){end}", rf"(?:(?P<article>{articles}) )?(?P<part>{part})(?![\w-])"]
        self._regex = re.compile(rf"(?<!\w)(?:{'|'.join(forms)})")

    def words(self, text: str, taken: Sequence[Amount]) -> Iterator[Amount]:
        """Find the words for parts and multiples that no number was read in."""
        if not self._may_be_in(text):
            return
        numbers = Spans(sorted((amount.numeral.start, amount.end) for amount in taken))
        last = -1
        for found in self._regex.finditer(text):
            start, end = found.span()
            if numbers.touch(start, end):
                continue
            word = found["word"]
            if word in self._multiples:
                if word not in self._conditional or self._hedges.before(text, start)[0] or self._conditioned(text, end):
                    yield _amount(start, end, self._multiples[word], times=True)
            elif word:
                yield _amount(start, end, self._shares[word])
            else:
                part = found["part"]
                is_share = found["article"] or part in self._alone
                follows_one = last >= 0 and text[last:start].strip() in self._joins
                if is_share and self._parts[part] > 1 and self._stands_for_share(text, start, end, follows_one):
                    last = end
                    yield _amount(start, end, Fraction(1, self._parts[part]))

    def _may_be_in(self, text: str) -> bool:
        return any(word in text for word in self._own) if self._glued else not self._own.isdisjoint(words_of(text))

    def _conditioned(self, text: str, end: int) -> bool:
        if text[end : end + 1] == "-":
            return False  # double-digit
        return not text[end : end + 1].isspace() or self._conditions.behind(text, end + 1) is not None

    def _stands_for_share(self, text: str, start: int, end: int, follows_one: bool) -> bool:
        if not follows_one and not text.startswith(self._sure, end) and self._not_before.before(text, start - 1):
            return False
        return text[end : end + 2].lstrip()[:1] in _END or self._follows.behind(text, end + 1) is not None

    def counted(self, amount: Amount, text: str) -> None:
        """Make a share of a number that a part of a whole stands behind: two-thirds."""
        place = amount.numeral.end
        if text[place : place + 1] not in _SPACE_OR_HYPHEN or not isinstance(amount.low, int):
            return
        word = _WORD.match(text, place + 1)
        whole = self._parts.get(word[0]) if word else None
        if not word or not whole or not 0 < amount.low < whole:
            return
        if (amount.low > 1) != word[0].endswith("s") or (whole == 4 and amount.low == 2 and word[0].startswith("q")):
            return
        amount.low = amount.high = Fraction(amount.low, whole)
        amount.kind, amount.end, amount.noun_end = "share", word.end(), word.end()
        amount.is_counted, amount.is_refused, amount.is_measured, amount.unit = True, False, False, ""


def _amount(start: int, end: int, number: Fraction | int, *, times: bool = False) -> Amount:
    numeral = Numeral(start, end, number, number, scale=0, spelled=True)
    amount = Amount(numeral, start, end, end, number, number, "times" if times else "share")
    amount.is_counted = True
    return amount
