import pytest

from site_builder.language.catalogs import UnknownLanguage, available
from site_builder.language.language import Language, Link, plain
from site_builder.model import dates
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
        ("2031-04-28/2031-04-30", "April 28, 2031 to April 30, 2031", "2031년 4월 28일~2031년 4월 30일"),
        ("2031/2032", "2031 to 2032", "2031년~2032년"),
    ],
)
def test_a_date_is_said_at_its_precision(text: str, en: str, ko: str) -> None:
    assert [language.date(dates.parse(text)) for language in (EN, KO)] == [en, ko]


@pytest.mark.parametrize(
    ("text", "en", "ko"),
    [
        ("2031", "in 2031", "2031년"),
        ("2031-04", "in April 2031", "2031년 4월"),
        ("2031-04-30", "on April 30, 2031", "2031년 4월 30일"),
        ("2031-04-30~", "around April 30, 2031", "2031년 4월 30일쯤"),
        ("2031-04/2031-06", "between April 2031 and June 2031", "2031년 4월~2031년 6월 사이에"),
    ],
)
def test_a_date_fits_into_a_sentence(text: str, en: str, ko: str) -> None:
    assert [language.when(dates.parse(text)) for language in (EN, KO)] == [en, ko]


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (999, "999"), (1_000, "1,000"), (15_000, "15,000"), (120_000_000, "120,000,000")],
)
@pytest.mark.parametrize("language", [EN, KO], ids=["en", "ko"])
def test_a_number_is_never_shortened(language: Language, value: int, text: str) -> None:
    assert language.number(value) == text


@pytest.mark.parametrize(
    ("values", "en", "ko"),
    [
        ({"value": "15000", "hedge": "exact"}, "15,000 visitors", "15,000명"),
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
        ({"max": "600", "hedge": "at-least"}, "at least 600 visitors", "최소 600명"),
        ({"min": "0", "max": "1", "hedge": "exact"}, "0–1 visitor", "0~1명"),
        ({"min": "500", "max": "6000", "hedge": "exact"}, "500–6,000 visitors", "500~6,000명"),
        ({"min": "500", "max": "600", "hedge": "about"}, "about 500–600 visitors", "약 500~600명"),
    ],
)
def test_a_figure_keeps_its_hedge(values: dict[str, str], en: str, ko: str) -> None:
    figure = claim(figures=[{"series": "visitors", **values}]).figures[0]
    assert [language.figure(figure, VISITORS) for language in (EN, KO)] == [en, ko]


@pytest.mark.parametrize(
    ("count", "en", "ko"),
    [
        (0, "0 claims", "발언 0건"),
        (1, "1 claim", "발언 1건"),
        (2, "2 claims", "발언 2건"),
        (1200, "1,200 claims", "발언 1,200건"),
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
