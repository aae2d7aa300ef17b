"""Quotes and articles as pages show them."""

from typing import Any

import pytest

from site_builder.library.localized import LocalizedLibrary
from site_builder.model.records import Claim
from site_builder.pages import quotes
from tests import libraries
from tests.records import claim, entity


def said(method: str = "machine", reviewed: str = "false", by: str = "", **source: Any) -> Claim:
    article = {"url": "https://example.org/a", "publisher": "daily", **source}
    translated = {"origin": "translation", "from": "en", "method": method, "reviewed": reviewed}
    return claim(
        quotes={
            "en": {"text": "Some came.", "origin": "source", "source": article},
            "ko": {"text": "몇이 왔다.", **translated, **({"by": by} if by else {})},
            "ar": {"text": "جاء", "origin": "source", "source": {**article, "url": "https://example.org/b"}},
        }
    )


def seen(tag: str, shown: Claim) -> LocalizedLibrary:
    return libraries.localized(tag, shown, entity("daily", kind="outlet"), entity("city-office"))


@pytest.mark.parametrize(
    ("tag", "method", "reviewed", "order", "short"),
    [
        ("en", "machine", "false", ["en", "ko", "ar"], ["en"]),
        ("ko", "machine", "false", ["en", "ko", "ar"], ["en", "ko"]),
        ("ko", "machine", "true", ["ko", "en", "ar"], ["ko"]),
        ("ko", "human", "false", ["ko", "en", "ar"], ["ko"]),
    ],
)
def test_a_machine_translation_that_nobody_checked_never_stands_first(
    tag: str, method: str, reviewed: str, order: list[str], short: list[str]
) -> None:
    shown = said(method, reviewed)
    assert [each.language for each in quotes.quotes(seen(tag, shown), shown)] == order
    assert [each.language for each in quotes.quotes_for_reader(seen(tag, shown), shown)] == short


def test_a_description_says_so_where_nobody_has_checked_a_translation() -> None:
    shown = said()
    assert quotes.described(seen("en", shown), shown) == "Some came."
    assert quotes.described(seen("ko", shown), shown) == "영어 원문을 기계로 번역, 검수 전: 몇이 왔다."


@pytest.mark.parametrize(
    ("method", "by", "english", "korean"),
    [
        ("machine", "", "Machine translation from English", "영어 원문을 기계로 번역"),
        (
            "machine",
            "옴버 번역기",
            "Machine translation from English by 옴버 번역기",
            "영어 원문을 옴버 번역기로 기계 번역",
        ),
        ("human", "", "Translation from English", "영어 원문을 사람이 번역"),
        ("human", "마라 린드", "Translation from English by 마라 린드", "영어 원문을 마라 린드가 번역"),
    ],
)
def test_a_label_says_how_words_were_translated_by_whom_and_whether_anybody_reviewed_that(
    method: str, by: str, english: str, korean: str
) -> None:
    reviews = {"false": ("not yet reviewed", "검수 전"), "true": ("checked by a second person", "검수 완료")}
    for reviewed, (review, in_korean) in reviews.items():
        made = said(method, reviewed, by=by)
        for tag, words in (("en", f"{english}, {review}"), ("ko", f"{korean}, {in_korean}")):
            assert quotes.origin_label(seen(tag, made), made.quotes["ko"]) == words


def test_an_article_without_a_day_of_publication_shows_none() -> None:
    shown = said()
    [first, *_] = quotes.quotes(seen("en", shown), shown)
    assert first.source
    assert first.source.published is None
    dated = said(published="2031-03")
    [first, *_] = quotes.quotes(seen("en", dated), dated)
    assert first.source
    assert first.source.published == "March 2031"


def test_a_headline_is_in_the_language_of_its_quote() -> None:
    shown = said(title="Some came, and more")
    assert [each.language for each in quotes.sources(seen("ko", shown), shown)] == ["en", "ar"]


def test_the_language_of_a_headline_is_not_known_where_two_quotes_have_it_or_none() -> None:
    article = {"url": "https://example.org/a", "publisher": "daily", "title": "300 / 300"}
    both = claim(
        quotes={
            tag: {"text": text, "origin": "source", "source": article} for tag, text in (("en", "Some"), ("ko", "몇"))
        }
    )
    assert [each.language for each in quotes.sources(seen("en", both), both)] == [""]
    untitled = said()
    assert [each.language for each in quotes.sources(seen("en", untitled), untitled)] == ["", ""]
