"""An archive of one's own in a fork of this repository: other records, another language, the same commands."""

import json
import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree, ignore_patterns, rmtree

import pytest

from tests import sample
from tests.commands import run_module
from tests.records import IN_ENGLISH, ROOT, changed, write
from tests.repository import commit, git

OF_THE_ARCHIVE = ("tests/test_own_archive.py", "tests/seed", "tests/start/test_own_files.py")
"""The tests that look at the repository's own archive."""

STEPS = {
    name: re.findall(
        r"^    (.+?)(?: +#.*)?$",
        next(part for part in (ROOT / name).read_text("utf-8").split("\n## ") if "git rm" in part),
        re.MULTILINE,
    )
    for name in ("README.md", "README.ko.md")
}
"""What the documents tell an owner to type."""


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fork of the generator with the sample archive, in which the owner's records took its place in one commit."""
    root = tmp_path_factory.mktemp("fork")
    written = ("__pycache__", ".*cache", ".hypothesis", ".snapshots", "site", "shots")  # maybe by others, meanwhile
    apart = ignore_patterns(".git", ".venv", *written, "expected")
    upstream = copytree(ROOT, root / "upstream", ignore=apart)
    for folder in ("claims", "content"):
        rmtree(upstream / folder)
    commit(copytree(sample.ARCHIVE, upstream, dirs_exist_ok=True))
    git(root, "clone", "--quiet", "--template=", "upstream", "fork")
    for command in STEPS["README.md"][:2]:
        subprocess.run(command, shell=True, cwd=root / "fork", check=True)
    settings = (sample.ARCHIVE / "mkdocs.yml").read_text("utf-8")
    for old, new in (("site_name: Claim Archive", "site_name: Lantern Desk"), ("[en, ko]", "[en]")):
        settings = changed(settings, old, new)
    write(root / "fork", {**IN_ENGLISH, "mkdocs.yml": settings, ".venv/.site": "as if all were installed"})
    assert STEPS["README.md"][2] == "make schema"
    subprocess.run(["make", "schema", f"PY={sys.executable}"], cwd=root / "fork", check=True)
    commit(root / "fork")
    return root / "fork"


def test_both_documents_name_the_same_steps() -> None:
    first = ["git rm -rq claims content", "cp -R site_builder/start/files/claims .", "make schema"]
    assert STEPS["README.md"] == STEPS["README.ko.md"] == [*first, ".venv/bin/claims new", "make site", "make test"]


def test_the_site_is_checked_and_published(fork: Path) -> None:
    assert run_module("site_builder", "check", "--base", "HEAD", at=fork).code == 0
    assert run_module("site_builder", "build", at=fork, SITE_URL="https://omber.example/lanterns/").code == 0
    assert "https://omber.example/lanterns/en/" in (fork / "site" / "index.html").read_text("utf-8")
    assert [path.name for path in (fork / "site" / "c").iterdir()] == ["2024-03-12-city-office-visitors"]


def test_the_tests_take_any_archive(fork: Path) -> None:
    done = run_module("pytest", "-q", "-p", "no:cacheprovider", *OF_THE_ARCHIVE, at=fork)
    assert done.code == 0, done.out
    assert "other records than those of the first article" in done.out


def test_a_pull_request_that_replaces_the_records_is_refused(fork: Path) -> None:
    """It cannot be told from one that takes a published archive away: an owner replaces them on the main branch."""
    done = run_module("site_builder", "check", "--base", "HEAD~1", "--format", "json", at=fork)
    gone = git(fork, "ls-tree", "-r", "--name-only", "HEAD~1", "claims").splitlines()
    assert done.code == 1
    told = [(problem["code"], problem["path"]) for problem in json.loads(done.out)["problems"]]
    assert told == [("E505", file) for file in gone if file.endswith(".yml")]
