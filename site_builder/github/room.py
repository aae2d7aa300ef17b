"""The room that there is for a text on GitHub: an issue, a pull request and a comment may each be so long."""

from collections.abc import Sequence
from itertools import accumulate

LONGEST = 65_000
"""What GitHub surely takes: 65,536 characters, of which it counts some twice."""


def length(text: str) -> int:
    """The length of a text as GitHub counts it at most: in units of UTF-16."""
    return len(text.encode("utf-16-le", "replace")) // 2


def that_fit(parts: Sequence[str], room: int, between: int = 0) -> list[str]:
    """The first of some parts, as many as find room with so many characters behind each."""
    sizes = accumulate(length(part) + between for part in parts)
    return [part for part, size in zip(parts, sizes, strict=True) if size <= room]
