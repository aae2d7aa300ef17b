"""The links of the pages that were made, followed inside the site: to a file that is there, and a place in it.

It is done for every page, so nothing is looked at twice: of pages in one folder only the text between `<main>` and its
end, and each link only once. The page around the text is looked at where a folder's first page has it.
"""

import difflib
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from site_builder.check.links import edited
from site_builder.check.reports import Lines
from site_builder.model import urls
from site_builder.problems import Place, Problem
from site_builder.problems.content import DeadLink, UnknownAnchor
from site_builder.read.content import Content, ContentFile
from site_builder.read.files import lines_of
from site_builder.read.links import Link
from site_builder.text.escaping import escape

_LINK = re.compile(rb' (?:href|src)="([^"]*)"')
_MAIN, _END = b"<main", b"</main>"
_ID = re.compile(r' id="([^"]+)"')


class Broken(NamedTuple):
    """A link of the page at a path, to a path in the site or a part of the page there, which is not there.

    `is_page` says whether the page is there at least; then `meant` is the part whose name is the nearest.
    """

    page: str
    path: str
    anchor: str
    is_page: bool = False
    meant: str = ""

    def __str__(self) -> str:
        return f"{self.page}: {urls.anchored(self.path, self.anchor) if self.anchor else self.path}"


class BrokenLinks(Exception):
    """Pages that were made have links that lead to nothing."""

    def __init__(self, broken: list[Broken]) -> None:
        super().__init__("; ".join(map(str, broken[:3])))
        self.broken = broken


Targets = Mapping[tuple[str, str], str]
"""What pages lead to inside the site, path and part of the page there, with one of the pages that lead there."""


class Links:
    """The links inside the site that some pages have; the first page that leads to a target stands for all of them."""

    def __init__(self) -> None:
        self.targets: dict[tuple[str, str], str] = {}
        self._followed: set[tuple[str, bytes]] = set()
        self._folders: set[str] = set()

    def note(self, page: str, html: bytes) -> None:
        """Take down the links of a page."""
        folder, above = page.rpartition("/")[0], page.rpartition("/")[0].rpartition("/")[0]
        text = html
        if above in self._folders:
            text = html[max(0, html.find(_MAIN)) : html.rfind(_END)]
        self._folders.add(above)
        followed = self._followed
        for link in set(_LINK.findall(text)):
            if link[:3] == b"../":
                key = (above, link)
                if key in followed:
                    continue
                followed.add(key)
            elif link[:4] == b"http" or link[:1] == b"/" or (link[:1] == b"#" and b' id="%s"' % link[1:] in html):
                continue
            self._follow(page, folder, link.decode())

    def _follow(self, page: str, folder: str, link: str) -> None:
        way, _, anchor = link.replace("&amp;", "&").partition("#")
        way = way.partition("?")[0]
        if ":" in way.partition("/")[0]:
            return  # another scheme
        parts = folder.split("/") if folder else []
        while way.startswith(("../", "./")):
            if way.startswith("../"):
                parts = parts[:-1]
            way = way.partition("/")[2]
        if way in ("..", "."):
            parts, way = parts[:-1] if way == ".." else parts, ""
        inside = "/".join([*parts, way]) if parts else way
        target = unquote(inside) if way or link.startswith((".", "?")) else page.removesuffix(urls.ROOT)
        self.targets.setdefault((target, unquote(anchor)), page)


def broken_ones(targets: Targets, read: Callable[[str], bytes | None], paths: Container[str] = ()) -> Iterator[Broken]:
    """Yield the links that lead to no file, or to no part of one.

    `read` gives a file, or None; what is known to be there by its path is only read for its parts.
    """
    for (path, anchor), page in targets.items():
        file = f"{path}{urls.ROOT}" if not path or path.endswith("/") else path
        html = None if file in paths and not anchor else read(file)
        if html is None and file not in paths:
            yield Broken(page, path, anchor)
        elif html is not None and not _has(html, anchor):
            near = difflib.get_close_matches(anchor, _ID.findall(html.decode()), 1)
            yield Broken(page, path, anchor, is_page=True, meant=near[0] if near else "")


def _has(html: bytes, id: str) -> bool:
    """Tell whether a page has a part of a name; `top` is one of every page (HTML Living Standard, 7.4.6)."""
    return not id or id == "top" or f' id="{escape(unquote(id))}"'.encode() in html


def problems(root: Path, content: Content, templates: Iterable[str], broken: Iterable[Broken]) -> Iterator[Problem]:
    """Yield the broken links of hand-written pages, and of the owner's templates, where they stand in these files."""
    files = {urls.page_file(each.tag, each.page.address): each for each in content.files}
    lines = lines_of(root)
    for each in broken:
        file = files.get(each.page)
        link = next((link for link in file.links if _is_of(file, link, each)), None) if file else None
        if not link and (place := _in_template(templates, each, lines)):
            yield Problem(DeadLink, place, {"target": each.path})
        elif file:
            yield _problem(file, link, each, lines)


def _is_of(file: ContentFile, link: Link, broken: Broken) -> bool:
    return (file.led_to(link), link.anchor) == (broken.path, broken.anchor)


def _in_template(templates: Iterable[str], broken: Broken, lines: Lines) -> Place | None:
    """Return where a template has the last part of a link's way: the way to it differs from page to page."""
    part = broken.path.rstrip("/").rpartition("/")[2]
    for name in templates:
        for number, line in enumerate(lines(name), 1):
            if part and (column := line.find(part)) >= 0:
                return Place(name, number, column + 1, len(part))
    return None


def _problem(file: ContentFile, link: Link | None, broken: Broken, lines: Lines) -> Problem:
    """The problem of a link; one that no link of the file makes, but a hook, is told of at the top."""
    target = link.target if link else str(broken).partition(": ")[2]
    if not broken.is_page:
        return Problem(DeadLink, link.place if link else Place(file.file), {"target": target})
    values = {"anchor": broken.anchor} | ({"suggestion": broken.meant} if broken.meant else {})
    if not link:
        return Problem(UnknownAnchor, Place(file.file), values)
    right = f"{target.partition('#')[0]}#{broken.meant}"
    edit = edited(link, right, lines(file.file)) if broken.meant else None
    return Problem(UnknownAnchor, link.place, values, edit=edit)
