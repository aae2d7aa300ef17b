"""Digests of plain values."""

from hashlib import blake2b

Stamp = str


def digest(*parts: object) -> Stamp:
    """A digest of plain values: text, numbers, stamps, and tuples of them."""
    return blake2b(repr(parts).encode(), digest_size=12).hexdigest()
