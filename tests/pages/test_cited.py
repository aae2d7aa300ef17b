"""What the pages of questions and entities have to cite."""

from collections.abc import Mapping
from datetime import date

import pytest

from site_builder.model.records import Claim, Record
from site_builder.pages import entity as entity_pages
from site_builder.pages import series as series_pages
from site_builder.pages.cited import CitedCharts
from tests.libraries import localized
from tests.records import claim, entity, series, short_lists

ENTITIES = tuple(map(entity, ("city-office", "walkers-union", "lantern-walk", "omber-daily")))


def answering(number: int, value: str, **rest: object) -> Claim:
    """A claim with one answer."""
    figure = {"series": "visitors", "value": value, "hedge": "about"}
    return claim(f"2031-03-0{number}-answer", figures=[figure], **rest)


FIRST, SECOND = answering(1, "1200"), answering(2, "1300", claimant="walkers-union")
THIRD = answering(3, "1400")
RECORDS: tuple[Record, ...] = (FIRST, SECOND, THIRD, *ENTITIES, series())
DAYS = {record.file: date(2031, 4, place) for place, record in enumerate(RECORDS, 1)}


def cited(address: str, *claims: Claim, added: Mapping[str, date] | None = None) -> CitedCharts | None:
    """What the page at an address has to cite."""
    here = localized("en", *claims, *ENTITIES, series(), added=added)
    all_pages = [*series_pages.pages(here), *entity_pages.pages(here)]
    (context,) = [page.show(here).context for page in all_pages if page.address == address]
    found = context.cited
    assert found is None or isinstance(found, CitedCharts)
    return found


def changed(address: str, added: Mapping[str, date]) -> str | None:
    found = cited(address, FIRST, SECOND, THIRD, added=added)
    assert found
    return found.charts[0].changed


def test_the_day_is_that_of_the_newest_change_of_what_is_shown() -> None:
    assert changed("series/visitors/", DAYS) == "2031-04-08"
    assert changed("series/visitors/", {**DAYS, SECOND.file: date(2031, 5, 1)}) == "2031-05-01"
    assert changed("entities/city-office/", {**DAYS, SECOND.file: date(2031, 5, 1)}) == "2031-04-08"
    assert changed("series/visitors/", {**DAYS, "claims/entities/walkers-union.yml": date(2031, 5, 2)}) == "2031-05-02"
    assert changed("series/visitors/", {**DAYS, "claims/entities/omber-daily.yml": date(2031, 5, 2)}) == "2031-04-08"


@pytest.mark.parametrize("unknown", [SECOND.file, series().file])
def test_no_day_is_said_where_a_change_is_not_known(unknown: str) -> None:
    known = {file: day for file, day in DAYS.items() if file != unknown}
    assert changed("series/visitors/", known) is None


def test_an_edit_that_only_moves_the_day_prints_the_page_again() -> None:
    def dependencies(added: Mapping[str, date]) -> dict[str, object]:
        here = localized("en", *RECORDS, added=added)
        all_pages = [*series_pages.pages(here), *entity_pages.pages(here)]
        return {page.address: page.dependencies() for page in all_pages}

    before, after = dependencies(DAYS), dependencies({**DAYS, FIRST.file: date(2031, 5, 1)})
    assert {address for address, seen in after.items() if seen != before[address]} == {
        "series/visitors/",
        "entities/city-office/",
    }


def test_the_newest_answer_has_its_hedge_its_claimant_and_its_date() -> None:
    found = cited("series/visitors/", FIRST, SECOND)
    assert found
    assert "about 1,300" in found.charts[0].newest
    assert "as of March 2, 2031" in found.charts[0].newest


def test_only_drawn_answers_of_an_entity_are_cited() -> None:
    assert cited("entities/city-office/", FIRST) is None
    assert cited("entities/lantern-walk/", FIRST, THIRD) is None
    found = cited("entities/city-office/", FIRST, SECOND, THIRD)
    assert found
    assert [(chart.series, chart.claimant) for chart in found.charts] == [("visitors", "city-office")]


def test_a_question_is_cited_on_its_first_page_if_it_has_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    assert cited("series/visitors/") is None
    assert cited("series/visitors/", FIRST)
    short_lists(monkeypatch, 2)
    assert cited("series/visitors/", FIRST, SECOND, THIRD)
    assert cited("series/visitors/page-2/", FIRST, SECOND, THIRD) is None
