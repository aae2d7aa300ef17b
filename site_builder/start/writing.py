"""A new archive on disk: written aside, tried there, and moved in as a whole or not at all."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from site_builder.language.catalogs import FOLDER as CATALOGS
from site_builder.read.files import FOLDER as RECORDS
from site_builder.read.settings import CONTENT
from site_builder.start.plan import Files

T = TypeVar("T")
SITE = "site"
_READ_AS_A_WHOLE = (RECORDS, CONTENT, CATALOGS, SITE)
"""Folders of which a file that lies there already would become a part of the archive."""


def in_the_way(folder: Path, paths: Iterable[str]) -> list[str]:
    """Return what a folder holds already that an archive of these paths would write or read."""
    taken = {name for path in paths if (name := _taken(folder, path))}
    for name in _READ_AS_A_WHOLE:
        is_told = any(f"{path}/".startswith(f"{name}/") for path in taken)
        if not is_told and any(not each.is_dir() for each in (folder / name).rglob("*")):
            taken.add(f"{name}/")
    return sorted(taken)


def _taken(folder: Path, path: str) -> str:
    """Return the part of a path that cannot be written; empty if nothing keeps it from that."""
    parts = path.split("/")
    for count in range(1, len(parts) + 1):
        way = folder.joinpath(*parts[:count])
        if not os.path.lexists(way):
            return ""
        if count == len(parts) or way.is_symlink() or not way.is_dir():
            return "/".join(parts[:count])
    return ""


def write(folder: Path, files: Files, finished: Callable[[Path], T]) -> T:
    """Write an archive and put it in its place when `finished` has seen it; if anything fails, nothing is left of it.

    Meanwhile it lies beside that place, or in it, so that moving it is but giving it another name.
    """
    place = next(each for each in (folder, *folder.parents) if each.is_dir())
    with tempfile.TemporaryDirectory(prefix=".claims-init-", dir=place) as aside:
        root = Path(aside, "archive")
        for path, data in files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        result = finished(root)
        with _taken_back_if_it_fails() as moves:
            _move(root, folder, moves)
    return result


@contextlib.contextmanager
def _taken_back_if_it_fails() -> Iterator[list[Callable[[], object]]]:
    """Keep how each step is undone, and undo all of them, the last one first, unless all of them succeed."""
    undo: list[Callable[[], object]] = []
    try:
        yield undo
    except BaseException:
        for step in reversed(undo):
            with contextlib.suppress(OSError):
                step()
        raise


def _move(source: Path, target: Path, undo: list[Callable[[], object]]) -> None:
    """Give a file or folder another place; into a folder that is there already, all that it holds."""
    if source.is_dir() and target.is_dir():
        for each in sorted(source.iterdir()):
            _move(each, target / each.name, undo)
        return
    for missing in reversed([each for each in target.parents if not each.exists()]):
        missing.mkdir()
        undo.append(missing.rmdir)
    if os.path.lexists(target):  # somebody has put it there meanwhile
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    source.rename(target)
    undo.append(lambda: target.rename(source))
