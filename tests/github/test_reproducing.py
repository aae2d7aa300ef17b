"""`claims github reproduce` builds a site again, and tells of every file that is another one."""

from pathlib import Path

import pytest

from tests.commands import RunCli
from tests.github.archives import repository
from tests.records import CLAIM, CLAIM_FILE, write


@pytest.fixture
def built(tmp_path: Path, run_cli: RunCli) -> Path:
    """An archive in a repository, with its site."""
    repository(tmp_path)
    assert run_cli("build", at=tmp_path).code == 0
    return tmp_path


def test_a_site_is_made_of_its_commit_alone(built: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch) -> None:
    write(built, {CLAIM_FILE: CLAIM.replace("1,200", "1,300")})
    done = run_cli("github", "reproduce", at=built)
    assert (done.code, done.out) == (0, "built a second time, the site is the same, byte for byte\n")


def test_a_file_that_is_another_one_is_named(built: Path, run_cli: RunCli) -> None:
    write(built, {"site/en/index.html": "x", "site/more\n::error::x": "x"})
    done = run_cli("github", "reproduce", at=built)
    assert done.code == 1
    (said,) = done.out.splitlines()
    assert said.startswith("::error::2 files differ when the same site is built again: ")
    assert "en/index.html" in said
    assert "달라지는 파일이 2개" in said


def test_without_a_site_there_is_nothing_to_compare(tmp_path: Path, run_cli: RunCli) -> None:
    repository(tmp_path)
    done = run_cli("github", "reproduce", at=tmp_path)
    assert done.code == 2
    assert "site/index.html" in done.err
