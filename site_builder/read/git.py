"""The history of the records in git. What git cannot know stays unknown."""

import contextlib
import io
import subprocess
import tempfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from site_builder.read.files import FOLDER

_FILE = "100"
"""How the mode of a file begins, which is neither a link nor a submodule."""
_SUBMODULE = "160000"
_DIFF = ("diff", "--no-renames", "--name-only", "-z", "--ignore-submodules=none")
"""Lists what differs, whatever the repository itself says of its submodules."""


class UnknownCommit(Exception):
    """There is no commit of this name in the repository at hand."""


class Commit(NamedTuple):
    """A commit, by its hash and the day on which it was made."""

    hash: str
    day: date


class Change(NamedTuple):
    """A record file that a commit added or changed, by its path from the root."""

    commit: Commit
    file: str


@dataclass(frozen=True, slots=True)
class History:
    """All that happened to the record files, the newest change first; nothing where git does not know all of it."""

    changes: tuple[Change, ...] = ()
    first: Mapping[str, Commit] = field(init=False)
    last: Mapping[str, Commit] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "first", {change.file: change.commit for change in self.changes})
        object.__setattr__(self, "last", {change.file: change.commit for change in reversed(self.changes)})

    @property
    def newest(self) -> Commit | None:
        """The last commit that changed a record."""
        return self.changes[0].commit if self.changes else None

    def added(self, file: str) -> date | None:
        """The day on which a record came into the archive, if that is known."""
        commit = self.first.get(file)
        return commit.day if commit else None

    def modified(self, file: str) -> date | None:
        """The day on which a record was last changed, if that is known."""
        commit = self.last.get(file)
        return commit.day if commit else None


def history(root: Path) -> History:
    """Read the history of the record files.

    It is empty outside a repository, and in a shallow clone, whose oldest commit would pass for the first.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != b"false":
        return History()
    return History(tuple(_changes(root, "--diff-filter=AM", "--", FOLDER)))


def withdrawals(root: Path, files: Collection[str]) -> Iterator[Change]:
    """Find the commits that withdrew some claims, or changed what their records say of it; the newest comes first."""
    return _changes(root, "-G", "^withdrawn:", "--", *files) if files else iter(())


def _changes(root: Path, *which: str) -> Iterator[Change]:
    log = _git(root, "log", "--no-renames", "--name-only", "-z", "--relative", "--format=%x01%H %cs", *which)
    commit = Commit("", date.min)
    for line in log.decode("utf-8", "replace").replace("\n", "\0").split("\0"):
        if line.startswith("\x01"):
            hash, _, day = line[1:].partition(" ")
            commit = Commit(hash, date.fromisoformat(day))
        elif line:
            yield Change(commit, line)


def changed(root: Path, base: str) -> frozenset[str]:
    """The files that differ from a commit, by path from the root."""
    listed = _git(root, *_DIFF, "--relative", commit(root, base), "--", FOLDER)
    return frozenset(listed.decode("utf-8", "replace").split("\0")) - {""}


def differs(root: Path, base: str, *folders: str) -> bool:
    """Tell whether what is committed in some folders is another thing than at an earlier commit."""
    return bool(_git(root, *_DIFF, "--relative", commit(root, base), "HEAD", "--", *folders))


def tags(root: Path, pattern: str) -> list[str]:
    """The tags that fit a pattern with `*`, sorted by name."""
    return sorted(_git(root, "tag", "--list", pattern).decode("utf-8", "replace").split())


def differing(root: Path, base: str) -> frozenset[str]:
    """All files that differ from a commit, by path from the archive's folder; those beside it begin with `../`."""
    inside = _git(root, "rev-parse", "--show-prefix").decode("utf-8", "replace").rstrip("\n")
    listed = _git(root, *_DIFF, commit(root, base)).decode("utf-8", "replace")
    names = [name for name in listed.split("\0") if name]
    return frozenset(name.removeprefix(inside) if name.startswith(inside) else f"../{name}" for name in names)


def submodules(root: Path) -> frozenset[str]:
    """The paths from the archive's folder at which other repositories are to stand."""
    listed = _git(root, "ls-files", "--stage", "-z").decode("utf-8", "replace").split("\0")
    return frozenset(entry.partition("\t")[2] for entry in listed if entry.startswith(_SUBMODULE))


@contextlib.contextmanager
def checked_out(root: Path, base: str) -> Iterator[Path]:
    """The archive's folder as it is in a commit, with its history, for as long as it is needed."""
    inside = _git(root, "rev-parse", "--show-prefix").decode().rstrip("\n")
    with tempfile.TemporaryDirectory(prefix="claims-") as folder:
        tree = Path(folder, "base")
        _git(root, "worktree", "add", "--detach", "--force", "--quiet", str(tree), commit(root, base))
        try:
            yield tree / inside
        finally:
            _git(root, "worktree", "remove", "--force", str(tree))


def files_at(root: Path, base: str) -> Iterator[tuple[str, bytes]]:
    """The record files of a commit, by path from the root, with their bytes.

    They are read one by one: from an archive that git makes, a file of attributes (`export-ignore`) leaves files out.
    """
    listed = _git(root, "ls-tree", "-r", "-z", commit(root, base), "--", FOLDER).decode("utf-8", "replace")
    entries = [entry.partition("\t") for entry in listed.split("\0") if entry.endswith(".yml")]
    files = [(path, kept.split()[2]) for kept, _, path in entries if kept.startswith(_FILE)]
    answer = io.BytesIO(_git(root, "cat-file", "--batch", told="".join(f"{blob}\n" for _, blob in files)))
    for path, _ in files:
        size = int(answer.readline().split()[2])
        yield path, answer.read(size)
        answer.readline()  # the line break behind it


def commit(root: Path, name: str) -> str:
    """The hash of a commit; a name that could be read as an option never reaches another command."""
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").decode().strip()
    if not found:
        raise UnknownCommit(name)
    return found


def moment(root: Path) -> str:
    """The second since 1970 in which the last commit was made; empty where there is none."""
    return _git(root, "log", "-1", "--format=%ct").decode().strip()


def _git(root: Path, *arguments: str, told: str | None = None) -> bytes:
    """What a git command prints, which may be told something; nothing where it fails."""
    given = None if told is None else told.encode()
    try:
        done = subprocess.run(["git", *arguments], cwd=root, input=given, capture_output=True, check=False)
    except FileNotFoundError:
        return b""
    return done.stdout if done.returncode == 0 else b""
