"""`claims init --renew`: what nobody touched is brought up to date, and nothing else."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from site_builder.language import catalogs
from site_builder.start import generator, memory, plan
from site_builder.start.choices import Choices
from site_builder.start.memory import Memory
from site_builder.start.plan import Files
from tests.commands import Done, RunCli
from tests.records import changed
from tests.start.starting import FILE, GENERATOR, files, locked

__all__ = ["locked"]  # the fixture
pytestmark = pytest.mark.usefixtures("locked")
CHOICES = Choices({"en": "New", "uk": "New"})
UP_TO_DATE = "everything is up to date\n"


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A new archive in two languages, one of which has no catalog of ours; it has no site."""
    root = tmp_path / "new"
    made = plan.files(CHOICES, GENERATOR)
    remembered = Memory(GENERATOR.version, CHOICES, {path: memory.digest(data) for path, data in made.items()})
    for path, data in {**made, memory.FILE: remembered.as_bytes()}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


def edit(file: Path, old: str, new: str) -> None:
    file.write_text(changed(file.read_text("utf-8"), old, new), "utf-8")


def newer(monkeypatch: pytest.MonkeyPatch, news: Files, gone: tuple[str, ...] = ()) -> None:
    """Let the package have other files."""
    before = plan.files

    def files_of(*arguments: Any) -> Files:
        return {path: data for path, data in {**before(*arguments), **news}.items() if path not in gone}

    monkeypatch.setattr(plan, "files", files_of)


def test_what_is_new_already_stays_as_it_is(tmp_path: Path, run_cli: RunCli) -> None:
    assert run_cli("init", "new", "--no-input", "--languages", "en,uk", at=tmp_path).code == 0
    begun = tmp_path / "new"
    before = files(begun)
    assert run_cli("init", "--renew", at=begun) == Done(0, UP_TO_DATE, "")
    assert files(begun) == before


def test_what_nobody_touched_is_renewed(begun: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch) -> None:
    newer(monkeypatch, {"Makefile": b"new:\n"})
    assert run_cli("init", "--renew", at=begun).out == "renewed: Makefile\n"
    assert (begun / "Makefile").read_bytes() == b"new:\n"
    assert run_cli("init", "--renew", at=begun).out == UP_TO_DATE


def test_what_was_edited_stays_and_the_difference_is_shown(
    begun: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(begun / "Makefile", "help: ## list these commands", "help: ## list\x1b[31m them")
    newer(monkeypatch, {"Makefile": (begun / "Makefile").read_bytes().replace(b"list\x1b[31m them", b"say them")})
    before = files(begun)
    for _ in range(2):
        done = run_cli("init", "--renew", at=begun)
        assert done.code == 0
        assert done.out.startswith("left as you changed it: Makefile\n  --- Makefile\n  +++ Makefile (claims init)\n")
        assert "\n  -help: ## list<U+001B>[31m them\n  +help: ## say them\n" in done.out
        assert done.out.endswith(UP_TO_DATE)
        assert files(begun) == before


def test_an_edit_that_comes_to_the_same_is_none(begun: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch) -> None:
    newer(monkeypatch, {"Makefile": b"new:\n"})
    (begun / "Makefile").write_bytes(b"new:\n")
    assert run_cli("init", "--renew", at=begun).out == UP_TO_DATE
    newer(monkeypatch, {"Makefile": b"newest:\n"})
    assert run_cli("init", "--renew", at=begun).out == "renewed: Makefile\n"


def test_what_was_deleted_stays_deleted(begun: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in [*begun.glob("claims/*/*sample*"), begun / ".github/CODEOWNERS"]:
        path.unlink()
    newer(monkeypatch, {".github/CODEOWNERS": b"* @somebody\n"})
    for _ in range(2):
        assert run_cli("init", "--renew", at=begun).out == UP_TO_DATE
        assert not [*begun.glob("claims/*/*sample*"), *begun.glob(".github/CODEOWNERS")]


def test_what_the_package_has_anew_is_written(begun: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch) -> None:
    newer(monkeypatch, {".github/workflows/further.yml": b"name: further\n", "notes.txt": b"ours\n"})
    (begun / "notes.txt").write_text("mine\n", "utf-8")
    done = run_cli("init", "--renew", at=begun)
    assert done.out == (
        "new: .github/workflows/further.yml\nleft as you changed it: notes.txt\n"
        "  --- notes.txt\n  +++ notes.txt (claims init)\n  @@ -1 +1 @@\n  -mine\n  +ours\n"
    )
    assert (begun / ".github/workflows/further.yml").read_bytes() == b"name: further\n"
    assert (begun / "notes.txt").read_text("utf-8") == "mine\n"
    (begun / ".github/workflows/further.yml").unlink()
    assert "further" not in run_cli("init", "--renew", at=begun).out


def test_what_the_package_has_no_more_goes_unless_it_was_edited(
    begun: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(begun / "SECURITY.md", "# Security", "# Ours")
    newer(monkeypatch, {}, gone=("SECURITY.md", "CITATION.cff"))
    assert run_cli("init", "--renew", at=begun).out == "removed, since nothing needs it any more: CITATION.cff\n"
    assert (begun / "SECURITY.md").is_file()
    assert not (begun / "CITATION.cff").exists()


def test_a_newer_generator_takes_the_place_of_the_old_one(
    begun: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = FILE.replace("0.1.0", "0.2.0")
    later = replace(GENERATOR, version="0.2.0", requirement="x", source={"path": file}, files={file: b"newer"})
    monkeypatch.setattr(generator, "locked", lambda known="": later)
    done = run_cli("init", "--renew", at=begun)
    assert done.out.splitlines() == [
        "renewed: pyproject.toml",
        "renewed: requirements.txt",
        f"removed, since nothing needs it any more: {FILE}",
        f"new: {file}",
    ]
    assert json.loads((begun / memory.FILE).read_text("utf-8"))["generator"] == "0.2.0"


def test_a_catalog_keeps_its_words_and_gets_the_messages_that_it_lacks(begun: Path, run_cli: RunCli) -> None:
    file = begun / catalogs.file_of("uk")
    edit(file, 'msgid "Claims"\nmsgstr ""', 'msgid "Claims"\nmsgstr "Заяви"')
    edit(file, 'msgid "Answer"\nmsgstr ""\n', "")
    done = run_cli("init", "--renew", at=begun)
    assert done.out == f"new messages added, your words kept: {catalogs.file_of('uk')}\n"
    text = file.read_text("utf-8")
    assert 'msgid "Claims"\nmsgstr "Заяви"\n' in text
    assert text.endswith('\n\nmsgid "Answer"\nmsgstr ""\n\n')
    assert run_cli("init", "--renew", at=begun).out == UP_TO_DATE


def test_the_schemas_and_pages_follow_the_languages_of_the_site(begun: Path, run_cli: RunCli) -> None:
    edit(begun / "mkdocs.yml", "languages: [en, uk]", "languages: [en, uk, ko]")
    done = run_cli("init", "--renew", at=begun)
    assert "renewed: claims/schema/claim.schema.json\n" in done.out
    assert "new: content/ko/index.md\n" in done.out
    assert "left as you changed it: mkdocs.yml" not in done.out
    assert '"ko"' in (begun / "claims/schema/claim.schema.json").read_text("utf-8")
    assert run_cli("init", "--renew", at=begun).out == UP_TO_DATE


@pytest.mark.parametrize("folder", ["claims/2025", "content/uk", "."])
def test_it_works_from_any_folder_or_by_name(
    begun: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    newer(monkeypatch, {"Makefile": b"new:\n"})
    assert run_cli("init", "--renew", at=begun / folder).out == "renewed: Makefile\n"
    assert run_cli("init", "--renew", "new", at=begun.parent).out == UP_TO_DATE


def test_a_dry_run_only_says_what_would_be(begun: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch) -> None:
    newer(monkeypatch, {"Makefile": b"new:\n"})
    before = files(begun)
    assert run_cli("init", "--renew", "--dry-run", at=begun).out == "renewed: Makefile\n"
    assert files(begun) == before


@pytest.mark.parametrize(
    "text", [None, "", "{}", "[]", '{"generator": "1", "answers": {"languages": []}, "files": {}}']
)
def test_without_memory_nothing_is_renewed(begun: Path, run_cli: RunCli, text: str | None) -> None:
    if text is None:
        (begun / memory.FILE).unlink()
    else:
        (begun / memory.FILE).write_text(text, "utf-8")
    before = files(begun)
    done = run_cli("init", "--renew", at=begun)
    assert (done.code, done.out) == (2, "")
    assert memory.FILE in done.err
    assert files(begun) == before


@pytest.mark.parametrize("option", [["--no-sample"], ["--languages", "en"], ["--name", "en=X"], ["--git"]])
def test_other_answers_are_refused(begun: Path, run_cli: RunCli, option: list[str]) -> None:
    done = run_cli("init", "--renew", *option, at=begun)
    assert done.code == 2
    assert "--renew goes by the answers of the beginning" in done.err


def test_where_there_is_no_archive_that_is_said(tmp_path: Path, run_cli: RunCli) -> None:
    done = run_cli("init", "--renew", at=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "there is no archive here" in done.err


def test_a_renewal_that_was_interrupted_is_taken_up(
    begun: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer(monkeypatch, {"Makefile": b"new:\n", "SECURITY.md": b"newer\n"})
    (begun / "Makefile").write_bytes(b"new:\n")  # and no memory of it
    assert run_cli("init", "--renew", at=begun).out == "renewed: SECURITY.md\n"
    newer(monkeypatch, {"Makefile": b"newest:\n"})
    assert run_cli("init", "--renew", at=begun).out == "renewed: Makefile\n"
