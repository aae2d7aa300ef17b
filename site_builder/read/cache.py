"""The cache of records: the values of whole ones, so that an unchanged file is not parsed again.

A file of lines behind line breaks, each a checksum, a key and the values as JSON. The key is a digest of the record's
bytes, its name and the code that reads it, so that whatever changed is read anew, and a cache from elsewhere does no
harm. A damaged line is none. New lines are put at the end; when most are of no use any more, the file is written anew.
"""

import contextlib
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import blake2b
from pathlib import Path

from site_builder.runtime.digest import Fingerprint, digest

CACHE = Path(".cache", "claims")
"""Where, below the archive's root, is kept what the next build need not do again."""
_SUM, _KEY = 8, 12
"""Bytes of a checksum and of a key, written as twice as many hexadecimal digits."""


class RecordCache:
    """The values of records by key; without a file, nothing is kept."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._lines = dict(_read(file)) if file else {}
        self._used: set[bytes] = set()
        self._new: dict[bytes, bytes] = {}

    @property
    def is_empty(self) -> bool:
        """True as long as nothing was read from the file."""
        return not self._lines

    def recall(self, key: Fingerprint) -> bytes | None:
        """Return the values of a record as a line of JSON, if they are known."""
        name = key.encode()
        line = self._lines.get(name)
        if line:
            self._used.add(name)
        return line

    def learn(self, key: Fingerprint, line: bytes) -> None:
        """Keep the values of a record, a line of JSON."""
        self._new[key.encode()] = line

    def save(self) -> None:
        """Write what is new into the file; where that is not possible, everything is read anew the next time."""
        if not self._file or not self._new:
            return
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            if len(self._lines) > 2 * len(self._used) + len(self._new):
                kept = {key: self._lines[key] for key in self._used}
                aside = self._file.with_suffix(".new")
                aside.write_bytes(_text(kept | self._new))
                aside.replace(self._file)
            else:
                with self._file.open("ab") as stream:
                    stream.write(_text(self._new))


def cache_file(root: Path) -> Path:
    """The file of an archive's cache."""
    return root / CACHE / "records"


def key(file: str, data: bytes) -> Fingerprint:
    """The key of a record's values."""
    name = f"{_code()}{file}".encode("utf-8", "surrogateescape")
    return blake2b(b"%s\0%s" % (name, data), digest_size=_KEY).hexdigest()


def _read(file: Path) -> Iterator[tuple[bytes, bytes]]:
    try:
        lines = file.read_bytes().split(b"\n")
    except OSError:
        return
    for line in lines:
        key, values = line[2 * _SUM : 2 * (_SUM + _KEY)], line[2 * (_SUM + _KEY) :]
        if line[: 2 * _SUM] == _checksum(key, values):
            yield key, values


def _text(lines: Mapping[bytes, bytes]) -> bytes:
    return b"".join(b"\n%s%s%s" % (_checksum(key, values), key, values) for key, values in lines.items())


def _checksum(key: bytes, values: bytes) -> bytes:
    return blake2b(key + values, digest_size=_SUM).hexdigest().encode()


@cache
def _code() -> Fingerprint:
    """A fingerprint of the code that makes values of bytes."""
    folder = Path(__file__).parent
    return digest([file.read_bytes() for file in sorted(folder.glob("*.py"))])
