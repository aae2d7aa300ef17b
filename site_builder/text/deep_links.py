"""Links into the middle of a page: an address with the words at which a browser opens it (text fragments).

A browser marks the first place with the words of a directive, and marks nothing where they do not stand exactly so. It
knows words by the rules of Unicode, by which a Korean noun and its particle are one; so a text is cut at spaces only.
"""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import quote

_ELIDED = re.compile(r"[\[(]\s*(?:…|\.\.\.)\s*[\])]|\n")
"""What stands for words that were left out, and the end of a paragraph, beyond which no words are looked for."""
_LONGEST = 14
"""Words of a directive that names all of them; of longer ones it names the first and the last."""
_ENDS = 5
"""Words at each end of a longer text; with fewer, a browser may find the beginning in an earlier sentence."""


def deep_link(url: str, text: str) -> str:
    """The address of some words on a page: of each stretch of them, where some were left out."""
    directives = "&".join([f"text={directive}" for directive in _directives(text)])
    page = url.partition(":~:")[0]
    if not directives:
        return url
    return f"{page}{'' if '#' in page else '#'}:~:{directives}"


def _directives(text: str) -> Iterator[str]:
    for part in _ELIDED.split(text):
        words = _bare(part).split()
        if not words:
            continue
        if len(words) <= _LONGEST:
            yield _encoded(words)
        else:
            yield f"{_encoded(words[:_ENDS])},{_encoded(words[-_ENDS:])}"


def _bare(text: str) -> str:
    """A text without the punctuation at both of its ends, which sources set in other ways than those who quote them."""
    start, end = 0, len(text)
    while start < end and _is_mark(text[start]):
        start += 1
    while start < end and _is_mark(text[end - 1]):
        end -= 1
    return text[start:end]


def _is_mark(character: str) -> bool:
    return character.isspace() or unicodedata.category(character).startswith("P")


def _encoded(words: list[str]) -> str:
    """Words as a directive has them: `-` and `,` mean something there, and Python leaves the first as it is."""
    return quote(_bare(" ".join(words)), safe="").replace("-", "%2D")
