"""One thing said in all languages of a site at once, as people on GitHub read it: GitHub cannot choose one for them."""

from collections.abc import Callable, Iterable

from site_builder.language.language import Language
from site_builder.language.spoken import for_contributors

Say = Callable[[Language], str]
"""Says something in a language."""
_BETWEEN = " · "


def say(message_id: str) -> Say:
    """Say a message."""
    return lambda language: language.text(message_id)


def in_every(languages: Iterable[Language], say: Say) -> list[str]:
    """Say something in every language in which contributors are told; what is the same in several, once."""
    return list(dict.fromkeys(map(say, for_contributors(languages))))


def joined(languages: Iterable[Language], say: Say, between: str = _BETWEEN) -> str:
    """Say something in all languages as one text."""
    return between.join(in_every(languages, say))
