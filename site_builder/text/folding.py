"""Texts for comparison, without what people write in several ways."""

import re
import unicodedata

_DOTS = str.maketrans(dict.fromkeys("·ㆍᆞ‧∙⋅・･•", " "))
"""Dots in the middle of a line, of which Korean keyboards have several; two of them are letters to Unicode."""
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+")


def folded(text: str) -> str:
    """A text without differences of case, width, spaces, dots, punctuation and quotation marks."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text.translate(_DOTS)).casefold()))


_SPELT = str.maketrans(
    {
        **{
            "ㄳ": "ㄱㅅ",
            "ㄵ": "ㄴㅈ",
            "ㄶ": "ㄴㅎ",
            "ㄺ": "ㄹㄱ",
            "ㄻ": "ㄹㅁ",
            "ㄼ": "ㄹㅂ",
            "ㄽ": "ㄹㅅ",
            "ㄾ": "ㄹㅌ",
        },
        **{"ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ"},
        **{"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "þ": "th", "ð": "d"},
        **dict.fromkeys("‘’ʼ′`´", "'"),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("ㆍᆞ‧∙⋅・･•", "·"),
    }
)
"""Pairs of consonants that a keyboard joins while one types initials, letters that are not made of others, and marks
inside words, which keyboards have several of."""
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u00ad\u200b-\u200f\u2060]"
)
"""Accents and points that people leave out, and what nobody sees; not the vowels of Indic scripts."""
_PLAIN = re.compile(r"[\x00-_a-\x7f가-힣“”「」『』《》〈〉。、]*")
"""What is its own form but for case: most texts, by far."""


def search_folded(text: str) -> str:
    """A text as search compares it: without differences of case, width, accents and kinds of marks inside words.

    A lone consonant of Hangul is the first one of a syllable. Scripts in browsers do the same (`search-words.js`).
    """
    if _PLAIN.fullmatch(text):
        return text.lower()
    spelt = unicodedata.normalize("NFKC", text.translate(_SPELT)).lower().translate(_SPELT)
    return unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", spelt)))
