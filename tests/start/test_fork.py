"""An archive of one's own in a fork of this repository: other records, another language, the same commands."""

import json
from pathlib import Path
from shutil import copytree, ignore_patterns, rmtree

import pytest

from tests import sample
from tests.commands import run_module
from tests.records import ROOT, changed, write
from tests.repository import commit, git

OWN = {
    "claims/2024/2024-03-12-city-office-visitors.yml": """\
title: {en: "City Office counts about 1,200 visitors"}
said: 2024-03-12
claimant: city-office
about: [lantern-walk]
quotes:
  en:
    text: about 1,200 people came
    origin: source
    source: {url: "https://example.org/walk", publisher: omber-daily}
figures:
  - {series: visitors, value: 1200, hedge: about}
""",
    "claims/entities/city-office.yml": "kind: organization\nname: {en: City Office of Omber}\n",
    "claims/entities/lantern-walk.yml": "kind: event\nname: {en: Lantern Walk}\n",
    "claims/entities/omber-daily.yml": "kind: outlet\nname: {en: Omber Daily}\n",
    "claims/series/visitors.yml": (
        "question: {en: How many visitors came?}\nunit: {en: {one: visitor, other: visitors}}\n"
    ),
    "content/en/index.md": "---\ntitle: Lantern Desk\ndescription: Claims about lanterns.\n---\n\n# Lantern Desk\n",
}
"""An archive in English alone, in place of `claims/` and `content/`."""
OF_THE_ARCHIVE = ("tests/test_own_archive.py", "tests/seed", "tests/start/test_own_files.py")
"""The tests that look at the repository's own archive."""


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fork of the generator with the sample archive, in which the owner's records took its place in one commit."""
    root = tmp_path_factory.mktemp("fork")
    apart = ignore_patterns(".git", ".venv", ".*cache", ".snapshots", "__pycache__", "site", "shots", "expected")
    upstream = copytree(ROOT, root / "upstream", ignore=apart)
    without_archive(upstream)
    commit(copytree(sample.ARCHIVE, upstream, dirs_exist_ok=True))
    git(root, "clone", "--quiet", "--template=", "upstream", "fork")
    without_archive(root / "fork")
    settings = (sample.ARCHIVE / "mkdocs.yml").read_text("utf-8")
    for old, new in (("site_name: Claim Archive", "site_name: Lantern Desk"), ("[en, ko]", "[en]")):
        settings = changed(settings, old, new)
    commit(write(root / "fork", {**OWN, "mkdocs.yml": settings}))
    return root / "fork"


def without_archive(root: Path) -> None:
    """Take records and pages away."""
    for folder in ("claims", "content"):
        rmtree(root / folder)


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
