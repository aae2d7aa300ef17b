"""Words and numbers that a stretch of text would cut at one of its ends: "port" in "report", 600 in 1,600.

A Korean particle or ending behind the stretch is no cut. Digits, letters, signs and words of numbers on both sides of
an end are. A minus, a range and a hyphened word are one thing each; a dash between parts of a sentence is none.
"""

import re
import unicodedata
from functools import cache

from site_builder.language.catalogs import available
from site_builder.language.quotes import parts_of_numbers
from site_builder.language.reduction import reduction
from site_builder.text.folding import search_folded

WINDOW = 40
"""Characters on each side of an end that are looked at."""

_LETTER = r"[^\W\d_]"
_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
"""Scripts that put no space between words: nothing tells where one of their words would be cut."""
_SPACED = rf"(?:(?![{_UNSPACED}])[^\W_])"
_HANGUL = r"\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
_HYPHEN = r"[-\u2010\u2011]"
_DASH = r"[-\u2010-\u2013\u2212\uff0d~]"
_OPENING = re.compile(r"^\W+")
_MARKS = re.compile(r"^\W+|\W+$")

_CUTS_AT_EITHER_END = (
    (r"\d", r"\d"),
    (r"\d[.,:/'·]", r"\d"),
    (r"\d", r"[.,:/'·]\d"),
    (r"\d[\u00a0\u2009\u202f]", r"\d{3}(?!\d)"),
    (r"\d", r"[\u00a0\u2009\u202f]\d{3}(?!\d)"),
    (rf"\d{_LETTER}*{_DASH}", r"\d"),
    (rf"\d{_LETTER}*", rf"{_LETTER}*{_DASH}\d"),
    (rf"\d{_LETTER}*\s?~\s?", r"\d"),
    (rf"\d{_LETTER}*", rf"{_LETTER}*\s?~\s?\d"),
    (rf"[^\W_]{_HYPHEN}", r"[^\W_]"),
    (r"[^\W_]", rf"{_HYPHEN}[^\W_]"),
    (rf"(?<!{_LETTER}){_LETTER}\.", _LETTER),
    (rf"(?<!{_LETTER}){_LETTER}", rf"\.{_LETTER}(?!{_LETTER})"),
)
_CUTS_AT_START = (
    (_SPACED, _SPACED),
    (r"(?:^|[\s(\[])[-\u2212+±]", r"\d"),
)
_CUTS_AT_END = (
    (rf"(?![{_HANGUL}]){_SPACED}", rf"(?![{_HANGUL}]){_SPACED}"),
    (rf"(?![{_HANGUL}]){_LETTER}", rf"'{_LETTER}"),
    (r"\d", rf"\s?(?:[%‰]|{'|'.join(map(re.escape, parts_of_numbers()))})"),
)


def cuts_at_start(before: str, behind: str) -> bool:
    """Tell whether a stretch that begins between two pieces of text cuts something there.

    Dashes are those of the text; all else is folded.
    """
    return _is_cut(before, behind, _AT_START)


def cuts_at_end(before: str, behind: str) -> bool:
    """Tell whether a stretch that ends between two pieces of text cuts something there."""
    return _is_cut(before, behind, _AT_END) or _numerals().go_on(before.rpartition(" ")[2], behind)


_Cut = tuple[re.Pattern[str], re.Pattern[str]]


def _compiled(*pairs: tuple[str, str]) -> tuple[_Cut, ...]:
    return tuple((re.compile(rf"(?:{before})\Z"), re.compile(behind)) for before, behind in pairs)


_AT_START = _compiled(*_CUTS_AT_EITHER_END, *_CUTS_AT_START)
_AT_END = _compiled(*_CUTS_AT_EITHER_END, *_CUTS_AT_END)


def _is_cut(before: str, behind: str, cuts: tuple[_Cut, ...]) -> bool:
    if unicodedata.category(behind[:1] or " ").startswith("M"):  # a mark of the letter before it
        return True
    return any(first.search(before) and second.match(behind) for first, second in cuts) or _cuts_words(before, behind)


def _cuts_words(before: str, behind: str) -> bool:
    """Tell whether words that make up one number stand on both sides: "six | hundred", "1만 | 5천명"."""
    left, right = before.split(), behind.split()
    if not (left and right and (before[-1].isspace() or behind[0].isspace())):
        return False
    return _numerals().are_one(left[-1], right[0])


class _Numerals:
    """The words of numbers, of all languages that have tables of them."""

    def __init__(self) -> None:
        table = reduction(available())
        self._small = frozenset(table.numerals)
        self._powers = frozenset([*table.powers, *table.multipliers, *table.myriads])
        digits = "".join(each for each in table.digits if len(each) == 1)
        powers = "".join(each for each in [*table.multipliers, *table.myriads] if len(each) == 1)
        self._open = re.compile(rf"[\d.,{digits}{powers}]*[\d{digits}{powers}][{powers}]")
        self._goes_on = re.compile(rf"\d|[{digits}]*[{powers}]")
        self._power = re.compile(rf"[{powers}]")

    def are_one(self, left: str, right: str) -> bool:
        """Tell whether two words stand for one number."""
        left, right = search_folded(_OPENING.sub("", left)), search_folded(_MARKS.sub("", right))
        is_word = left in self._small or left in self._powers
        if right in self._powers and (is_word or (left[:1].isdigit() and left[-1:].isdigit())):
            return True
        if is_word:
            return right in self._small or (left in self._powers and right[:1].isdigit())
        return bool(self._open.fullmatch(left) and self._goes_on.match(right))

    def go_on(self, word: str, behind: str) -> bool:
        """Tell whether a number at the end of a word goes on right behind it: "600 | 만", "1천 | 600명"."""
        word = search_folded(_OPENING.sub("", word))
        if word[-1:].isdigit():
            return bool(self._power.match(behind))
        return bool(self._open.fullmatch(word) and self._goes_on.match(behind))


@cache
def _numerals() -> _Numerals:
    return _Numerals()
