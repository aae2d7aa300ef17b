"""HTML of a page that is shown where it does not belong: what it says and how it looks, and nothing that it does.

What is left is a list of elements and attributes that cannot load, run, lead or submit anything, each closed where it
stands, so that no page can leave its place. All else is dropped, whoever wrote it.
"""

from collections.abc import Iterator
from html.parser import HTMLParser

from site_builder.text.escaping import escape


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BLOCKS = _names(
    "address article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main"
    " nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
_PHRASES = _names(
    "a abbr b bdi bdo br caption cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time"
    " u var wbr"
)
_DRAWN = _names("svg g path line rect circle polygon polyline text tspan")
_VOID = frozenset(["br", "hr", "wbr"])
_SILENT = _names("button form input noscript option script select style template textarea title")
"""Elements of which nothing is shown, also not what stands inside."""
_ENDED_BY = {
    "p": _BLOCKS,
    "li": frozenset(["li"]),
    "dt": frozenset(["dt", "dd"]),
    "dd": frozenset(["dt", "dd"]),
    "td": frozenset(["td", "th", "tr", "tbody"]),
    "th": frozenset(["td", "th", "tr", "tbody"]),
    "tr": frozenset(["tr", "tbody"]),
}
"""Elements whose end may be left out, and what ends them."""
_ATTRIBUTES = _names(
    "class colspan cx cy d datetime dir dx dy height lang points r reversed rowspan scope start text-anchor title"
    " transform value viewbox width x x1 x2 y y1 y2"
)


class _Inert(HTMLParser):
    """Writes what may stay of the HTML that it is fed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.written: list[str] = []
        self._open: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write an element that may stay, with the attributes that may."""
        if tag in _SILENT or self._silent:
            if tag != "input":
                self._silent.append(tag)
            return
        if tag not in _BLOCKS | _PHRASES | _DRAWN:
            return
        while self._open and tag in _ENDED_BY.get(self._open[-1], ()):
            self._close()
        kept = [f' {name}="{escape(value or "")}"' for name, value in attrs if name in _ATTRIBUTES]
        self.written.append(f"<{tag}{''.join(kept)}{' open' * (tag == 'details')}>")
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element that is open, with all that is open inside."""
        if self._silent:
            if tag in self._silent:
                del self._silent[len(self._silent) - 1 - self._silent[::-1].index(tag) :]
            return
        if tag in self._open:
            while self._close() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Write text."""
        if not self._silent:
            self.written.append(str(escape(data)))

    def finished(self) -> str:
        """What was written, with all that is still open closed."""
        self.close()
        while self._open:
            self._close()
        return "".join(self.written)

    def _close(self) -> str:
        tag = self._open.pop()
        self.written.append(f"</{tag}>")
        return tag


def inert(html: str) -> str:
    """The HTML of a page without anything that does something."""
    parser = _Inert()
    parser.feed(html)
    return parser.finished()


class _Lines(HTMLParser):
    """Collects the text of HTML, a line for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[tuple[str, str]] = []
        self._block = ""
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line with a block."""
        if tag in _BLOCKS or tag == "br":
            self.end(tag)

    def handle_endtag(self, tag: str) -> None:
        """End a line with its block."""
        if tag in _BLOCKS:
            self.end("")

    def handle_data(self, data: str) -> None:
        """Take down text."""
        self._text.append(data)

    def end(self, block: str) -> None:
        """End the line at hand; what follows stands in another block."""
        if line := " ".join("".join(self._text).split()):
            self.lines.append((self._block, line))
        self._block, self._text = block, []


def _told(html: str) -> Iterator[tuple[str, str]]:
    parser = _Lines()
    parser.feed(inert(html))
    parser.close()
    parser.end("")
    yield from parser.lines


def lines(html: str) -> list[str]:
    """The text of HTML, a line for each of its blocks."""
    return [line for _, line in _told(html)]


def heading(html: str) -> str:
    """The text of the first heading; empty where there is none."""
    return next((line for block, line in _told(html) if block == "h1"), "")
