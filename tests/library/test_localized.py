"""An archive in the words of one language."""

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.language.language import Language, Link
from site_builder.library.library import gathered
from site_builder.library.localized import Card, LocalizedLibrary, Prose
from site_builder.library.repository import Repository
from site_builder.library.site import Site
from site_builder.model.figures import Answer
from site_builder.read.git import History
from site_builder.read.settings import Cards
from tests.libraries import loaded
from tests.records import claim, entity, series

CLAIM = claim(
    "2031-03-11-office",
    title={"en": "A title", "ko": "제목"},
    claimant="city-office",
    figures=[
        {"series": "visitors", "value": "300", "hedge": "about"},
        {"series": "visitors", "value": "300", "hedge": "at-least"},
    ],
)


def localized(tag: str) -> LocalizedLibrary:
    records = (
        CLAIM,
        series("visitors"),
        entity("city-office", name={"en": "The City Office", "ko": "시청"}, short={"en": "City Office", "ko": "시"}),
    )
    languages = (Language("en"), Language("ko"))
    names = {"en": "Archive", "ko": "기록관"}
    site = Site(
        "https://archive.example/", Repository("", ""), names, languages, {}, frozenset(), None, Cards.NONE, search=True
    )
    library = gathered(Path(), site, loaded(*records), History())
    return LocalizedLibrary(library, Language(tag))


def test_a_card_shows_title_date_claimant_and_figures() -> None:
    assert localized("en").card(CLAIM) == Card(
        Link("A title", "claims/2031-03-11-office/"),
        "March 11, 2031",
        "City Office",
        ("about 300 visitors", "at least 300 visitors"),
        is_withdrawn=False,
    )


def test_an_answer_is_put_into_words_by_its_place_in_the_claim() -> None:
    library = localized("ko")
    assert [library.figure(Answer(CLAIM, place)) for place in (0, 1)] == ["약 300명", "최소 300명"]
    assert library.figures(CLAIM) == ("약 300명", "최소 300명")


def test_an_entity_has_a_short_name_for_running_text() -> None:
    library = localized("en")
    assert library.entity("city-office").text == "The City Office"
    assert library.entity("city-office", short=True) == Link("City Office", "entities/city-office/")


def test_prose_is_in_the_language_of_the_page_or_says_in_which() -> None:
    library = localized("ko")
    assert library.prose({"en": "Words", "ko": "말"}) == Prose("말")
    assert library.prose({"en": "Words"}) == Prose("Words", "en", "영어로 작성")


@pytest.fixture
def no_collector() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_collector")
def test_nothing_keeps_a_library_that_is_not_used_any_more() -> None:
    library = localized("en")
    library.card(CLAIM)
    known = weakref.ref(library)
    del library
    assert known() is None
