"""Whatever names a merged record names what it was merged into."""

import pytest

from site_builder.model import walk
from site_builder.model.merging import unified
from site_builder.model.records import Entity
from tests.records import archive, claim, entity, series

FIGURE = {"value": "5", "hedge": "exact"}


def into(id: str, target: str) -> Entity:
    return entity(id, merged_into=target)


def test_without_merged_records_an_archive_is_its_own() -> None:
    whole = archive(claim(), entity(), series())
    assert unified(whole).archive is whole
    assert unified(whole).entity("city-office") == "city-office"


@pytest.mark.parametrize(
    ("entities", "expected"),
    [
        ([into("a", "b"), entity("b")], {"a": "b"}),
        ([into("a", "b"), into("b", "c"), entity("c")], {"a": "c", "b": "c"}),
        ([entity("a"), into("b", "a"), into("c", "b")], {"b": "a", "c": "a"}),
        ([into("a", "z"), into("b", "a"), entity("c"), into("d", "a"), entity("z")], {"a": "z", "b": "z", "d": "z"}),
        ([into("a", "a")], {}),
        ([into("a", "b"), into("b", "a"), into("c", "a"), into("d", "e"), entity("e")], {"d": "e"}),
        ([into("a", "nowhere"), into("b", "a")], {}),
    ],
)
def test_chains_are_followed_to_their_ends_and_what_has_none_is_not_merged(
    entities: list[Entity], expected: dict[str, str]
) -> None:
    found = unified(archive(*entities))
    assert {id: merged.into for id, merged in found.entities.items()} == expected
    assert found.archive.entities.keys() == {each.id for each in entities} - expected.keys()
    assert [found.entity(each.id) for each in entities] == [expected.get(each.id, each.id) for each in entities]


def test_a_long_chain_is_followed() -> None:
    chain = [into(f"a{number}", f"a{number + 1}") for number in range(5_000)]
    found = unified(archive(*chain, entity("a5000")))
    assert {merged.into for merged in found.entities.values()} == {"a5000"}


def test_every_id_of_every_record_is_replaced() -> None:
    source = {"url": "https://example.org/a", "publisher": "old"}
    whole = archive(
        claim(
            claimant="old",
            relayed_by=["old"],
            about=["old"],
            reports=[source],
            figures=[{"series": "old", **FIGURE}, {"series": "count", "as_of": "2031", **FIGURE}],
        ),
        *(into("old", "new"), entity("new"), entity("part", part_of="old")),
        *(series("old", merged_into="new"), series("new"), series("count", part_of="old", sum_of=["old"])),
    )
    found = unified(whole).archive
    named = [id for record in found.records() for ids in (walk.entity_ids, walk.series_ids) for _, id in ids(record)]
    assert "old" not in named
    assert named.count("new") == 8
    assert [each.series for each in found.claims[claim().id].figures] == ["new", "count"]
    assert [merged.record for merged in unified(whole).series.values()] == [whole.series["old"]]


def test_an_entity_and_a_series_of_one_id_are_two_things() -> None:
    figures = [{"series": "old", **FIGURE}]
    found = unified(archive(claim(claimant="old", figures=figures), into("old", "new"), entity("new"), series("old")))
    assert found.archive.claims[claim().id].claimant == "new"
    assert found.archive.claims[claim().id].figures[0].series == "old"


def test_a_list_names_each_once() -> None:
    found = unified(
        archive(claim(about=["new", "old", "other"], relayed_by=["old", "new"]), into("old", "new"), entity("new"))
    ).archive.claims[claim().id]
    assert (found.about, found.relayed_by) == (("new", "other"), ("new",))


def test_a_record_that_names_no_merged_one_stays_the_same() -> None:
    whole = archive(claim(), into("old", "new"), entity("new"), entity())
    found = unified(whole).archive
    assert found.claims[claim().id] is whole.claims[claim().id]
    assert found.entities["city-office"] is whole.entities["city-office"]


def test_names_become_aliases_once() -> None:
    new = entity("new", name={"en": "Harbour", "ko": "항구"}, aliases=["The Port"])
    old = entity(
        "old",
        name={"en": "Port of Omber", "ko": "항구"},
        short={"en": "the port", "ko": "옴버항"},
        aliases=["Omber Port", "HARBOUR"],
        merged_into="middle",
    )
    middle = entity("middle", name={"en": "Omber port", "ko": "옴버 항구"}, merged_into="new")
    found = unified(archive(middle, new, old)).archive.entities["new"]
    assert found.aliases == ("The Port", "Omber port", "옴버 항구", "Port of Omber", "옴버항")
    assert found.name == new.name
    assert new.aliases == ("The Port",)
