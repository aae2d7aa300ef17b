import unicodedata
from pathlib import Path

import pytest

from site_builder.check import ids
from site_builder.problems import Finding, Kind
from site_builder.problems.ids import DeviceName, OnlyCase, PageOfList, TooLong, TwoYears
from tests.check.examined import ARCHIVE, examined
from tests.records import CLAIM, CLAIM_FILE, ENTITY, ENTITY_FILE, context

UPPER_FILE = "claims/entities/City-Office.yml"


def told(*files: str) -> list[str]:
    """What is said of files, in order: file, code, and the other file if there is one."""
    archive = context(files=files)
    findings = sorted((*ids.taken_ids(archive), *ids.unfit_ids(archive)), key=lambda finding: finding.file)
    return [" ".join(filter(None, (finding.file, finding.kind.code, _other(finding)))) for finding in findings]


def _other(finding: Finding) -> str:
    return finding.related[0] if finding.related else ""


def test_files_of_all_kinds_may_share_an_id() -> None:
    assert told(*ARCHIVE, "claims/series/city-office.yml", "claims/2031/2031-a.yml", "claims/entities/2031-a.yml") == []


def test_case_alone_does_not_tell_two_files_apart(tmp_path: Path) -> None:
    problems = examined(tmp_path, {UPPER_FILE: ENTITY.replace("City Office", "Office").replace("시청", "청사")})
    found = {(str(problem.place), str(problem.related)) for problem in problems if problem.kind is OnlyCase}
    assert found == {(f"{UPPER_FILE}:1:1", f"{ENTITY_FILE}:1:1"), (f"{ENTITY_FILE}:1:1", f"{UPPER_FILE}:1:1")}


def test_three_spellings_are_each_told_of() -> None:
    assert told("claims/series/a.yml", "claims/series/A.yml", "claims/series/b.yml") == [
        "claims/series/A.yml E502 claims/series/a.yml",
        "claims/series/a.yml E502 claims/series/A.yml",
    ]
    assert len(told("claims/series/ab.yml", "claims/series/Ab.yml", "claims/series/aB.yml")) == 3


def test_the_form_of_characters_alone_does_not_tell_two_files_apart() -> None:
    composed, pieces = (unicodedata.normalize(form, "claims/entities/옴버.yml") for form in ("NFC", "NFD"))
    assert told(composed, pieces) == [f"{pieces} E502 {composed}", f"{composed} E502 {pieces}"]


def test_an_id_stands_in_one_year_only(tmp_path: Path) -> None:
    second = CLAIM_FILE.replace("claims/2031/", "claims/2030/")
    problems = examined(tmp_path, {second: CLAIM})
    found = {(str(problem.place), str(problem.related)) for problem in problems if problem.kind is TwoYears}
    assert found == {(f"{CLAIM_FILE}:1:1", f"{second}:1:1"), (f"{second}:1:1", f"{CLAIM_FILE}:1:1")}


def test_two_records_have_two_addresses() -> None:
    assert told("claims/2031/2031-a.yml", "claims/2030/2031-A.yml") == [
        "claims/2030/2031-A.yml E512 claims/2031/2031-a.yml",
        "claims/2031/2031-a.yml E512 claims/2030/2031-A.yml",
    ]


@pytest.mark.parametrize("id", ["con", "PRN", "aux", "nul", "com1", "lpt9", "com0", "nul.x", "lpt9.x"])
def test_the_name_of_a_device_is_no_id(id: str) -> None:
    assert told(f"claims/entities/{id}.yml") == [f"claims/entities/{id}.yml E509"]


@pytest.mark.parametrize("id", ["page-1", "page-2", "page-100"])
@pytest.mark.parametrize("folder", ["entities", "series"])
def test_the_pages_of_lists_are_no_ids(folder: str, id: str) -> None:
    assert told(f"claims/{folder}/{id}.yml") == [f"claims/{folder}/{id}.yml E513"]


@pytest.mark.parametrize(
    "id", ["convention", "com", "com10", "lpt-9", "page", "pages-2", "front-page-2", "page-2-news"]
)
def test_names_that_begin_alike_may_be_used(id: str) -> None:
    assert told(f"claims/entities/{id}.yml") == []


@pytest.mark.parametrize(
    ("id", "expected"),
    [("a" * 80, []), ("a" * 81, ["E510"]), ("가" * 26, []), ("가" * 27, ["E510"]), ("가" * 86, ["E510"])],
)
def test_an_id_is_not_too_long(id: str, expected: list[str]) -> None:
    assert [line.split()[1] for line in told(f"claims/entities/{id}.yml")] == expected


def test_an_id_that_is_no_good_is_told_of_at_its_file(tmp_path: Path) -> None:
    problems = examined(tmp_path, {"claims/entities/nul.yml": "kind: topic\nname: {en: Nothing, ko: 없음}\n"})
    assert {(str(problem.place), problem.kind.code) for problem in problems} == {
        ("claims/entities/nul.yml:1:1", "E509"),
        ("claims/entities/nul.yml:1:1", "W705"),
    }


@pytest.mark.parametrize("kind", [DeviceName, TooLong, PageOfList])
def test_the_samples_are_names_of_files(kind: type[Kind]) -> None:
    wrong, right = [line.strip() for line in (kind.__doc__ or "").split("\n") if line.strip().startswith("claims/")]
    assert [line.split()[1] for line in told(wrong)] == [kind.code]
    assert told(right) == []
