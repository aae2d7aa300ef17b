"""Records are found by their names, whatever a person makes of them."""

import unicodedata
from collections.abc import Mapping

import pytest

from site_builder.model.records import Entity
from site_builder.new.names import NameIndex, entity_names, series_names
from tests.records import entity, series

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
NAMES = NameIndex({id: entity_names(each) for id, each in ENTITIES.items()})


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
    assert series_names(series()) == ["visitors", "How many visitors came?", "방문객은 몇 명이었나?"]


@pytest.mark.parametrize("said", ["러\u00b7우", "러\u318d우", "러\u30fb우", "러 우"])
def test_a_name_is_found_with_any_dot(said: str) -> None:
    assert NameIndex({"war": ["러\u318d우"]}).exact(said) == ["war"]
