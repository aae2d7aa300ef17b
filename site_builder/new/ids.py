"""Ids for new records, made of their own words."""

import re
from collections.abc import Collection, Iterator, Sequence

from slugify import slugify

from site_builder.model.dates import EdtfDate

_WORDS_IN_ID = 4
_LONGEST_WORD, _LONGEST_NAME = 40, 100
"""Letters of a word and of a name in an id: systems take no names of files beyond 255."""
_SAYS_NOTHING = frozenset(
    re.findall(
        "[a-z]+",
        """a an the of at in on by for to from as and or that is are was were has have had been be being did do does its
        his her their how many much when where who what which about around approximately roughly nearly almost some
        over under more less than least most up says said say puts put reports report reported reporting claims claim
        claimed states stated estimates estimate estimated counts count counted announces announced confirms confirmed
        tells told gives gave headline one two three four five six seven eight nine ten eleven twelve dozen dozens
        hundred hundreds thousand thousands million millions billion billions""",
    )
)
"""Words that tell no claim from another, or are figures, hedges or ways to speak."""


def claim_start(said: EdtfDate, claimant: str, short: str) -> str:
    """The beginning of a claim's id: the date, then the claimant's short name if there is one, else the id."""
    who = next((name for name in (slugify(short), claimant) if re.match("[a-z]", name)), "")
    return "-".join(filter(None, [said.start, who]))


def claim_words(start: str, title: str, taken: Collection[str]) -> str:
    """Words for the id of a claim, from its title: no figures, no hedges, not the claimant again."""
    words = [word for word in _telling(title) if word not in start.split("-")] or ["claim"]
    return _unused(words, taken, f"{start}-")


def entity_id(name: str, taken: Collection[str]) -> str:
    """An id for an entity, from its name."""
    return _unused([slugify(name, max_length=_LONGEST_NAME, word_boundary=True) or "entity"], taken)


def series_id(question: str, taken: Collection[str]) -> str:
    """An id for a series, from its question: `How many ships were held?` gives `ships-held`."""
    return _unused(_telling(question) or ["number"], taken)


def _telling(text: str) -> list[str]:
    """The words of a text that tell it from others."""
    words = [word[:_LONGEST_WORD] for word in slugify(text).split("-") if word.isalpha()]
    return [word for word in dict.fromkeys(words) if word not in _SAYS_NOTHING]


def _unused(words: Sequence[str], taken: Collection[str], start: str = "") -> str:
    """Some words that make an id which no record has: more of them where it is taken, then a letter."""
    known = {id.casefold() for id in taken}
    for count in range(min(_WORDS_IN_ID, len(words)), len(words) + 1):
        proposed = "-".join(words[:count])
        if start + proposed not in known:
            return proposed
    return next(f"{proposed}-{letter}" for letter in _letters() if f"{start}{proposed}-{letter}" not in known)


def _letters() -> Iterator[str]:
    letters, size = "bcdefghijklmnopqrstuvwxyz", 1
    while True:
        yield from (letter * size for letter in letters)
        size += 1
