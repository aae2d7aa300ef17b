"""Frames: pages of the site as the engine renders them, with slots where records go.

Cutting and filling know nothing of the engine but the HTML that it wrote.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from site_builder.model import urls
from site_builder.model.slots import SLOT
from site_builder.runtime.digest import Fingerprint, digest
from site_builder.text import escaping
from site_builder.text.escaping import Markup


@dataclass(frozen=True)
class Frame:
    """A page cut at its slots: there is one piece more than slots."""

    pieces: tuple[str, ...]
    slots: tuple[str, ...]

    @cached_property
    def fingerprint(self) -> Fingerprint:
        """A digest of the frame."""
        return digest(self.pieces, self.slots)

    def fill(self, values: Mapping[str, str]) -> str:
        """The page with HTML in its slots; a slot without a value is a `KeyError`."""
        filled = [self.pieces[0]]
        for slot, piece in zip(self.slots, self.pieces[1:], strict=True):
            filled += (values[slot], piece)
        return "".join(filled)


INSIDE = "inside-this-site:"
"""What stands, while an engine is at work, for the root of the site in links that only the whole site can follow."""


_INSIDE = re.compile(rf"{INSIDE}([^\"#?]*)")


_EMOJI = re.compile(r'<img alt="([^"]+)" class="(?:twemoji|emojione|gemoji)" src="https?://[^>]*>')
"""A picture of an emoji on another host, as Material's usual settings have it, with the character that it shows."""


def cut(html: str, path: str = "") -> Frame:
    """Cut a built page at its slots; `path` is that of the page in the site, from which its links lead.

    Emoji are characters again: browsers load no pictures of other hosts, which would learn who reads what.
    """
    html = _EMOJI.sub(r"\1", html)
    parts = SLOT.split(_INSIDE.sub(lambda link: urls.way(path, link[1]), html))
    return Frame(tuple(parts[::2]), tuple(parts[1::2]))


def mark(name: str) -> str:
    """The mark of a slot."""
    return f"<!-- slot:{name} -->"


def escape(text: str) -> Markup:
    """A text as HTML, the slots in it still being slots."""
    parts = SLOT.split(text)
    return Markup("".join([mark(part) if place % 2 else escaping.escape(part) for place, part in enumerate(parts)]))
