"""The stored text of a source: the digest that names it, and why there may be none."""

from hashlib import sha256
from typing import Literal

Why = Literal["robots", "paywall", "refused", "gone", "unreachable", "script-only", "format", "too-complex"]
"""Why the words of a source could not be looked at; `format` is PDF, HWP, a picture or sound."""


def digest_of(text: str) -> str:
    """The digest by which a ledger knows words or a text."""
    return f"sha256:{sha256(text.encode()).hexdigest()}"
