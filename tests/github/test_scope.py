"""A pull request is told apart by its files: data, what makes pages of them, or both."""

from pathlib import Path

import pytest

from site_builder.github import scope
from site_builder.language.language import Language
from site_builder.read import git
from tests.commands import RunCli
from tests.github.archives import propose, repository
from tests.records import CLAIM_FILE, ENTITY_FILE, write
from tests.repository import commit
from tests.repository import git as run_git

NEW_FILE = CLAIM_FILE.replace("03-12", "03-13")
ABOUT, CODE, SETTINGS = "content/en/about.md", "site_builder/cli/new.py", "mkdocs.yml"


@pytest.mark.parametrize(
    ("files", "kind"),
    [
        ([CLAIM_FILE], "data"),
        ([CLAIM_FILE, ABOUT, "locale/uk/LC_MESSAGES/claims.po"], "data"),
        ([CLAIM_FILE, "README.md", "CONTRIBUTING.ko.md", "CITATION.cff"], "data"),
        ([CLAIM_FILE, "claims/schema/claim.schema.json"], "data"),
        (["claims/verified.jsonl"], "data"),
        (["claims/2031/anything <script>\n.yml"], "data"),
        ([CODE], "engine"),
        ([], "engine"),
        (["README.md"], "engine"),
        ([CODE, "CHANGELOG.md", "claims/README.md", "claims/schema/claim.schema.json"], "engine"),
        ([SETTINGS], "engine"),
        ([SETTINGS, CLAIM_FILE, ABOUT], "engine"),
        ([CODE, CLAIM_FILE], "mixed"),
        ([".github/workflows/ci.yml", ABOUT], "mixed"),
        (["Makefile", CLAIM_FILE, SETTINGS], "mixed"),
        (["claims.yml", CLAIM_FILE], "mixed"),
        (["theme/main.html", ABOUT], "mixed"),
        (["../elsewhere.txt", CLAIM_FILE], "mixed"),
        (["docs/claims/README.md", CLAIM_FILE], "mixed"),
        (["claims/.gitattributes"], "engine"),
        ([CLAIM_FILE, "claims/2031/.gitattributes"], "mixed"),
        ([ABOUT, "content/.gitignore"], "mixed"),
        ([CLAIM_FILE, "locale/.gitmodules"], "mixed"),
        ([CLAIM_FILE, "claims/.git-anything/x.yml"], "mixed"),
        ([SETTINGS, CLAIM_FILE, "content/en/.hook.py"], "mixed"),
        ([SETTINGS, CLAIM_FILE, "claims/2031/hook.PY"], "mixed"),
        ([SETTINGS, CLAIM_FILE, "locale/theme/main.html"], "mixed"),
        ([CLAIM_FILE, "locale/uk/search.toml", "locale/uk/LC_MESSAGES/claims.po"], "data"),
        (["content/google0123.html", "content/.well-known/security.txt", "content/en/.kept-back.md"], "data"),
    ],
)
def test_the_kind_of_a_change(files: list[str], kind: str) -> None:
    assert scope.of(files).kind == kind


@pytest.mark.parametrize(
    ("files", "runs_own"),
    [
        ([CLAIM_FILE, ABOUT, "README.md"], False),
        (["README.md"], False),
        ([], False),
        ([SETTINGS], True),
        ([CLAIM_FILE, SETTINGS], True),
        ([CODE], True),
        ([CLAIM_FILE, "Makefile"], True),
    ],
)
def test_a_change_of_programs_or_of_settings_that_name_them_runs_its_own(files: list[str], runs_own: bool) -> None:
    assert scope.of(files).runs_own == runs_own


@pytest.mark.parametrize("tag", ["en", "ko"])
def test_what_is_refused_is_named_with_the_way_out(tag: str) -> None:
    said = scope.why_refused(scope.of([CLAIM_FILE, ENTITY_FILE, "site_builder/\x1b[31m.py"]), Language(tag))
    assert CLAIM_FILE in said
    assert "site_builder/<U+001B>[31m.py" in said
    assert {"en": "two pull requests", "ko": "둘로 나눠"}[tag] in said
    assert {"en": " and 1 more)", "ko": " 외 1개)"}[tag] in said


def test_git_tells_every_file_of_a_change(tmp_path: Path) -> None:
    repository(tmp_path)
    odd = "claims/2031/odd\n::error::name.yml"
    propose(tmp_path, {CLAIM_FILE: None, odd: "x", "content/ko/새.md": "# x\n", "new/file": "x"})
    assert git.differing(tmp_path, "HEAD^1") == {CLAIM_FILE, odd, "content/ko/새.md", "new/file"}


@pytest.mark.parametrize("hidden", ["", '[submodule "x"]\n\tpath = claims/2032\n\turl = x\n\tignore = all\n'])
def test_another_repository_among_the_records_is_none_of_them(tmp_path: Path, run_cli: RunCli, hidden: str) -> None:
    repository(tmp_path)
    base = git.commit(tmp_path, "main")
    submodule = ("update-index", "--add", "--cacheinfo", f"160000,{base},claims/2032")
    write(tmp_path, {NEW_FILE: "x", ".gitmodules": hidden} if hidden else {NEW_FILE: "x"})
    commit(tmp_path)
    run_git(tmp_path, *submodule)
    run_git(tmp_path, "commit", "--quiet", "--amend", "--message", "x")
    (tmp_path / "claims/2032").mkdir()  # as git does where it checks such a commit out
    assert "claims/2032" in git.differing(tmp_path, "HEAD^1")
    assert git.submodules(tmp_path) == {"claims/2032"}
    done = run_cli("github", "scope", "--base", "HEAD^1", at=tmp_path)
    assert (done.code, done.out.partition("\n")[0]) == (1, "mixed")


def test_what_lies_beside_an_archive_in_its_repository_is_none_of_its_data(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    (tmp_path / "claims").mkdir()
    base = repository(tmp_path)
    write(tmp_path, {"archive/claims/a.yml": "x", CLAIM_FILE: "x"})
    propose(tmp_path, {})
    assert git.differing(archive, base) == {"claims/a.yml", f"../{CLAIM_FILE}"}


@pytest.mark.parametrize(
    ("changes", "event", "code", "kind"),
    [
        ({CLAIM_FILE: "x"}, "pull_request", 0, "data"),
        ({CLAIM_FILE: "x", "Makefile": "x"}, "pull_request", 1, "mixed"),
        ({CLAIM_FILE: "x", "Makefile": "x"}, "merge_group", 0, "engine"),
    ],
)
def test_the_command_tells_the_jobs_behind_it(
    tmp_path: Path, run_cli: RunCli, changes: dict[str, str], event: str, code: int, kind: str
) -> None:
    archive, output = tmp_path / "archive", tmp_path / "output"
    archive.mkdir()
    repository(archive)
    propose(archive, changes)
    done = run_cli(
        *("github", "scope", "--base", "HEAD^1"),
        at=archive,
        GITHUB_EVENT_NAME=event,
        GITHUB_OUTPUT=str(output),
        GITHUB_EVENT_PATH="",
    )
    assert done.code == code
    assert output.read_text("utf-8").splitlines()[1] == kind
    errors = [line for line in done.out.splitlines() if line.startswith("::error::")]
    assert len(errors) == code
    if errors:
        assert errors[0].index("two pull requests") < errors[0].index("%0A%0A") < errors[0].index("둘로 나눠")
