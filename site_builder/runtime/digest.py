"""Digests of plain values, and of the code at work."""

import zlib
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

Fingerprint = str


def digest(*parts: object) -> Fingerprint:
    """A digest of plain values: text, numbers, fingerprints, and tuples of them."""
    return blake2b(repr(parts).encode(), digest_size=12).hexdigest()


@cache
def of_package() -> Fingerprint:
    """A digest of this package, with its templates, catalogs and tables, and of what it prints with."""
    package = Path(__file__).parents[1]
    files = sorted(file for file in package.rglob("*") if file.suffix in (".py", ".html", ".po", ".toml"))
    return digest(
        [(file.relative_to(package).as_posix(), file.read_bytes()) for file in files],
        [version(name) for name in ("babel", "jinja2", "markupsafe", "pydantic")],
        zlib.ZLIB_RUNTIME_VERSION,
    )
