"""Regular expressions made of the words of a language."""

import re
from collections.abc import Iterable

_NOTHING = "(?!)"


def compiled(expression: str) -> re.Pattern[str]:
    """Compile an expression; an empty one fits nothing."""
    return re.compile(expression or _NOTHING)


def any_of(words: Iterable[str]) -> str:
    """An expression that fits any of some words, the longest first; nothing where there are none."""
    ordered = sorted({*words}, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else _NOTHING


def any_fitting(expressions: Iterable[str]) -> str:
    """An expression that fits what any of some expressions does; nothing where there are none."""
    listed = [each for each in expressions if each]
    return f"(?:{'|'.join(f'(?:{each})' for each in listed)})" if listed else _NOTHING
