"""The reader of numbers: what it reads in sentences, in the site's own phrases, in words, and in hostile texts."""

import random
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import cycle
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.language.language import HEDGED, Language
from site_builder.language.quantities import Reading, UnknownLanguage, readings
from site_builder.language.quantities.spelling import Spelling
from site_builder.model.figures import MEANINGS, Shape, meaning
from site_builder.model.numbers import Number
from site_builder.model.records import Figure, Hedge, Measure, Series
from tests.language.judge import judged, sentences
from tests.records import series

LANGUAGES = {tag: Language(tag) for tag in ("en", "ko")}
SETS = ("numbers_dev.json", "numbers_further.json")


def read(text: str, tag: str, *units: str) -> list[tuple[Number, Number, str, str]]:
    return [(each.low, each.high, each.hedge, each.kind) for each in readings(text, tag, units)]


# sentences


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_is_read_is_what_the_sentences_say(name: str, tag: str) -> None:
    items = [item for item in sentences(name) if item["lang"] == tag]
    verdicts = [(item, judged(item, readings(item["text"], tag))) for item in items]
    assert len(items) > 60
    assert not [(item["text"], each.extra, each.missed) for item, each in verdicts if each.extra or each.missed]


def test_the_judge_accepts_only_what_is_right() -> None:
    item = {"readings": [{"span": "600명", "start": 2, "kind": "count", "value": 600, "hedge": "about", "unit": "명"}]}
    right = Reading(0, 6, "count", 600, 600, "about", "명")
    assert judged(item, [right]) == (1, [], [])
    for wrong in (
        Reading(0, 6, "count", 601, 601, "about"),
        Reading(0, 6, "count", 600, 601, "about"),
        Reading(0, 6, "count", 600, 600, "nearly"),
        Reading(0, 6, "times", 600, 600, "about"),
        Reading(6, 8, "count", 600, 600, "about"),
    ):
        assert judged(item, [wrong]) == (0, [wrong], item["readings"])
    assert judged(item, []) == (0, [], item["readings"])


# the site's own phrases


class Said(NamedTuple):
    """A figure, and the phrase in which the site says it."""

    hedge: Hedge
    shape: Shape
    low: Number
    high: Number
    series: Series
    tag: str

    @property
    def figure(self) -> Figure:
        keys = {"value": ["value"], "min": ["min"], "max": ["max"], "range": ["min", "max"]}[self.shape]
        given: dict[str, Any] = {key: str(self.high if key == "max" else self.low) for key in keys}
        return Figure(series="visitors", hedge=self.hedge, **given)

    @property
    def units(self) -> list[str]:
        if not self.series.unit:
            return []
        forms = self.series.unit[self.tag]
        return [form for form in (forms.one, forms.other) if form]


UNITS: dict[Measure, Any] = {
    "count": {},
    "decimal": {"unit": {"en": {"one": "ton", "other": "tons"}, "ko": {"other": "톤"}}},
    "percent": {"unit": None},
    "share": {"unit": None},
    "money": {"unit": None, "currency": "USD"},
}
SERIES = [
    *(series(measure=measure, **unit) for measure, unit in UNITS.items()),
    *(series(measure="money", unit=None, currency=currency) for currency in ("KRW", "KPW", "EUR", "UAH")),
    series(unit={"en": {"one": "year", "other": "years"}, "ko": {"other": "년"}}),
]
AROUND = {
    "en": ("{}", "Officials said {} were there.", "The count is {}, he said."),
    "ko": ("{}", "당국은 {} 규모라고 밝혔다.", "집계 결과 {}, 이라고 했다."),
}


def held(said: Said, sentence: str) -> None:
    """Hold that the site's phrase of a figure is read as its one number, in a sentence."""
    language = LANGUAGES[said.tag]
    phrase = language.figure(said.figure, said.series)
    if not is_clear(said, phrase):
        return
    found = readings(sentence.format(phrase), said.tag, said.units)
    kind = said.series.measure if said.series.measure in ("percent", "share") else "count"
    assert [(each.kind, each.low, each.high) for each in found] == [(kind, said.low, said.high)], phrase
    first, *_ = meaning(said.figure).words
    assert first in (found[0].hedge, *found[0].also), phrase


def is_clear(said: Said, phrase: str) -> bool:
    """Tell whether a phrase has one meaning to readers: neither 3~100만 nor 1/12, which may be a day, has."""
    low, _, high = phrase.partition("~")
    shares_power = any(word in high for word in "만억조경") and low[-1:].isdecimal()
    days = [each for each in (said.low, said.high) if isinstance(each, Fraction)]
    could_be_days = said.tag == "en" and any(each.numerator <= 12 and 10 < each.denominator <= 31 for each in days)
    return not (said.tag == "ko" and shares_power) and not could_be_days


def number_of(measure: Measure, draw: random.Random) -> Number:
    """A number that a figure of a measure may have, of every size."""
    whole: int = draw.choice(
        [draw.randrange(40), draw.randrange(3_000), draw.randrange(10**10), 10 ** draw.randrange(12)]
    )
    if measure == "count":
        return whole
    if measure == "share":
        parts = draw.randrange(2, 60)
        return (
            Fraction(draw.randrange(1, parts), parts) if draw.random() < 0.5 else Decimal(draw.randrange(1, 100)) / 100
        )
    decimal = Decimal(draw.randrange(1, 10**6)).scaleb(-draw.randrange(1, 4))
    number = whole if draw.random() < 0.5 else decimal
    return -number if draw.random() < 0.3 else number


def figures(count: int) -> Iterator[Said]:
    draw = random.Random(600)
    kinds = cycle([(key, each) for key in MEANINGS for each in SERIES])
    for _ in range(count):
        (hedge, shape), of = next(kinds)
        low, high = sorted(number_of(of.measure, draw) for _ in range(2))
        if shape == "range" and low != high:
            yield from (Said(hedge, shape, low, high, of, tag) for tag in LANGUAGES)
        elif shape != "range":
            yield from (Said(hedge, shape, low, low, of, tag) for tag in LANGUAGES)


def test_every_phrase_of_the_site_is_read_as_its_number() -> None:
    around = {tag: cycle(texts) for tag, texts in AROUND.items()}
    for said in figures(5_000):
        held(said, next(around[said.tag]))


counts = st.integers(0, 10**14)
decimals = st.decimals(-(10**9), 10**9, places=2)
numbers_of: dict[Measure, st.SearchStrategy[Number]] = {
    "count": counts,
    "decimal": counts | decimals,
    "percent": counts | decimals,
    "money": counts | decimals,
    "share": st.fractions(Fraction(1, 900), Fraction(899, 900), max_denominator=900),
}


@given(
    data=st.data(), key=st.sampled_from(sorted(MEANINGS)), of=st.sampled_from(SERIES), tag=st.sampled_from([*LANGUAGES])
)
def test_any_number_is_read_back(data: st.DataObject, key: tuple[Hedge, Shape], of: Series, tag: str) -> None:
    hedge, shape = key
    low = data.draw(numbers_of[of.measure])
    high = data.draw(numbers_of[of.measure].filter(lambda number: number > low)) if shape == "range" else low
    held(Said(hedge, shape, low, high, of, tag), data.draw(st.sampled_from(AROUND[tag])))


@pytest.mark.parametrize("hedge", HEDGED)
@pytest.mark.parametrize(("number", "value"), [("2", 2), ("1.5", Decimal("1.5")), ("40", 40)])
@pytest.mark.parametrize(("tag", "quantity"), [("en", "{} times the usual number"), ("ko", "{}배")])
def test_multiples_are_read_with_each_hedge(hedge: Hedge, number: str, value: Number, tag: str, quantity: str) -> None:
    phrase = LANGUAGES[tag].text(HEDGED[hedge], quantity=quantity.format(number))
    assert read(phrase, tag) == [(value, value, hedge, "times")]


# words


ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NATIVE, NATIVE_TENS = "한 두 세 네 다섯 여섯 일곱 여덟 아홉", "열 스물 서른 마흔 쉰 예순 일흔 여든 아흔"


def in_english(number: int, *, with_and: bool) -> str:
    """A number in English words."""
    for size, word in ((10**9, "billion"), (10**6, "million"), (10**3, "thousand")):
        if number >= size:
            above, rest = divmod(number, size)
            behind = f" {in_english(rest, with_and=with_and)}" if rest else ""
            return f"{in_english(above, with_and=with_and)} {word}{behind}"
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        joined = f"{' and' if with_and else ''} {in_english(rest, with_and=with_and)}" if rest else ""
        return f"{in_english(hundreds, with_and=with_and)} hundred{joined}"
    if number < 20:
        return ONES.split()[number - 1]
    tens, rest = divmod(number, 10)
    return TENS.split()[tens - 2] + (f"-{ONES.split()[rest - 1]}" if rest else "")


def in_korean(number: int) -> str:
    """A number in Sino-Korean words."""
    words = ""
    for power, myriad in ((12, "조"), (8, "억"), (4, "만"), (0, "")):
        group = number // 10**power % 10_000
        digits = [(group // 10**place % 10, unit) for place, unit in ((3, "천"), (2, "백"), (1, "십"), (0, ""))]
        said = "".join(
            f"{'' if digit == 1 and unit else '영일이삼사오육칠팔구'[digit]}{unit}" for digit, unit in digits if digit
        )
        if group:
            words += ("" if (said, myriad) == ("일", "만") else said) + myriad
    return words


@given(number=st.integers(2, 10**12 - 1) | st.integers(2, 3_000), with_and=st.booleans())
def test_english_words_are_read(number: int, with_and: bool) -> None:
    text = f"Only {in_english(number, with_and=with_and)} soldiers came."
    assert read(text, "en") == [(number, number, "exact", "count")]


@given(number=st.integers(10, 10**16 - 1) | st.integers(10, 30_000))
def test_sino_korean_words_are_read(number: int) -> None:
    assert read(f"오늘 {in_korean(number)} 명이 왔다.", "ko") == [(number, number, "exact", "count")]


@pytest.mark.parametrize("number", range(1, 100))
def test_native_korean_words_are_read(number: int) -> None:
    tens, ones = divmod(number, 10)
    words = (NATIVE_TENS.split()[tens - 1] if tens else "") + (NATIVE.split()[ones - 1] if ones else "")
    words = "스무" if words == "스물" else words
    assert read(f"오늘 {words} 명이 왔다.", "ko") == [(number, number, "exact", "count")]


# what a reading holds


def test_the_span_is_that_of_the_text_as_it_was_written() -> None:
    text = "İ: 약\u00a0１，２００명 이상, 數百 명"
    found = readings(text, "ko")
    assert [text[each.start : each.end] for each in found] == ["약\u00a0１，２００명 이상", "數百 명"]
    assert [each.hedge for each in found] == ["at-least", "at-least"]
    assert [each.vague for each in found] == [False, True]


def test_a_reading_tells_what_else_its_words_may_mean() -> None:
    (about_too,) = readings("스무 명 남짓이 왔다.", "ko")
    assert (about_too.hedge, *about_too.also) == ("more-than", "about")
    (nearly_too,) = readings("60명에 못 미쳤다.", "ko")
    assert (nearly_too.hedge, *nearly_too.also) == ("at-most", "nearly")
    (bound,) = readings("at least about 600 men", "en")
    assert (bound.hedge, *bound.also) == ("at-least", "about")


def test_durations_are_told_from_counts() -> None:
    assert [each.measured for each in readings("18 months and 20 men", "en")] == [True, False]
    assert [each.measured for each in readings("3개월 동안 20명", "ko")] == [True, False]


@pytest.mark.parametrize(
    ("tag", "text", "unit"), [("ko", "화분 600화분이 깨졌다.", "화분"), ("en", "600 broken pot lids", "lids")]
)
def test_units_that_are_asked_for_are_found(tag: str, text: str, unit: str) -> None:
    assert [each.unit for each in readings(text, tag, [unit])] == [unit]


def test_a_counter_decides_in_korean() -> None:
    assert readings("화분 600화분이 깨졌다.", "ko") == []


# other languages


@pytest.mark.parametrize(
    ("tag", "text", "number"),
    [
        ("de", "1.200,5 Leute", Decimal("1200.5")),
        ("uk", "1 200 людей", 1200),
        ("fr", "1\u202f200 personnes", 1200),
        ("en-GB", "about 1,200 people", 1200),
    ],
)
def test_a_language_without_tables_is_read_by_its_digits(tag: str, text: str, number: Number) -> None:
    assert [(each.low, each.high) for each in readings(text, tag)] == [(number, number)]


@pytest.mark.parametrize("tag", ["", "zz9", "..", "x" * 50])
def test_a_tag_of_no_language_is_told(tag: str) -> None:
    with pytest.raises(UnknownLanguage):
        readings("600", tag)


# hostile texts


HOSTILE = (
    "1 0 1, 1,000, 1. 1- 1/2 1: 만 천 십 일 1만 3천 여 한 서너 명 5명 5명~ about one hundred half $5 $5- 5~ 분의 "
    "3분의 ½ ' - 가 between from 5to 훌쩍 제 일이 수 몇 -1 several ５ 數 3·4 x K- K-9 ( İ ㅎ"
)
LONG = 10_000


@pytest.mark.parametrize("tag", [*LANGUAGES, "de"])
@pytest.mark.parametrize("gap", ["", " "])
@pytest.mark.parametrize("part", HOSTILE.split())
def test_a_long_text_of_one_thing_ends(tag: str, gap: str, part: str) -> None:
    text = (part + gap) * (LONG // len(part + gap))
    assert all(0 <= each.start < each.end <= len(text) for each in readings(text, tag))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_more_digits_than_a_number_has_are_none(tag: str) -> None:
    digits, unit = "9" * 5_000, {"en": " men", "ko": "명"}[tag]
    assert read(f"{digits}{unit}, 5{unit}", tag) == [(5, 5, "exact", "count")]
    assert read(f"{digits}.5{unit}", tag) == []
    assert read(f"{digits}/{digits}", tag) == []


@given(text=st.text(), tag=st.sampled_from([*LANGUAGES, "de"]))
def test_any_text_can_be_read(text: str, tag: str) -> None:
    spans = [(each.start, each.end) for each in readings(text, tag)]
    assert all(0 <= start < end <= len(text) for start, end in spans)


words_of: dict[str, Sequence[str]] = {
    tag: sorted(
        {word for name in SETS for item in sentences(name) if item["lang"] == tag for word in item["text"].split()}
    )
    for tag in LANGUAGES
}


@given(data=st.data(), tag=st.sampled_from([*LANGUAGES]))
def test_words_in_any_order_can_be_read(data: st.DataObject, tag: str) -> None:
    text = " ".join(data.draw(st.lists(st.sampled_from(words_of[tag]), max_size=12)))
    for each in readings(text, tag):
        assert 0 <= each.start < each.end <= len(text)
        assert each.low <= each.high


@given(st.text())
def test_one_spelling_keeps_every_place(text: str) -> None:
    assert len(Spelling({"數": "수"}).of(text)) == len(text)
