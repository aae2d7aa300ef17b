"""The site's files on disk: written aside first, put in place when all of them are there.

A build writes into a stage beside the site. Files that the site has already, as a manifest remembers them, are not
made again. Then either the stage takes the site's place as a whole, or, where most of the site stays, its files are
moved into the site one after the other, by renaming, when nothing can go wrong any more but the power. Even then the
next build is right: the manifest is put away before, and written after.
"""

import contextlib
import os
import shutil
import signal
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from site_builder.model import urls
from site_builder.outputs.artifact import Artifact
from site_builder.publish import manifest
from site_builder.publish.manifest import Entry, OutputFile
from site_builder.runtime.digest import Fingerprint


class NotASite(Exception):
    """The folder to publish into holds something else; the message names it."""


class UnfitFolder(Exception):
    """The folder to publish into holds what a site is made of, or lies in it; the message names it."""


class StagedSite:
    """A place to write a site's files before they replace the old ones; `manifest_file` is where the manifest lies."""

    def __init__(self, site: Path, manifest_file: Path) -> None:
        if site.exists() and (not site.is_dir() or any(site.iterdir())) and not (site / urls.SITEMAP).exists():
            raise NotASite(str(site))
        self._site = site
        self._root = str(site)
        self._manifest = manifest_file
        self._old = manifest.read(manifest_file) if site.exists() else {}
        self._folders = {""}

    def __enter__(self) -> Self:
        self._site.parent.mkdir(parents=True, exist_ok=True)
        self._new = Path(tempfile.mkdtemp(prefix=f".{self._site.name}.new-", dir=self._site.parent))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self._new, ignore_errors=True)

    def kept(self, name: str, fingerprint: Fingerprint) -> Entry | None:
        """Return the manifest entry of an artifact, if dependencies and files on disk are unchanged."""
        if name not in self._old:
            return None
        old = manifest.entry(self._old[name])
        is_same = old.fingerprint == fingerprint and all(_is_untouched(self._root, file) for file in old.files)
        return old if is_same else None

    def write(self, fingerprint: Fingerprint, artifact: Artifact) -> Entry:
        """Write the files of an artifact."""
        files = zip(artifact.paths, artifact.contents(), strict=True)
        return Entry(fingerprint, tuple([self._write(path, content) for path, content in files]))

    def _write(self, path: str, content: bytes) -> OutputFile:
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            _make_folder(f"{self._new}/{folder}")
            self._folders.add(folder)
        return OutputFile(path, *_write(f"{self._new}/{path}", content))

    def read(self, path: str) -> bytes | None:
        """Return a file as it was written, or as it stays."""
        file = next((file for file in (self._new / path, self._site / path) if file.is_file()), None)
        return file.read_bytes() if file else None

    def commit(self, new: Mapping[str, str], kept: Iterable[str]) -> int:
        """Make the site consist of the new artifacts, by their lines, and of those that it keeps.

        How many files it lost.
        """
        lines = {**{name: self._old[name] for name in kept}, **new}
        gone = _paths(line for name, line in self._old.items() if name in new or name not in lines)
        is_whole = len(new) == len(lines)
        made = set[str]() if is_whole and not gone else _paths(new.values())
        stale = gone - made
        with _undisturbed():
            if is_whole:
                self._replace()
            elif made or stale:
                manifest.put_away(self._manifest)
                for path in stale:  # first, for a file may stand where a folder has to be
                    _remove(self._site, path)
                for path in made:
                    target = self._site / path
                    target.parent.mkdir(parents=True, exist_ok=True)
                    (self._new / path).replace(target)
            manifest.write(self._manifest, lines)
        return len(stale)

    def _replace(self) -> None:
        """Put the stage in the site's place."""
        self._new.chmod(0o755)
        manifest.put_away(self._manifest)
        old = self._new.with_name(self._new.name.replace(".new-", ".old-"))
        if self._site.exists():
            self._site.replace(old)
        self._new.replace(self._site)
        shutil.rmtree(old, ignore_errors=True)


def _paths(lines: Iterable[str]) -> set[str]:
    """The paths of the files on some lines."""
    return {file.path for line in lines for file in manifest.entry(line).files}


def _is_untouched(site: str, file: OutputFile) -> bool:
    """Tell whether a file is there as it was written."""
    try:
        status = os.stat(f"{site}/{file.path}")  # noqa: PTH116 (of every file of the site)
    except OSError:
        return False
    return status.st_size == file.size and status.st_mtime_ns == file.changed_ns


def _make_folder(name: str) -> None:
    """Make a folder of which most often the one above is there."""
    try:
        os.mkdir(name)  # noqa: PTH102 (twice as fast, and done for every page)
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(name, exist_ok=True)  # noqa: PTH103


def _write(name: str, content: bytes) -> tuple[int, int]:
    """Write a new file into a folder that is there; its size and time of change."""
    file = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(file, left) :]
        status = os.fstat(file)
    finally:
        os.close(file)
    return status.st_size, status.st_mtime_ns


def _remove(site: Path, path: str) -> None:
    """Delete a file that the site no longer has, and the folders that it leaves empty."""
    file = site / path
    file.unlink(missing_ok=True)
    for folder in file.parents:
        if folder == site:
            return
        try:
            folder.rmdir()
        except OSError:
            return


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Let signals wait until the site is whole again."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
