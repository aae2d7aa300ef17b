"""Digests of plain values."""

from hashlib import blake2b

Fingerprint = str


def digest(*parts: object) -> Fingerprint:
    """A digest of plain values: text, numbers, fingerprints, and tuples of them."""
    return blake2b(repr(parts).encode(), digest_size=12).hexdigest()
