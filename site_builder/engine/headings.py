"""Ids of the headings of hand-written pages: made of their words, in every script, as GitHub makes them.

Python-Markdown would drop all letters but a-z and then count (`_2`), so that a heading put in moves the ids behind it.
This is an extension of it, which all engines load by name. An id written by hand stays, and an owner's own `slugify`
counts.
"""

import unicodedata
from collections.abc import Iterable
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import slugify
from markdown.treeprocessors import Treeprocessor

EXTENSION = __name__
_BEFORE_TOC, _TOC = 5.5, "toc"
"""Priority of our step, and the name of the one that gives ids to headings (whose priority is 5)."""
_KEPT = ("L", "M", "Nd", "Nl", "Pc")
"""What the Unicode categories of the characters that an id keeps begin with."""
_WITHOUT_WORDS = "section"
_OF_THEME = ("content",)
"""Ids that the page around the text has."""


def slug(text: str) -> str:
    """Make an id of the words of a heading."""
    words = unicodedata.normalize("NFC", text).strip().lower()
    kept = (each for each in words if each in " -" or unicodedata.category(each).startswith(_KEPT))
    return "".join(kept).replace(" ", "-") or _WITHOUT_WORDS


class _Slugs:
    """Makes the ids of one page: the second of the same words gets `-1`, the third `-2`."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)

    def __call__(self, text: str, separator: str) -> str:
        first = id = slug(text)
        count = 0
        while id in self._taken:
            count += 1
            id = f"{first}-{count}"
        self._taken.add(id)
        return id


class _Headings(Treeprocessor):
    """Has the table of contents make its ids as we do, but where the owner says otherwise."""

    def run(self, root: Element) -> None:
        """Begin a page."""
        if _TOC not in self.md.treeprocessors:
            return
        toc: Any = self.md.treeprocessors[_TOC]
        if toc.slugify is slugify or isinstance(toc.slugify, _Slugs):
            toc.slugify = _Slugs([*_OF_THEME, *(each.attrib["id"] for each in root.iter() if "id" in each.attrib)])


class _HeadingIds(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Headings(md), "heading-ids", _BEFORE_TOC)


def makeExtension(**options: object) -> Extension:
    """Make the extension, as Python-Markdown asks for it."""
    return _HeadingIds(**options)
