from pathlib import Path

import pytest

from site_builder.check import references
from site_builder.check.validate import validate
from tests.records import (
    ARCHIVE,
    CLAIM,
    CLAIM_FILE,
    ENTITY,
    ENTITY_FILE,
    SERIES,
    SERIES_FILE,
    changed,
    claim,
    coded,
    context,
    entity,
    found,
    marked,
    series,
    write,
)

NAMED = [entity("city-office"), entity("lantern-walk"), entity("omber-daily")]
FIGURE = {"series": "visitors", "value": "1", "hedge": "exact"}
OTHER = "2031-03-11-city-office-visitors"


def test_what_a_claim_names_may_be_there() -> None:
    made = claim(relayed_by=["city-office"], figures=[FIGURE], revises=[OTHER], disputes=[OTHER], repeats=[OTHER])
    archive = context(made, claim(OTHER), *NAMED, series())
    for check in (references.unknown_entities, references.unknown_series, references.unknown_claims):
        assert found(check(archive)) == []


def test_an_entity_that_is_not_there_is_told_of_wherever_it_is_named() -> None:
    report = {"url": "https://example.org/b", "publisher": "nobody-3"}
    made = claim(
        claimant="nobody-0", relayed_by=["city-office", "nobody-1"], about=["nobody-2", "city-office"], reports=[report]
    )
    archive = context(made, *NAMED[:2], entity("office", part_of="nobody-4"))
    assert sorted(found(references.unknown_entities(archive))) == [
        (made.file, "about.0", "E703"),
        (made.file, "claimant", "E703"),
        (made.file, "quotes.en.source.publisher", "E703"),
        (made.file, "relayed_by.1", "E703"),
        (made.file, "reports.0.publisher", "E703"),
        ("claims/entities/office.yml", "part_of", "E703"),
    ]


def test_a_series_that_is_not_there_is_told_of_wherever_it_is_named() -> None:
    made = claim(figures=[FIGURE, FIGURE | {"series": "nothing-0"}])
    whole = series(part_of="nothing-1", sum_of=["visitors", "nothing-2"])
    assert found(references.unknown_series(context(made, whole))) == [
        (made.file, "figures.1.series", "E706"),
        (whole.file, "part_of", "E706"),
        (whole.file, "sum_of.1", "E706"),
    ]


def test_a_claim_that_is_not_there_is_told_of_wherever_it_is_named() -> None:
    made = claim(revises=["2031-a"], disputes=[OTHER, "2031-b"], repeats=["2031-c"])
    assert found(references.unknown_claims(context(made, claim(OTHER)))) == [
        (made.file, "revises.0", "E707"),
        (made.file, "disputes.1", "E707"),
        (made.file, "repeats.0", "E707"),
    ]


def test_a_record_whose_file_is_wrong_in_itself_is_not_missing() -> None:
    made = claim(revises=[OTHER], figures=[FIGURE])
    files = [f"claims/2031/{OTHER}.yml", SERIES_FILE, *(record.file for record in NAMED)]
    archive = context(made, files=files)
    for check in (references.unknown_entities, references.unknown_series, references.unknown_claims):
        assert found(check(archive)) == []


@pytest.mark.parametrize(
    ("id", "suggestion"), [("city-ofice", "city-office"), ("omber-dayly", "omber-daily"), ("zzz", None)]
)
def test_the_id_that_was_probably_meant_is_suggested(id: str, suggestion: str | None) -> None:
    (finding,) = references.unknown_entities(context(claim(claimant=id), *NAMED))
    assert finding.values.get("suggestion") == suggestion


def test_the_sources_of_a_claim_come_with_the_way_to_each() -> None:
    report = {"url": "https://example.org/b", "publisher": "city-office"}
    assert [(at, source.publisher) for at, source in references.sources(claim(reports=[report]))] == [
        (("quotes", "en", "source"), "omber-daily"),
        (("reports", 0), "city-office"),
    ]


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        (CLAIM_FILE, changed(CLAIM, "claimant: city", "claimant: ⊥town"), "E703"),
        (CLAIM_FILE, changed(CLAIM, "[lantern-walk]", "[lantern-walk, ⊥parade, city-office]"), "E703"),
        (CLAIM_FILE, changed(CLAIM, "publisher: omber", "publisher: ⊥evening"), "E703"),
        (ENTITY_FILE, f"{ENTITY}part_of: ⊥omber\n", "E703"),
        (CLAIM_FILE, f"{CLAIM}figures: [{{value: 1, hedge: exact, series: ⊥walkers}}]\n", "E706"),
        (SERIES_FILE, f"{SERIES}sum_of:\n  - visitors\n  - ⊥others\n", "E706"),
        (CLAIM_FILE, f"{CLAIM}disputes: [⊥2031-03-11-words]\n", "E707"),
    ],
)
def test_what_is_not_there_is_told_of_where_it_is_named(tmp_path: Path, file: str, text: str, code: str) -> None:
    text, expected = marked(text, code)
    problems = validate(write(tmp_path, {**ARCHIVE, file: text}), ["en", "ko"]).problems
    told = [problem for problem in problems if problem.kind.code == code]
    assert coded(told) == expected
    assert {problem.place.path for problem in told} == {file}
