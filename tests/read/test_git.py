"""What git remembers of an archive, asked of real repositories."""

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from site_builder.read import git
from site_builder.read.git import UnknownCommit
from tests import repository
from tests.records import write
from tests.repository import commit

FOURTH = "claims/2031/fourth.yml"
FIRST, SECOND, THIRD = "claims/entities/first.yml", "claims/2031/second.yml", "claims/2031/third.yml"
MARCH, APRIL, MAY = date(2031, 3, 1), date(2031, 4, 1), date(2031, 5, 1)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with three commits: the last changes the file of the first."""
    root = tmp_path_factory.mktemp("history")
    for day, files in (
        (MARCH, {FIRST: "one\n", "mkdocs.yml": "x\n"}),
        (APRIL, {SECOND: "two\n", "content/en/index.md": "x\n"}),
        (MAY, {FIRST: "three\n", THIRD: "three\n"}),
    ):
        write(root, files)
        commit(root, day.isoformat())
    return root


def added(root: Path) -> dict[str, date]:
    return {file: commit.day for file, commit in git.history(root).first.items()}


@pytest.fixture
def root(made_once: Path, tmp_path: Path) -> Path:
    """The repository, to be changed."""
    return copytree(made_once, tmp_path / "archive")


def test_a_record_was_added_on_the_day_of_its_first_commit(root: Path) -> None:
    assert added(root) == {FIRST: MARCH, SECOND: APRIL, THIRD: MAY}


def test_a_record_that_nobody_committed_has_no_day(root: Path) -> None:
    write(root, {"claims/2031/fourth.yml": "four\n"})
    assert added(root).keys() == {FIRST, SECOND, THIRD}


def test_a_renamed_record_is_a_new_one(root: Path) -> None:
    """Its id is another one. The same words under another name may be another claim."""
    renamed = "claims/2031/renamed.yml"
    (root / SECOND).rename(root / renamed)
    commit(root, "2031-06-01")
    assert added(root) == {FIRST: MARCH, SECOND: APRIL, THIRD: MAY, renamed: date(2031, 6, 1)}


def test_a_record_that_came_back_was_added_when_it_first_came(root: Path) -> None:
    (root / SECOND).unlink()
    commit(root, "2031-06-01")
    write(root, {SECOND: "two\n"})
    commit(root, "2031-07-01")
    assert added(root)[SECOND] == APRIL


def test_the_history_of_records_tells_every_change_newest_first(root: Path) -> None:
    write(root, {"mkdocs.yml": "y\n"})
    commit(root, "2031-06-01")
    history = git.history(root)
    assert [(change.commit.day, change.file) for change in history.changes] == [
        (MAY, THIRD), (MAY, FIRST), (APRIL, SECOND), (MARCH, FIRST),
    ]  # fmt: skip
    assert history.last[FIRST] == history.first[THIRD] == git.Commit(git.commit(root, "HEAD~1"), MAY)
    assert history.first[FIRST].hash == git.commit(root, "HEAD~3")


def test_a_withdrawal_is_told_from_other_changes(root: Path) -> None:
    write(root, {THIRD: "three\nwithdrawn: {on: 2031-06-01}\n"})
    commit(root, "2031-06-01")
    write(root, {THIRD: "three!\nwithdrawn: {on: 2031-06-01}\n", SECOND: "notes: withdrawn: no\n"})
    commit(root, "2031-07-01")
    assert [(change.commit.day, change.file) for change in git.withdrawals(root, [SECOND, THIRD])] == [
        (date(2031, 6, 1), THIRD)
    ]
    assert list(git.withdrawals(root, [])) == []


def test_a_record_that_came_by_a_branch_was_added_when_it_was_written(root: Path) -> None:
    fourth = "claims/2031/fourth.yml"
    repository.git(root, "switch", "--quiet", "--create", "branch")
    write(root, {fourth: "four\n"})
    commit(root, "2031-05-20")
    repository.git(root, "switch", "--quiet", "main")
    write(root, {SECOND: "changed\n"})
    commit(root, "2031-05-30")
    repository.git(root, "merge", "--quiet", "--no-edit", "branch")
    assert added(root)[fourth] == date(2031, 5, 20)


def test_names_are_as_they_are_on_disk(root: Path) -> None:
    names = {f"claims/{name}.yml" for name in ("등불", "with space", 'quo"te', "-dash")}
    write(root, dict.fromkeys(names, "x\n"))
    commit(root, "2031-06-01")
    assert added(root).keys() == {FIRST, SECOND, THIRD, *names}
    write(root, dict.fromkeys(names, "y\n"))
    assert git.changed(root, "HEAD") == names
    assert {name for name, _ in git.files_at(root, "HEAD")} == {FIRST, SECOND, THIRD, *names}


def test_no_attribute_hides_a_published_record_or_changes_it(root: Path) -> None:
    attributes = "* export-ignore -diff\n*.yml export-subst ident text eol=crlf\n"
    write(root, {"claims/.gitattributes": attributes, FOURTH: "x: $Format:%H$ $Id$\n"})
    commit(root, "2031-06-01")
    kept = dict(git.files_at(root, "HEAD"))
    assert kept.keys() == {FIRST, SECOND, THIRD, FOURTH}
    assert kept[FOURTH] == b"x: $Format:%H$ $Id$\n"


def test_links_are_no_records_of_a_commit(root: Path) -> None:
    (root / FOURTH).symlink_to("/etc/passwd")
    commit(root, "2031-06-01")
    assert dict(git.files_at(root, "HEAD")).keys() == {FIRST, SECOND, THIRD}


def test_an_archive_may_be_a_folder_of_a_repository(tmp_path: Path) -> None:
    root = tmp_path / "deep/archive"
    write(root, {FIRST: "one\n"})
    write(tmp_path, {"claims/entities/elsewhere.yml": "x\n"})
    base = commit(tmp_path, "2031-03-01")
    assert added(root) == {FIRST: MARCH}
    write(root, {FIRST: "two\n"})
    write(tmp_path, {"claims/entities/elsewhere.yml": "y\n"})
    assert git.changed(root, base) == {FIRST}
    assert dict(git.files_at(root, base)) == {FIRST: b"one\n"}


@pytest.mark.parametrize("depth", ["1", "2"])
def test_a_shallow_clone_knows_no_days(root: Path, tmp_path: Path, depth: str) -> None:
    """Its oldest commit would pass for the day on which all came in."""
    clone = tmp_path / "clone"
    repository.git(tmp_path, "clone", "--quiet", "--depth", depth, root.as_uri(), str(clone))
    assert added(clone) == {}
    repository.git(clone, "fetch", "--quiet", "--unshallow")
    assert added(clone) == added(root)


def test_outside_a_repository_nothing_is_known(tmp_path: Path) -> None:
    write(tmp_path, {FIRST: "one\n"})
    assert added(tmp_path) == {}
    for ask in (git.changed, git.commit, lambda root, base: list(git.files_at(root, base))):
        with pytest.raises(UnknownCommit):
            ask(tmp_path, "HEAD")


def test_without_commits_nothing_is_known(tmp_path: Path) -> None:
    write(tmp_path, {FIRST: "one\n"})
    repository.git(tmp_path, "init", "--quiet")
    assert added(tmp_path) == {}
    with pytest.raises(UnknownCommit):
        git.changed(tmp_path, "HEAD")


def test_without_git_nothing_is_known(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root))
    assert added(root) == {}
    with pytest.raises(UnknownCommit):
        git.commit(root, "HEAD")


def test_records_that_differ_from_a_commit_are_listed_committed_or_not(root: Path) -> None:
    assert git.changed(root, "HEAD") == frozenset()
    assert git.changed(root, "HEAD~1") == {FIRST, THIRD}
    write(root, {SECOND: "changed\n", "mkdocs.yml": "changed\n"})
    (root / THIRD).unlink()
    assert git.changed(root, "HEAD") == {SECOND, THIRD}


def test_a_renamed_record_differs_under_both_of_its_names(root: Path) -> None:
    """Git takes a file that was deleted for one that was added, if they are much alike; whatever it was told to do."""
    write(root, {SECOND: "word\n" * 20})
    base, new = commit(root, "2031-06-01"), "claims/2031/renamed.yml"
    repository.git(root, "config", "diff.renames", "copies")
    repository.git(root, "mv", SECOND, new)
    assert git.changed(root, base) == {SECOND, new}
    commit(root, "2031-06-02")
    assert git.changed(root, base) == {SECOND, new}


def test_the_records_of_a_commit_are_as_they_were_then(root: Path) -> None:
    write(root, {"claims/2031/notes.txt": "no record\n"})
    commit(root, "2031-06-01")
    assert dict(git.files_at(root, "HEAD~2")) == {FIRST: b"one\n", SECOND: b"two\n"}
    assert dict(git.files_at(root, "HEAD")) == {FIRST: b"three\n", SECOND: b"two\n", THIRD: b"three\n"}


def test_a_commit_without_records_has_none(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": "x\n"})
    commit(tmp_path)
    assert list(git.files_at(tmp_path, "HEAD")) == []


def test_a_commit_has_many_names_and_one_hash(root: Path) -> None:
    repository.git(root, "tag", "--annotate", "--message", "x", "tagged")
    hash = repository.git(root, "rev-parse", "HEAD")
    assert {git.commit(root, name) for name in ("HEAD", "main", "tagged", hash, hash[:9])} == {hash}


@pytest.mark.parametrize("name", ["nowhere", "", "--help", "--all", "HEAD..HEAD", "HEAD:claims", "HEAD^{tree}"])
def test_what_names_no_commit_is_refused(root: Path, name: str) -> None:
    with pytest.raises(UnknownCommit) as unknown:
        git.commit(root, name)
    assert str(unknown.value) == name
