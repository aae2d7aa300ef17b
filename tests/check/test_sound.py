"""What is remembered of sound claims, so that a large archive is checked fast a second time."""

from pathlib import Path

import pytest

from site_builder.check import numbers, validate
from site_builder.read.cache import CACHE
from tests.check.examined import ARCHIVE
from tests.records import CLAIM, CLAIM_FILE, changed, write

FIGURES = "figures:\n  - {series: visitors, value: %s, hedge: about}\n"


def told(root: Path) -> list[str]:
    return [f"{problem.place} {problem.kind.code}" for problem in validate.validate(root, ["en", "ko"]).problems]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(validate, "_LARGE", 1)
    return write(tmp_path, {**ARCHIVE, CLAIM_FILE: CLAIM + FIGURES % 1200})


def test_a_sound_claim_is_not_looked_at_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(root) == []
    assert len((root / CACHE / "sound").read_text("ascii").split()) == 2
    monkeypatch.setattr(numbers, "readings", None)
    assert told(root) == []


def test_a_claim_that_changed_is_looked_at_again(root: Path) -> None:
    assert told(root) == []
    for _ in range(2):
        write(root, {CLAIM_FILE: CLAIM + FIGURES % 1300})
        assert [each.rpartition(" ")[2] for each in told(root)] == ["E741", "E741"]
    write(root, {CLAIM_FILE: CLAIM + FIGURES % 1200})
    assert told(root) == []


def test_a_claim_is_looked_at_again_when_its_question_is_another(root: Path) -> None:
    assert told(root) == []
    file = "claims/series/visitors.yml"
    write(root, {file: changed(ARCHIVE[file], "unit:", "measure: decimal\nunit:")})
    before = (root / CACHE / "sound").read_text("ascii")
    told(root)
    assert (root / CACHE / "sound").read_text("ascii") != before


def test_a_memory_that_is_damaged_does_no_harm(root: Path) -> None:
    told(root)
    (root / CACHE / "sound").write_bytes(b"\xff")
    assert told(root) == []
