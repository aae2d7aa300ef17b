import re
from copy import copy
from datetime import UTC, time
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from site_builder.language.catalogs import UnknownLanguage, available
from site_builder.language.language import Language, Link, plain
from site_builder.language.numbers import Around, Numbers, meant, meant_ends, without_hedge
from site_builder.language.tags import has_plural_form, plural_forms
from site_builder.model import dates
from site_builder.model.numbers import Number
from tests.records import claim, series

EN, KO = Language("en"), Language("ko")
VISITORS = series()


def test_the_catalogs_are_english_and_korean() -> None:
    assert available() == ["en", "ko"]


@pytest.mark.parametrize("tag", ["fr", "xx", "", "..", "EN", "en-US"])
def test_a_language_without_a_catalog_is_unknown(tag: str) -> None:
    with pytest.raises(UnknownLanguage, match=f"^{tag}$"):
        Language(tag)


def test_a_language_names_itself_and_others() -> None:
    assert (EN.name, KO.name) == ("English", "한국어")
    assert (EN.direction, KO.direction) == ("ltr", "ltr")
    assert [EN.name_of("ko"), KO.name_of("en"), KO.name_of("ru")] == ["Korean", "영어", "러시아어"]
    assert [KO.name_of("zz"), KO.name_of("not a tag")] == ["zz", "not a tag"]


@pytest.mark.parametrize(
    ("text", "en", "ko"),
    [
        ("2031", "2031", "2031년"),
        ("2031-04", "April 2031", "2031년 4월"),
        ("2031-04-30", "April 30, 2031", "2031년 4월 30일"),
        ("2031-04-30~", "around April 30, 2031", "2031년 4월 30일쯤"),
        ("2031-04~", "around April 2031", "2031년 4월쯤"),
        ("2031-04-28/2031-04-30", "April 28\u2009–\u200930, 2031", "2031년 4월 28일~30일"),
        ("2031-04-28/2031-06-02", "April 28\u2009–\u2009June 2, 2031", "2031년 4월 28일~6월 2일"),
        ("2031-04-28/2032-01-02", "April 28, 2031\u2009–\u2009January 2, 2032", "2031년 4월 28일~2032년 1월 2일"),
        ("2031-04/2031-06", "April\u2009–\u2009June 2031", "2031년 4월~6월"),
        ("2031-04-28/2031-06", "April\u2009–\u2009June 2031", "2031년 4월~6월"),
        ("2031-12/2032-01", "December 2031\u2009–\u2009January 2032", "2031년 12월~2032년 1월"),
        ("2031/2032", "2031\u2009–\u20092032", "2031년~2032년"),
        ("2031-04-30T14:30+09:00", "April 30, 2031, 2:30 PM (UTC+9)", "2031년 4월 30일 오후 2시 30분(UTC+9)"),
        ("2031-04-30T14:00Z", "April 30, 2031, 2 PM (UTC)", "2031년 4월 30일 오후 2시(UTC)"),
        ("2031-04-30T09:05-03:30", "April 30, 2031, 9:05 AM (UTC-3:30)", "2031년 4월 30일 오전 9시 5분(UTC-3:30)"),
        ("2031-04-30T09:00+00:30", "April 30, 2031, 9 AM (UTC+0:30)", "2031년 4월 30일 오전 9시(UTC+0:30)"),
        ("0001-01-01T00:00+14:00", "January 1, 1, 12 AM (UTC+14)", "1년 1월 1일 오전 12시(UTC+14)"),
        ("9999-12-31T23:59-12:00", "December 31, 9999, 11:59 PM (UTC-12)", "9999년 12월 31일 오후 11시 59분(UTC-12)"),
    ],
)
def test_a_date_is_said_at_its_precision(text: str, en: str, ko: str) -> None:
    assert [language.date(dates.parse_said(text)).replace("\u202f", " ") for language in (EN, KO)] == [en, ko]


@pytest.mark.parametrize(
    ("text", "en", "ko"),
    [
        ("2031", "in 2031", "2031년"),
        ("2031-04", "in April 2031", "2031년 4월"),
        ("2031-04-30", "on April 30, 2031", "2031년 4월 30일"),
        ("2031-04-30~", "around April 30, 2031", "2031년 4월 30일쯤"),
        ("2031-04-28/2031-04-30", "between April 28 and 30, 2031", "2031년 4월 28일~30일 사이에"),
        ("2031-04/2031-06", "between April and June 2031", "2031년 4월~6월 사이에"),
        ("2031/2032", "between 2031 and 2032", "2031년~2032년 사이에"),
        ("2031-04-30T14:30Z", "on April 30, 2031, at 2:30 PM (UTC)", "2031년 4월 30일 오후 2시 30분(UTC)"),
    ],
)
def test_a_date_fits_into_a_sentence(text: str, en: str, ko: str) -> None:
    assert [language.when(dates.parse_said(text)).replace("\u202f", " ") for language in (EN, KO)] == [en, ko]


@pytest.mark.parametrize(
    ("size", "en", "ko"),
    [(0, "1 kB", "1kB"), (6_700, "7 kB", "7kB"), (140_000, "0.1 MB", "0.1MB"), (2_140_000, "2.1 MB", "2.1MB")],
)
def test_the_size_of_a_file_is_never_nothing(size: int, en: str, ko: str) -> None:
    assert [language.file_size(size) for language in (EN, KO)] == [en, ko]


def test_a_time_is_written_in_every_language_without_seconds_and_zone() -> None:
    languages = sorted(locale for locale in locale_identifiers() if "_" not in locale)
    assert len(languages) > 100
    for tag in languages:
        language = copy(EN)  # a site has others with a catalog only
        vars(language).pop("_time_form", None)
        language.locale = Locale.parse(tag)
        for hour in (14, 0):
            written = language._time(time(hour, 37, tzinfo=UTC))["time"]
            (shown, minute), short = re.findall(r"[0-9]+", written), hour % 12 or 12
            assert shown in (f"{hour}", f"{hour:02}", f"{short}", f"{short:02}"), (tag, written)
            assert (minute, written) == ("37", written.strip()), (tag, written)


@pytest.mark.parametrize(
    ("tag", "quoted"),
    [
        ("en", "“a”"),
        ("ko", "“a”"),
        ("ru", "«a»"),
        ("de", "„a“"),
        ("pl", "„a”"),
        ("fi", "”a”"),
        ("ar", "”a“"),
        ("ja", "「a」"),
        ("zh", "“a”"),
        ("zh-Hant", "「a」"),
        ("zh-TW", "「a」"),
        ("pt-PT", "«a»"),
        ("pt-BR", "“a”"),
        ("xx", "“a”"),
    ],
)
def test_words_are_quoted_with_the_marks_of_their_language(tag: str, quoted: str) -> None:
    assert EN.quoted("a", tag) == KO.quoted("a", tag) == quoted


@pytest.mark.parametrize(
    ("first", "last", "en", "ko"),
    [
        ("2031-04-28", "2031-04-30", "April 28\u2009–\u200930, 2031", "2031년 4월 28일~30일"),
        ("2031-04-28", "2031-05", "April 28, 2031 to May 2031", "2031년 4월 28일~2031년 5월"),
        ("2031-04~", "2031-05", "around April 2031 to May 2031", "2031년 4월쯤~2031년 5월"),
        (
            "2031-04/2031-05",
            "2031-06-01",
            "April\u2009–\u2009May 2031 to June 1, 2031",
            "2031년 4월~5월~2031년 6월 1일",
        ),
    ],
)
def test_dates_that_are_alike_make_an_interval(first: str, last: str, en: str, ko: str) -> None:
    assert [language.period(dates.parse(first), dates.parse(last)) for language in (EN, KO)] == [en, ko]


@pytest.mark.parametrize(
    ("value", "en", "ko"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (4_700, "4,700", "4700"),
        (10_000, "10,000", "1만"),
        (15_000, "15,000", "1만5000"),
        (10_005, "10,005", "1만5"),
        (120_000_000, "120,000,000", "1억2000만"),
        (100_000_001, "100,000,001", "1억1"),
        (999_999_999_999_999, "999,999,999,999,999", "999조9999억9999만9999"),
        (-15_000, "-15,000", "-1만5000"),
        (Decimal("1.50"), "1.50", "1.50"),
        (Decimal("1.5"), "1.5", "1.5"),
        (Decimal("-12345.678"), "-12,345.678", "-1만2345.678"),
        (Decimal("0.000001"), "0.000001", "0.000001"),
        (Decimal("30000.46"), "30,000.46", "3만0.46"),
        (Fraction(2, 3), "2/3", "3분의 2"),
    ],
)
def test_a_number_is_never_shortened(value: Number, en: str, ko: str) -> None:
    assert [language.number(value) for language in (EN, KO)] == [en, ko]


@pytest.mark.parametrize(
    ("values", "en", "ko"),
    [
        ({"value": "15000", "hedge": "exact"}, "15,000 visitors", "1만5000명"),
        ({"value": "1", "hedge": "exact"}, "1 visitor", "1명"),
        ({"value": "0", "hedge": "exact"}, "0 visitors", "0명"),
        ({"value": "600", "hedge": "about"}, "about 600 visitors", "약 600명"),
        ({"value": "600", "hedge": "nearly"}, "nearly 600 visitors", "거의 600명"),
        ({"value": "600", "hedge": "more-than"}, "more than 600 visitors", "600명 초과"),
        ({"value": "600", "hedge": "at-least"}, "at least 600 visitors", "최소 600명"),
        ({"value": "600", "hedge": "at-most"}, "at most 600 visitors", "최대 600명"),
        ({"min": "600", "hedge": "exact"}, "at least 600 visitors", "최소 600명"),
        ({"min": "600", "hedge": "at-least"}, "at least 600 visitors", "최소 600명"),
        ({"min": "600", "hedge": "more-than"}, "more than 600 visitors", "600명 초과"),
        ({"max": "600", "hedge": "exact"}, "at most 600 visitors", "최대 600명"),
        ({"max": "600", "hedge": "nearly"}, "nearly 600 visitors", "거의 600명"),
        ({"min": "600", "hedge": "about"}, "at least about 600 visitors", "최소 약 600명"),
        ({"max": "600", "hedge": "about"}, "at most about 600 visitors", "최대 약 600명"),
        ({"min": "0", "max": "1", "hedge": "exact"}, "0–1 visitor", "0~1명"),
        ({"min": "500", "max": "6000", "hedge": "exact"}, "500–6,000 visitors", "500~6000명"),
        ({"min": "500", "max": "600", "hedge": "about"}, "about 500–600 visitors", "약 500~600명"),
    ],
)
def test_a_figure_keeps_its_hedge(values: dict[str, str], en: str, ko: str) -> None:
    figure = claim(figures=[{"series": "visitors", **values}]).figures[0]
    assert [language.figure(figure, VISITORS) for language in (EN, KO)] == [en, ko]


MEASURED: dict[str, dict[str, Any]] = {
    "°C": {"measure": "decimal", "unit": {"en": {"one": "degree", "other": "degrees"}, "ko": {"other": "도"}}},
    "%": {"measure": "percent", "unit": None},
    "/": {"measure": "share", "unit": None},
    **{code: {"measure": "money", "currency": code, "unit": None} for code in ("USD", "KRW", "KPW", "CHF")},
}


@pytest.mark.parametrize(
    ("measured", "numbers", "en", "ko"),
    [
        ("°C", {"value": "1"}, "1 degree", "1도"),
        ("°C", {"value": "1.0"}, "1.0 degrees", "1.0도"),
        ("°C", {"value": "-1"}, "-1 degree", "-1도"),
        ("°C", {"min": "-3.5", "max": "2"}, "-3.5 to 2 degrees", "-3.5~2도"),
        ("%", {"value": "12.5", "hedge": "about"}, "about 12.5%", "약 12.5%"),
        ("%", {"value": "-3", "hedge": "at-most"}, "at most -3%", "최대 -3%"),
        ("%", {"min": "5", "max": "7"}, "5–7%", "5~7%"),
        ("%", {"min": "-3", "max": "-1"}, "-3 to -1%", "-3~-1%"),
        ("%", {"value": "15000"}, "15,000%", "1만5000%"),
        ("/", {"value": "2/3", "hedge": "more-than"}, "more than 2/3", "3분의 2 초과"),
        ("/", {"value": "0.67"}, "0.67", "0.67"),
        ("/", {"min": "1/4", "max": "1/3"}, "1/4–1/3", "4분의 1~3분의 1"),
        ("USD", {"value": "120000000"}, "$120,000,000", "1억2000만 달러"),
        ("USD", {"value": "-0.50"}, "-$0.50", "-0.50달러"),
        ("USD", {"min": "5", "max": "7"}, "$5–$7", "5~7달러"),
        ("USD", {"min": "-7", "max": "-5"}, "-$7 to -$5", "-7~-5달러"),
        ("KRW", {"value": "15000", "hedge": "nearly"}, "nearly ₩15,000", "거의 1만5000원"),
        ("USD", {"min": "15000", "max": "20000"}, "$15,000–$20,000", "1만5000~2만 달러"),
        ("USD", {"value": "0"}, "$0", "0달러"),
        ("KRW", {"value": "1500000"}, "₩1,500,000", "150만원"),
        ("KPW", {"value": "5000"}, "KPW\u00a05,000", "5000 북한 원"),
        ("CHF", {"value": "5"}, "CHF\u00a05", "5 스위스 프랑"),
    ],
)
def test_a_figure_is_said_in_its_measure(measured: str, numbers: dict[str, str], en: str, ko: str) -> None:
    figure = claim(figures=[{"series": "visitors", "hedge": "exact", **numbers}]).figures[0]
    question = series(**MEASURED[measured])
    assert [language.figure(figure, question) for language in (EN, KO)] == [en, ko]


@pytest.mark.parametrize(
    ("tag", "forms"),
    [
        ("en", {"one": "1", "other": "2"}),
        ("ko", {"other": "1"}),
        ("uk", {"one": "1", "few": "2", "many": "5", "other": "1.5"}),
        ("fr", {"one": "1", "many": "1000000", "other": "2"}),
        ("ar", {"zero": "0", "one": "1", "two": "2", "few": "3", "many": "11", "other": "100"}),
        ("lt", {"one": "1", "few": "2", "other": "10"}),
    ],
)
def test_a_unit_needs_the_forms_of_whole_numbers(tag: str, forms: dict[str, str]) -> None:
    assert dict(plural_forms(tag)) == forms
    assert list(plural_forms(tag)) == list(forms)
    assert all(has_plural_form(tag, form) for form in forms)


def test_decimals_may_have_a_form_of_their_own() -> None:
    assert has_plural_form("lt", "many")
    assert not has_plural_form("ko", "one")
    assert not has_plural_form("en", "few")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("fr", ["-12,50", "12,5\u00a0%", "-5\u00a0$US", "KPW"]),
        ("tr", ["-12,50", "%12,5", "-$5", "KPW"]),
        ("uk", ["-12,50", "12,5%", "-5\u00a0USD", "KPW"]),
    ],
)
def test_signs_stand_where_a_language_puts_them(tag: str, expected: list[str]) -> None:
    numbers = Numbers(tag, Locale.parse(tag))

    def put(around: Around, digits: str) -> str:
        return f"{around.before}{digits}{around.behind}"

    assert numbers.digits(Decimal("-12.50")) == expected[0]
    assert put(numbers.percent(Decimal("12.5")), "12,5") == expected[1]
    assert put(numbers.money(-5, "USD"), "5") == expected[2]
    assert expected[3] in put(numbers.money(5, "KPW"), "5")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("4,700", "4700"), ("1 200", "1200"), ("1_000", "1000"), ("12,345,678", "12345678"), ("007", "7")),
        *(("~40", "40"), ("12%", "12"), ("$1.5", "1.5"), ("+5", "5")),
        *(("−3", "-3"), ("-3%", "-3"), (".5", "0.5"), ("1,5", "1.5"), ("1,500.50", "1500.50"), ("１２００", "1200")),
        *(("2/4", "1/2"), ("4/2", "2"), ("2/3", "2/3"), ("0.50", "0.50"), ("-0", "0")),
        *(("1만5000", "15000"), ("1만 5,000", "15000"), ("1억 2000만", "120000000"), ("3조", "3000000000000")),
    ],
)
def test_what_a_person_typed_for_a_number_may_have_one_meaning(text: str, number: str) -> None:
    assert meant(text) == number


def test_a_hedge_is_no_part_of_a_number() -> None:
    assert [meant(without_hedge(text)) for text in ("about 40", "More than 5", "no more than 7")] == ["40", "5", "7"]
    assert meant("about 40") is None


@pytest.mark.parametrize(
    "text",
    [
        *("", "~", "null", "many", "만", "천이백", "4700명", "40 thousand", "1.5 million", "dozens", "a/b", "1/0"),
        *("1e3", "0x10", "1:30", "8-12", "-0.0", "1.2345678", "9" * 20, "1,5,5", "1.5.5", "--3", "3-"),
    ],
)
def test_nobody_guesses_at_what_has_several_meanings_or_none(text: str) -> None:
    assert meant(text) is None


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("4,700", ["4700"]),
        ("8-12", ["8", "12"]),
        ("1,000 – 2,000", ["1000", "2000"]),
        ("1만~2만", ["10000", "20000"]),
        ("5%-7%", ["5", "7"]),
        ("-3", ["-3"]),
        ("-3--1", ["-3", "-1"]),
        ("1/4 - 1/3", ["1/4", "1/3"]),
        ("8-", []),
        ("1-2-3", []),
        ("many", []),
    ],
)
def test_a_range_has_two_ends(text: str, ends: list[str]) -> None:
    assert meant_ends(text) == ends


@given(st.integers(0, 10**15 - 1))
def test_what_is_written_in_korean_is_read_again(number: int) -> None:
    assert meant(KO.number(number)) == str(number)


@pytest.mark.parametrize(
    ("count", "en", "ko"),
    [
        (0, "0 claims", "발언 0건"),
        (1, "1 claim", "발언 1건"),
        (2, "2 claims", "발언 2건"),
        (1200, "1,200 claims", "발언 1200건"),
    ],
)
def test_a_plural_follows_the_count(count: int, en: str, ko: str) -> None:
    assert [language.plural("{count} claim", "{count} claims", count) for language in (EN, KO)] == [en, ko]


def test_a_list_is_joined_as_the_language_joins_one() -> None:
    names = [Link("Mara Lind", "1"), Link("마라 린드", "2"), Link("Omber, Inc. and Co", "3")]

    def listed(language: Language, count: int) -> str:
        return plain(language.sentence("{outlets}", outlets=names[:count]))

    assert [listed(EN, count) for count in range(4)] == [
        "",
        "Mara Lind",
        "Mara Lind and 마라 린드",
        "Mara Lind, 마라 린드, and Omber, Inc. and Co",
    ]
    assert [listed(KO, count) for count in range(4)] == [
        "",
        "Mara Lind",
        "Mara Lind·마라 린드",
        "Mara Lind·마라 린드·Omber, Inc. and Co",
    ]


def test_a_sentence_keeps_its_links() -> None:
    office, daily = Link("시청", "entities/city-office/"), Link("옴버 일보", "entities/omber-daily/")
    message = "Said by {claimant} {when}, as reported by {outlets}."
    said = KO.sentence(message, claimant=office, when="2031년", outlets=[daily])
    assert said == (office, "이", " ", "2031년", " 밝힌 내용을 ", daily, "가", " 보도했습니다.")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Omber Post", "Omber Post is now under Tern Inc."),
        ("Omber Post Ltd.", "Omber Post Ltd. is now under Tern Inc."),
    ],
)
def test_a_stop_that_ends_a_name_ends_the_sentence_too(name: str, said: str) -> None:
    message = "{name} is now under {target}."
    assert EN.text(message, name=name, target="Tern Inc.") == said
    assert plain(EN.sentence(message, name=name, target=Link("Tern Inc.", "1"))) == said
    assert plain(EN.sentence(message, name=name, target=[Link("Tern", "1"), Link("Omber Co.", "2")])).endswith("Co.")


def test_a_particle_after_a_list_fits_its_last_name() -> None:
    message = "Said by {claimant} {when}, passed on by {relays}, as reported by {outlets}."
    relays = [Link("마라 린드", "1"), Link("걷기 모임", "2")]
    said = plain(KO.sentence(message, claimant="시청", when="2031년", relays=relays, outlets=[Link("옴버 일보", "3")]))
    assert said == "시청이 2031년 밝힌 내용을 마라 린드·걷기 모임이 전하고 옴버 일보가 보도했습니다."


@pytest.mark.parametrize("language", [EN, KO], ids=["en", "ko"])
@pytest.mark.parametrize(
    "value", ["{quantity}", "{0}", "{", "}", "{{}}", "{x:이/가}", "%s %(quantity)s", "\\1", "\ue000"]
)
def test_values_are_not_interpreted(language: Language, value: str) -> None:
    assert language.text("{quantity}", quantity=value) == value
    assert language.sentence("{quantity}", quantity=[Link(value, "1")]) == (Link(value, "1"),)


def test_a_message_without_one_of_its_values_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="quantity"):
        EN.text("about {quantity}", number="1")


def test_a_message_that_no_catalog_has_stays_as_it_is() -> None:
    assert KO.text("Permission denied") == "Permission denied"
