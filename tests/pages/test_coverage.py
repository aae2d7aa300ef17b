"""How pages say that many outlets go back to few occasions."""

import pytest

from site_builder.language.language import Language
from site_builder.library.occasions import Coverage
from site_builder.model.records import Claim
from site_builder.pages import coverage
from site_builder.pages import entity as entity_pages
from site_builder.pages import series as series_pages
from tests.libraries import library, localized
from tests.records import claim, entity, series, short_lists

OUTLETS = ("omber-daily", "lake-radio", "evening", "weekly")
ENTITIES = [*map(entity, ("office", "mara", "lantern-walk")), *(entity(id, kind="outlet") for id in OUTLETS)]


def reported(day: str, *outlets: str, relayed_by: tuple[str, ...] = ("mara",)) -> Claim:
    """An answer that outlets reported, beside the one that is quoted."""
    return claim(
        f"{day}-office-count",
        claimant="office",
        relayed_by=[*relayed_by],
        reports=[{"url": f"https://example.org/{outlet}", "publisher": outlet} for outlet in outlets],
        figures=[{"series": "visitors", "hedge": "exact", "value": day[-2:]}],
    )


@pytest.mark.parametrize(
    ("tag", "counted", "words"),
    [
        ("en", Coverage(4, 1, is_relayed=True), "Reported by 4 outlets, from 1 briefing."),
        ("en", Coverage(4, 2, is_relayed=True), "Reported by 4 outlets, from 2 briefings."),
        ("en", Coverage(2, 1, is_relayed=False), "Reported by 2 outlets, said on 1 occasion."),
        ("en", Coverage(1200, 3, is_relayed=False), "Reported by 1,200 outlets, said on 3 occasions."),
        ("ko", Coverage(4, 1, is_relayed=True), "매체 4곳이 보도했지만 브리핑은 1회입니다."),
        ("ko", Coverage(4, 3, is_relayed=False), "매체 4곳이 보도했지만 발표는 3회입니다."),
        ("en", Coverage(1, 1, is_relayed=True), ""),
        ("en", Coverage(3, 3, is_relayed=True), ""),
        ("en", Coverage(2, 5, is_relayed=True), ""),
    ],
)
def test_a_sentence_stands_where_there_are_more_outlets_than_occasions(tag: str, counted: Coverage, words: str) -> None:
    assert coverage.told(Language(tag), counted) == words


def of_series(*claims: Claim) -> list[str]:
    """What each page of the series says."""
    here = localized("en", *claims, *ENTITIES, series())
    return [page.show(here).context.coverage for page in series_pages.pages(here) if "/visitors/" in page.address]


def of_entity(id: str, *claims: Claim) -> list[list[tuple[str, str]]]:
    """What each page of an entity says of the lists on it."""
    here = localized("en", *claims, *ENTITIES, series())
    pages = [page for page in entity_pages.pages(here) if page.address.startswith(f"entities/{id}/")]
    return [[(each.anchor, each.coverage) for each in page.show(here).context.lists] for page in pages]


def test_a_series_says_it_on_its_first_page(monkeypatch: pytest.MonkeyPatch) -> None:
    short_lists(monkeypatch, 2)
    claims = [reported("2031-03-11", "lake-radio", "evening"), reported("2031-03-12", "weekly")]
    assert of_series(*claims) == ["Reported by 4 outlets, from 2 briefings.", ""]
    assert of_series(*claims[1:]) == ["Reported by 2 outlets, from 1 briefing."]
    assert of_series(reported("2031-03-11", relayed_by=())) == [""]
    assert of_series() == [""]


def test_an_entity_says_it_where_each_list_begins_but_not_of_what_it_published(monkeypatch: pytest.MonkeyPatch) -> None:
    claims = [reported("2031-03-11", "lake-radio", "evening"), reported("2031-03-12", "weekly", relayed_by=())]
    said = "Reported by 4 outlets, said on 2 occasions."
    assert of_entity("office", *claims) == [[("made", said)]]
    assert of_entity("lantern-walk", *claims) == [[("about", said)]]
    assert of_entity("mara", *claims) == [[("relayed", "Reported by 3 outlets, from 1 briefing.")]]
    assert of_entity("omber-daily", *claims) == [[("published", "")]]
    short_lists(monkeypatch, 1)
    assert of_entity("office", *claims) == [[("made", said)], [("made", "")]]


def test_a_page_depends_on_reports_of_claims_that_stand_on_another_page(monkeypatch: pytest.MonkeyPatch) -> None:
    short_lists(monkeypatch, 2)
    newest = [reported(f"2031-03-{day}") for day in (12, 13)]

    def first(outlet: str) -> list[tuple[object, ...]]:
        here = library(reported("2031-03-11", "lake-radio", outlet), *newest, *ENTITIES, series())
        pages = [*entity_pages.pages(here), *series_pages.pages(here)]
        return [p.dependencies() for p in pages if p.address in ("entities/office/", "series/visitors/")]

    one, same, other = first("lake-radio"), first("lake-radio"), first("evening")
    assert one == same
    assert all(before != after for before, after in zip(one, other, strict=True))
    assert len(one) == 2
