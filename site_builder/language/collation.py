"""The order in which a language lists names.

CLDR's order needs tables of a megabyte that no library kept up to date brings to Python. This is what readers notice
of it, worked out from the Unicode database:

1. Letters alone decide, without regard to case, accents, and marks such as hyphens, quotation marks and brackets:
   Élysée stands between Election and Emirates, al-Jazeera beside Aljazeera. A space comes before every letter.
2. Numbers stand before letters and go by their size: SA-3, SA-22.
3. Letters of the language's own script stand before all others, in Korean Hangul first and then Hanja; the others
   follow in the order of Unicode, Chinese characters last.
4. Names that are equal by then go by their accents, then by case, small letters first.

Letters that one language puts elsewhere than others do, as Swedish puts å behind z, stand where most put them.
"""

import re
import unicodedata
from collections.abc import Iterator

from site_builder.language.tags import scripts

SortKey = tuple[object, ...]
_Weight = tuple[int, int, str]
"""The kind of what stands at a place, the rank within the kind, and what decides between those of one rank."""
_SPACE, _NUMBER, _LETTER = 0, 1, 2
_PART = re.compile(r"(\d+)|[^\W_]")
"""A number or a letter."""


def sort_key(name: str, tag: str) -> SortKey:
    """Return what puts a name in its place among others in the lists of a language."""
    whole = unicodedata.normalize("NFKC", name).casefold()
    return (tuple(_weights(whole, tag)), unicodedata.normalize("NFD", whole), name.swapcase())


def _weights(text: str, tag: str) -> Iterator[_Weight]:
    """Give the weights of a text that is folded, a space before each word; a number has one, whatever its digits."""
    for word in text.split():
        for place, found in enumerate(_PART.finditer(word)):
            if place == 0:
                yield (_SPACE, 0, "")
            if found[1]:
                digits = "".join(str(unicodedata.decimal(digit)) for digit in found[1]).lstrip("0")
                yield (_NUMBER, len(digits), digits)
            else:
                yield from ((_LETTER, _rank(letter, tag), letter) for letter in _plain(found[0]))


def _plain(letter: str) -> str:
    """A letter without its accents, as far as they are not letters of their own, as in Cyrillic."""
    if letter in _SPELT:
        return _SPELT[letter]
    base = unicodedata.normalize("NFD", letter)[0]
    return base if unicodedata.name(base, "").startswith(_ACCENTED) else letter


def _rank(letter: str, tag: str) -> int:
    """Return 0 for the main script of a language, 1 for its Chinese characters beside it, more for all others."""
    script, own = unicodedata.name(letter, "").partition(" ")[0], scripts(tag)
    if script in own:
        return 1 if script == "CJK" and len(own) > 1 else 0
    return 3 if script == "CJK" else 2


_ACCENTED = ("LATIN", "GREEK")
"""The scripts whose accents do not make another letter."""
_SPELT = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
"""Latin letters that Unicode does not take apart."""
