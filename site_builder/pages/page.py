"""A page: its address, what it depends on, and what it shows in a language."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from site_builder.language.language import Part, plain
from site_builder.library.localized import LocalizedLibrary

_DESCRIPTION = 200
"""Letters of a description: no search engine shows more."""


@dataclass(slots=True)
class PageContent:
    """The content of one page in a language; its template prints `context`."""

    title: str
    description: str
    template: str
    context: Any


@dataclass(slots=True)
class Page:
    """One page, before anybody has worked out what it shows in any language.

    `x_default` is its path without language, where it has one. `dependencies` gives plain values and fingerprints: as
    long as they stay the same, `show` gives the same in each language. A page that `leads_to` another address sends
    readers on to it, and search engines.
    """

    address: str
    dependencies: Callable[[], tuple[object, ...]]
    show: Callable[[LocalizedLibrary], PageContent]
    x_default: str | None = None
    is_indexed: bool = True
    leads_to: str | None = None


def description(*texts: str | Sequence[Part]) -> str:
    """Join texts, and cut them to what search engines show of a page."""
    joined = " ".join(text if isinstance(text, str) else plain(text) for text in texts)
    return joined if len(joined) <= _DESCRIPTION else joined[: _DESCRIPTION - 1].rstrip() + "…"
