"""What was merged keeps its address, which leads on; everything is shown under what it was merged into."""

from collections.abc import Iterator

import pytest

from site_builder.language.language import plain
from site_builder.library.localized import LocalizedLibrary
from site_builder.model.records import Record
from site_builder.pages import claim as claim_pages
from site_builder.pages import entities, entity, merged, series, sources
from site_builder.pages.page import Page
from site_builder.pages.printer import Printer
from site_builder.pages.sections import SECTIONS
from tests import libraries, records
from tests.records import claim

OFFICE = records.entity(name={"en": "Office", "ko": "시청"}, aliases=["Omber Office"])
HALL = records.entity(
    "hall",
    name={"en": "Hall", "ko": "청사"},
    short={"en": "Office", "ko": "청"},
    aliases=["omber office", "회관"],
    merged_into="city-office",
)
OLD_HALL = records.entity("old-hall", name={"en": "Old Hall", "ko": "옛 청사"}, merged_into="hall")
GUESTS = records.series(
    "guests", question={"en": "How many guests?", "ko": "손님은 몇 명인가?"}, merged_into="visitors"
)
PEOPLE = records.series("people", unit=None, question={"en": "How many guests?", "ko": "사람은?"}, merged_into="guests")
FIGURE = {"value": "5", "hedge": "exact"}
SOURCE = {"url": "https://example.org/b", "publisher": "old-hall"}
CLAIM = claim(
    claimant="hall",
    relayed_by=["old-hall"],
    about=["city-office", "hall", "lantern-walk"],
    figures=[{"series": "people", **FIGURE}],
    reports=[SOURCE],
)
OTHER = claim("2031-03-13-office", figures=[{"series": "visitors", **FIGURE, "value": "7"}])
ALL = (
    *(CLAIM, OTHER, OFFICE, HALL, OLD_HALL, GUESTS, PEOPLE, records.series()),
    *(records.entity("lantern-walk", kind="event"), records.entity("omber-daily", kind="outlet")),
)


def library(tag: str = "en", *these: Record) -> LocalizedLibrary:
    return libraries.localized(tag, *(these or ALL))


def leading(tag: str = "en") -> Iterator[tuple[str, str | None, str, str]]:
    """The pages that lead on: address, where to, title and sentence."""
    here = library(tag)
    for page in (*merged.of_entities(here), *merged.of_series(here)):
        shown = page.show(here)
        assert not page.is_indexed
        assert shown.title == shown.context.title
        assert shown.description == plain(shown.context.sentence)
        yield page.address, page.leads_to, shown.title, shown.description


def test_each_keeps_its_address_which_leads_to_the_end_of_the_chain() -> None:
    assert list(leading()) == [
        ("entities/hall/", "entities/city-office/", "Hall", "Hall is now under Office."),
        ("entities/old-hall/", "entities/city-office/", "Old Hall", "Old Hall is now under Office."),
        *(
            (
                f"series/{id}/",
                "series/visitors/",
                "How many guests?",
                "The question “How many guests?” is now under “How many visitors came?”.",
            )
            for id in ("guests", "people")
        ),
    ]


def test_it_says_so_in_the_language_of_the_page() -> None:
    assert [said for *_, said in leading("ko")] == [
        "청사는 시청으로 통합되었습니다.",
        "옛 청사는 시청으로 통합되었습니다.",
        "“손님은 몇 명인가?” 질문은 “방문객은 몇 명이었나?” 질문으로 통합되었습니다.",
        "“사람은?” 질문은 “방문객은 몇 명이었나?” 질문으로 통합되었습니다.",
    ]


def test_no_page_but_its_own_has_its_name_or_address() -> None:
    own = {"entities/hall/", "entities/old-hall/", "series/guests/", "series/people/"}
    pages = all_pages(library())
    assert own <= pages.keys()
    for address, (text, _) in pages.items():
        assert address in own or not [each for each in own if each in text], address


def shown(of: str, pages: Iterator[Page], here: LocalizedLibrary) -> object:
    return next(page for page in pages if page.address == of).show(here).context


def test_an_entity_has_the_names_and_claims_of_all() -> None:
    here = library()
    office = shown("entities/city-office/", entity.pages(here), here)
    names = [name for name, _ in office.other_names]  # type: ignore[attr-defined]
    assert names == ["시청", "Omber Office", "Hall", "청사", "청", "회관", "Old Hall", "옛 청사"]
    assert [(role.name, role.count) for role in office.roles] == [  # type: ignore[attr-defined]
        ("Claims made", "2"),
        ("Claims passed on", "1"),
        ("Subject of claims", "1"),
        ("Claims published or reported", "1"),
    ]


def test_lists_and_counts_have_each_thing_once() -> None:
    here = library()
    listed = shown("entities/", entities.pages(here), here)
    assert [entry.name.text for _, entries in listed.kinds for entry in entries].count("Office") == 1  # type: ignore[attr-defined]
    assert here.archive.entities.keys() == {"city-office", "lantern-walk", "omber-daily"}
    outlets = shown("sources/", sources.pages(here), here).outlets  # type: ignore[attr-defined]
    assert {link.text for link, _ in outlets} == {"Office", "City Office of Omber"}


def test_a_question_has_the_answers_of_all_and_tells_how_else_it_was_asked() -> None:
    for tag, asked in (("en", ("How many guests?",)), ("ko", ("손님은 몇 명인가?", "사람은?"))):
        here = library(tag)
        question = shown("series/visitors/", series.pages(here), here)
        assert question.asked_as == asked  # type: ignore[attr-defined]
        assert len(question.rows) == 2  # type: ignore[attr-defined]


def test_a_claim_shows_what_stays_once() -> None:
    here = library()
    [page] = claim_pages.pages(here, here.archive.claims[CLAIM.id])
    context = page.show(here).context
    assert plain(context.sentence) == "Said by Office on March 12, 2031, as reported by City Office of Omber."
    assert [link.address for link in context.about] == ["entities/city-office/", "entities/lantern-walk/"]
    assert [figure.question.address for figure in context.figures] == ["series/visitors/"]


@pytest.mark.parametrize(
    ("id", "target", "moves"),
    [
        (
            "hall",
            "lantern-walk",
            {"entities/hall/", "entities/city-office/", f"claims/{CLAIM.id}/", "series/visitors/"},
        ),
        ("old-hall", "omber-daily", {"entities/old-hall/", "entities/omber-daily/", "sources/"}),
        ("old-hall", "city-office", set()),
        ("guests", "other", {"series/guests/", "series/people/", "series/visitors/", f"claims/{CLAIM.id}/", "series/"}),
        ("people", "visitors", set()),
    ],
)
def test_what_another_target_changes_depends_on_it(id: str, target: str, moves: set[str]) -> None:
    other = records.series("other", question={"en": "Other?", "ko": "다른 것은?"})
    before = (*ALL, other)
    after = tuple(records.altered(each, merged_into=target) if each.id == id else each for each in before)
    one, two = all_pages(library("en", *before)), all_pages(library("en", *after))
    assert one.keys() == two.keys()
    differ = {address for address in one if one[address][0] != two[address][0]}
    moved = {address for address in one if one[address][1] != two[address][1]}
    assert moves <= differ <= moved
    assert bool(moves) == bool(moved)


def all_pages(here: LocalizedLibrary) -> dict[str, tuple[str, object]]:
    """Every page of an archive by its address: as it is printed, with where it leads, and what it depends on."""
    pages = [page for section in SECTIONS for make in section.pages for page in make(here)]
    pages += [page for each in here.archive.claims.values() for page in claim_pages.pages(here, each)]
    printed: dict[str, tuple[str, object]] = {}
    for page in pages:
        shown = page.show(here)
        text = Printer(here.language).print(shown.template, shown.context, f"en/{page.address}")
        printed[page.address] = f"{text}{page.leads_to}", page.dependencies()
    return printed
