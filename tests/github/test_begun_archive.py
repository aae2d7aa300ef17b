"""What GitHub runs for pull requests works in an archive that `claims init` began, in any languages."""

from pathlib import Path

import pytest

from tests.commands import RunCli
from tests.github.archives import propose
from tests.github.test_pull_requests import WELL, body, checked, commented
from tests.repository import commit
from tests.start.starting import locked

__all__ = ["locked"]


@pytest.fixture
def begun(tmp_path: Path, run_cli: RunCli, locked: None) -> Path:
    """An archive in three languages, in one of which contributors are told in English."""
    done = run_cli("init", "archive", "--no-input", "--languages", "en,ko,uk", at=tmp_path)
    assert done.code == 0, done.err
    commit(tmp_path / "archive")
    return tmp_path / "archive"


def test_a_changed_title_is_checked_built_and_told(begun: Path) -> None:
    (claim,) = begun.glob("claims/[0-9]*/*.yml")
    lines = claim.read_text("utf-8").splitlines(keepends=True)
    at = lines.index("title:\n") + 1
    titled = "".join([*lines[:at], *(f"{line.rstrip()} – 1\n" for line in lines[at : at + 3]), *lines[at + 3 :]])
    proposed = propose(begun, {claim.relative_to(begun).as_posix(): titled})
    run = checked(begun, proposed)
    assert run.jobs == {**WELL, "test": "skipped"}
    written = body(commented(begun, proposed, run))
    assert written.count("<details>") == 1
    english = written.partition("<details>")[0]
    assert english.count(" – 1\n") >= 4  # the titles in English and in Ukrainian, each as heading and as what came
    assert "<h2>українська</h2>" in run.artifacts["preview.html"]["preview.html"].decode()


def test_its_programs_are_tested_by_its_own_commands(begun: Path) -> None:
    makefile = (begun / "Makefile").read_text("utf-8")
    run = checked(begun, propose(begun, {"Makefile": f"# Ours.\n{makefile}"}), "test")
    assert run.jobs == {"scope": "success", "test": "success"}
