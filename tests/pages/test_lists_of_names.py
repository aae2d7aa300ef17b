"""Lists of names stand in the order of the page's language."""

import pytest

from site_builder.language.language import Language
from site_builder.library.localized import LocalizedLibrary
from site_builder.model.records import Claim, Entity
from site_builder.pages import entities, entity, series, sources
from tests import libraries
from tests.records import claim
from tests.records import entity as record
from tests.records import series as question

NAMES = {
    "post": ("Zed Post", "제드 포스트"),
    "palace": ("Élysée", "엘리제궁"),
    "jazeera": ("al-Jazeera", "알자지라"),
    "nis": ("국정원", "국정원"),
    "three": ("3 News", "3 뉴스"),
}
ORDER = {
    "en": ["3 News", "al-Jazeera", "Élysée", "Zed Post", "국정원"],
    "ko": ["3 뉴스", "국정원", "알자지라", "엘리제궁", "제드 포스트"],
}


def named(id: str, **values: object) -> Entity:
    en, ko = NAMES[id]
    return record(id, kind="outlet", name={"en": en, "ko": ko}, **values)


def quoting(id: str) -> Claim:
    article = {"url": f"https://example.org/{id}", "publisher": id}
    quotes = {tag: {"text": "Words", "origin": "source", "source": article} for tag in ("en", "ko")}
    return claim(f"2031-03-11-{id}", claimant=id, about=["city-office"], quotes=quotes)


def seen(tag: str) -> LocalizedLibrary:
    return libraries.localized(
        tag,
        *map(quoting, NAMES),
        *(named(id, part_of="city-office") for id in NAMES),
        record("city-office", kind="topic"),
    )


@pytest.mark.parametrize("tag", ORDER)
def test_entities_and_outlets(tag: str) -> None:
    library = seen(tag)
    [listed] = entities.pages(library)
    kinds = dict(listed.show(library).context.kinds)
    assert [entry.name.text for entry in kinds[Language(tag).text("Outlets")]] == ORDER[tag]
    [by_outlet] = sources.pages(library)
    assert [outlet.text for outlet, _ in by_outlet.show(library).context.outlets] == ORDER[tag]


@pytest.mark.parametrize("tag", ORDER)
def test_questions(tag: str) -> None:
    asked = [question(id, question={"en": en, "ko": ko}) for id, (en, ko) in NAMES.items()]
    listed = next(series.pages(libraries.localized(tag, *asked)))
    assert [each.name.text for each in listed.show(libraries.localized(tag, *asked)).context.questions] == ORDER[tag]


@pytest.mark.parametrize("tag", ORDER)
def test_parts_and_companions_of_an_entity(tag: str) -> None:
    library = seen(tag)
    page = next(page for page in entity.pages(library) if page.address == "entities/city-office/")
    context = page.show(library).context
    assert [part.text for part in context.parts] == ORDER[tag]
    assert [other.text for other, _ in context.companions] == ORDER[tag]


def test_a_headline_that_a_report_tells_most_of_is_in_the_language_of_its_quote() -> None:
    article = {"url": "https://example.org/post", "publisher": "post"}
    quotes = {
        "en": {"text": "Words", "origin": "source", "source": article},
        "ko": {"text": "말", "origin": "translation", "from": "en", "method": "human", "reviewed": "true"},
    }
    reports = [{**article, "title": "A title", "published": "2031-03"}]
    library = libraries.localized(
        "ko",
        claim("2031-03-11-a", claimant="post", about=["post"], quotes=quotes),
        claim("2031-03-12-b", claimant="post", about=["post"], quotes=quotes, reports=reports),
        named("post"),
    )
    [page] = sources.pages(library)
    [(_, [only])] = page.show(library).context.outlets
    assert (only.source.title, only.source.language) == ("A title", "en")


def test_other_names_have_the_language_that_they_are_in() -> None:
    one = record("nis", name={"en": "NIS", "ko": "국정원"}, short={"en": "NIS", "ko": "국정"}, aliases=["НИС", "국정"])
    library = libraries.localized("en", one)
    page = next(page for page in entity.pages(library))
    assert page.show(library).context.other_names == (("국정", "ko"), ("국정원", "ko"), ("НИС", ""))
