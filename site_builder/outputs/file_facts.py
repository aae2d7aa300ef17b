"""Facts of a file that is offered to be taken away."""

from hashlib import sha256
from typing import NamedTuple

_MEDIA_TYPES = {
    "csv": "text/csv",
    "gz": "application/gzip",
    "json": "application/json",
    "sqlite": "application/vnd.sqlite3",
}


class FileFacts(NamedTuple):
    """The media type, the size in bytes, and the SHA-256 (hexadecimal) of a file."""

    media_type: str
    size: int
    sha256: str


def facts_of(path: str, content: bytes) -> FileFacts:
    """Work out the facts of a file by its path and content."""
    return FileFacts(_MEDIA_TYPES[path.rpartition(".")[2]], len(content), sha256(content).hexdigest())
