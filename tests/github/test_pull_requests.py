"""Pull requests from forks as GitHub runs them: the workflows `ci` and `pr-comment`, on real repositories."""

import json
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from site_builder.github import comment, report
from site_builder.read import git as history
from tests.commands import Done, RunCli
from tests.github.acting import Run, run_workflow
from tests.github.answering import Answering
from tests.github.archives import ended, merged, propose, repository
from tests.records import CLAIM, CLAIM_FILE, ENTITY_FILE, changed, write
from tests.repository import commit, git
from tests.sites import files

NOTHING = report.Report(kind="data", data=[], engine=[], errors=0, warnings=0, elsewhere=0, problems=[])
EMPTY = report.write(NOTHING)
NEW_FILE = CLAIM_FILE.replace("03-12", "03-13")
NEW = CLAIM.replace("2031-03-12", "2031-03-13").replace("1,200", "1,300")
SKIPPED = {"test": "skipped"}
WELL = {"scope": "success", "check": "success", "build": "success", "ci-ok": "success"}


def checked(archive: Path, proposed: dict[str, Any], job: str | None = None) -> Run:
    """Run `ci`, or one job of it, for a pull request; nothing but its artifacts is left of it."""
    before = files(archive)
    run = run_workflow(archive, "ci", "pull_request", proposed, job=job)
    assert {name: data for name, data in files(archive).items() if not name.startswith(".git/")} == {
        name: data for name, data in before.items() if not name.startswith(".git/")
    }
    assert run.calls == ()
    return run


def commented(archive: Path, proposed: dict[str, Any], run: Run, **answers: object) -> Run:
    """Run `pr-comment` after a run of `ci`, at the default branch."""
    git(archive, "checkout", "--quiet", "main")
    kept = [{"id": 5, "name": name} for name in run.artifacts]
    names = git(archive, "diff", "--name-only", "-z", "main...edit").split("\0")
    known = {
        "GET repos/desk/archive/pulls/7/files*": [{"filename": name} for name in names if name],
        "GET repos/desk/archive/pulls*": [proposed["pull_request"]],
        "GET repos/desk/archive/actions/runs/42/artifacts*": {"artifacts": kept},
        "GET repos/desk/archive/issues/7/comments*": [],
        "POST repos/desk/archive/issues/7/comments": {"id": 9},
    }
    event = ended(proposed)
    event["workflow_run"]["conclusion"] = "success" if run.exit_code == 0 else "failure"
    return run_workflow(
        archive, "pr-comment", "workflow_run", event, answers={**answers, **known}, artifacts=run.artifacts
    )


def body(run: Run) -> str:
    """The comment that a run wrote."""
    (call,) = [call for call in run.calls if call.input]
    return str(call.fields["body"])


def test_a_new_claim_of_a_fork_is_checked_built_and_told(tmp_path: Path) -> None:
    repository(tmp_path)
    proposed = propose(tmp_path, {NEW_FILE: NEW}, title="방문객 수를 더합니다")
    run = checked(tmp_path, proposed)
    assert run.jobs == {**WELL, **SKIPPED}
    assert run.artifacts.keys() == {"report", "preview.html"}
    told = commented(tmp_path, proposed, run)
    assert told.jobs == {"comment": "success"}
    assert [call.asked.partition("?")[0] for call in told.calls] == [
        "GET repos/desk/archive/pulls",
        "GET repos/desk/archive/actions/runs/42/artifacts",
        "GET repos/desk/archive/pulls/7/files",
        "GET repos/desk/archive/issues/7/comments",
        "POST repos/desk/archive/issues/7/comments",
    ]
    korean, _, english = body(told).partition("<details><summary>English</summary>")
    assert korean.startswith(f"{comment.MARKER}\n\n**검사에서 문제를 찾지 못했습니다.**")
    assert "  새 페이지: claims/2031-03-13-city-office-visitors/\n+ 시청, 방문객 약 1,300명으로 집계\n" in korean
    assert "  New page: claims/2031-03-13-city-office-visitors/\n+ City Office counts about 1,300 visitors\n" in english
    assert "(https://github.com/desk/archive/actions/runs/42/artifacts/5)" in korean
    assert "changes programs" not in english


def test_what_is_wrong_is_said_beside_its_line_and_in_the_comment(tmp_path: Path) -> None:
    repository(tmp_path)
    proposed = propose(tmp_path, {CLAIM_FILE: changed(CLAIM, "origin: source\n", "origin: sourc\n")})
    run = checked(tmp_path, proposed)
    assert run.jobs == {"scope": "success", "check": "failure", "build": "failure", "ci-ok": "failure", **SKIPPED}
    (error,) = [each for each in run.annotations if each.level == "error"]
    assert (error.at["file"], error.at["line"], error.at["title"]) == (CLAIM_FILE, "10", "E307")
    assert error.text.index("sourc is none of") < error.text.index("쓸 수 없는 값입니다")
    assert "쓸 수 없는 값입니다" in run.summary
    written = body(commented(tmp_path, proposed, run))
    assert f"[`{CLAIM_FILE}`](https://github.com/reader/archive/edit/edit/{CLAIM_FILE}#L10), line 10" in written
    assert "Ready to take the place of line 10:\n\n```yaml\n    origin: source\n```" in written
    assert "side by side" not in written


def test_records_and_programs_in_one_pull_request_are_refused_kindly(tmp_path: Path) -> None:
    repository(tmp_path)
    makefile = (tmp_path / "Makefile").read_text("utf-8")
    proposed = propose(tmp_path, {NEW_FILE: NEW, "Makefile": f"{makefile}\ntest:\n\ttouch tested\n"})
    run = checked(tmp_path, proposed)
    assert run.jobs == {**WELL, "test": "success", "scope": "failure", "ci-ok": "failure"}
    (error,) = [each for each in run.annotations if each.level == "error"]
    assert "Makefile" in error.text
    assert "two pull requests" in error.text
    assert f"one with these files:\n\n```text\n{NEW_FILE}\n```" in body(commented(tmp_path, proposed, run))


def test_programs_are_tested(tmp_path: Path) -> None:
    repository(tmp_path)
    makefile = (tmp_path / "Makefile").read_text("utf-8")
    proposed = propose(tmp_path, {"Makefile": f"{makefile}\ntest:\n\texit 1\n"})
    run = checked(tmp_path, proposed, "test")
    assert run.jobs == {"scope": "success", "test": "failure"}
    told = commented(tmp_path, proposed, replace(run, artifacts={"report": {"report.json": EMPTY}}))
    assert "But the run as a whole failed" in body(told)
    assert "This pull request changes programs." in body(told)


def test_a_claim_that_was_published_does_not_vanish(tmp_path: Path) -> None:
    repository(tmp_path)
    proposed = propose(tmp_path, {CLAIM_FILE: None})
    run = checked(tmp_path, proposed, "build")
    assert run.jobs == {"build": "failure"}
    written = body(commented(tmp_path, proposed, run))
    assert "E505" in written
    assert "Permanent links that would lead nowhere:\n\n```text\n2031-03-12-city-office-visitors\n```" in written


def test_a_newer_commit_is_not_told_what_was_found_of_an_older_one(
    archive: Path, tmp_path: Path, run_cli: RunCli, gh: Answering
) -> None:
    proposed, newer = payload(), payload(head="0" * 40)
    asked = gh({"GET repos/desk/archive/pulls*": [newer["pull_request"]]})
    assert told_here(archive, tmp_path, run_cli, proposed, EMPTY).code == 0
    assert len(asked()) == 1


def test_the_comment_is_written_into_its_own_place_again(
    archive: Path, tmp_path: Path, run_cli: RunCli, gh: Answering
) -> None:
    proposed = payload()
    old = {"id": 9, "body": f"{comment.MARKER}\nold", "user": {"login": "github-actions[bot]"}}
    asked = gh(
        {
            "GET repos/desk/archive/pulls/7/files*": [],
            "GET repos/desk/archive/pulls*": [proposed["pull_request"]],
            "GET repos/desk/archive/actions/runs/42/artifacts*": {"artifacts": []},
            "GET repos/desk/archive/issues/7/comments*": [old],
            "PATCH repos/desk/archive/issues/comments/9": {},
        }
    )
    assert told_here(archive, tmp_path, run_cli, proposed, EMPTY).code == 0
    assert asked()[-1].asked == "PATCH repos/desk/archive/issues/comments/9"


@pytest.mark.parametrize(
    "data",
    [
        None,
        b"",
        b'{"version": 1, "number": 99}',
        b"[" * 300_000,
        EMPTY + b" " * 5_000_000,
        EMPTY.replace(b'"errors":0', b'"errors":"::error::$(touch pwned)"'),
    ],
    ids=["none", "empty", "form", "deep", "large", "type"],
)
def test_a_report_in_no_form_makes_no_comment(
    archive: Path, tmp_path: Path, run_cli: RunCli, gh: Answering, data: bytes | None
) -> None:
    asked = gh({})
    done = told_here(archive, tmp_path, run_cli, payload(), data)
    assert done.code == 0
    assert done.out.startswith("::notice::there is no report to tell of: report.json: ")
    assert done.out.count("\n") == 1
    assert asked() == []


def test_a_report_and_a_branch_in_good_form_may_say_anything(
    archive: Path, tmp_path: Path, run_cli: RunCli, gh: Answering
) -> None:
    branch = "a)](https://example.org)<b>`@octocat`#1"
    proposed = payload()
    proposed["pull_request"]["head"]["ref"] = branch
    asked = gh(
        {
            "GET repos/desk/archive/pulls/7/files*": [{"filename": "claims/@octocat #1\n.yml"}],
            "GET repos/desk/archive/pulls*": [proposed["pull_request"]],
            "GET repos/desk/archive/actions/runs/42/artifacts*": {
                "artifacts": [{"id": 5, "name": "preview.html](https://example.org)"}]
            },
            "GET repos/desk/archive/issues/7/comments*": [],
            "POST *": {},
        }
    )
    said = "@octocat fixes #1 ![x](https://example.org/x.png)\n```\n</details><!-- -->"
    told = report.Told(code="E307", path=CLAIM_FILE, line=1, said={"en": said}, fixes=[])
    done = told_here(archive, tmp_path, run_cli, proposed, report.write(replace(NOTHING, problems=[told])))
    assert done.code == 0
    outside = re.sub(r"^(`{3,})\w*\n.*?\n\1$", "", str(asked()[-1].fields["body"]), flags=re.MULTILINE | re.DOTALL)
    assert (
        "(https://github.com/reader/archive/edit/a%29%5D%28https%3A//example.org%29%3Cb%3E%60%40octocat%60%231/"
        in outside
    )
    assert not re.search(r"@|#1|<b>|\]\(https://example|<!-- -->", outside)


@pytest.mark.parametrize(("count", "is_said"), [(1, False), (2_999, False), (3_000, True)])
def test_programs_may_hide_behind_more_files_than_github_lists(
    archive: Path, tmp_path: Path, run_cli: RunCli, gh: Answering, count: int, is_said: bool
) -> None:
    names = [{"filename": f"claims/2031/{number}.yml"} for number in range(count)]
    pages = {f"*/pulls/7/files?per_page=100&page={page + 1}": names[page * 100 :][:100] for page in range(31)}
    proposed = payload()
    asked = gh(
        {
            **pages,
            "GET repos/desk/archive/pulls*": [proposed["pull_request"]],
            "GET repos/desk/archive/actions/runs/42/artifacts*": {"artifacts": []},
            "GET repos/desk/archive/issues/7/comments*": [],
            "POST *": {},
        }
    )
    assert told_here(archive, tmp_path, run_cli, proposed, EMPTY).code == 0
    assert ("This pull request changes programs." in str(asked()[-1].fields["body"])) is is_said


def payload(head: str = "a" * 40) -> dict[str, Any]:
    """The payload of a pull request that nobody checks out."""
    fork = {"id": 2, "full_name": "reader/archive", "owner": {"login": "reader"}}
    told = {"number": 7, "title": "", "body": None, "head": {"ref": "edit", "sha": head, "repo": fork}}
    return {"pull_request": told, "repository": {"full_name": "desk/archive"}}


def told_here(archive: Path, place: Path, run_cli: RunCli, proposed: dict[str, Any], data: bytes | None) -> Done:
    """Write the comment of a report, in this process."""
    write(place, {"event.json": json.dumps(ended(proposed))})
    if data is not None:
        write(place, {"report.json": data})
    return run_cli(
        *("github", "comment", "--report", str(place / "report.json")),
        at=archive,
        GITHUB_EVENT_PATH=str(place / "event.json"),
        GITHUB_REPOSITORY="desk/archive",
    )


def test_a_run_that_left_no_report_is_passed_over(tmp_path: Path) -> None:
    repository(tmp_path)
    proposed = propose(tmp_path, {NEW_FILE: NEW})
    told = commented(tmp_path, proposed, Run(1, "", {}))
    assert told.jobs == {"comment": "success"}
    assert told.calls == ()


def test_runs_that_were_no_pull_requests_or_were_cancelled_have_no_comment(tmp_path: Path) -> None:
    repository(tmp_path)
    proposed = propose(tmp_path, {NEW_FILE: NEW})
    git(tmp_path, "checkout", "--quiet", "main")
    for values in ({"event": "merge_group"}, {"conclusion": "cancelled"}):
        event = ended(proposed)
        event["workflow_run"].update(values)
        assert run_workflow(tmp_path, "pr-comment", "workflow_run", event).jobs == {"comment": "skipped"}


def test_in_a_merge_queue_records_and_programs_come_together(tmp_path: Path) -> None:
    base = repository(tmp_path)
    makefile = (tmp_path / "Makefile").read_text("utf-8")
    proposed = propose(tmp_path, {NEW_FILE: NEW, "Makefile": f"{makefile}\ntest:\n\t@:\n"})
    event = {"merge_group": {"base_sha": base, "head_ref": "refs/heads/x"}, "repository": proposed["repository"]}
    run = run_workflow(tmp_path, "ci", "merge_group", event, job="test")
    assert run.jobs == {"scope": "success", "test": "success"}


SECRET = "root:x:0:0:"
TITLE = "::add-mask::visitors <script>alert(1)</script> %0A::error::x"


def _hostile(archive: Path) -> dict[str, Any]:
    """A pull request that tries everything that records and pages can try."""
    base = git(archive, "rev-parse", "main")
    git(archive, "switch", "--quiet", "--create", "edit", "main")
    for link, target in (
        ("claims/entities/passwd.yml", "/etc/passwd"),
        ("claims/2031/zero.yml", "/dev/zero"),
        ("content/en/passwd.md", "/etc/passwd"),
        ("content/ko/shadow", "/etc"),
        ("claims/2030", "/etc"),
        ("claims/entities/environ.yml", "/proc/self/environ"),
    ):
        (archive / link).symlink_to(target)
    write(
        archive,
        {
            "claims/2031/a\n::error::pwned.yml": "x: 1\n",
            "claims/2031/<script>alert(1)<%2Fscript>.yml": "x: 1\n",
            "claims/2031/$(touch pwned)`touch pwned`.yml": "x: 1\n",
            "claims/entities/large.yml": b"a: " + b"x" * 50_000_000,
            "claims/2031/2031-03-14-city-office-visitors.yml": CLAIM.replace("2031-03-12", "2031-03-14").replace(
                "en: City Office counts about 1,200 visitors", f"en: '{TITLE}'"
            ),
            ENTITY_FILE: "kind: organization\nname: {en: '</main><script>x</script>', ko: '@octocat fixes #1'}\nx: 1\n",
        },
    )
    return merged(archive, base, title="::set-output name=x::$(touch pwned) ${{ github.token }}")


def test_a_hostile_pull_request_is_refused_and_changes_nothing_outside_of_its_own_check(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    repository(archive)
    proposed = _hostile(archive)
    around = sorted(path.name for path in tmp_path.iterdir())
    run = checked(archive, proposed)
    assert run.jobs == {"scope": "success", "check": "failure", "build": "failure", "ci-ok": "failure", **SKIPPED}
    assert run.artifacts.keys() == {"report"}  # nothing was built
    errors = [each for each in run.annotations if each.level == "error"]
    assert len(errors) == 10
    assert {each.at["title"][0] for each in errors} == {"E"}
    assert all(each.at["file"].startswith(("claims/", "content/")) for each in errors)
    assert {"pwned", "x"}.isdisjoint(each.text.strip() for each in run.annotations)
    everything = "\n".join([run.log, run.summary, *(each.text for each in run.annotations)])
    assert SECRET not in everything
    assert "GITHUB_TOKEN" not in everything
    assert not re.search(r"^::(add-mask|set-output|error::pwned)", run.log, re.MULTILINE)
    assert sorted(path.name for path in tmp_path.iterdir()) == around
    told = commented(archive, proposed, run)
    written = body(told)
    assert told.jobs == {"comment": "success"}
    assert SECRET not in written
    assert len(written) < 65_536
    outside = re.sub(r"^(`{3,})\w*\n.*?\n\1$", "", written, flags=re.MULTILINE | re.DOTALL)
    assert not re.search(r"script|octocat|pwned|::|\$", outside)
    assert [call.asked for call in told.calls][-1] == "POST repos/desk/archive/issues/7/comments"


@pytest.mark.parametrize(
    ("folder", "name", "code"),
    [
        (b"claims/2031", b"\xff\xfe.yml", "E501"),
        (b"claims/2031", b"\xed\xa0\x80\n::error::x.txt", "E501"),
        (b"claims", b"20\xff31", "E501"),
        (b"claims/schema", b"\xff.json", "E501"),
        (b"content/en", b"\xff.md", "E807"),
        (b"content/ko", b".\xff", "E807"),
        (b"content", b"\xff\xfe", "E807"),
    ],
)
def test_a_name_that_is_no_text_is_told_of_and_stops_no_program(
    tmp_path: Path, run_cli: RunCli, folder: bytes, name: bytes, code: str
) -> None:
    repository(tmp_path)
    place = os.path.join(os.fsencode(tmp_path), folder, name)  # noqa: PTH118 (a name of bytes)
    if name.endswith((b"31", b"\xfe")):
        os.mkdir(place)  # noqa: PTH102
        place += b"/x.md"
    os.makedirs(os.path.dirname(place), exist_ok=True)  # noqa: PTH103, PTH120
    with open(place, "wb") as file:  # noqa: PTH123
        file.write(b"x: 1\n")
    commit(tmp_path)
    done = run_cli("check", "--format", "github", "--base", "HEAD^", at=tmp_path)
    assert done.code == 1
    errors = [line for line in done.out.splitlines() if line.startswith("::error ")]
    assert [line for line in errors if f"title={code}::" in line and "\N{REPLACEMENT CHARACTER}" in line]
    assert all(line.startswith("::error file=c") for line in errors)
    done = run_cli("github", "report", "--base", "HEAD^", "--output", "out", at=tmp_path)
    assert done.code == 1
    assert code in {problem.code for problem in report.read(tmp_path / "out" / "report.json").problems}


def test_git_has_no_worktree_left(tmp_path: Path) -> None:
    repository(tmp_path)
    with history.checked_out(tmp_path, "main") as folder:
        assert (folder / CLAIM_FILE).is_file()
    assert not folder.exists()
    assert git(tmp_path, "worktree", "list").count("\n") == 0
