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


def test_of_what_was_merged_the_id_that_stays_is_suggested() -> None:
    made = claim(claimant="city-hal", figures=[{**FIGURE, "series": "guest"}])
    merged = (entity("city-hall", merged_into="city-office"), series("guests", merged_into="visitors"))
    archive = context(made, *NAMED, series(), *merged)
    (unknown,), (unasked,) = references.unknown_entities(archive), references.unknown_series(archive)
    assert unknown.values == {"id": "city-hal", "suggestion": "city-office"}
    assert unasked.values == {"id": "guest", "suggestion": "visitors"}


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


@pytest.mark.parametrize("kind", ["equipment", "place", "event", "topic"])
@pytest.mark.parametrize(
    "text",
    [
        changed(CLAIM, "claimant: city-office", "claimant: ⊥thing"),
        f"{CLAIM}relayed_by: [omber-daily, ⊥thing]\n",
        changed(CLAIM, "publisher: omber-daily", "publisher: ⊥thing"),
    ],
)
def test_a_thing_neither_speaks_nor_publishes(tmp_path: Path, kind: str, text: str) -> None:
    thing = {"claims/entities/thing.yml": f"kind: {kind}\nname: {{en: Thing, ko: 물건}}\n"}
    others = {"claims/2031/2031-03-10-city-office-few.yml": _other()}
    text, expected = marked(text, "E717")
    problems = validate(write(tmp_path, {**ARCHIVE, **thing, **others, CLAIM_FILE: text}), ["en", "ko"]).problems
    assert [each for each in coded(problems) if "E717" in each] == expected


@pytest.mark.parametrize("kind", ["person", "country", "group"])
def test_who_speaks_need_not_publish(tmp_path: Path, kind: str) -> None:
    somebody = {"claims/entities/somebody.yml": f"kind: {kind}\nname: {{en: Somebody, ko: 누군가}}\n"}
    for key, count in (("claimant: city-office", 0), ("publisher: omber-daily", 1)):
        text = changed(CLAIM, key, f"{key.partition(':')[0]}: somebody")
        problems = validate(write(tmp_path, {**ARCHIVE, **somebody, CLAIM_FILE: text}), ["en", "ko"]).problems
        assert sum(problem.kind.code == "E717" for problem in problems) == count


def _other() -> str:
    """Another claim, which names all that the first one may not name any more."""
    return CLAIM.replace("2031-03-12", "2031-03-10").replace("1,200", "300").replace("/walk", "/few")
