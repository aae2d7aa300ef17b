"""What a number counts: the sign before it, the counter, the noun or the sign behind it."""

import re
from collections.abc import Callable, Collection
from decimal import Decimal
from fractions import Fraction

from babel.numbers import list_currencies

from site_builder.language.quantities.amount import Amount
from site_builder.language.quantities.numeral import Numeral, simplest
from site_builder.language.quantities.phrases import Phrases, any_of, behind_space
from site_builder.language.quantities.tables import Tables

_SIGN = re.compile(r"(?<![^\W_])(?:[A-Z]{1,3} ?)?[$€£¥₩₽₴₹₺₪฿] ?$|(?<![^\W_])([A-Z]{3})[ \u00a0]?$")
_SIGNS = "$€£¥₩₽₴₹₺₪฿"
_CURRENCIES = frozenset(list_currencies())
_LETTERS = re.compile(r"[^\W\d_]{1,30}")
_WORD = re.compile(r"[^\W\d_][\w'-]{0,60}")
_SPREAD = 4
"""How many words a noun may stand behind its number: 600 young North Korean soldiers."""


def signed(text: str, place: int) -> tuple[int, str]:
    """Where a number begins with the sign of a currency and the minus before it, and that sign."""
    start, sign = place, ""
    if text[place - 1 : place] in (*_SIGNS, " ", "\u00a0") or text[place - 1 : place].isupper():
        found = _SIGN.search(text, max(0, place - 6), place)
        if found and (found[1] is None or found[1] in _CURRENCIES):
            start, sign = found.start(), found[0].strip()
    if text[start - 1 : start] in ("-", "\u2212", "\u2013") and (start == 1 or text[start - 2] in " ~(\"'“‘…:"):
        return start - 1, sign
    return start, sign


def is_negative(text: str, start: int) -> bool:
    """Tell whether a number begins with its minus sign."""
    return text[start : start + 1] in ("-", "\u2212", "\u2013")


def _is_end(_text: str, _place: int) -> bool:
    """Take every place for the end of a word: phrases that are not joined end with one."""
    return True


class _Parts:
    """What all languages have in their tables: percent and multiples."""

    def __init__(self, tables: Tables, *, joined: bool) -> None:
        self._percents: Phrases[int] = Phrases(tables.of("percents"), joined=joined)
        self._times = tables.words("times", "behind", joined=joined)
        self._always = frozenset(tables.listed("times", "always"))
        self._factors = tables.words("times", "before")
        self._comparing = tables.words("times", "comparing")

    def put(self, amount: Amount, text: str, place: int, ends: Callable[[str, int], bool] = _is_end) -> bool:
        """Find percent or times at a place, if a word `ends` behind it, and write it into the amount."""
        percent = self._percents.behind(text, place)
        if percent and ends(text, percent.edge):
            amount.kind, amount.is_counted = "percent", True
            amount.low, amount.high = amount.low * percent.value, amount.high * percent.value
            _end(amount, text, place, percent.edge)
            return True
        if self._factors.before(text, amount.start - 1):
            amount.kind, amount.is_counted = "times", True
            return True
        times = self._times.behind(text, place)
        if (
            times
            and ends(text, times.edge)
            and (times.value in self._always or self._is_multiple(amount, text, times.edge))
        ):
            amount.kind, amount.is_counted = "times", True
            _end(amount, text, place, times.edge)
            return True
        return False

    def _is_multiple(self, amount: Amount, text: str, place: int) -> bool:
        """Tell whether a number of times compares, and does not count occasions: 2.1 times, 3 times as many."""
        return isinstance(amount.low, Decimal) or self._comparing.behind(text, place + 1) is not None


def _end(amount: Amount, text: str, start: int, end: int) -> None:
    amount.unit = amount.unit or text[start:end].strip("- ")
    amount.end = amount.noun_end = end


class Nouns:
    """Units of a language in which any noun may follow a number."""

    def __init__(self, tables: Tables) -> None:
        self._parts = _Parts(tables, joined=False)
        self._measures = tables.words("measures", "words")
        self._measured = frozenset(tables.listed("measures", "words"))
        self._plurals = frozenset(tables.listed("nouns", "plurals"))
        self._stops = frozenset(tables.listed("nouns", "stops"))
        self._counted = tables.words("compounds", "counted")
        self._hedged = tables.hedges("behind")
        self._joints = tuple(f"-{each}-" for each in tables.listed("joints", "range") if each.isalpha())

    def put(self, amount: Amount, text: str, more: Phrases[str]) -> None:
        """Find the unit of a number, among the language's own and `more`, and write it into the amount."""
        place = amount.numeral.end
        behind = text[place : place + 1]
        if self._parts.put(amount, text, place + (behind == " ")):
            return
        hedged = self._hedged.behind(text, place) if behind != " " else None
        if hedged:  # 90-plus crates
            place = hedged.edge
            behind = text[place : place + 1]
        if behind == "-" and not text.startswith(self._joints, place):
            self._compound(amount, text, place + 1)
        elif behind.isalpha():
            glued = _LETTERS.match(text, place)
            if glued and glued[0] in self._measured:
                amount.is_measured = amount.is_counted = True
                _end(amount, text, place, glued.end())
            else:
                amount.is_refused = True
        elif behind == " ":
            self._noun(amount, text, place + 1, more)

    def _compound(self, amount: Amount, text: str, place: int) -> None:
        if self._parts.put(amount, text, place):
            return
        if not text[place : place + 1].isalpha():
            return
        counted = self._counted.behind(text, place)
        if counted:
            amount.is_counted = True
            amount.end = amount.noun_end = counted.edge
        elif self._measures.behind(text, place):
            amount.is_measured = amount.is_refused = True
        elif not amount.unit:
            amount.is_refused = True

    def _noun(self, amount: Amount, text: str, place: int, more: Phrases[str]) -> None:
        measure = self._measures.behind(text, place)
        if measure:
            amount.is_measured = amount.is_counted = True
            _end(amount, text, place, measure.edge)
            return
        amount.noun_end, first = amount.end, ""
        for count, word in enumerate(_words(text, place, self._stops)):
            known = more.behind(text, word.start())
            if known or self._is_plural(word[0]):
                amount.is_counted = True
                amount.unit = amount.unit or (known.value if known else word[0])
                amount.noun_end = known.edge if known else word.end()
                return
            first = first or word[0]
            if count == _SPREAD - 1:
                break
        amount.unit = amount.unit or first

    def _is_plural(self, word: str) -> bool:
        return word in self._plurals or (len(word) > 3 and word[-1] == "s" and word[-2] not in "sui'")


def _words(text: str, place: int, stops: Collection[str]) -> list[re.Match[str]]:
    """The words behind a number, up to one that cannot be of what it counts; "of" may stand before them."""
    found: list[re.Match[str]] = []
    while len(found) < _SPREAD and (word := _WORD.match(text, place)):
        if word[0] == "of" and not found:
            place = word.end() + 1
            if text.startswith("the ", place):
                break
            continue
        if word[0] in stops:
            break
        found.append(word)
        place = word.end() + 1
        if text[word.end() : place] != " ":
            break
    return found


class Counters:
    """Units of a language in which a counter stands behind the number of what is counted."""

    def __init__(self, tables: Tables) -> None:
        self._parts = _Parts(tables, joined=True)
        measured = set(tables.listed("measures", "words"))
        named = {*tables.listed("labels", "behind"), *tables.listed("times", "behind"), *tables.of("percents")}
        kept = {word: False for word in tables.counters if word not in named and word not in measured}
        self._counters: Phrases[bool] = Phrases({**kept, **dict.fromkeys(measured, True)}, joined=True)
        self._labels = tables.words("labels", "behind", joined=True)
        particles = tables.search.get("particles", "").split()
        half = rf" {any_of(tables.listed('measures', 'half'))}(?={any_of(particles)}?(?![^\W\d_]))"
        self._half = re.compile(half)
        self._counted_from: dict[str, int] = tables.of("measures", "counted_from")
        self._endings = tables.listed("counters", "endings")
        self._particles = frozenset([*particles, *self._endings])
        self._copulas = tuple(tables.listed("counters", "copulas"))
        self._hedged = tables.hedges("behind", joined=True)
        self._more = tuple(tables.listed("more"))
        self._digits = frozenset(tables.numbers["digits"])
        self._fractions = tuple(tables.listed("whole", "fraction"))
        self._bands = tuple(tables.listed("bands"))
        self._certain = frozenset(tables.listed("certain"))
        self._times = tables.words("times", "behind", joined=True)
        self._verbal = frozenset(word for word in tables.of("percents") if len(word) == 1 and word.isalpha())

    def put(self, amount: Amount, text: str, more: Phrases[str]) -> None:
        """Find the unit of a number, among the language's own and `more`, and write it into the amount."""
        self._unit(amount, text, more)
        half = self._half.match(text, amount.end) if amount.is_counted else None
        if half and isinstance(amount.low, int) and amount.low == amount.high:
            amount.low = amount.high = simplest(amount.low + Fraction(1, 2))
            amount.end = amount.noun_end = half.end()

    def _unit(self, amount: Amount, text: str, more: Phrases[str]) -> None:
        place = amount.numeral.end
        for word in self._more:
            apart = text.startswith(" ", place)
            behind = place + apart + len(word)
            if text.startswith(word, place + apart) and (
                not apart or self._counters.behind(text, behind_space(text, behind))
            ):
                place = behind
                amount.and_more = True
        amount.end = place
        if text.startswith(self._fractions, place):
            return
        gap = text[place : place + 1] == " "
        numeral = amount.numeral
        is_syllable = numeral.spelled and numeral.end - numeral.start == 1 and not gap and not amount.and_more
        if is_syllable and text[place : place + 1] in self._verbal and not text[place + 1 : place + 2].isalpha():
            return  # 구할 수 없다: a verb, which no particle follows
        is_digit = text[numeral.start : numeral.end] in self._digits
        if is_digit and (self._times.behind(text, place + gap) or (gap and self._is_other(text, place + 1))):
            return  # 이 배: this ship
        if self._parts.put(amount, text, place + gap, self._ends):
            return
        if is_digit:
            return  # 이 나라: no number by itself
        known = more.behind(text, place + gap)
        counter = self._counters.behind(text, place + gap)
        label = self._labels.behind(text, place + gap)
        if label and (not counter or label.edge > counter.edge) and (not known or label.edge > known.edge):
            amount.is_refused = True
            return
        edge = max(known.edge if known else 0, counter.edge if counter else 0)
        if not edge or not self._ends(text, edge):
            return
        hedged = self._hedged.behind(text, place + gap)
        if hedged and hedged.edge > edge:
            return
        word = text[place + gap : edge]
        if is_syllable and len(word) == 1 and word not in self._certain:
            return  # another word that looks like it
        amount.is_counted = True
        is_few = amount.low < self._counted_from.get(word, amount.low + 1)
        amount.is_measured = bool(counter and counter.edge == edge and counter.value and not known and is_few)
        _end(amount, text, place + gap, edge)
        self._band(amount, text)

    def _is_other(self, text: str, place: int) -> bool:
        """Tell whether a word only begins as a word for percent of one syllable does: 이 할인."""
        rest = _LETTERS.match(text, place + 1)
        return text[place : place + 1] in self._verbal and rest is not None and rest[0] not in self._particles

    def _band(self, amount: Amount, text: str) -> None:
        """Take a round number for all that begin as it does, where a word behind says so: 600명대."""
        band = next((word for word in self._bands if text.startswith(word, amount.end)), "")
        low = amount.low
        if not band or not isinstance(low, int) or low < 10 or not self._ends(text, amount.end + len(band)):
            return
        amount.end = amount.noun_end = amount.end + len(band)
        power = 10
        while low % (power * 10) == 0:
            power *= 10
        if low % power == 0:
            amount.high = low + power - 1

    def _ends(self, text: str, place: int) -> bool:
        """Tell whether a word ends at a place, but for a particle or what says how precise the number is."""
        if not text[place : place + 1].isalpha():
            return True
        found = _LETTERS.match(text, place)
        assert found
        rest = found[0]
        if rest in self._particles or rest.startswith(self._copulas):
            return True
        behind = [rest[len(each) :] for each in self._endings if rest.startswith(each)]
        return (
            any(each in self._particles or each.startswith(self._copulas) for each in behind)
            or self._hedged.behind(text, place) is not None
        )


def amount_of(numeral: Numeral, text: str) -> Amount:
    """The amount of a number, with the sign of a currency before it and its minus; `text` is as it was written."""
    start, sign = signed(text, numeral.start)
    low, high = numeral.low, numeral.high
    if is_negative(text, start):
        low, high = -high, -low
    amount = Amount(numeral, start, numeral.end, numeral.end, low, high, unit=sign, is_counted=bool(sign))
    amount.and_more = numeral.and_more
    return amount
