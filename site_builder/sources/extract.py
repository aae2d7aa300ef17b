"""The text that a page shows: all of it, and that of its main part; and what tells that it shows not all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import ElementNode, HTMLTree

from site_builder.sources.addresses import following
from site_builder.sources.store import stored_form
from site_builder.sources.troubles import Kind

_BLOCKS = frozenset(["summary", "legend", "dialog", "search", "xmp", "listing"])
"""Elements that stand on lines of their own in browsers, though not to the extractor."""
_NOT_FREE = re.compile(r'"isAccessibleForFree"\s*:\s*"?false\b', re.IGNORECASE)
_CONSENT = re.compile(r"\bcookies?\b|\bconsent\b|쿠키|개인정보", re.IGNORECASE)
_AGREE = re.compile(r"\b(?:accept|agree|allow)\b|동의|수락|허용", re.IGNORECASE)
_REFRESH = re.compile(r"""\s*(\d{1,4})(?:\.\d{0,9})?\s*[;,\s]\s*(?:url\s*=\s*)?["']?([^"'\s]+)""", re.IGNORECASE)
_SHORT = 600
"""Letters of a page that may be nothing but a question for consent."""
_SCANT = 40
"""Letters of a page that has no text to speak of."""
_SOON = 10
"""Seconds after which a page that leads on is none to be read."""


@dataclass(frozen=True, slots=True)
class Extract:
    """What a page shows, in the form in which texts are stored.

    `doubt` tells that there is more than what is shown; `leads_to` is the address to which the page itself leads on,
    and `frames` are the addresses of the pages that it is made of.
    """

    text: str
    title: str = ""
    doubt: Kind | None = None
    leads_to: str = ""
    frames: tuple[str, ...] = ()


def plain(text: str) -> Extract:
    """A text that is no page of HTML."""
    stored = stored_form(text)
    return Extract(stored, doubt=None if stored else "script")


class Page:
    """A page of HTML, taken apart."""

    def __init__(self, html: str, url: str) -> None:
        self._html = html
        self._url = url
        self._tree = HTMLTree.parse(html)
        # One walk over all elements: the parser's own lists of what a selector finds take a quadratic time.
        self._elements = [node for node in self._tree.document or () if isinstance(node, ElementNode)]
        for element in self._elements:
            if element.hasattr("alt"):  # a description for those who do not see the picture
                element["alt"] = ""
            if element.tag in _BLOCKS:
                self._put_on_lines_of_its_own(element)

    def shown(self) -> Extract:
        """All of its text, also what a click would show."""
        text = stored_form(extract_plain_text(self._tree, preserve_formatting=True, list_bullets=False))
        title = " ".join((self._tree.title or "").split())
        return Extract(text, title, self._doubt(text), self._leads_to(), tuple(self._frames()))

    def main(self) -> str:
        """The text of its main part, as far as that can be told: without menus, comments and links to other pages."""
        return stored_form(
            extract_plain_text(
                self._tree, preserve_formatting=True, main_content=True, list_bullets=False, comments=False
            )
        )

    def _put_on_lines_of_its_own(self, element: ElementNode) -> None:
        for put in (element.prepend, element.append):
            if line_end := self._tree.create_element("br"):
                put(line_end)

    def _doubt(self, text: str) -> Kind | None:
        if _NOT_FREE.search(self._html):
            return "paywall"
        if len(text) < _SHORT and _CONSENT.search(text) and _AGREE.search(text):
            return "consent"
        if not text or (len(text) < _SCANT and any(element.tag == "script" for element in self._elements)):
            return "script"
        return None

    def _leads_to(self) -> str:
        for meta in self._elements:
            if meta.tag == "meta" and (meta.getattr("http-equiv") or "").strip().lower() == "refresh":
                match = _REFRESH.match(meta.getattr("content") or "")
                if match and int(match[1]) <= _SOON:
                    return following(self._url, match[2])
        return ""

    def _frames(self) -> Iterator[str]:
        for frame in self._elements:
            if frame.tag == "frame" and (address := frame.getattr("src")):
                yield following(self._url, address)


def extractor() -> str:
    """The extractor and its version, by which a text can be told from one that another release would give."""
    return f"resiliparse {version('resiliparse')}"
