"""Quotes and articles as pages show them."""

from typing import Any

import pytest

from site_builder.library.localized import LocalizedLibrary
from site_builder.model.records import Claim
from site_builder.pages import quotes
from tests import libraries
from tests.records import claim, entity


def said(method: str = "machine", reviewed: str = "false", **source: Any) -> Claim:
    article = {"url": "https://example.org/a", "publisher": "daily", **source}
    return claim(
        quotes={
            "en": {"text": "Some came.", "origin": "source", "source": article},
            "ko": {"text": "몇이 왔다.", "origin": "translation", "from": "en", "method": method, "reviewed": reviewed},
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
