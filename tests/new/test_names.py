"""Records are found by their names, whatever a person makes of them."""

import unicodedata
from collections.abc import Mapping

import pytest

from site_builder.model.merging import unified
from site_builder.model.records import Entity
from site_builder.new.names import NameIndex, entities_by_name, series_by_name
from tests.records import archive, entity, series

ENTITIES: Mapping[str, Entity] = {
    each.id: each
    for each in (
        entity(short={"en": "City Office", "ko": "시청"}, aliases=["Omber Town Hall", "옴버 시 청사"]),
        entity("han-bit-na", kind="person", name={"en": "Han Bit Na", "ko": "한빛나"}, aliases=["Han Bit-na"]),
        entity("han-byul-kee", kind="person", name={"en": "Han Byul-kee", "ko": "한별기"}),
        entity(
            "nis", name={"en": "National Intelligence Service", "ko": "국가정보원"}, short={"en": "NIS", "ko": "국정원"}
        ),
        entity("twin", kind="place", name={"en": "Twin", "ko": "쌍둥이"}),
        entity("twin-b", kind="place", name={"en": "Twin", "ko": "다른 쌍둥이"}),
    )
}
NAMES = entities_by_name(unified(archive(*ENTITIES.values())))


@pytest.mark.parametrize(
    ("said", "id"),
    [
        ("city-office", "city-office"),
        ("CITY OFFICE", "city-office"),
        ("시청", "city-office"),
        (unicodedata.normalize("NFD", "시청"), "city-office"),
        ("Ｏmber town-hall", "city-office"),
        ("han bit-na", "han-bit-na"),
        ("국정원", "nis"),
        ("nis", "nis"),
        ("twin", "twin"),
    ],
)
def test_an_entity_is_known_by_each_of_its_names(said: str, id: str) -> None:
    assert NAMES.exact(said) == [id]


def test_a_name_of_two_entities_finds_both() -> None:
    assert NameIndex({id: names[1:] for id, names in NAMES.names.items()}).exact("Twin") == ["twin", "twin-b"]
    assert NAMES.exact("nobody") == []


@pytest.mark.parametrize(
    ("said", "best"),
    [
        ("han", {"han-bit-na", "han-byul-kee"}),
        ("한빛라", {"han-bit-na"}),
        ("inteligence servise", {"nis"}),
        ("service intelligence", {"nis"}),
        ("정보원", {"nis"}),
        ("Han Byulkee", {"han-byul-kee"}),
        ("Omber hall", {"city-office"}),
    ],
)
def test_names_that_are_near_are_proposed_best_first(said: str, best: set[str]) -> None:
    assert set(NAMES.nearest(said)[: len(best)]) == best


def test_at_most_so_many_are_proposed() -> None:
    many = NameIndex({f"han-{number}": [f"Han {number}"] for number in range(20)})
    assert len(many.nearest("han")) == 5
    assert many.nearest("!") == []


def test_everything_that_a_series_is_called() -> None:
    names = series_by_name(unified(archive(series()))).names
    assert names == {"visitors": ["visitors", "How many visitors came?", "방문객은 몇 명이었나?"]}


def test_what_was_merged_is_found_as_what_it_was_merged_into_and_is_not_offered() -> None:
    hall = entity(
        "hall", name={"en": "City Hall", "ko": "청사"}, short={"en": "Hall", "ko": "청"}, merged_into="office"
    )
    office = entity("office", name={"en": "Office", "ko": "시청"})
    names = entities_by_name(unified(archive(office, hall)))
    for said in ("hall", "City Hall", "청사", "HALL", "청", "office"):
        assert names.exact(said) == ["office"], said
    assert names.nearest("city hal") == ["office"]
    assert names.names.keys() == {"office"}
    questions = (
        series(),
        series("guests", question={"en": "How many guests?", "ko": "손님은?"}, merged_into="visitors"),
    )
    found = series_by_name(unified(archive(*questions)))
    assert [found.exact(said) for said in ("guests", "how many guests", "손님은", "visitors")] == [["visitors"]] * 4
    assert found.names.keys() == {"visitors"}


def test_an_id_of_a_merged_entity_is_more_than_a_name_of_another_one() -> None:
    records = (entity("hall", merged_into="office"), entity("office"), entity("b", name={"en": "Hall", "ko": "홀"}))
    assert entities_by_name(unified(archive(*records))).exact("hall") == ["office"]


@pytest.mark.parametrize("said", ["러\u00b7우", "러\u318d우", "러\u30fb우", "러 우"])
def test_a_name_is_found_with_any_dot(said: str) -> None:
    assert NameIndex({"war": ["러\u318d우"]}).exact(said) == ["war"]
