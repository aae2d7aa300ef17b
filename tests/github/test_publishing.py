"""`claims github address`, `expected` and `smoke`, and the workflow that calls them, with stand-ins for GitHub."""

import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests import repository as repositories
from tests.commands import RunCli
from tests.github.acting import Run, run_workflow
from tests.github.answering import Answering
from tests.github.archives import repository
from tests.github.published import published
from tests.records import CLAIM_FILE

PAGES = "GET repos/desk/archive/pages"
MOMENT = "1935403200"
"""The second in which the archive of `repository` was committed."""
DEPLOYMENTS = "GET repos/desk/archive/deployments[?]*"
ON = {"build_type": "workflow", "html_url": "https://desk.github.io/archive/"}
OFF = (
    "GitHub Pages is off here, so nothing is published.",
    "GitHub Pages가 꺼져 있어 아무것도 게시되지 않습니다.",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small archive with its history."""
    root = tmp_path / "archive"
    root.mkdir()
    repository(root)
    return root


def read(file: Path) -> Mapping[str, str]:
    """The values in a file that steps write for others, as GitHub reads it."""
    values, lines = {}, iter(file.read_text("utf-8").splitlines())
    for line in lines:
        name, _, end = line.partition("<<")
        values[name] = "\n".join(iter(lines.__next__, end))
    return values


@pytest.fixture
def files(tmp_path: Path) -> Mapping[str, str]:
    """The files that steps write for others, by the names of their variables."""
    names = ("GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")
    return {name: str(tmp_path / name) for name in names} | {"GITHUB_REPOSITORY": "desk/archive", "SITE_URL": ""}


def test_the_steps_behind_get_the_addresses_and_the_moment(
    root: Path, files: Mapping[str, str], run_cli: RunCli, gh: Answering
) -> None:
    gh({PAGES: ON})
    done = run_cli("github", "address", at=root, **files)
    assert (done.code, done.err) == (0, "")
    assert read(Path(files["GITHUB_ENV"])) == {
        "SITE_URL": "https://desk.github.io/archive/",
        "REPO_URL": "https://github.com/desk/archive",
        "SOURCE_DATE_EPOCH": MOMENT,
        "PUBLISHED": "HEAD",
    }
    assert read(Path(files["GITHUB_OUTPUT"])) == {"pages": "on"}
    assert "::" not in done.out


@pytest.mark.parametrize(
    ("repository", "chosen", "expected"),
    [
        ("Desk/archive", "", "https://desk.github.io/archive/"),
        ("desk/desk.github.io", "", "https://desk.github.io/"),
        ("desk/archive", "https://archive.example", "https://archive.example/"),
    ],
)
def test_the_usual_address_is_told_without_asking_anybody(
    root: Path,
    files: Mapping[str, str],
    run_cli: RunCli,
    gh: Answering,
    repository: str,
    chosen: str,
    expected: str,
) -> None:
    asked = gh({})
    told = {**files, "GITHUB_REPOSITORY": repository, "SITE_URL": chosen}
    done = run_cli("github", "address", "--usual", at=root, **told)
    assert (done.code, done.err) == (0, "")
    assert read(Path(files["GITHUB_ENV"])) == {"SITE_URL": expected, "REPO_URL": f"https://github.com/{repository}"}
    assert asked() == []


@pytest.mark.parametrize("hostile", ["https://a.example/\nPATH=/tmp", "https://a.example/\nSITE_URL<<x\nhttps://b\nx"])
def test_a_value_of_several_lines_sets_no_other_variable(
    root: Path, files: Mapping[str, str], run_cli: RunCli, gh: Answering, hostile: str
) -> None:
    gh({PAGES: ON})
    run_cli("github", "address", at=root, **{**files, "SITE_URL": hostile})
    values = read(Path(files["GITHUB_ENV"]))
    assert values["SITE_URL"] == f"{hostile}/"
    assert [*values] == ["SITE_URL", "REPO_URL", "SOURCE_DATE_EPOCH", "PUBLISHED"]


def test_where_pages_are_off_every_language_says_where_to_turn_them_on(
    root: Path, files: Mapping[str, str], run_cli: RunCli, gh: Answering
) -> None:
    gh({})
    done = run_cli("github", "address", at=root, **files)
    assert done.code == 0
    assert read(Path(files["GITHUB_OUTPUT"])) == {"pages": "off"}
    notices = [line for line in done.out.splitlines() if line.startswith("::notice::")]
    summary = Path(files["GITHUB_STEP_SUMMARY"]).read_text("utf-8")
    for notice, told in zip(notices, OFF, strict=True):
        assert notice.startswith(f"::notice::{told}")
        assert "Settings → Pages" in notice
        assert told in summary


def test_what_was_published_last_must_not_vanish(
    root: Path, files: Mapping[str, str], run_cli: RunCli, gh: Answering
) -> None:
    before = repositories.git(root, "rev-parse", "HEAD")
    repositories.commit(root)
    gh(
        {
            PAGES: ON,
            DEPLOYMENTS: [{"id": 3, "sha": "0" * 40}, {"id": 2, "sha": before}],
            "GET repos/desk/archive/deployments/*": [{"state": "success"}],
        }
    )
    run_cli("github", "address", at=root, **files)
    assert read(Path(files["GITHUB_ENV"]))["PUBLISHED"] == before


def test_an_owner_may_begin_anew(root: Path) -> None:
    before = repositories.git(root, "rev-parse", "HEAD")
    (root / CLAIM_FILE).unlink()
    repositories.commit(root)
    answers = {
        PAGES: ON,
        DEPLOYMENTS: [{"id": 1, "sha": before}],
        "GET repos/desk/archive/deployments/*": [{"state": "success"}],
    }
    event = {"inputs": {"anew": "true"}, "repository": {"full_name": "desk/archive", "name": "archive"}}
    done = run_workflow(root, "publish", "workflow_dispatch", event, answers=answers, job="deploy")
    assert done.jobs == {"build": "success", "deploy": "success"}


@pytest.mark.parametrize("name", ["", "desk"])
def test_without_a_repository_there_is_no_address(root: Path, run_cli: RunCli, name: str) -> None:
    done = run_cli("github", "address", at=root, GITHUB_REPOSITORY=name)
    assert (done.code, done.err) == (2, "what GitHub tells its workflows is missing here: GITHUB_REPOSITORY\n")


def test_the_published_site_is_looked_at(root: Path, run_cli: RunCli, tmp_path: Path) -> None:
    listed = str(tmp_path / "expected.json")
    assert "build it first" in run_cli("github", "expected", "--output", listed, at=root).err
    assert run_cli("build", at=root).code == 0
    assert run_cli("github", "expected", "--output", listed, at=root).out == "10 addresses to look at\n"
    with published(root / "site") as host:
        done = run_cli("github", "smoke", host.url.rstrip("/"), "--expected", listed, at=root)
        assert (done.code, done.out.splitlines()[-1]) == (0, "10 of 10 addresses answer as they should")
        assert f"404  {host.url}this-page-is-not-there/  as it was built" in done.out


def test_a_page_that_is_another_one_fails_the_look(
    root: Path, run_cli: RunCli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "sleep", lambda pause: None)
    listed = str(tmp_path / "expected.json")
    run_cli("build", at=root)
    run_cli("github", "expected", "--output", listed, at=root)
    with published(root / "site") as host:
        host.odd = {"en/": (200, "another"), "ko/": (500, ""), "robots.txt": (301, "https://elsewhere.example/")}
        done = run_cli("github", "smoke", host.url, "--expected", listed, at=root)
        assert done.code == 1
        assert [line for line in done.out.splitlines() if not line.endswith("as it was built")] == [
            f"–  {host.url}robots.txt  no answer: 301 → https://elsewhere.example/",
            f"200  {host.url}en/  another page than the one that was built",
            f"500  {host.url}ko/  200 is expected",
            "7 of 10 addresses answer as they should",
        ]


def run(root: Path, *, fork: bool = False, answers: Mapping[str, object], **env: str) -> Run:
    event = {"ref": "refs/heads/main", "repository": {"full_name": "desk/archive", "name": "archive", "fork": fork}}
    return run_workflow(root, "publish", "push", event, answers=answers, env=env)


@pytest.mark.parametrize("fork", [False, True])
def test_the_workflow_publishes_where_pages_are_on(root: Path, run_cli: RunCli, tmp_path: Path, fork: bool) -> None:
    site = tmp_path / "served"
    with published(site) as host:
        told = {"SITE_URL": host.url, "REPO_URL": "https://github.com/desk/archive", "SOURCE_DATE_EPOCH": MOMENT}
        run_cli("build", "--site-dir", str(site), at=root, **told)
        on = {"build_type": "workflow", "html_url": host.url}
        done = run(root, fork=fork, answers={PAGES: on}, PAGES_URL=host.url)
    assert done.jobs == {"build": "success", "deploy": "success", "smoke": "success"}
    kept = done.artifacts["published"]
    assert {path: kept[path] for path in kept} == {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }
    assert ".well-known/security.txt  as it was built" in done.log  # which needs the address of the repository
    assert "11 of 11 addresses answer as they should" in done.log


def test_the_workflow_ends_well_and_says_so_where_pages_are_off(root: Path) -> None:
    done = run(root, fork=True, answers={})
    assert (done.exit_code, done.jobs) == (0, {"build": "success", "deploy": "skipped", "smoke": "skipped"})
    assert [each.text[:20] for each in done.annotations] == [told[:20] for told in OFF]
    assert "github-pages" not in done.artifacts


def test_the_workflow_does_not_publish_what_lost_a_record(root: Path) -> None:
    before = repositories.git(root, "rev-parse", "HEAD")
    (root / CLAIM_FILE).unlink()
    repositories.commit(root)
    answers = {
        PAGES: ON,
        DEPLOYMENTS: [{"id": 1, "sha": before}],
        "GET repos/desk/archive/deployments/*": [{"state": "success"}],
    }
    done = run(root, answers=answers)
    assert done.jobs == {"build": "failure", "deploy": "skipped", "smoke": "skipped"}
    assert [each.at["title"] for each in done.annotations if each.level == "error"] == ["E505"]
