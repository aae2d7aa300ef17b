"""Texts for comparison, without what people write in several ways."""

import re
import unicodedata

_DOTS = str.maketrans(dict.fromkeys("·ㆍᆞ‧∙⋅・･•", " "))
"""Dots in the middle of a line, of which Korean keyboards have several; two of them are letters to Unicode."""
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+")


def folded(text: str) -> str:
    """A text without differences of case, width, spaces, dots, punctuation and quotation marks."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text.translate(_DOTS)).casefold()))
