"""A site takes the place of the old one whole or, where most of it stays, file by file; and not before it is ready."""

import contextlib
import itertools
import os
import signal
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from site_builder.outputs.artifact import Artifact
from site_builder.publish import manifest
from site_builder.publish.staging import NotASite, StagedSite
from tests.sites import files

OLD = {"a": {"sitemap.xml": b"old"}, "b": {"en/b/index.html": b"old", "ko/b/index.html": b"old"}, "c": {"c/1": b"1"}}
"""What the site consists of at first: artifacts by name, each with its files."""


def artifact(contents: Mapping[str, bytes]) -> Artifact:
    return Artifact(list(contents), tuple, contents.values)


class Build:
    """Builds of one site, of artifacts whose fingerprints are what they hold."""

    def __init__(self, folder: Path) -> None:
        self.site = folder / "site"
        self.manifest = folder / "cache" / "manifest"

    def __call__(
        self, artifacts: Mapping[str, Mapping[str, bytes]], beside: Mapping[str, bytes] | None = None
    ) -> tuple[list[str], int]:
        """Build; the artifacts that are written anew, and how many files the site lost.

        It then has the files of the artifacts, and what somebody put beside them.
        """
        with StagedSite(self.site, self.manifest) as stage:
            kept = [name for name, contents in artifacts.items() if stage.kept(name, repr(contents))]
            new = {
                name: manifest.line(stage.write(repr(contents), artifact(contents)))
                for name, contents in artifacts.items()
                if name not in kept
            }
            lost = stage.commit(new, kept)
        made = {path: content for each in artifacts.values() for path, content in each.items()}
        assert files(self.site) == {**made, **(beside or {})}
        return list(new), lost


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """A site that was built before."""
    build = Build(tmp_path)
    assert build(OLD) == (["a", "b", "c"], 0)
    return build


def test_what_did_not_change_is_kept_as_it_is(build: Build) -> None:
    before = {path: path.stat().st_mtime_ns for path in build.site.rglob("*")}
    assert build(OLD) == ([], 0)
    assert {path: path.stat().st_mtime_ns for path in build.site.rglob("*")} == before


def test_what_changed_is_put_among_what_stays(build: Build) -> None:
    inode = build.site.stat().st_ino
    untouched = (build.site / "c/1").stat().st_mtime_ns
    assert build({**OLD, "a": {"sitemap.xml": b"new"}}) == (["a"], 0)
    assert build.site.stat().st_ino == inode
    assert (build.site / "c/1").stat().st_mtime_ns == untouched
    assert sorted(path.name for path in build.site.parent.iterdir()) == ["cache", "site"]


def test_a_site_that_is_all_new_takes_the_place_of_the_old_one(build: Build) -> None:
    inode = build.site.stat().st_ino
    (build.site / "mine.txt").write_text("mine", "utf-8")
    assert build({"a": {"sitemap.xml": b"new"}, "d": {"d/1": b"1"}}) == (["a", "d"], 3)
    assert build.site.stat().st_ino != inode
    assert sorted(path.name for path in build.site.parent.iterdir()) == ["cache", "site"]


def test_files_that_are_gone_leave_no_empty_folders(build: Build) -> None:
    assert build({"a": OLD["a"], "c": OLD["c"]}) == ([], 2)
    assert sorted(path.name for path in build.site.iterdir()) == ["c", "sitemap.xml"]


def test_a_folder_that_holds_something_else_stays(build: Build) -> None:
    (build.site / "en/mine.txt").write_bytes(b"mine")
    assert build({"a": OLD["a"], "c": OLD["c"]}, beside={"en/mine.txt": b"mine"}) == ([], 2)


def test_a_file_may_go_from_one_artifact_to_another(build: Build) -> None:
    moved = {**OLD, "b": {"en/b/index.html": b"old"}, "d": {"ko/b/index.html": b"of d"}}
    assert build(moved) == (["b", "d"], 0)
    assert build(OLD) == (["b"], 0)


def test_a_file_and_a_folder_may_change_places(build: Build) -> None:
    assert build({"a": OLD["a"], "b": {"c/1/index.html": b"deeper"}}) == (["b"], 3)
    assert build(OLD) == (["b", "c"], 1)


@pytest.mark.parametrize("damage", ["gone", "longer", "as long, but later"])
def test_what_somebody_changed_is_written_again(build: Build, damage: str) -> None:
    file = build.site / "en/b/index.html"
    if damage == "gone":
        file.unlink()
    else:
        file.write_bytes(b"own" if damage == "as long, but later" else b"mine and longer")
        os.utime(file, ns=(0, file.stat().st_mtime_ns + 1))
    assert build(OLD) == (["b"], 0)


def test_a_site_without_its_manifest_is_built_anew(build: Build) -> None:
    build.manifest.unlink()
    assert build(OLD) == (["a", "b", "c"], 0)


def test_a_manifest_without_its_site_is_worth_nothing(build: Build, tmp_path: Path) -> None:
    build.site.rename(tmp_path / "elsewhere")
    assert build(OLD) == (["a", "b", "c"], 0)


def test_an_empty_folder_is_a_site_to_be(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert Build(tmp_path)(OLD) == (["a", "b", "c"], 0)


def test_folders_above_a_site_are_made(tmp_path: Path) -> None:
    assert Build(tmp_path / "not/yet")(OLD) == (["a", "b", "c"], 0)


@pytest.mark.parametrize("mine", ["letter.txt", "folder/letter.txt"])
def test_what_is_no_site_is_left_alone(tmp_path: Path, mine: str) -> None:
    file = tmp_path / "site" / mine
    file.parent.mkdir(parents=True)
    file.write_text("Dear …", "utf-8")
    with pytest.raises(NotASite, match=r"site$"):
        StagedSite(tmp_path / "site", tmp_path / "manifest")
    assert files(tmp_path) == {f"site/{mine}": "Dear …".encode()}


def test_a_file_is_no_site(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("Dear …", "utf-8")
    with pytest.raises(NotASite):
        StagedSite(tmp_path / "site", tmp_path / "manifest")


def test_a_web_server_may_look_into_a_site(build: Build) -> None:
    assert build.site.stat().st_mode & 0o777 == 0o755


def test_what_fails_before_the_end_leaves_the_old_site(build: Build, tmp_path: Path) -> None:
    before = files(tmp_path)
    with pytest.raises(LookupError), StagedSite(build.site, build.manifest) as stage:
        stage.write("new", artifact({"sitemap.xml": b"new", "en/b/index.html": b"new"}))
        raise LookupError
    assert files(tmp_path) == before
    assert build(OLD) == ([], 0)


def test_contents_that_cannot_be_made_leave_the_old_site(build: Build, tmp_path: Path) -> None:
    def contents() -> Iterator[bytes]:
        yield b"new"
        raise LookupError

    before = files(tmp_path)
    with pytest.raises(LookupError), StagedSite(build.site, build.manifest) as stage:
        stage.write("new", Artifact(["sitemap.xml", "en/b/index.html"], tuple, contents))
    assert files(tmp_path) == before


def test_an_artifact_makes_as_many_files_as_it_has_paths(build: Build) -> None:
    with StagedSite(build.site, build.manifest) as stage, pytest.raises(ValueError, match="shorter"):
        stage.write("new", Artifact(["en/d/index.html", "ko/d/index.html"], tuple, lambda: [b"one"]))


def test_no_file_is_made_twice(build: Build) -> None:
    with StagedSite(build.site, build.manifest) as stage, pytest.raises(FileExistsError):
        stage.write("new", artifact({"en/d/index.html": b"one"}))
        stage.write("new", artifact({"en/d/index.html": b"two"}))


def test_an_entry_tells_how_the_files_look_on_disk(build: Build) -> None:
    entry = manifest.entry(manifest.read(build.manifest)["b"])
    assert entry.fingerprint == repr(OLD["b"])
    assert {file.path for file in entry.files} == OLD["b"].keys()
    for file in entry.files:
        status = (build.site / file.path).stat()
        assert (file.size, file.changed_ns) == (status.st_size, status.st_mtime_ns)


SOME_NEW = {**OLD, "a": {"sitemap.xml": b"new"}, "b": {"en/b/index.html": b"new"}}
ALL_NEW = {"d": {"sitemap.xml": b"new"}}


@pytest.mark.parametrize("new", [SOME_NEW, ALL_NEW], ids=["some new", "all new"])
@pytest.mark.parametrize("last", range(5))
def test_a_commit_that_breaks_off_is_made_good_by_the_next_build(
    build: Build, monkeypatch: pytest.MonkeyPatch, new: Mapping[str, Mapping[str, bytes]], last: int
) -> None:
    """As when the power goes: after some files were renamed and deleted nothing more is done."""
    steps = itertools.count()

    def breaking(do: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: object, **more: object) -> object:
            if next(steps) >= last:
                raise KeyboardInterrupt
            return do(*arguments, **more)

        return step

    with monkeypatch.context() as patch, contextlib.suppress(KeyboardInterrupt):
        patch.setattr(Path, "replace", breaking(Path.replace))
        patch.setattr(Path, "unlink", breaking(Path.unlink))
        build(new)
    build(new)
    build(OLD)


@pytest.mark.parametrize("new", [SOME_NEW, ALL_NEW], ids=["some new", "all new"])
def test_the_manifest_is_put_away_before_the_site_changes(
    build: Build, monkeypatch: pytest.MonkeyPatch, new: Mapping[str, Mapping[str, bytes]]
) -> None:
    """Else a site that was left half done would pass for what the manifest says of it."""
    were_there = []
    replace = Path.replace

    def replaced(path: Path, target: Path) -> Path:
        were_there.append(build.manifest.exists())
        return replace(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replaced)
        build(new)
    assert were_there
    assert not any(were_there)


class Stopped(Exception):
    """A signal came."""


@pytest.mark.parametrize("new", [SOME_NEW, ALL_NEW], ids=["some new", "all new"])
def test_a_signal_waits_until_the_site_is_whole(
    build: Build, monkeypatch: pytest.MonkeyPatch, new: Mapping[str, Mapping[str, bytes]]
) -> None:
    replace = Path.replace

    def struck(path: Path, target: Path) -> Path:
        os.kill(os.getpid(), signal.SIGTERM)
        return replace(path, target)

    def stop(*_: object) -> None:
        raise Stopped

    handler = signal.signal(signal.SIGTERM, stop)
    try:
        with monkeypatch.context() as patch, pytest.raises(Stopped):
            patch.setattr(Path, "replace", struck)
            build(new)
    finally:
        signal.signal(signal.SIGTERM, handler)
    assert build(new)[0] == []
