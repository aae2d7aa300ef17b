from pathlib import Path
from typing import Any

import pytest

from site_builder.check import relations
from site_builder.model.records import Record
from tests.check.examined import OTHER, OTHER_FILE, OTHER_ID, REPORT, examined, related, told, with_claim
from tests.records import (
    CLAIM,
    CLAIM_FILE,
    ENTITY,
    ENTITY_FILE,
    SERIES,
    SERIES_FILE,
    altered,
    changed,
    claim,
    context,
    entity,
    found,
    series,
)

ID = "2031-03-12-city-office-visitors"
WHO = [entity("city-office"), entity("omber-daily")]
FIGURE = {"series": "visitors", "value": "1", "hedge": "exact"}


def ways(*records: Record) -> list[tuple[str, str, str]]:
    """Where a circle is told of, and its way."""
    archive = context(*records)
    findings = [*relations.cycles(archive), *relations.revision_cycles(archive)]
    return [(finding.file, ".".join(map(str, finding.at)), finding.values["way"]) for finding in findings]


def test_an_entity_is_no_part_of_itself(tmp_path: Path) -> None:
    problem = told(tmp_path, "E704", f"{ENTITY}part_of: ⊥city-office\n", ENTITY_FILE)
    assert problem.values == {"id": "city-office", "way": "city-office → city-office"}


def test_a_circle_of_entities_is_told_of_once() -> None:
    circle = [entity("c", part_of="a"), entity("a", part_of="b"), entity("b", part_of="c")]
    assert ways(*circle, entity("d", part_of="c"), entity("e", part_of="d")) == [
        ("claims/entities/a.yml", "part_of", "a → b → c → a")
    ]


def test_two_circles_are_both_told_of() -> None:
    assert len(ways(entity("a", part_of="b"), entity("b", part_of="a"), entity("c", part_of="c"))) == 2


def test_parts_and_wholes_may_be_told_on_both_sides() -> None:
    whole = series("whole", sum_of=["one", "two"], part_of="all")
    parts = [series("one", part_of="whole"), series("two", part_of="whole"), series("all", sum_of=["whole", "one"])]
    assert ways(whole, *parts) == []


@pytest.mark.parametrize(
    ("records", "file", "at"),
    [
        ([series("a", part_of="a")], "a", "part_of"),
        ([series("a", sum_of=["b", "a"])], "a", "sum_of.1"),
        ([series("a", part_of="b"), series("b", part_of="a")], "a", "part_of"),
        ([series("a", sum_of=["b"]), series("b", sum_of=["x", "a"])], "b", "sum_of.1"),
        ([series("a", part_of="b", sum_of=["b"]), series("b")], "a", "part_of"),
    ],
)
def test_a_series_is_no_part_of_itself(records: list[Record], file: str, at: str) -> None:
    assert [place[:2] for place in ways(*records)] == [(f"claims/series/{file}.yml", at)]


def test_a_circle_of_series_is_told_of_where_it_is_written(tmp_path: Path) -> None:
    told(tmp_path, "E704", f"{SERIES}sum_of: [⊥visitors]\n", SERIES_FILE)


def test_a_part_of_what_was_merged_into_it_is_a_part_of_itself() -> None:
    entities = [entity("a", part_of="old"), entity("old", merged_into="a", part_of="b"), entity("b")]
    assert ways(*entities) == [("claims/entities/a.yml", "part_of", "a → a")]
    old = series("old", merged_into="a")
    assert ways(series("a", part_of="old"), old) == [("claims/series/a.yml", "part_of", "a → a")]
    assert ways(series("a", sum_of=["b", "old"]), old) == [("claims/series/a.yml", "sum_of.1", "a → a")]


def test_what_a_merged_record_is_a_part_of_no_longer_matters() -> None:
    assert ways(entity("a", part_of="b"), entity("b", part_of="a", merged_into="c"), entity("c")) == []


@pytest.mark.parametrize(
    ("text", "file"),
    [(f"{ENTITY}merged_into: ⊥city-office\n", ENTITY_FILE), (f"{SERIES}merged_into: ⊥visitors\n", SERIES_FILE)],
)
def test_nothing_is_merged_into_itself(tmp_path: Path, text: str, file: str) -> None:
    problem = told(tmp_path, "E718", text, file)
    id = Path(file).stem
    assert problem.values == {"id": id, "way": f"{id} → {id}"}


def test_each_circle_of_merged_records_is_told_of_once() -> None:
    records: list[Record] = [
        *(entity("c", merged_into="a"), entity("a", merged_into="b"), entity("b", merged_into="c")),
        *(entity("d", merged_into="c"), entity("e", merged_into="e"), entity("f"), entity("g", merged_into="f")),
        *(series("a", merged_into="b"), series("b", merged_into="a")),
    ]
    assert [(each.file, each.at, each.values["way"]) for each in relations.merge_cycles(context(*records))] == [
        ("claims/entities/a.yml", ("merged_into",), "a → b → c → a"),
        ("claims/entities/e.yml", ("merged_into",), "e → e"),
        ("claims/series/a.yml", ("merged_into",), "a → b → a"),
    ]


def test_an_entity_is_merged_into_one_of_its_kind(tmp_path: Path) -> None:
    text = f"{changed(ENTITY, 'organization', 'person').replace('Office', 'Hall')}merged_into: ⊥city-office\n"
    problem = told(tmp_path, "E719", text, "claims/entities/city-hall.yml")
    assert problem.values == {"id": "city-office", "other": "organization", "kind": "person"}
    assert related(problem) == f"{ENTITY_FILE}:1:7"


def test_each_step_of_a_chain_is_to_the_same_kind() -> None:
    chain = [entity("a", merged_into="b"), entity("b", kind="place", merged_into="c"), entity("c", kind="place")]
    assert found(relations.unlike_merges(context(*chain))) == [("claims/entities/a.yml", "merged_into", "E719")]


def test_a_merged_record_is_needed_by_nobody_and_its_uses_are_those_of_the_other(tmp_path: Path) -> None:
    hall = f"{changed(ENTITY, 'City Office', 'City Hall')}merged_into: city-office\n"
    guests = f"{SERIES[: SERIES.index('unit:')].replace('visitors', 'guests')}merged_into: visitors\n"
    merged = {"claims/entities/city-hall.yml": hall, "claims/series/guests.yml": guests}
    assert examined(tmp_path, merged) == []
    both = with_claim("about: [lantern-walk]", "about: [city-hall, lantern-walk, city-office]")
    assert examined(tmp_path, {**merged, CLAIM_FILE: both}) == []
    whole: list[Record] = [claim(), claim("2031-03-13-b", claimant="hall", about=["hall"]), *WHO]
    hidden: list[Record] = [entity("hall", merged_into="office"), entity("office")]
    assert found(relations.unused(context(*whole, *hidden, entity("lantern-walk")))) == []


def test_what_only_a_merged_record_names_is_used_by_none() -> None:
    records = [entity("old", merged_into="new", part_of="whole"), entity("new"), entity("whole"), *WHO]
    assert sorted(found(relations.unused(context(claim(about=["city-office"]), *records)))) == [
        ("claims/entities/new.yml", "", "W705"),
        ("claims/entities/whole.yml", "", "W705"),
    ]


def test_a_claim_may_revise_one_under_an_old_name_of_its_claimant_or_question() -> None:
    hall = entity("city-hall", merged_into="city-office")
    first = claim(OTHER_ID, claimant="city-hall", figures=[FIGURE | {"series": "guests"}])
    revising = claim(revises=[OTHER_ID], figures=[FIGURE])
    records: list[Record] = [*WHO, series(), series("guests", merged_into="visitors")]
    assert found(relations.links(context(first, revising, hall, *records))) == []
    assert [code for *_, code in found(relations.links(context(first, revising, entity("city-hall"), *records)))] == [
        "E710"
    ]


def test_a_sum_names_a_question_once_under_all_of_its_names() -> None:
    whole = series("whole", sum_of=["visitors", "children", "guests"])
    parts = [series(), series("children"), series("guests", merged_into="visitors")]
    assert found(relations.named_twice(context(whole, *parts))) == [("claims/series/whole.yml", "sum_of.2", "W714")]
    assert (
        found(
            relations.named_twice(context(claim(about=["old", "new"]), entity("old", merged_into="new"), entity("new")))
        )
        == []
    )


@pytest.mark.parametrize("key", ["revises", "disputes", "repeats"])
def test_a_claim_is_not_linked_to_itself(tmp_path: Path, key: str) -> None:
    told(tmp_path, "E713", f"{CLAIM}{key}: [⊥{ID}]\n")


@pytest.mark.parametrize("key", ["revises", "disputes", "repeats"])
def test_a_claim_is_linked_to_earlier_ones(tmp_path: Path, key: str) -> None:
    assert examined(tmp_path, {CLAIM_FILE: f"{CLAIM}{key}: [{OTHER_ID}]\n"}) == []
    problem = told(tmp_path, "E708", f"{OTHER}{key}: [⊥{ID}]\n", OTHER_FILE, {CLAIM_FILE: CLAIM})
    assert problem.values == {"id": ID, "date": "2031-03-12"}
    assert related(problem) == f"{CLAIM_FILE}:4:7"


@pytest.mark.parametrize("said", ["2031-03", "2031", "2031-03-10/2031-03-14", "2031-03-10~"])
def test_a_claim_may_be_linked_to_one_that_can_be_earlier(said: str) -> None:
    earlier = claim(f"{said[:10].rstrip('~')}-a", said=said, disputes=["2031-03-12-b"])
    assert found(relations.links(context(earlier, claim("2031-03-12-b")))) == []


def test_a_claim_revises_its_claimants_own(tmp_path: Path) -> None:
    text = with_claim("claimant: city-office", "claimant: omber-daily") + f"revises: [⊥{OTHER_ID}]\n"
    problem = told(tmp_path, "E710", text)
    assert related(problem) == f"{OTHER_FILE}:5:11"
    assert problem.values == {"id": OTHER_ID, "claimant": "city-office"}


@pytest.mark.parametrize("key", ["disputes", "repeats"])
def test_a_claim_may_answer_anybodys(key: str) -> None:
    values: dict[str, Any] = {key: [OTHER_ID]}
    archive = context(claim(OTHER_ID), claim(claimant="omber-daily", **values), claim("2031-03-13-c", **values), *WHO)
    assert found(relations.links(archive)) == []


def test_a_claimant_that_is_not_there_is_not_told_of_twice() -> None:
    archive = context(claim(OTHER_ID), claim(claimant="omber-dayly", revises=[OTHER_ID]), *WHO)
    assert found(relations.links(archive)) == []


def test_a_claim_revises_an_answer_to_the_same_question(tmp_path: Path) -> None:
    text = f"{CLAIM}figures: [{{series: walkers, value: 1200, hedge: about}}]\nrevises: [⊥{OTHER_ID}]\n"
    problem = told(tmp_path, "W711", text, more={"claims/series/walkers.yml": SERIES})
    assert problem.values == {"id": OTHER_ID, "series": "visitors"}


@pytest.mark.parametrize("figures", [[], [FIGURE], [FIGURE, FIGURE | {"series": "walkers"}]])
def test_a_claim_may_revise_words_or_answer_more(figures: list[dict[str, str]]) -> None:
    archive = context(claim(OTHER_ID, figures=[FIGURE]), claim(revises=[OTHER_ID], figures=figures), *WHO)
    assert found(relations.links(archive)) == []


def test_revisions_are_no_circle() -> None:
    first = claim("2031-03-a", revises=["2031-03-b"])
    assert ways(first, claim("2031-03-b", revises=["2031-03-c"]), claim("2031-03-c", revises=["2031-03-a"])) == [
        (first.file, "revises.0", "2031-03-a → 2031-03-b → 2031-03-c → 2031-03-a")
    ]


def test_a_circle_that_goes_against_time_is_told_of_once(tmp_path: Path) -> None:
    more = {CLAIM_FILE: f"{CLAIM}revises: [{OTHER_ID}]\n"}
    told(tmp_path, "E708", f"{OTHER}revises: [⊥{ID}]\n", OTHER_FILE, more)


def test_a_long_chain_of_revisions_is_none() -> None:
    first = claim("2031-03-a0")
    chain = [{"id": f"2031-03-a{number}", "revises": (f"2031-03-a{number - 1}",)} for number in range(1, 5_000)]
    assert ways(first, *(altered(first, **values) for values in chain)) == []


@pytest.mark.parametrize(
    ("file", "text", "second"),
    [
        (CLAIM_FILE, f"{CLAIM}relayed_by: [omber-daily, city-office, ⊥omber-daily]\n", "20:14"),
        (CLAIM_FILE, with_claim("[lantern-walk]", "[lantern-walk, ⊥lantern-walk]"), "6:9"),
        (CLAIM_FILE, f"{CLAIM}repeats: [{OTHER_ID}, ⊥{OTHER_ID}]\n", "20:11"),
        (ENTITY_FILE, f"{ENTITY}aliases:\n  - OCO\n  - ⊥OCO\n", "6:5"),
    ],
)
def test_a_list_names_everything_once(tmp_path: Path, file: str, text: str, second: str) -> None:
    assert related(told(tmp_path, "W714", text, file)) == f"{file}:{second}"


def test_parts_are_summed_once() -> None:
    assert found(relations.named_twice(context(series(sum_of=["a", "b", "a", "a"])))) == [
        (SERIES_FILE, "sum_of.2", "W714"),
        (SERIES_FILE, "sum_of.3", "W714"),
    ]


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        ("claims/entities/dock.yml", "⊥kind: place\nname: {en: Dock, ko: 부두}\n", "W705"),
        (
            "claims/entities/dock.yml",
            "⊥# A comment.\nkind: place\nname: {en: Dock, ko: 부두}\npart_of: city-office\n",
            "W705",
        ),
        ("claims/series/boats.yml", changed(SERIES, "question:", "⊥question:"), "W716"),
    ],
)
def test_what_no_record_names_is_told_of(tmp_path: Path, file: str, text: str, code: str) -> None:
    told(tmp_path, code, text, file)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (CLAIM_FILE, with_claim("[lantern-walk]", "[dock, lantern-walk]")),
        (CLAIM_FILE, f"{CLAIM}relayed_by: [dock]\n"),
        (CLAIM_FILE, REPORT.replace("omber-daily\n    url", "dock\n    url") + "https://example.org/b\n"),
        (ENTITY_FILE, f"{ENTITY}part_of: dock\n"),
    ],
)
def test_an_entity_may_be_named_anywhere(tmp_path: Path, file: str, text: str) -> None:
    dock = {"claims/entities/dock.yml": "kind: organization\nname: {en: Dock, ko: 부두}\n"}
    assert examined(tmp_path, {file: text, **dock}) == []


@pytest.mark.parametrize("key", ["part_of: boats", "sum_of: [boats]"])
def test_a_series_may_be_named_by_another_one(tmp_path: Path, key: str) -> None:
    boats = {"claims/series/boats.yml": SERIES}
    assert examined(tmp_path, {SERIES_FILE: f"{SERIES}{key}\n", **boats}) == []


@pytest.mark.parametrize("text", ["title: [\n", with_claim("claimant: city-office", "claimant: docc")])
def test_who_is_not_named_because_of_a_mistake_is_not_told_of(tmp_path: Path, text: str) -> None:
    dock = "kind: place\nname: {en: Dock, ko: 부두}\n"
    problems = examined(tmp_path, {CLAIM_FILE: text, "claims/entities/dock.yml": dock})
    assert {problem.place.path for problem in problems} == {CLAIM_FILE}
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("said", "other", "codes"),
    [
        ("2031-03-12T09:00Z", "2031-03-12T09:01Z", ["E708"]),
        ("2031-03-12T09:00Z", "2031-03-12T18:00+09:00", []),
        ("2031-03-12T09:00Z", "2031-03-12T17:59+09:00", []),
        ("2031-03-12T09:00Z", "2031-03-12", []),
        ("2031-03-12", "2031-03-12T09:00Z", []),
        ("2031-03-12T09:00Z", "2031-03-13", ["E708"]),
        ("2031-03-12T23:00-10:00", "2031-03-13T17:00+09:00", []),
        ("2031-03-12T23:00-10:00", "2031-03-13T18:01+09:00", ["E708"]),
    ],
)
@pytest.mark.parametrize("key", ["revises", "disputes"])
def test_claims_with_times_are_earlier_by_the_minute(key: str, said: str, other: str, codes: list[str]) -> None:
    values: dict[str, Any] = {key: [f"{other[:10]}-b"]}
    archive = context(claim("2031-03-12-a", said=said, **values), claim(f"{other[:10]}-b", said=other), *WHO)
    assert [code for _, _, code in found(relations.links(archive))] == codes
