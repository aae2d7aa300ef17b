"""Bytes that take long to make, kept in a folder from one build to the next where that can be."""

import contextlib
from collections.abc import Collection
from hashlib import blake2b
from pathlib import Path

from site_builder.runtime.digest import Fingerprint


class Kept:
    """The bytes of a folder by name, each with a digest of what they were made of."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str, made_of: Fingerprint) -> bytes | None:
        """The bytes of a name that were made of this; None where there are none, or damaged ones."""
        try:
            checksum, _, data = (self._folder / name).read_bytes().partition(b"\n")
        except OSError:
            return None
        return data if checksum == _checksum(made_of, data) else None

    def put(self, name: str, made_of: Fingerprint, data: bytes) -> None:
        """Keep bytes in place of those that had the name before."""
        aside = self._folder / f"{name}.new"
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            aside.write_bytes(_checksum(made_of, data) + b"\n" + data)
            aside.replace(self._folder / name)

    def forget_others(self, names: Collection[str]) -> None:
        """Delete all but the bytes of some names."""
        with contextlib.suppress(OSError):
            for gone in {file.name for file in self._folder.iterdir()}.difference(names):
                (self._folder / gone).unlink()


def _checksum(made_of: Fingerprint, data: bytes) -> bytes:
    return blake2b(made_of.encode() + data, digest_size=8).hexdigest().encode()
