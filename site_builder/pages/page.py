"""A page: its address, what it depends on, and what it shows in a language."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from site_builder.language.language import Part, plain
from site_builder.language.tags import quotation_marks
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.text.escaping import Markup

NOTHING = Markup("")
_DESCRIPTION = 160
"""Letters of a description: hardly a search engine shows more."""
_BETWEEN_WORDS = " .,;:·-–—([{“‘\"'"
"""What no description ends in before the dots that stand for the rest."""


@dataclass(slots=True)
class PageContent:
    """The content of one page in a language; its template prints `context`.

    `head` are tags for programs, besides those that all pages have.
    """

    title: str
    description: str
    template: str
    context: Any
    head: Markup = NOTHING


@dataclass(slots=True)
class Page:
    """One page, before anybody has worked out what it shows in any language.

    `x_default` is its path without language, where it has one, `modified` the day on which all that it shows was last
    changed, where that is known. `dependencies` gives plain values and fingerprints: as long as they stay the same,
    `show` gives the same in each language. A page that `leads_to` another address sends readers on to it, and search
    engines. `file` is the path, from the archive's root, of the one record that it is about, `card` the path, in the
    site, of its preview card.
    """

    address: str
    dependencies: Callable[[], tuple[object, ...]]
    show: Callable[[LocalizedLibrary], PageContent]
    x_default: str | None = None
    is_indexed: bool = True
    leads_to: str | None = None
    file: str = ""
    modified: str | None = None
    card: str = urls.SITE_CARD


def description(*texts: str | Sequence[Part]) -> str:
    """Join texts to what a page says of itself."""
    return " ".join(text if isinstance(text, str) else plain(text) for text in texts)


def shortened(description: str, tag: str) -> str:
    """Cut a description in a language to what search engines show, behind a word, and close what it quotes."""
    text = " ".join(description.split())
    if len(text) <= _DESCRIPTION:
        return text
    opening, closing = quotation_marks(tag)
    for length in (_DESCRIPTION, _DESCRIPTION - len(closing)):
        cut = _cut(text, length, opening)
        is_open = cut.count(opening) > cut.count(closing) if opening != closing else cut.count(opening) % 2 == 1
        if not is_open:
            return cut
    return cut + closing


def _cut(text: str, length: int, opening: str) -> str:
    """Cut a text to so many letters with the dots, behind a word; letters that stand without spaces, anywhere."""
    start = text[:length]  # with the letter in whose place the dots would stand: it may be a space
    words = start.rpartition(" ")[0].rstrip(_BETWEEN_WORDS + opening)
    return f"{words or start[:-1]}…"
