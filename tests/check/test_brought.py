"""Whoever changes an archive hears of all errors, and of the warnings that the change brings, wherever they stand."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from site_builder.check.brought import parted
from site_builder.problems import Kind, Place, Problem
from site_builder.problems.duplicates import SameName
from site_builder.problems.files import ByteOrderMark, NotUtf8
from site_builder.problems.relations import Unused
from tests.commands import RunCli
from tests.github.archives import repository
from tests.records import CLAIM, CLAIM_FILE, write
from tests.repository import commit, git
from tests.ukrainian import archive as ukrainian_archive

A, B = "claims/entities/a.yml", "claims/entities/b.yml"
LONELY, OTHER = "claims/entities/lonely.yml", "claims/entities/other.yml"
WALK = "claims/entities/lantern-walk.yml"
NEW_FILE = CLAIM_FILE.replace("03-12", "03-13")
NEW = CLAIM.replace("2031-03-12", "2031-03-13").replace("1,200", "1,300")
WARNED = {
    LONELY: "kind: event\nname: {en: Lonely, ko: 외톨이}\n",
    OTHER: "\ufeffkind: event\nname: {en: O, ko: 오}\n",
}
"""Entities that nobody names, one of them with a mark before its text."""


def problem(kind: type[Kind], path: str, line: int = 1, related: str = "", **values: object) -> Problem:
    return Problem(kind, Place(path, line), values, Place(related) if related else None)


@pytest.mark.parametrize(
    ("found", "before", "touched", "is_brought"),
    [
        (problem(Unused, A), problem(Unused, A), (), False),
        (problem(Unused, A, line=9), problem(Unused, A), (), False),
        (problem(Unused, A), problem(Unused, A), (A,), True),
        (problem(Unused, A), problem(Unused, B), (B,), True),
        (problem(Unused, A), problem(ByteOrderMark, A), (), True),
        (problem(SameName, A, other="b"), problem(SameName, A, other="c"), (), True),
        (problem(SameName, A, other="b", name="x"), problem(SameName, A, name="x", other="b"), (), False),
        (problem(Unused, A, related=B), problem(Unused, A, related=B), (B,), True),
        (problem(NotUtf8, A), problem(NotUtf8, A), (), True),
    ],
)
def test_errors_count_and_the_warnings_that_are_new_or_about_what_was_touched(
    found: Problem, before: Problem, touched: tuple[str, ...], is_brought: bool
) -> None:
    assert parted([found], [before], touched) == (([found], []) if is_brought else ([], [found]))


def test_a_second_warning_with_the_same_words_is_a_new_one() -> None:
    first, second = problem(Unused, A), problem(Unused, A, line=7)
    assert parted([first, second], [problem(Unused, A, line=3)], ()) == ([second], [first])


Change = Mapping[str, str | None]
Told = Callable[[Change, Change], tuple[list[str], str]]


@pytest.fixture
def told(tmp_path: Path, run_cli: RunCli) -> Told:
    """What annotations say, as `code file`, of a change of an archive that had some other files before; and the end."""

    def run(before: Change, change: Change) -> tuple[list[str], str]:
        repository(tmp_path)
        write(tmp_path, {file: text for file, text in before.items() if text is not None})
        commit(tmp_path)
        for file in [file for file, text in change.items() if text is None]:
            (tmp_path / file).unlink()
        write(tmp_path, {file: text for file, text in change.items() if text is not None})
        commit(tmp_path)
        done = run_cli("check", "--format", "github", "--base", "HEAD^", "--lang", "en", at=tmp_path)
        lines = done.out.splitlines()
        shown = [line for line in lines if line.startswith(("::error ", "::warning "))]
        assert done.code == any(line.startswith("::error ") for line in shown)
        fields = [
            dict(field.split("=") for field in line.split("::")[1].partition(" ")[2].split(",")) for line in shown
        ]
        return [f"{field['title']} {field['file']}" for field in fields], "\n".join(lines[len(shown) :])

    return run


def test_a_new_claim_is_not_told_of_warnings_elsewhere(told: Told) -> None:
    assert told(WARNED, {NEW_FILE: NEW}) == ([], "nothing new\n3 warnings elsewhere were there before.")


def test_a_touched_file_is_told_of_what_it_had_before(told: Told) -> None:
    shown, end = told(WARNED, {OTHER: "\ufeffkind: event\nname: {en: Oh, ko: 오}\n"})
    assert shown == [f"W103 {OTHER}", f"W705 {OTHER}"]
    assert end == "2 warnings in 1 file\n1 warning elsewhere was there before."


def test_a_change_may_bring_a_warning_in_a_file_that_nobody_touched(told: Told) -> None:
    edited = CLAIM.replace("about: [lantern-walk]", "about: [city-office]")
    assert told({}, {CLAIM_FILE: edited}) == ([f"W705 {WALK}"], "1 warning in 1 file")


def test_an_error_is_told_wherever_it_stands_and_however_old_it_is(told: Told) -> None:
    shown, _ = told({LONELY: "kind: x\n"}, {NEW_FILE: NEW})
    assert shown
    assert {each.split()[1] for each in shown} == {LONELY}
    assert {each[0] for each in shown} == {"E"}


def test_a_commit_without_an_archive_has_no_warnings(tmp_path: Path, run_cli: RunCli) -> None:
    write(tmp_path, {"README.md": "# An archive\n"})
    commit(tmp_path)
    repository(tmp_path)
    write(tmp_path, {LONELY: "kind: event\nname: {en: Lonely, ko: 외톨이}\n"})
    commit(tmp_path)
    git(tmp_path, "tag", "first", "HEAD~2")
    done = run_cli("check", "--format", "github", "--base", "first", "--lang", "en", at=tmp_path)
    assert f"::warning file={LONELY},line=1" in done.out
    assert done.out.splitlines()[-1] == "1 warning in 1 file"


def test_messages_that_were_not_translated_before_are_nobodys_news(tmp_path: Path, run_cli: RunCli) -> None:
    ukrainian_archive(tmp_path, "")
    commit(tmp_path)
    write(tmp_path, {LONELY: "kind: event\nname: {en: Lonely, uk: Самотній}\n"})
    commit(tmp_path)
    done = run_cli("check", "--format", "github", "--base", "HEAD^", "--lang", "en", at=tmp_path)
    assert "W917" not in done.out
    assert "W705" in done.out
    assert done.out.splitlines()[-1] == "1 warning elsewhere was there before."
    assert "warning[W917]" in run_cli("check", "--base", "HEAD^", "--lang", "en", at=tmp_path).out
