"""The history of the records in git. What git cannot know stays unknown."""

import io
import subprocess
import tarfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from site_builder.read.files import FOLDER


class UnknownCommit(Exception):
    """There is no commit of this name in the repository at hand."""


def added(root: Path) -> Mapping[str, date]:
    """The day of the first commit of each record file still known to git, by path from the root.

    Empty outside a repository, and in a shallow clone, whose oldest commit would pass for the first.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != b"false":
        return {}
    log = _git(
        root, "log", "--reverse", "--no-renames", "--diff-filter=A", "--name-only", "-z", "--relative",
        "--format=%x01%cs", "--", FOLDER,
    )  # fmt: skip
    days: dict[str, date] = {}
    day = date.min
    for line in log.decode("utf-8", "replace").replace("\n", "\0").split("\0"):
        if line.startswith("\x01"):
            day = date.fromisoformat(line[1:])
        elif line:
            days.setdefault(line, day)
    return days


def changed(root: Path, base: str) -> frozenset[str]:
    """The files that differ from a commit, by path from the root."""
    listed = _git(root, "diff", "--no-renames", "--name-only", "-z", "--relative", commit(root, base), "--", FOLDER)
    return frozenset(listed.decode("utf-8", "replace").split("\0")) - {""}


def files_at(root: Path, base: str) -> Iterator[tuple[str, bytes]]:
    """The record files of a commit, by path from the root, with their bytes."""
    archive = _git(root, "archive", "--format=tar", commit(root, base), FOLDER)
    if archive:
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            for member in tar:
                file = tar.extractfile(member) if member.isfile() else None
                if file and member.name.endswith(".yml"):
                    yield member.name, file.read()


def commit(root: Path, name: str) -> str:
    """The hash of a commit; a name that could be read as an option never reaches another command."""
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").decode().strip()
    if not found:
        raise UnknownCommit(name)
    return found


def _git(root: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        return b""
    return done.stdout if done.returncode == 0 else b""
