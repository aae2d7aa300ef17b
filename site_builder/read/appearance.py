"""What the owner of a site chose for the page around every text: colours, pictures, stylesheets and words.

The settings are those of Material (see `material`). What of them cannot be kept to is told of, and left out.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import urlsplit

import yaml

from site_builder.problems import Place, Problem, message
from site_builder.problems.settings import FromElsewhere, RefusedSetting
from site_builder.read import mkdocs_yaml, palette
from site_builder.read.material import unfit
from site_builder.read.palette import Palette
from site_builder.runtime.plain_files import is_plain

PICTURES = frozenset([".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".ico", ".svg"])
_STYLES = frozenset([".css"])
_SVG = ".svg"
_OUTSIDE = re.compile(r"(?:https?://|mailto:)[^\s<>\"'\\]+")
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_LOADED = re.compile(
    r"(?:url\(\s*[\"']?|@import\s*[\"']|image-set\(\s*[\"'])\s*((?:https?:)?//[^\"')\s;]*)", re.IGNORECASE
)
_NO_ADDRESS = message("it is the address of no site and of no mailbox")
_NAME_A_FILE = message("name a file below content/ or below the theme's custom_dir")
WRITE_AN_ADDRESS = message("write a whole address, such as https://omber.example/")


class OutsideLink(NamedTuple):
    """Words that lead to another site."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Appearance:
    """All that is chosen; nothing is the usual. `logo`, `favicon` and `stylesheets` are paths in the site."""

    palette: Palette = field(default_factory=Palette)
    logo: str = ""
    favicon: str = ""
    stylesheets: tuple[str, ...] = ()
    social: tuple[OutsideLink, ...] = ()
    copyright: tuple[str | OutsideLink, ...] = ()
    description: str = ""
    author: str = ""


def is_outside(address: str) -> bool:
    """Tell whether a page may lead to an address as one of another site."""
    if not _OUTSIDE.fullmatch(address):
        return False
    try:
        urlsplit(address)
    except ValueError:  # as of a bracket that nothing closes
        return False
    return True


def read(node: mkdocs_yaml.Node, root: Path, folders: Sequence[str]) -> tuple[Appearance, list[Problem]]:
    """Read what was chosen, and what is wrong with it; files lie in one of the folders."""
    reader = _Reader(node, root, folders)
    return reader.appearance(), reader.problems


@dataclass
class _Reader:
    """Reads the settings of one site, and takes down what is wrong."""

    node: mkdocs_yaml.Node
    root: Path
    folders: Sequence[str]
    problems: list[Problem] = field(default_factory=list)

    def appearance(self) -> Appearance:
        """Read all of it."""
        stylesheets = tuple(
            path
            for each in mkdocs_yaml.items(mkdocs_yaml.at(self.node, "extra_css"))
            if (path := self._file("extra_css", each, _STYLES))
        )
        return Appearance(
            palette=self._palette(stylesheets),
            logo=self._picture("logo"),
            favicon=self._picture("favicon"),
            stylesheets=stylesheets,
            social=tuple(self._social()),
            copyright=_with_links(self._text("copyright")),
            description=self._text("site_description"),
            author=self._text("site_author"),
        )

    def _palette(self, stylesheets: Sequence[str]) -> Palette:
        found = [self._found(PurePosixPath(path)) for path in stylesheets]
        css = [_without_comments(self.root / name) for name in found if name]
        chosen, wrong = palette.read(mkdocs_yaml.at(self.node, "theme", "palette"), css)
        self.problems += wrong
        return chosen

    def _unfit(self, node: yaml.Node, name: str, reason: str, advice: str) -> None:
        self.problems.append(unfit(node, name, reason, advice))

    def _text(self, name: str) -> str:
        node = mkdocs_yaml.at(self.node, name)
        value = mkdocs_yaml.plain(node) if node else None
        if not isinstance(value, str | int | float | None) or value is True:
            self._unfit(node or self.node, name, message("it is no text"), message("write words"))
            return ""
        return " ".join(str(value or "").split())

    def _picture(self, name: str) -> str:
        node = mkdocs_yaml.at(self.node, "theme", name)
        return self._file(f"theme.{name}", node, PICTURES) if node and mkdocs_yaml.plain(node) else ""

    def _file(self, name: str, node: yaml.Node, suffixes: frozenset[str]) -> str:
        """Return the path in the site of a file that a setting names; nothing where there is none that will do."""
        value = mkdocs_yaml.plain(node)
        if not isinstance(value, str) or not value:
            self._unfit(node, name, message("it names no file"), _NAME_A_FILE)
            return ""
        if _ELSEWHERE.match(value):
            reason = message("another host would learn who reads what")
            values = {"name": f"{name}: {value}", "reason": reason, "advice": _NAME_A_FILE}
            self.problems.append(Problem(RefusedSetting, mkdocs_yaml.place(node), values))
            return ""
        path = PurePosixPath(value.removeprefix("./"))
        is_inside = not path.is_absolute() and ".." not in path.parts
        found = self._found(path) if is_inside else None
        if not found and (meant := self._meant(path, suffixes)):
            self.problems.append(unfit(node, name, message("there is no such file"), _NAME_A_FILE, str(meant)))
        elif not is_inside:
            self._unfit(node, name, message("it lies elsewhere"), _NAME_A_FILE)
        elif path.suffix.lower() not in suffixes:
            known = message("it is no stylesheet (.css)") if suffixes is _STYLES else message("it is no picture")
            self._unfit(node, name, known, _NAME_A_FILE)
        elif not found:
            self._unfit(node, name, message("there is no such file"), _NAME_A_FILE)
        elif path.suffix.lower() == _SVG and found.startswith(f"{self.folders[0]}/"):
            reason = message("an SVG is not published from content/, where anybody may propose one")
            self._unfit(
                node, name, reason, message("put it into the theme's custom_dir, and name it as it is called there")
            )
        else:
            if suffixes is _STYLES:
                self.problems += loaded_from_elsewhere(found, _without_comments(self.root / found), _LOADED)
            return unicodedata.normalize("NFC", str(path))
        return ""

    def _meant(self, path: PurePosixPath, suffixes: frozenset[str]) -> PurePosixPath | None:
        """Return the file that is meant by a path with the folder before it, or a version behind it."""
        parts = [part for part in PurePosixPath(str(path).partition("?")[0]).parts if part not in ("/", "..")]
        ways = (PurePosixPath(*parts[start:]) for start in range(min(2, len(parts))))
        return next((way for way in ways if way.suffix.lower() in suffixes and self._found(way)), None)

    def _found(self, path: PurePosixPath) -> str | None:
        names = (f"{folder}/{path}" for folder in self.folders)
        return next((name for name in names if is_plain(self.root / name)), None)

    def _social(self) -> Iterator[OutsideLink]:
        listed = mkdocs_yaml.at(self.node, "extra", "social")
        for each in mkdocs_yaml.items(listed):
            link, name = mkdocs_yaml.at(each, "link"), mkdocs_yaml.at(each, "name")
            address = mkdocs_yaml.plain(link) if link else None
            if not isinstance(address, str) or not is_outside(address):
                self._unfit(link or each, "extra.social", _NO_ADDRESS, WRITE_AN_ADDRESS)
                continue
            words = mkdocs_yaml.plain(name) if name else None
            yield OutsideLink(str(words) if words else host(address), address)


def _without_comments(stylesheet: Path) -> str:
    """Return the text of a stylesheet, with spaces in place of its comments."""
    text = stylesheet.read_text("utf-8", "replace")
    return _COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), text)


def loaded_from_elsewhere(file: str, text: str, loaded: re.Pattern[str]) -> Iterator[Problem]:
    """Yield what a file asks other hosts for, by the pattern whose first group is the address; it has no comments."""
    for found in loaded.finditer(text):
        before = text[: found.start(1)]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        yield Problem(FromElsewhere, Place(file, line, column, len(found[1])), {"address": found[1]})


def host(address: str) -> str:
    """Return the name of the host that an address leads to, to be shown; of a mailbox, its address."""
    parts = urlsplit(address)
    return (parts.hostname or parts.path).removeprefix("www.")


class _Words(HTMLParser):
    """Takes of HTML its words, and its links to other sites."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str | OutsideLink] = []
        self._to: str | None = None
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a link, or what nobody reads; any other element parts words at most."""
        self._hidden += tag in ("script", "style")
        if tag == "a":
            address = dict(attrs).get("href") or ""
            self._to = address if is_outside(address) else None
        elif tag in ("br", "p", "div"):
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End what began."""
        self._hidden -= tag in ("script", "style") and self._hidden > 0
        self._to = None if tag == "a" else self._to

    def handle_data(self, data: str) -> None:
        """Take words."""
        if not self._hidden:
            self.parts.append(OutsideLink(data, self._to) if self._to else data)


def _with_links(html: str) -> tuple[str | OutsideLink, ...]:
    words = _Words()
    words.feed(html)
    words.close()
    return tuple(words.parts)
