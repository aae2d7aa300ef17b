"""The links of hand-written pages: where they stand, and where in the site they lead."""

import posixpath
import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from site_builder.problems import Place

INDEX = ("index", "README")
"""The names of the pages that stand for their folder."""
_FENCED = re.compile(r"^ {0,3}(`{3,}|~{3,})[^\n]*\n(?:.*?^ {0,3}\1[`~]*[ \t]*$|.*\Z)", re.MULTILINE | re.DOTALL)
_INDENTED = re.compile(r"(?:\A|(?<=\n)[ \t]*\n)(?:(?: {4}|\t)[^\n]*(?:\n|\Z)|[ \t]*\n)+")
_CONTAINER = re.compile(r"^(?: {0,3}(?:[-*+]|\d+[.)]|:|\[\^[^\]]+\]:)\s|!!!|\?\?\?|===)", re.MULTILINE)
"""A list, a definition, a footnote or a box: what is indented below it is no code."""
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:.|\n(?![ \t]*\n))+?(?<!`)\1(?!`)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_INLINE = re.compile(r"(?<!\\)\]\([ \t]*(?:<([^<>\n]*)>|((?:[^\s()<>]|\\[()]|\([^\s()]*\))+))")
_REFERENCE = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*(?:\n[ \t]+)?(?:<([^<>\n]*)>|(\S+))", re.MULTILINE)
_HTML = re.compile(r"<[A-Za-z][^<>]*?\s(?:href|src|poster)\s*=\s*(?:\"([^\"\n]*)\"|'([^'\n]*)')")
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\{")


class Link(NamedTuple):
    """A link as it is written; one in HTML is taken from the page's address, as browsers do, others from the file."""

    target: str
    place: Place
    is_html: bool

    @property
    def path(self) -> str:
        """What it says of the file, without query and anchor, in the form in which files are compared."""
        return unicodedata.normalize("NFC", unquote(re.split("[?#]", self.target, maxsplit=1)[0]))

    @property
    def anchor(self) -> str:
        """The id on the page that it leads to, if it names one."""
        return unicodedata.normalize("NFC", unquote(self.target.partition("#")[2]))

    @property
    def rest(self) -> str:
        """The query and the anchor, as they are written."""
        return self.target.removeprefix(re.split("[?#]", self.target, maxsplit=1)[0])


def without_code(text: str) -> str:
    """Put spaces in place of code, so that all else stays where it is."""
    text = _FENCED.sub(_blank, text)
    text = _INDENTED.sub(lambda match: match[0] if _is_contained(text, match.start()) else _blank(match), text)
    return _CODE.sub(_blank, text)


def links(file: str, text: str, first: int) -> Iterator[Link]:
    """Yield the links into the site of a text that begins at a line of its file."""
    text = _COMMENT.sub(_blank, without_code(text))
    for form in (_INLINE, _REFERENCE, _HTML):
        for match in form.finditer(text):
            target = match[match.lastindex or 0]
            if target and not _ELSEWHERE.match(target):
                start = match.start(match.lastindex or 0)
                line = text.count("\n", 0, start)
                place = Place(file, first + line, start - text.rfind("\n", 0, start), len(target))
                yield Link(target, place, form is _HTML)


def site_path(link: Link, file: PurePosixPath, address: str) -> str:
    """Return the path in the site that a link leads to; `file` is its file's below `content/`, `address` its page's.

    A path that begins with `../` leaves the site, and one with `/` begins at the root of the host.
    """
    path = link.path
    if not path:
        return address
    base = address if link.is_html else f"{file.parent}/"
    joined = posixpath.normpath(posixpath.join(base, path)).removeprefix("./")
    whole = PurePosixPath(joined)
    if whole.suffix == ".md" and not link.is_html:
        return page_path(whole)
    if joined == ".":
        return ""
    return joined if whole.suffix else f"{joined}/"


def page_path(file: PurePosixPath) -> str:
    """Return the path in the site of the page of a file below `content/`."""
    return f"{file.parent if file.stem in INDEX else file.with_suffix('')}/".removeprefix("./")


def _is_contained(text: str, start: int) -> bool:
    """Tell whether what is indented belongs to a list or the like above it."""
    paragraphs = [each for each in re.split(r"\n[ \t]*\n", text[:start]) if each.strip()]
    above = next((each for each in reversed(paragraphs) if not re.match(r" {4}|\t", each)), "")
    return bool(_CONTAINER.search(above))


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])
