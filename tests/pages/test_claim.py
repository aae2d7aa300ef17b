"""What a claim's page says of its words and of the time at which they were said."""

from typing import Any

import pytest

from site_builder.library.localized import LocalizedLibrary
from site_builder.model.records import Claim
from site_builder.pages import claim as claim_page
from site_builder.pages.page import PageContent
from site_builder.pages.printer import Printer
from site_builder.pages.quotes import QuoteView
from tests import libraries
from tests.records import claim, entity

ENTITIES = [
    entity("city-office", name={"en": "City Office", "ko": "시청"}),
    entity("omber-daily", kind="outlet", name={"en": "Omber Daily", "ko": "옴버 일보"}),
    entity("lantern-walk", kind="event", name={"en": "Lantern Walk", "ko": "등불 걷기"}),
]
SOURCE = {"url": "https://example.org/walk", "publisher": "omber-daily"}


def saying(id: str = "2031-03-12-office", speech: str = "", publisher: str = "omber-daily", **values: Any) -> Claim:
    """A claim in Russian, translated into English, and from there into Korean."""
    published = {"text": "слова", "origin": "source", "source": SOURCE | {"publisher": publisher}}
    translated = {"origin": "translation", "method": "human", "reviewed": "true"}
    quotes = {
        "en": {"text": "words", "from": "ru", **translated},
        "ko": {"text": "말", "from": "en", **translated},
        "ru": published | ({"speech": speech} if speech else {}),
    }
    return claim(id, quotes=quotes, **values)


def shown(tag: str, which: Claim, *others: Claim) -> tuple[PageContent, LocalizedLibrary]:
    library = libraries.localized(tag, which, *others, *ENTITIES)
    return next(claim_page.pages(library, which)).show(library), library


def quotes(content: PageContent) -> dict[str, QuoteView]:
    return {quote.language: quote for quote in content.context.quotes}


def printed(tag: str, content: PageContent, library: LocalizedLibrary) -> str:
    return Printer(library.language).print(content.template, content.context, f"{tag}/claims/x/")


def test_direct_words_stand_in_the_marks_of_their_language() -> None:
    content, _ = shown("en", saying(speech="direct"))
    assert {tag: quote.text for tag, quote in quotes(content).items()} == {
        "en": "“words”",
        "ko": "“말”",
        "ru": "«слова»",
    }
    assert content.description.endswith(" “words”")


@pytest.mark.parametrize("speech", ["", "reported"])
def test_the_wording_of_a_source_stands_in_no_marks(speech: str) -> None:
    content, library = shown("en", saying(speech=speech))
    assert {tag: quote.text for tag, quote in quotes(content).items()} == {"en": "words", "ko": "말", "ru": "слова"}
    assert content.description.endswith("as reported by Omber Daily. words")
    assert "“" not in printed("en", content, library)
    assert "<q" not in printed("en", content, library)


@pytest.mark.parametrize(
    ("speech", "publisher", "en", "ko"),
    [
        ("reported", "omber-daily", "Wording of Omber Daily", "옴버 일보의 표현"),
        ("reported", "city-office", "Wording of City Office", "시청의 표현"),
        (
            "direct",
            "omber-daily",
            "Own words of City Office as quoted by Omber Daily",
            "옴버 일보가 직접 인용한 시청의 말",
        ),
        ("direct", "city-office", "Own words of City Office", "시청의 말 그대로"),
    ],
)
def test_the_page_says_whose_words_they_are(speech: str, publisher: str, en: str, ko: str) -> None:
    for tag, label in (("en", en), ("ko", ko)):
        content, library = shown(tag, saying(speech=speech, publisher=publisher))
        assert {quote.speech for quote in quotes(content).values()} == {label}
        assert printed(tag, content, library).count(f" · {label}<") == 3


def test_claims_side_by_side_say_whose_words_they_are() -> None:
    other = saying("2031-03-13-daily", "direct", claimant="omber-daily", disputes=["2031-03-12-office"])
    third = saying("2031-03-14-daily", "reported", claimant="omber-daily", disputes=["2031-03-12-office"])
    content, library = shown("en", saying(), other, third)
    html, label = printed("en", content, library), "Translation from Russian, checked by a second person"
    assert f"{label} · Own words of Omber Daily</span> <bdi lang=en>“words”</bdi>" in html
    assert f"{label} · Wording of Omber Daily</span> <bdi lang=en>words</bdi>" in html


def test_the_name_of_an_outlet_beside_is_one_that_the_page_depends_on() -> None:
    other = saying("2031-03-13-city", "direct", publisher="river-post", disputes=["2031-03-12-office"])
    post = entity("river-post", kind="outlet", name={"en": "River Post", "ko": "강변 신문"})
    library = libraries.library(saying(), other, *ENTITIES, post)
    (page,) = claim_page.pages(library, library.archive.claims["2031-03-12-office"])
    assert "river-post" in str(page.dependencies())


def test_a_withdrawn_claim_says_in_its_description_whose_words_they_are() -> None:
    withdrawn = {"on": "2031-04-01", "reason": {"en": "It was not said.", "ko": "하지 않은 말입니다."}}
    for speech, end in (("direct", "“words”"), ("reported", "words")):
        content, library = shown("en", saying(speech=speech, withdrawn=withdrawn))
        assert content.template == "tombstone.html"
        assert content.description.endswith(f" {end}")
        assert printed("en", content, library)


@pytest.mark.parametrize(
    ("said", "en", "ko", "datetime"),
    [
        (
            "2031-03-12T14:30+09:00",
            "Said by City Office on March 12, 2031, at 2:30\u202fPM (UTC+9), as reported by Omber Daily.",
            "시청이 2031년 3월 12일 오후 2시 30분(UTC+9) 밝힌 내용을 옴버 일보가 보도했습니다.",
            "2031-03-12T14:30+09:00",
        ),
        (
            "2031-03-12T00:05Z",
            "Said by City Office on March 12, 2031, at 12:05\u202fAM (UTC), as reported by Omber Daily.",
            "시청이 2031년 3월 12일 오전 12시 5분(UTC) 밝힌 내용을 옴버 일보가 보도했습니다.",
            "2031-03-12T00:05Z",
        ),
        (
            "2031-03-12",
            "Said by City Office on March 12, 2031, as reported by Omber Daily.",
            "시청이 2031년 3월 12일 밝힌 내용을 옴버 일보가 보도했습니다.",
            "2031-03-12",
        ),
        (
            "2031-03-12~",
            "Said by City Office around March 12, 2031, as reported by Omber Daily.",
            "시청이 2031년 3월 12일쯤 밝힌 내용을 옴버 일보가 보도했습니다.",
            "",
        ),
    ],
)
def test_the_time_of_the_day_stands_in_the_sentence_and_for_machines(
    said: str, en: str, ko: str, datetime: str
) -> None:
    for tag, sentence in (("en", en), ("ko", ko)):
        content, library = shown(tag, saying(said=said))
        html = printed(tag, content, library)
        assert content.description.startswith(sentence)
        assert ("<time datetime=" in html) == bool(datetime)
        assert f'<time datetime={datetime}><a href="../../dates/2031-03-12/">' in html or not datetime


@pytest.mark.parametrize("relays", [["city-hall"], ["city-office", "city-hall"]])
@pytest.mark.parametrize("tag", ["en", "ko"])
def test_a_claimant_that_also_passed_it_on_by_a_merger_is_named_once(tag: str, relays: list[str]) -> None:
    merged = entity("city-hall", merged_into="city-office")
    named = [entity("city-office"), entity("omber-daily", kind="outlet"), entity("lantern-walk", kind="event")]
    alone, passed_on = claim(), claim(relayed_by=relays)
    expected = claim_page.sentence(libraries.localized(tag, alone, *named, merged), alone)
    library = libraries.localized(tag, passed_on, *named, merged)
    assert claim_page.sentence(library, library.archive.claims[passed_on.id]) == expected
    assert expected
