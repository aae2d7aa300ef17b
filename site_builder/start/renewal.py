"""An archive brought up to date with the package: what its owner has not touched, and nothing else."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from site_builder.language import catalogs
from site_builder.runtime.whole_files import write_whole
from site_builder.start import memory
from site_builder.start.memory import Memory
from site_builder.start.plan import Files


class State(StrEnum):
    """What becomes of a file: an edited one stays, one that the package has no more goes if nobody has touched it."""

    NEW = "new"
    RENEWED = "renewed"
    COMPLETED = "completed"
    EDITED = "edited"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a file, and what it holds then; of one that stays, what it would hold."""

    path: str
    state: State
    data: bytes


def changes(root: Path, known: Memory, files: Files) -> list[Change]:
    """Return what is to be done to bring an archive up to date."""
    return sorted([*_of_files(root, known, files), *_gone(root, known, files)], key=lambda change: change.path)


def apply(root: Path, known: Memory, files: Files, version: str) -> list[Change]:
    """Bring an archive up to date; the memory is written last, and only if it changes."""
    found = changes(root, known, files)
    for change in found:
        file = root / change.path
        if change.state is State.REMOVED:
            file.unlink()
        elif change.state is not State.EDITED:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, change.data)
    remembered = Memory(version, known.choices, _remembered(root, known, files)).as_bytes()
    if remembered != (root / memory.FILE).read_bytes():
        write_whole(root / memory.FILE, remembered)
    return found


def difference(root: Path, change: Change) -> Iterator[str]:
    """Yield the lines by which a file differs from what the package would write; none where it is no text."""
    try:
        own, ours = (root / change.path).read_text("utf-8"), change.data.decode()
    except UnicodeDecodeError:
        return
    names = (change.path, f"{change.path} (claims init)")
    yield from difflib.unified_diff(own.splitlines(), ours.splitlines(), *names, lineterm="")


def _of_files(root: Path, known: Memory, files: Files) -> Iterator[Change]:
    for path, data in files.items():
        own = _read(root / path)
        if own is None:
            if path not in known.files:
                yield Change(path, State.NEW, data)
        elif own == data:
            continue
        elif memory.digest(own) == known.files.get(path):
            yield Change(path, State.RENEWED, data)
        elif path in _catalogs(known):
            completed = catalogs.completed(own, _catalogs(known)[path])
            if completed != own:
                yield Change(path, State.COMPLETED, completed)
        else:
            yield Change(path, State.EDITED, data)


def _catalogs(known: Memory) -> Mapping[str, str]:
    """Return the languages by the catalogs that an archive may have for them: these are made to be written in."""
    return {catalogs.file_of(tag): tag for tag in known.choices.languages}


def _gone(root: Path, known: Memory, files: Files) -> Iterator[Change]:
    """Yield the files that the package has no more, and nobody has touched."""
    for path in known.files.keys() - files.keys():
        own = _read(root / path)
        if own is not None and memory.digest(own) == known.files[path]:
            yield Change(path, State.REMOVED, b"")


def _remembered(root: Path, known: Memory, files: Files) -> Mapping[str, str]:
    """Return the digests of what was written last: of files that were edited or deleted, as before."""
    found = {path: each for path, each in known.files.items() if path in files}
    for path, data in files.items():
        if _read(root / path) == data:
            found[path] = memory.digest(data)
    return found


def _read(file: Path) -> bytes | None:
    """Return what a file holds; None where there is none. What is no file was put there by its owner."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
    except (IsADirectoryError, NotADirectoryError):
        return b""
