"""Numbers of languages that count in ten thousands: 1만5000, 3천500만, 만5천, 3.5만, 이백, 스물두, 서너, 수십."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from site_builder.language.quantities.numeral import Digits, Numeral, beginning, simplest
from site_builder.language.quantities.phrases import any_of
from site_builder.model.numbers import exact

Exact = int | Fraction
Ends = tuple[Exact, Exact]
"""The lowest and the highest number that some words say."""
_MYRIAD = 10_000
_UNLIMITED = 10**18
_PIECES = 30
"""More digits and words than any number has; with a limit, a text of nothing else is read in time."""


@dataclass(frozen=True, slots=True)
class MyriadWords:
    """The words of such a language.

    `digits` and the powers of ten, `multipliers` below ten thousand and `myriads` above, make numbers of every size;
    `numerals` are added up, `spans` say two numbers at once; `several` stand before a power of ten, `more` within.
    Most words that begin with one syllable of these are other words (이는, 한국): it is a number only if nothing or one
    of `behind` is joined to it. `homographs` are other words throughout, but before more of a number.
    """

    digits: Mapping[str, int]
    multipliers: Mapping[str, int]
    myriads: Mapping[str, int]
    numerals: Mapping[str, int]
    spans: Mapping[str, Sequence[int]]
    several: Sequence[str]
    more: Sequence[str]
    behind: Sequence[str]
    homographs: Sequence[str]


class Myriads:
    """Find the numbers of a text in such a language."""

    def __init__(self, digits: Digits, words: MyriadWords) -> None:
        self._digits, self._words = digits, words
        myriad, powers = any_of(words.myriads), any_of({**words.myriads, **words.multipliers})
        all_words = [*words.numerals, *words.spans, *words.digits, *words.multipliers, *words.myriads]
        spelled = any_of(all_words)
        syllable = any_of([word for word in all_words if len(word) == 1])
        longer = any_of([word for word in all_words if len(word) > 1])
        no_other_word = rf"(?=(?![^\W\d_])|{spelled}|{any_of(words.behind)})"
        other_words = rf"{any_of(words.homographs)}(?!{spelled})"
        several = rf"{any_of(words.several)} ?(?={powers})"
        further = rf"{digits.regex}|{several}|{spelled}|{any_of(words.more)}(?= ?{powers})"
        multiplier = any_of(words.multipliers)
        gap = rf"(?<={myriad}) (?=[0-9]|{any_of(words.digits)}{powers})|(?<=[0-9]{multiplier}) (?=[0-9]{multiplier})"
        first = rf"(?<![^\W_])(?!{other_words})(?:{several}|{longer}|{syllable}{no_other_word})"
        self._regex = re.compile(
            rf"{beginning([*all_words, *words.several])}(?:(?P<literal>{digits.regex})|{first})"
            rf"(?:{further}|{gap}){{0,{_PIECES}}}+"
        )
        self._piece = re.compile(rf"({digits.regex})|({several})|{any_of(words.more)}(?= ?{powers})|{spelled}| ")

    def find(self, text: str) -> Iterator[Numeral]:
        """Find the numbers of a text, in their order."""
        place = 0
        while run := self._regex.search(text, place):
            numeral = self._numeral(text, run)
            if numeral is None:
                place = run.end()
            else:
                place = numeral.end
                yield numeral

    def _numeral(self, text: str, run: re.Match[str]) -> Numeral | None:
        if run.end("literal") == run.end():
            return self._digits.numeral(run)
        return _Sum(self._digits, self._words).of(self._piece.finditer(text, *run.span()))


class _Sum:
    """A number as its pieces add up: the whole, the part below ten thousand, and the last digits, each as two ends."""

    def __init__(self, digits: Digits, words: MyriadWords) -> None:
        self._digits, self._words = digits, words
        self._total: Ends = (0, 0)
        self._section: Ends = (0, 0)
        self._last: Ends | None = None
        self._below = self._below_ten_thousand = _UNLIMITED
        self._ones = False
        self._pieces = self._literals = 0
        self._powers = 1
        self._vague = self._more = self._is_said_again = False

    def of(self, pieces: Iterator[re.Match[str]]) -> Numeral | None:
        """Add up pieces as long as they make a number."""
        start = end = -1
        only = ""
        for piece in pieces:
            if piece[0] == " ":
                if not self._literals and self._pieces == 1 and self._powers >= 10_000:
                    # 만 18세: by itself and apart, it does not belong to the number.
                    return None
                continue
            if not self._takes(piece):
                break
            start = piece.start() if start < 0 else start
            end, only = piece.end(), piece[0]
        if start < 0:
            return None
        low, high = self._value()
        first = self._literals == 1 and self._pieces_are_powers
        return Numeral(
            start,
            end,
            simplest(low),
            simplest(high),
            scale=self._powers if first else 0,
            spelled=not self._literals,
            plain=self._literals == 1 and self._pieces == 1 and only.isdecimal(),
            vague=self._vague,
            and_more=self._more,
        )

    @property
    def _pieces_are_powers(self) -> bool:
        return self._pieces == self._literals + self._power_pieces

    _power_pieces = 0

    def _takes(self, piece: re.Match[str]) -> bool:
        """Take a piece; False where it cannot follow the ones before."""
        word = piece[0]
        words = self._words
        if self._is_said_again:
            return word in words.multipliers or word in words.myriads
        if piece[2] and self._vague:  # 수천수만
            self._is_said_again = True
            return True
        if piece[1]:
            number = self._digits.number(word)
            fits = number is not None and self._last is None and number < self._below
            if fits:
                assert number is not None
                self._last = exact(number), exact(number)
                self._literals += 1
        elif piece[2]:
            fits = self._last is None
            self._vague, self._last = True, (1, 1)
        elif word in words.more:
            fits = self._last is not None or self._section != (0, 0)
            self._more = True
            return fits
        elif word in words.multipliers:
            fits = self._multiply(10 ** words.multipliers[word])
        elif word in words.myriads:
            fits = self._multiply_all(10 ** words.myriads[word])
        else:
            fits = self._spell(word)
        self._pieces += 1
        return fits

    def _multiply(self, power: int) -> bool:
        if power >= self._below_ten_thousand or not _whole(self._last):
            return False
        low, high = self._last or (1, 1)
        self._section = self._section[0] + low * power, self._section[1] + high * power
        self._last, self._below, self._below_ten_thousand, self._ones = None, power, power, False
        self._power_pieces += 1
        self._powers *= power
        return True

    def _multiply_all(self, power: int) -> bool:
        if self._total != (0, 0) and self._total[0] % (power * 10_000):
            return False
        low, high = self._below_myriad()
        if (low, high) == (0, 0):
            if power > _MYRIAD:  # 조사: only 만 is said for one of it
                return False
            low = high = 1
        self._total = self._total[0] + low * power, self._total[1] + high * power
        self._section, self._last, self._ones = (0, 0), None, False
        self._below, self._below_ten_thousand = power, 10_000
        self._power_pieces += 1
        self._powers *= power
        return True

    def _spell(self, word: str) -> bool:
        """Take a word for a number by itself; digits that follow each other are two numbers at once (이삼십)."""
        words = self._words
        if word in words.digits:
            digit = words.digits[word]
            if self._last is None:
                if self._literals and not self._pieces_are_powers:
                    return False
                self._last = digit, digit
                return True
            low, high = self._last
            if self._literals or self._ones or not low == high == digit - 1:
                return False
            self._last = low, digit
            return True
        low, high = words.spans.get(word) or (words.numerals[word],) * 2
        tens, _ = self._last or (0, 0)
        if self._below_ten_thousand < 100:  # 칠십 is no ten that 세 may follow
            return False
        if self._literals or (self._last is not None and (not self._ones or tens % 10 or high >= 10)):
            return False
        self._last, self._ones = (tens + low, tens + high), True
        return True

    def _below_myriad(self) -> Ends:
        low, high = self._last or (0, 0)
        return self._section[0] + low, self._section[1] + high

    def _value(self) -> Ends:
        low, high = self._below_myriad()
        return self._total[0] + low, self._total[1] + high


def _whole(ends: Ends | None) -> bool:
    return ends is None or isinstance(ends[0], int)
