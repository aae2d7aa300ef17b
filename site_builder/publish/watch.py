"""Files that are watched while somebody works on them.

The system only wakes us: what changed is found by looking at all files and comparing them with those seen before. So it
does not matter in how many steps a program saves a file, whether a folder is moved away as a whole, or which events the
system leaves out.
"""

import contextlib
import os
import stat
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import NamedTuple

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

_PAUSE = 0.03
"""Seconds of silence after which a change is complete."""
_LONGEST = 1.0
"""Seconds after which files are looked at though changes go on: somebody waits, and a log may never end."""
_UNHEARD = 2.0
"""Seconds after which files are looked at though nothing was heard: some file systems tell of no changes."""
_MOST_FOLDERS = 300
"""Folders that are listened to, each by a thread; what lies in others is but looked at."""
_CHANGES = ("created", "modified", "moved", "deleted")
"""Events after which a file is another one, and not merely looked at."""


class _Look(NamedTuple):
    """What tells a file from another one at its place; of a folder, its files tell the rest."""

    mode: int
    inode: int
    size: int = 0
    changed_ns: int = 0


class Watch:
    """Watches files and folders, be they there or not; `changes` yields what is another one than before."""

    def __init__(self) -> None:
        self._paths: list[str] = []
        self._events: SimpleQueue[str] = SimpleQueue()
        self._observer = Observer()
        self._heard: dict[str, tuple[_Look, ObservedWatch]] = {}
        self._seen: dict[str, _Look] = {}
        self._is_stopped = False

    def add(self, path: Path) -> None:
        """Watch a file, or a folder with all below it."""
        name = str(path.absolute())
        if name not in self._paths:
            self._paths.append(name)
            self._seen |= _looks(name)
            self._events.put("")  # to listen to it, too

    def start(self) -> None:
        """Listen from now on."""
        self._observer.start()
        self._listen()

    def stop(self) -> None:
        """Have `changes` end; any thread may ask for it, at any time."""
        self._is_stopped = True
        self._events.put("")

    def changes(self) -> Iterator[set[Path]]:
        """Yield the files and folders that came, went or are written anew, as often as there are some.

        Only the thread that asks for changes starts and stops the observer, which does not bear both at once.
        """
        try:
            yield from self._changes()
        finally:
            self._observer.stop()

    def _changes(self) -> Iterator[set[Path]]:
        while True:
            named = set(self._batch())
            if self._is_stopped:
                return
            now = {name: look for path in self._paths for name, look in _looks(path).items()}
            before, self._seen = self._seen, now
            self._listen()
            changed = {name for name in now.keys() | before.keys() if now.get(name) != before.get(name)}
            changed |= {name for name in named & now.keys() if stat.S_ISREG(now[name].mode)}
            if changed:
                yield set(map(Path, changed))

    def _batch(self) -> Iterator[str]:
        """Yield the names of what changes, until nothing does any more."""
        with contextlib.suppress(Empty):
            yield self._events.get(timeout=_UNHEARD)
            end = time.monotonic() + _LONGEST
            while time.monotonic() < end and not self._is_stopped:
                yield self._events.get(timeout=_PAUSE)

    def _listen(self) -> None:
        """Hear of each folder by itself, and of those above what is watched, where it may come again.

        To listen to all that is below a folder is left alone: watchdog fails where one of those moves away and back.
        """
        folders = {name: look for name, look in self._seen.items() if stat.S_ISDIR(look.mode)}
        above = {str(Path(path).parent) for path in self._paths}
        wanted = {name: look for name in above if (look := _look(name))} | folders
        wanted = dict(islice(wanted.items(), _MOST_FOLDERS))
        for name, (look, watch) in [*self._heard.items()]:
            if wanted.get(name) != look:  # it is gone, or another folder has its name now
                del self._heard[name]
                with contextlib.suppress(Exception):  # whatever the system says of a folder that is gone
                    self._observer.unschedule(watch)
        new = wanted.keys() - self._heard.keys()
        if new:
            self._events.put("")  # to look once more, for what changed before we listened
        for name in new:
            with contextlib.suppress(OSError):  # gone by now, or one more than the system hears of
                self._heard[name] = wanted[name], self._observer.schedule(_Handler(self._events), name)


class _Handler(FileSystemEventHandler):
    """Puts the names of what changes into a queue."""

    def __init__(self, names: "SimpleQueue[str]") -> None:
        self._names = names

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note of what was written, moved or deleted."""
        if event.event_type in _CHANGES:
            for name in filter(None, (event.src_path, event.dest_path)):
                self._names.put(str(name))


def _look(name: str) -> _Look | None:
    """Look at a file or folder, or at what a link leads to."""
    try:
        return _of(os.stat(name))  # noqa: PTH116 (of every folder, each time)
    except OSError:
        return None


def _of(status: os.stat_result) -> _Look:
    if stat.S_ISDIR(status.st_mode):
        return _Look(status.st_mode, status.st_ino)
    return _Look(status.st_mode, status.st_ino, status.st_size, status.st_mtime_ns)


def _looks(path: str) -> dict[str, _Look]:
    """Look at a file, or at a folder and all that lies below it; links in it are not followed."""
    top = _look(path)
    if not top:
        return {}
    found, folders = {path: top}, [path] if stat.S_ISDIR(top.mode) else []
    while folders:
        with contextlib.suppress(OSError), os.scandir(folders.pop()) as entries:  # what is gone by now is not there
            for entry in entries:
                with contextlib.suppress(OSError):
                    found[entry.path] = _of(entry.stat(follow_symlinks=False))
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
    return found
