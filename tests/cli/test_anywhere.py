"""Commands work from every folder of an archive, and say so where there is none."""

import json
from pathlib import Path

import pytest

from tests.commands import Done, RunCli
from tests.records import changed

CLAIM = "claims/2031/2031-03-11-walkers-union-visitors.yml"
NONE = {"en": "there is no archive here:", "ko": "여기에는 기록관이 없습니다."}


@pytest.fixture
def broken(archive: Path) -> Path:
    """An archive with an error in a claim, and another in an entity."""
    for file, old, new in (
        (CLAIM, "value: 8000", "value: 8,000"),
        ("claims/entities/mara-lind.yml", "kind: ", "kind: x"),
    ):
        path = archive / file
        path.write_text(changed(path.read_text("utf-8"), old, new), "utf-8")
    return archive


@pytest.mark.parametrize("folder", ["claims", "claims/2031", "claims/entities", "content/ko"])
def test_check_looks_at_the_whole_archive_from_any_folder(broken: Path, run_cli: RunCli, folder: str) -> None:
    assert run_cli("check", at=broken / folder) == run_cli("check", at=broken)
    report = json.loads(run_cli("check", "--format", "json", at=broken / folder).out)
    assert [problem["path"] for problem in report["problems"]] == [CLAIM, "claims/entities/mara-lind.yml"]


@pytest.mark.parametrize(
    ("folder", "path"),
    [("claims/2031", Path(CLAIM).name), ("claims/entities", f"../2031/{Path(CLAIM).name}"), ("claims", "2031")],
)
def test_paths_are_those_of_the_current_folder(broken: Path, run_cli: RunCli, folder: str, path: str) -> None:
    done = run_cli("check", path, at=broken / folder)
    assert (done.code, done.out.count("error[")) == (1, 1)
    assert done.out.startswith(f"{CLAIM}:")


def test_fix_and_new_write_into_the_archive_around(archive: Path, run_cli: RunCli) -> None:
    with (archive / CLAIM).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert run_cli("fix", at=archive / "claims/entities").out == f"fixed {CLAIM}: end of file\n"
    names = ("--kind", "person", "--name-en", "Orla Venn", "--name-ko", "오를라 벤")
    done = run_cli("new", "entity", "--no-input", *names, at=archive / "content")
    assert done.out.endswith("written: claims/entities/orla-venn.yml\n")
    assert (archive / "claims/entities/orla-venn.yml").is_file()


def test_build_makes_the_site_of_the_archive_around(archive: Path, run_cli: RunCli) -> None:
    assert run_cli("build", at=archive / "claims/2031").code == 0
    assert (archive / "site/ko/index.html").is_file()
    assert not (archive / "claims/2031/site").exists()


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("command", ["build", "check", "fix", "new", "new entity", "serve"])
def test_where_there_is_no_archive_the_way_out_is_told(
    tmp_path: Path, run_cli: RunCli, command: str, language: str
) -> None:
    done = run_cli(*command.split(), "--lang", language, at=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(NONE[language])
    assert "cd …" in done.err
    assert "Errno" not in done.err


@pytest.mark.parametrize("command", ["build", "serve"])
def test_settings_that_are_not_there_are_told_of_in_words(archive: Path, run_cli: RunCli, command: str) -> None:
    done = run_cli(command, "--config", "none.yml", at=archive)
    assert done == Done(2, "", "there is no file none.yml\n")


def test_the_folder_of_the_records_is_missed(archive: Path, run_cli: RunCli) -> None:
    (archive / "claims").rename(archive / "records")
    done = run_cli("check", at=archive)
    assert (done.code, done.out.splitlines()[0]) == (1, "claims:1:1: error[E114]: there is no folder claims/")
    assert "오류[E114]" in run_cli("build", "--lang", "ko", at=archive).err
