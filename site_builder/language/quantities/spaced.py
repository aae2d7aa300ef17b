"""Numbers of languages that write them in words apart: two thousand five hundred, 2.4 million, half a million."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from site_builder.language.quantities.numeral import Digits, Numeral, beginning, simplest
from site_builder.language.quantities.phrases import any_of
from site_builder.language.quantities.spelling import words_of
from site_builder.model.numbers import exact

_TEN, _THOUSAND = 10, 1000
_UNLIMITED = 10**18


@dataclass(frozen=True, slots=True)
class SpacedWords:
    """The words of such a language.

    `numerals` add up, `powers` multiply, among them such as dozen; `joins` stand between; `articles` say one before a
    power, which has no number of its own in its `plurals` or behind `several`; with `again` between it is said twice.
    `marks` are powers right behind digits, but for those of `measures` (1,500m) and before `lengths` (12m tall).
    `couples` are numbers that take `of` behind them, `none` are words for 0.
    """

    numerals: Mapping[str, int]
    powers: Mapping[str, int]
    plurals: Mapping[str, int]
    marks: Mapping[str, int]
    measures: Collection[str]
    lengths: Sequence[str]
    crowds: Mapping[str, int]
    couples: Mapping[str, int]
    joins: Sequence[str]
    articles: Sequence[str]
    several: Sequence[str]
    again: Sequence[str]
    none: Sequence[str]
    halves: Sequence[str]
    of: Sequence[str]
    every: str
    parts: Mapping[str, int]
    percents: Sequence[str]


class Spaced:
    """Find the numbers of a text in such a language."""

    def __init__(self, digits: Digits, words: SpacedWords) -> None:
        self._digits, self._words = digits, words
        self._halves, self._articles = frozenset(words.halves), frozenset(words.articles)
        power, plural, article = any_of(words.powers), any_of(words.plurals), any_of(words.articles)
        half, join, of = any_of(words.halves), any_of(words.joins), any_of(words.of)
        ones = any_of(word for word, number in words.numerals.items() if 0 < number < _TEN)
        tens = any_of(word for word, number in words.numerals.items() if number >= 2 * _TEN)
        small = rf"(?:{tens}(?:[ -]{ones}\b)?|{any_of(words.numerals)})\b"
        powers = rf"(?:[ -]{power}\b)"
        and_a_half = rf" {join} {article} {half}\b"
        behind = rf"(?:(?:{and_a_half})?{powers}+(?:{and_a_half})?|{and_a_half})"
        every = re.escape(words.every or "\0")
        first = rf"(?:{small}|{article}(?= {power}\b)|(?<=\b{every} ){power}\b)"
        part = rf"(?:{article} )?{any_of(words.parts)}(?: {of})?"
        plurals = rf"{plural}(?: {any_of(words.again)} {plural}|(?: {of} {plural})*)"
        forms = {
            "percent": rf"(?:{part} )?{article}(?= {any_of(words.percents)}\b)",
            "vague": rf"(?:{article} )?{any_of(words.several)} {power}{powers}*|{plurals}",
            "crowd": any_of(words.crowds),
            "none": any_of(words.none),
            "couple": rf"(?:{article} )?{any_of(words.couples)}(?: {of})?{powers}*",
            "half": rf"{half}[ -](?:{article} )?{power}",
            "spelled": rf"{first}{behind}?(?:(?: {join})?[ -]{small}{powers}*)*",
        }
        spelled = "|".join(rf"(?P<{name}>{form})" for name, form in forms.items())
        mark = rf"(?P<mark>{any_of(words.marks)})(?![^\W_]|[ -]{any_of(words.lengths)}\b)"
        counts = [*words.plurals, *words.crowds, *words.couples, *words.halves, *words.none]
        own = [*words.numerals, *words.powers, *counts]
        first = beginning([*own, *words.articles, *words.several, *words.parts])
        literal = rf"(?P<literal>{digits.regex})"
        self._regex = re.compile(rf"{first}(?:{literal}(?:{mark}|(?:{behind}))?|(?<!\w)(?:{spelled})(?!\w))")
        self._in_digits = re.compile(rf"{beginning([])}{literal}(?:{mark})?")
        self._token = re.compile(rf"{digits.regex}|[^\W\d_]+")
        self._own = frozenset(phrase.split()[0] for phrase in [*own, *words.percents])

    def find(self, text: str) -> Iterator[Numeral]:
        """Find the numbers of a text, in their order; in most texts there are none in words."""
        regex = self._in_digits if self._own.isdisjoint(words_of(text)) else self._regex
        place = 0
        while found := regex.search(text, place):
            numeral = self._numeral(found)
            place = numeral.end if numeral else found.end()
            if numeral:
                yield numeral

    def _numeral(self, found: re.Match[str]) -> Numeral | None:
        start, end = found.span()
        if found.end("literal") == end:
            return self._digits.numeral(found)
        known = self._words
        words = self._token.findall(found[0])
        powers = _product(known.powers[word] for word in words if word in known.powers)
        match found.lastgroup:
            case "percent":  # half a percent
                part = simplest(Fraction(1, _product(known.parts[word] for word in words if word in known.parts)))
                return Numeral(start, end, part, part, scale=0, spelled=True)
            case "vague":
                plurals = [known.plurals[word] for word in words if word in known.plurals]
                is_repeated = not set(known.again).isdisjoint(words)
                value = plurals[0] if is_repeated else powers * _product(plurals)
                return Numeral(start, end, value, value, scale=0, spelled=True, vague=True)
            case "crowd":
                value = known.crowds[found[0]]
                return Numeral(start, end, value, value, scale=0, spelled=True, vague=True)
            case "none":
                return Numeral(start, end, 0, 0, scale=0, spelled=True)
            case "couple":
                if powers == 1 and words[-1] not in known.of:
                    return None  # two people who belong together
                value = powers * _product(known.couples[word] for word in words if word in known.couples)
                return Numeral(start, end, value, value, powers, spelled=True, roughly=powers > 1)
            case "half":
                half = simplest(Fraction(powers, 2))
                return Numeral(start, end, half, half, scale=0, spelled=True)
            case "mark":
                number, power = self._digits.number(found["literal"]), 10 ** known.marks[found["mark"]]
                if number is None:
                    return None
                if self._is_measured(found):
                    return Numeral(start, found.end("literal"), number, number)
                product = simplest(exact(number) * power)
                return Numeral(start, end, product, product, power)
        return self._sum(found)

    def _is_measured(self, found: re.Match[str]) -> bool:
        """Tell whether a mark is a measure: no one writes thousands of millions so, but of money (1,500m, £1,500m)."""
        is_money = unicodedata.category(found.string[found.start() - 1 : found.start()] or " ") == "Sc"
        return self._digits.groups in found["literal"] and found["mark"] in self._words.measures and not is_money

    def _sum(self, found: re.Match[str]) -> Numeral | None:
        """Add up the words of a number; it ends before one that is too large to follow the others."""
        known = self._words
        total: int | Fraction = 0
        section: int | Fraction = 0
        below, end, pieces, powers = _UNLIMITED, found.start(), 0, list[int]()
        for token in self._token.finditer(found[0]):
            word = token[0]
            if word in known.powers:
                power = known.powers[word]
                section = (section if pieces else 1) * power
                powers.append(power)
                below = power
                if power >= _THOUSAND:
                    total, section = total + section, 0
            elif word in known.halves:  # one and a half million, one million and a half
                total += Fraction(_product(powers), 2)
                if not powers:
                    total, section = 0, section + Fraction(1, 2)
            elif word in known.articles:
                section = section if pieces else 1
            elif word in known.joins:
                continue
            else:
                number = known.numerals.get(word) if word[0].isalpha() else self._digits.number(word)
                if number is None:
                    return None
                if pieces and number >= below:
                    break
                section, below = section + exact(number), _TEN if number >= 2 * _TEN else 1
            pieces, end = pieces + 1, found.start() + token.end()
        value = simplest(total + section)
        literal = found["literal"]
        return Numeral(
            found.start(),
            end,
            value,
            value,
            scale=_product(powers) if pieces == len(powers) + 1 else 0,
            spelled=not literal,
            plain=literal is not None and pieces == 1 and literal.isdecimal(),
        )


def _product(numbers: Iterable[int]) -> int:
    product = 1
    for number in numbers:
        product *= number
    return product
