"""The languages in which people are spoken to: contributors in those that have words for them, each in their own first.

GitHub knows nobody's language. What somebody wrote themselves shows its script, and so Hangul from Latin letters; of
two languages of one script the site's own order decides.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from site_builder.language.language import Language
from site_builder.language.tags import scripts
from site_builder.text.characters import width

_ENOUGH = 2_000
"""Characters that tell it; nobody needs to write more."""
_OF_NAMES = frozenset("0123456789./_@#:-`")
"""Marks inside of names of files, ids, addresses and code, which are Latin in every language."""


def for_contributors(languages: Iterable[Language]) -> list[Language]:
    """List the languages in which contributors are told what readers are told in some, each once."""
    return list(dict.fromkeys(language.for_contributors for language in languages))


def own_first(languages: Sequence[Language], words: str) -> list[Language]:
    """Sort the languages of a site by how much room the letters of their scripts take in somebody's words."""
    rooms = Counter[str]()
    for word in words[:_ENOUGH].split():
        if _OF_NAMES.isdisjoint(word.strip(".,:;!?()")):
            for letter in filter(str.isalpha, word):
                rooms[unicodedata.name(letter, "").partition(" ")[0]] += width(letter)
    return sorted(languages, key=lambda language: -sum(rooms[script] for script in scripts(language.tag)))
