"""The manifest of a site: a line for each artifact that the last build wrote.

A line has, between tabs, the artifact's name, of what it was made, and how each of its files looked on disk. It is read
when it is asked for, and written again as it is where the artifact stays. A damaged manifest is as if it were not
there: everything is then made anew.
"""

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from site_builder.runtime.digest import Fingerprint, digest

_MARKS = {"%": "%25", "\t": "%09", "\n": "%0A"}
"""What stands in a path for the marks that lines are made of, and for its own."""


class OutputFile(NamedTuple):
    """A file of a site as it looked on disk when it was written."""

    path: str
    size: int
    changed_ns: int


class Entry(NamedTuple):
    """Files of a site that were made together, and of what."""

    fingerprint: Fingerprint
    files: tuple[OutputFile, ...]


def line(entry: Entry) -> str:
    """An entry on one line."""
    files = [f"\t{_written(path)}\t{size}\t{changed_ns}" for path, size, changed_ns in entry.files]
    return entry.fingerprint + "".join(files)


def entry(line: str) -> Entry:
    """The entry on a line."""
    fingerprint, *files = line.split("\t")
    paths, sizes, times = files[::3], files[1::3], files[2::3]
    return Entry(fingerprint, tuple(map(OutputFile, map(_read, paths), map(int, sizes), map(int, times))))


def read(file: Path) -> dict[str, str]:
    """The line of every artifact, by name; none of a manifest that is not as it was written."""
    try:
        head, _, text = file.read_text("utf-8").partition("\n")
    except (OSError, ValueError):
        return {}
    named = (line.partition("\t") for line in text.split("\n") if line)
    return {_read(name): line for name, _, line in named} if head == _head(text) else {}


def write(file: Path, lines: Mapping[str, str]) -> None:
    """Write the lines of all artifacts in place of the old ones; without it, all is made anew the next time."""
    text = "\n".join([f"{_written(name)}\t{line}" for name, line in lines.items()])
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        aside = file.with_suffix(".new")
        aside.write_text(f"{_head(text)}\n{text}", "utf-8")
        aside.replace(file)


def put_away(file: Path) -> None:
    """Remove a manifest; in an archive that nobody can write to it stays, and tells by size and time what changed."""
    with contextlib.suppress(OSError):
        file.unlink()


def _head(text: str) -> str:
    """The first line: the version of the form, and a digest of all that follows."""
    return f"claims 3 {digest(text)}"


def _written(path: str) -> str:
    for mark, written in _MARKS.items():
        path = path.replace(mark, written)
    return path


def _read(path: str) -> str:
    if "%" in path:
        for mark, written in reversed(_MARKS.items()):
            path = path.replace(written, mark)
    return path
