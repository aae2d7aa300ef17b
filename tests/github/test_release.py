"""The monthly release: its files, what is said of it, and when there is one."""

import gzip
import hashlib
import io
import os
import tarfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from site_builder.github.release import News, is_due, last, news, notes, tag_of, write
from site_builder.language.language import Language
from site_builder.read import loader
from site_builder.runtime import clock
from tests.commands import RunCli
from tests.github.acting import Run, run_workflow
from tests.github.archives import repository
from tests.records import CLAIM, CLAIM_FILE, ENTITY, ENTITY_FILE, changed
from tests.records import write as put
from tests.repository import commit, git

LANGUAGES = [Language("en"), Language("ko")]
OTHER = "claims/2031/2031-03-13-city-office-visitors.yml"
CORRECTION = "corrections:\n  - on: 2031-06-01\n    kind: typo\n    note: {en: A letter., ko: 글자 하나.}\n"
WITHDRAWAL = "withdrawn:\n  on: 2031-06-01\n  reason: {en: The source was withdrawn., ko: 출처가 철회되었다.}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small archive with its history."""
    root = tmp_path / "archive"
    root.mkdir()
    repository(root)
    return root


@pytest.fixture
def in_june(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "day_of_run", lambda: date(2031, 6, 1))


def found(root: Path, before: str | None) -> News:
    return news(root, loader.load(root).archive, before)


def test_a_tag_names_the_month() -> None:
    assert tag_of(date(2031, 6, 30)) == "archive-2031-06"


def test_the_last_release_is_the_newest_of_ours(root: Path) -> None:
    assert last(root) is None
    for tag in ("archive-2031-05", "archive-2030-12", "archive-old", "v9", "archive-2031-050"):
        git(root, "tag", tag)
    assert last(root) == "archive-2031-05"


def test_a_release_is_due_once_a_month_if_records_or_pages_changed(root: Path) -> None:
    assert is_due(root, "archive-2031-05")
    git(root, "tag", "archive-2031-05")
    assert not is_due(root, "archive-2031-06")
    put(root, {"Makefile": "site:\n"})
    commit(root)
    assert not is_due(root, "archive-2031-06")
    put(root, {"content/en/index.md": "# Walks by night\n"})
    commit(root)
    assert is_due(root, "archive-2031-06")
    assert not is_due(root, "archive-2031-05")


def test_in_the_first_release_all_is_new(root: Path) -> None:
    put(root, {OTHER: changed(CLAIM, "2031-03-12", "2031-03-13") + WITHDRAWAL})
    assert found(root, None) == News(claims=2, withdrawn=1, entities=3)


def test_what_happened_since_the_last_release_is_counted(root: Path) -> None:
    put(root, {OTHER: changed(CLAIM, "2031-03-12", "2031-03-13")})
    commit(root)
    git(root, "tag", "archive-2031-05")
    assert found(root, "archive-2031-05") == News()
    put(
        root,
        {
            CLAIM_FILE: CLAIM + CORRECTION,
            OTHER: changed(CLAIM, "2031-03-12", "2031-03-13") + WITHDRAWAL,
            "claims/2031/2031-03-14-city-office-visitors.yml": changed(CLAIM, "2031-03-12", "2031-03-14"),
            "claims/entities/town-office.yml": ENTITY,
            ENTITY_FILE: ENTITY.replace("Omber", "Omber-on-Sea"),
        },
    )
    commit(root)
    assert found(root, "archive-2031-05") == News(claims=1, corrected=1, withdrawn=1, entities=1)
    git(root, "tag", "archive-2031-06")
    put(root, {OTHER: changed(CLAIM, "2031-03-12", "2031-03-13") + WITHDRAWAL + CORRECTION})
    commit(root)
    assert found(root, "archive-2031-06") == News(corrected=1)


def test_it_is_told_in_every_language() -> None:
    told = notes(LANGUAGES, News(claims=1, corrected=2), "archive-2031-05", "https://archive.example/")
    english, korean = told.split("## 한국어")
    assert english.startswith("## English\n\nNew since archive-2031-05:\n\n- 1 claim\n- 2 claims corrected\n\n")
    assert "archive-2031-05 이후 새로워진 것:\n\n- 발언 1건\n- 정정한 발언 2건\n" in korean
    assert told.count("https://archive.example/") == 2
    assert "The first release" in notes(LANGUAGES, News(claims=1), None, "https://archive.example/")
    assert "- no new records" in notes(LANGUAGES, News(), "archive-2031-05", "https://archive.example/")


def site(folder: Path) -> Path:
    contents = {"index.html": "<p>", "en/길.html": "<p>길", "data/claims.en.csv": "id\n", "data/datapackage.json": "{}"}
    return put(folder, {**contents, f"en/{'long/' * 40}index.html": "<p>", ".well-known/security.txt": "Contact:"})


def unpacked(file: Path) -> Mapping[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(gzip.decompress(file.read_bytes()))) as tar:
        read = {member.name: tar.extractfile(member) for member in tar}
    return {name: file.read() for name, file in read.items() if file}


def test_the_data_and_the_whole_site_are_packed_with_their_digests(tmp_path: Path) -> None:
    root = put(tmp_path, {"LICENSE-records.md": "CC BY"})
    made = site(tmp_path / "site")
    data, whole, sums = write(tmp_path / "new" / "files", "archive-2031-06", root, made, 1)
    assert unpacked(data) == {
        f"archive-2031-06-data/{name}": text
        for name, text in [("LICENSE-records.md", b"CC BY"), ("claims.en.csv", b"id\n"), ("datapackage.json", b"{}")]
    }
    assert unpacked(whole) == {
        f"archive-2031-06-site/{path.relative_to(made).as_posix()}": path.read_bytes()
        for path in made.rglob("*")
        if path.is_file()
    }
    assert sums.read_text("utf-8") == "".join(
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in (data, whole)
    )


def test_what_lies_elsewhere_is_not_packed(tmp_path: Path) -> None:
    root = put(tmp_path, {"secret.txt": "secret"})
    made = site(tmp_path / "site")
    for link in (root / "LICENSE-records.md", made / "data/linked.txt"):
        link.symlink_to(root / "secret.txt")
    data, whole, _ = write(tmp_path / "new" / "files", "archive-2031-06", root, made, 1)
    assert b"secret" not in [*unpacked(data).values(), *unpacked(whole).values()]


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    """Whenever, by whomever and in whatever order its files were written."""
    one, other = site(tmp_path / "one"), tmp_path / "other"
    for path in sorted((path for path in one.rglob("*") if path.is_file()), reverse=True):
        put(other, {path.relative_to(one).as_posix(): path.read_bytes()})
        os.utime(other / path.relative_to(one), (0, 0))
        (other / path.relative_to(one)).chmod(0o600)
    packed = [write(tmp_path / f"{made.name}-files", "archive-2031-06", tmp_path, made, 7) for made in (one, other)]
    assert [file.read_bytes() for file in packed[0]] == [file.read_bytes() for file in packed[1]]


@pytest.mark.usefixtures("in_june")
def test_the_command_packs_what_was_built(root: Path, run_cli: RunCli, tmp_path: Path) -> None:
    output, outputs = tmp_path / "release", tmp_path / "outputs"
    told = run_cli("github", "release", "--output", str(output), at=root)
    assert (told.code, "build it first" in told.err) == (2, True)
    run_cli("build", at=root)
    done = run_cli("github", "release", "--output", str(output), at=root, GITHUB_OUTPUT=str(outputs))
    assert (done.code, done.err) == (0, "")
    assert sorted(path.name for path in output.rglob("*") if path.is_file()) == [
        "SHA256SUMS",
        "archive-2031-06-data.tar.gz",
        "archive-2031-06-site.tar.gz",
        "notes.md",
    ]
    assert "\narchive-2031-06\n" in outputs.read_text("utf-8")
    assert "is there already" in run_cli("github", "release", "--output", str(output), at=root).err


@pytest.mark.usefixtures("in_june")
def test_where_nothing_changed_there_is_nothing_to_release(root: Path, run_cli: RunCli, tmp_path: Path) -> None:
    git(root, "tag", "archive-2031-05")
    done = run_cli(
        "github", "release", "--output", str(tmp_path / "release"), at=root, GITHUB_OUTPUT=str(tmp_path / "outputs")
    )
    assert (done.code, done.out) == (0, "there is nothing to release: archive-2031-05 is the last one\n")
    assert not (tmp_path / "release").exists()
    assert not (tmp_path / "outputs").exists()


def run(root: Path) -> Run:
    event = {"ref": "refs/heads/main", "repository": {"full_name": "desk/archive", "name": "archive"}}
    return run_workflow(root, "release", "workflow_dispatch", event, answers={"release create *": "made"})


def test_the_workflow_releases_what_was_built_signed(root: Path) -> None:
    tag = tag_of(datetime.now(UTC).date())
    head = git(root, "rev-parse", "HEAD")
    done = run(root)
    assert done.jobs == {"build": "success", "release": "success"}
    assert f"signed: {tag}-data.tar.gz\nsigned: {tag}-site.tar.gz\n" in done.log
    (made,) = [call for call in done.calls if call.words[0] == "release"]
    files = [f"release/files/{name}" for name in ("SHA256SUMS", f"{tag}-data.tar.gz", f"{tag}-site.tar.gz")]
    assert made.words == (
        *("release", "create", tag, *files, "--title", tag, "--notes-file", "release/notes.md"),
        *("--repo", "desk/archive", "--target", head),
    )
    assert "notes.md" in done.artifacts["release"]


def test_the_workflow_releases_nothing_where_nothing_changed(root: Path) -> None:
    git(root, "tag", "archive-2031-05")
    done = run(root)
    assert done.jobs == {"build": "success", "release": "skipped"}
    assert "release" not in done.artifacts
