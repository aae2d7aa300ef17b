"""Numbers as a language writes them, in full and unrounded, and as people type them.

Where editors of a language name tens of thousands by words (1만5000), all of its numbers do, and money is named by
words too; elsewhere the signs and their places follow CLDR through Babel.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from babel import Locale
from babel.numbers import format_currency, format_decimal, format_percent, get_currency_name, list_currencies

from site_builder.model.numbers import Number, parse
from site_builder.model.records import HEDGES
from site_builder.runtime.memo import Memo


class Around(NamedTuple):
    """The marks before and behind the digits of a number: `-$` and nothing, nothing and `%`."""

    before: str
    behind: str


class _Words(NamedTuple):
    """The words of a language that counts in ten thousands.

    `myriads` are its words for 10,000 and the powers of that; `money` are the names of currencies that are shorter than
    those in CLDR.
    """

    myriads: str
    money: Mapping[str, str]


_WORDS = {
    "ko": _Words(
        "만억조경",
        {
            "CNY": "위안",
            "EUR": "유로",
            "GBP": "파운드",
            "JPY": "엔",
            "KPW": "북한 원",
            "KRW": "원",
            "RUB": "루블",
            "UAH": "흐리우냐",
            "USD": "달러",
        },
    )
}
"""Korean has no comma and no spaces in a number: 4700, 1만5000, 1억2000만.

A name follows digits without a space (500달러), a word with one (150만 달러), unless it is short (150만원).
"""


class Numbers:
    """The numbers of one language."""

    def __init__(self, tag: str, locale: Locale) -> None:
        self._locale = locale
        self._words = _WORDS.get(tag)
        self._integers: Memo[int, str] = Memo(self._digits)
        self._around: dict[tuple[str, bool], Around] = {}

    def digits(self, number: int | Decimal) -> str:
        """A number in full, with the decimals that it was given with."""
        return self._integers[number] if isinstance(number, int) else self._digits(number)

    def plain(self, number: Number) -> Around:
        """The sign of a number, where it needs one."""
        return self._remembered("", number, lambda one: format_decimal(one, locale=self._locale))

    def percent(self, number: Number) -> Around:
        """The sign for percent."""
        pattern = self._locale.percent_formats[None].pattern
        return self._remembered("%", number, lambda one: format_percent(one / 100, _whole(pattern), self._locale))

    def money(self, number: Number, currency: str) -> Around:
        """The sign or the name of a currency."""
        if self._words:
            name = self._words.money.get(currency) or get_currency_name(currency, locale=self._locale)
            follows_word = isinstance(number, int) and number % 10_000 == 0 != number
            gap = " " if " " in name or (follows_word and len(name) > 1) else ""
            return Around("-" if number < 0 else "", gap + name)
        pattern = self._locale.currency_formats["standard"].pattern
        return self._remembered(
            currency,
            number,
            lambda one: format_currency(one, currency, _whole(pattern), self._locale, currency_digits=False),
        )

    def _remembered(self, sign: str, number: Number, say: Callable[[Decimal], str]) -> Around:
        is_below_zero = number < 0
        found = self._around.get((sign, is_below_zero))
        if found is None:
            before, _, behind = say(Decimal(-1 if is_below_zero else 1)).partition("1")
            gap = "\u00a0" if before[-1:].isalpha() else ""  # KPW 5, but $5
            found = self._around[sign, is_below_zero] = Around(before + gap, behind)
        return found

    def _digits(self, number: int | Decimal) -> str:
        if self._words:
            whole, point, decimals = f"{Decimal(number):f}".removeprefix("-").partition(".")
            sign, written = "-" if number < 0 else "", _in_myriads(int(whole), self._words.myriads)
            if point and not written[-1].isdecimal():
                written += "0"  # 3만0.46
            return sign + written + point + decimals
        exponent = number.as_tuple().exponent if isinstance(number, Decimal) else 0
        pattern = _with_decimals(self._locale.decimal_formats[None].pattern, -int(exponent))
        return format_decimal(number, pattern, self._locale)


def _in_myriads(number: int, words: str) -> str:
    """A number from zero up in groups of four digits, each with its word."""
    if number < 10_000:
        return str(number)
    groups: list[str] = []
    for word in ("", *words):
        number, group = divmod(number, 10_000)
        if group:
            groups.append(f"{group}{word}")
    return "".join(reversed(groups))


def _whole(pattern: str) -> str:
    """A number pattern of CLDR without decimals."""
    return _with_decimals(pattern, 0)


def _with_decimals(pattern: str, count: int) -> str:
    """A number pattern of CLDR with so many digits behind the point."""
    return re.sub(r"0(?:\.[0#]+)?(?![0#.,])", f"0.{'0' * count}" if count > 0 else "0", pattern)


def currencies() -> frozenset[str]:
    """The codes of all currencies that there are or have been (ISO 4217)."""
    return frozenset(list_currencies())


_SIGNS = "+%~≈$€£¥₩₽₴ "
_HEDGE = re.compile("|".join(phrase for said in HEDGES.values() for phrase in said.split(", ")), re.IGNORECASE)
_GROUPS = r"-?[0-9]{1,3}(?:[ ,_'][0-9]{3})+"
_WHOLE = re.compile(rf"-?[0-9]+|{_GROUPS}")
_DECIMAL = re.compile(rf"(?:{_GROUPS}|-?[0-9]*)\.[0-9]+")
_DECIMAL_COMMA = re.compile(r"-?[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})")
_FRACTION = re.compile(r"[1-9][0-9]*/[1-9][0-9]*")
_TO = re.compile(rf"(?<=[0-9%{''.join(words.myriads for words in _WORDS.values())}]) *[-–~] *")
"""What stands between the ends of a range; a hyphen in front of a number is its minus sign."""


def meant(text: str) -> str | None:
    """The number that a person meant by what is none, as a record writes it; None where it may be several, or none.

    `4,700`, `$1.5`, `−3%`, `1,5`, `2/4`, `1만5000`.
    """
    plain = unicodedata.normalize("NFKC", text).replace("\u2212", "-").strip(_SIGNS)
    try:
        number = _typed(plain)
        return None if number is None else str(parse(str(number)))
    except ValueError:  # longer than a number may be
        return None


def without_hedge(text: str) -> str:
    """A number as a person typed it, without the English words that belong under hedge."""
    return _HEDGE.sub("", text, count=1)


def meant_ends(text: str) -> list[str]:
    """The number that a person meant, or the lowest and the highest one (`8-12`, `-3 – -1`); none where it is none."""
    ends = [meant(part) for part in _TO.split(text, maxsplit=1)]
    return [end for end in ends if end] if all(ends) else []


def _typed(text: str) -> Number | None:
    if _WHOLE.fullmatch(text):
        return int(re.sub("[ ,_']", "", text))
    if _DECIMAL.fullmatch(text):
        return Decimal(re.sub("[ ,_']", "", text))
    if _DECIMAL_COMMA.fullmatch(text):
        return Decimal(text.replace(",", "."))
    if _FRACTION.fullmatch(text):
        return Fraction(text)
    return next(filter(None, (_of_myriads(text, words.myriads) for words in _WORDS.values())), None)


def _of_myriads(text: str, words: str) -> int | None:
    """The number of groups of digits with their words: 1만5000, 1억 2,000만."""
    group = "([0-9]{1,4}|[0-9],[0-9]{3})"
    match = re.fullmatch("".join(f"(?:{group}{word} ?)?" for word in reversed(words)) + f"{group}?", text)
    groups = [int((digits or "0").replace(",", "")) for digits in reversed(match.groups())] if match else []
    return sum(digits * 10_000**power for power, digits in enumerate(groups)) if match else None
