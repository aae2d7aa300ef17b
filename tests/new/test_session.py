"""New records are put into the archive together, or none of them is."""

from pathlib import Path

import pytest

from site_builder.new.session import NewRecordSession
from tests.records import ARCHIVE, SCHEMAS, coded, write

FILE = "claims/entities/mara-lind.yml"
NAMES = {"en": "Mara Lind", "ko": "마라 린드"}
PERSON = {"kind": "person", "name": NAMES}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, {**ARCHIVE, **SCHEMAS})


def files(root: Path) -> list[str]:
    """All files and folders but what a check remembers for the next one."""
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if ".cache" not in path.parts)


def session(root: Path, **values: object) -> NewRecordSession:
    """A session with a person who lies ready."""
    made = NewRecordSession(root, ["en", "ko"])
    made.add_entity("mara-lind", {**PERSON, **values}, NAMES, {"en": "Mara"})  # type: ignore[dict-item]
    return made


def test_a_right_record_stays(root: Path) -> None:
    with session(root).written() as problems:
        assert problems == []  # that nothing names it yet is no fault of whoever adds it
    assert (root / FILE).read_text("utf-8").endswith("kind: person\nname:\n  en: Mara Lind\n  ko: 마라 린드\n")


def test_a_wrong_one_is_there_for_as_long_as_its_problems_are_shown(root: Path) -> None:
    before = files(root)
    with session(root, kind="persona").written() as problems:
        assert coded(problems) == ["2:7 E307"]
        assert (root / FILE).exists()
    assert files(root) == before


def test_a_wrong_record_takes_the_right_ones_beside_it_along(root: Path) -> None:
    before = files(root)
    wrong = session(root)
    wrong.add_claim("2030-01-01-words", {"said": "2030-01-01"})
    with wrong.written() as problems:
        assert any(problem.is_error for problem in problems)
    assert files(root) == before


def test_a_file_that_somebody_else_wrote_meanwhile_is_left_alone(root: Path) -> None:
    late = session(root)
    late.add_claim("2030-01-01-words", {"said": "2030-01-01"})
    write(root, {FILE: "theirs"})
    with pytest.raises(FileExistsError), late.written():
        pass
    assert (root / FILE).read_text("utf-8") == "theirs"
    assert not (root / "claims/2030").exists()


def test_what_lies_ready_is_found_by_its_names_and_its_id_is_taken(root: Path) -> None:
    ready = session(root)
    ready.add_series("red-lanterns", {}, {"en": "How many lanterns were red?"})
    assert ready.entities.exact("mara") == ready.entities.exact("마라 린드") == ["mara-lind"]
    assert ready.series.exact("how many lanterns were red") == ["red-lanterns"]
    assert ready.short_name("mara-lind") == "Mara"
    assert ready.short_name("city-office") == ready.short_name("nobody") == ""
    assert ready.taken("entities") == [*NewRecordSession(root, ["en", "ko"]).taken("entities"), "mara-lind"]
    assert ready.taken("series")[-1] == "red-lanterns"
    assert ready.taken("") == ["2031-03-12-city-office-visitors"]
