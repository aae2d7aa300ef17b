"""The hand-written pages of `content/`, and the pictures beside them; nothing that could do more is published.

They are read once, for every engine: what a page is called, what it says of itself, and which slots it has.
"""

import html
import os
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import filterfalse
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from site_builder.model.slots import SLOT
from site_builder.problems import Place, Problem, message
from site_builder.problems.content import UnfitAsset, UnfitPageName
from site_builder.problems.files import NotAFile
from site_builder.read import files, front_matter
from site_builder.read.appearance import OutsideLink
from site_builder.read.links import INDEX, Link, links, page_path, site_path, without_code
from site_builder.read.settings import CONTENT, NavEntry
from site_builder.read.verbatim import WELL_KNOWN, is_verbatim, unfit
from site_builder.runtime.plain_files import is_plain

MAX_BYTES = 1_000_000
FORMS = frozenset([".md", ".txt", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".ico"])
_UNFIT = message("beside text pages (.md) a site has pictures only (.png, .jpg, .webp, .avif, .gif)")
_LARGE = message("it is larger than 1 MB")
_LONGEST_TITLE = 300
_HEADING = re.compile(r"\A\s*(?:#[ \t]+(\S.*)|(\S.*)\n=+[ \t]*$)", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"(\*+|`+|\b_+)(\S(?:.*?\S)?)\1")


class ContentPage(NamedTuple):
    """A hand-written page in one language; `file` is its path from the archive's root."""

    address: str
    title: str
    description: str
    file: str


@dataclass(frozen=True, slots=True)
class ContentFile:
    """The file of a hand-written page, by its path below `content/`; `slots` are names with their places.

    `links` are those that do not leave the site.
    """

    path: PurePosixPath
    page: ContentPage
    slots: tuple[tuple[str, Place], ...]
    links: tuple[Link, ...]

    @property
    def file(self) -> str:
        """Its path from the archive's root."""
        return self.page.file

    @property
    def tag(self) -> str:
        """The folder that should be that of a language; empty where the file lies in none."""
        return self.path.parts[0] if len(self.path.parts) > 1 else ""

    def led_to(self, link: Link) -> str:
        """Return the path in the site that one of its links leads to."""
        return site_path(link, self.path, page_path(self.path))


@dataclass(frozen=True, slots=True)
class Content:
    """The pages, in order; the paths of all further files from the archive's root; what is wrong with any of them.

    `verbatim` are those of the further files that others ask for by their names, and that no engine may see. `nav` is
    the order that the settings give the menu, if they give it one.
    """

    files: Sequence[ContentFile]
    assets: Sequence[str]
    problems: Sequence[Problem]
    nav: Sequence[NavEntry | OutsideLink] | None
    verbatim: Sequence[str] = ()

    @property
    def addresses(self) -> frozenset[str]:
        """The addresses of the pages, which are the same in every language."""
        return frozenset(each.page.address for each in self.files)

    def pages(self, tag: str) -> list[ContentPage]:
        """Return the pages in a language."""
        return [each.page for each in self.files if each.tag == tag]

    def with_slot(self, name: str, tags: Sequence[str]) -> frozenset[str]:
        """Return the addresses of the pages that have a slot in each of these languages."""
        having = {(each.tag, each.page.address) for each in self.files if name in dict(each.slots)}
        return frozenset(each for each in self.addresses if all((tag, each) in having for tag in tags))

    @property
    def published(self) -> Mapping[str, str]:
        """The further files by the paths that they get in the site, whose letters are put together (NFC)."""
        return {**_by_path(self.assets), **self.published_verbatim}

    @property
    def published_verbatim(self) -> Mapping[str, str]:
        """Those of the further files that no engine may see."""
        return _by_path(self.verbatim)

    def menu(self, tag: str) -> list[ContentPage | OutsideLink]:
        """Return what the menu in a language leads to: what `nav` lists in its order, or else all pages."""
        if self.nav is None:
            return [*self.pages(tag)]
        pages = {str(each.path): each.page for each in self.files if each.tag == tag}
        entries = [each if isinstance(each, OutsideLink) else pages.get(each.path) for each in self.nav]
        return [entry for entry in entries if entry]


def _by_path(files: Sequence[str]) -> Mapping[str, str]:
    return {unicodedata.normalize("NFC", file.removeprefix(f"{CONTENT}/")): file for file in files}


def read(root: Path, nav: Sequence[NavEntry | OutsideLink] | None = None, stylesheets: Collection[str] = ()) -> Content:
    """Read the hand-written pages of an archive, and the files beside them, among which may be stylesheets of it."""
    found = list(_found(root, stylesheets))
    names = [each for each in found if isinstance(each, PurePosixPath)]
    problems = [each for each in found if isinstance(each, Problem)]
    titles = {entry.path: entry.title for entry in nav or () if isinstance(entry, NavEntry)}
    pages = []
    for path in sorted(filter(_is_page, names), key=_order):
        page, wrong = _page(root, path, titles.get(str(path), ""))
        pages.append(page)
        problems += wrong
    others = [name for name in names if not _is_page(name)]
    return Content(
        pages,
        [f"{CONTENT}/{name}" for name in others if not is_verbatim(name)],
        problems,
        nav,
        [f"{CONTENT}/{name}" for name in others if is_verbatim(name)],
    )


def _found(root: Path, stylesheets: Collection[str]) -> Iterator[PurePosixPath | Problem]:
    """Yield what is published of `content/`, and a problem for what must not be.

    Hidden files are not published, but for those by which a site is known to others.
    """
    for folder, folders, names in os.walk(root / CONTENT):
        within = PurePosixPath(Path(folder).relative_to(root / CONTENT).as_posix())
        for name in filterfalse(files.is_text, [*names, *folders]):
            shown = files.shown_name(name)
            yield Problem(UnfitPageName, Place(f"{CONTENT}/{within / shown}"), {"name": shown})
        names = list(filter(files.is_text, names))
        folders[:] = sorted(
            name
            for name in filter(files.is_text, folders)
            if not name.startswith(".") or (within / name).parts[0] == WELL_KNOWN
        )
        for name in sorted([*names, *(name for name in folders if Path(folder, name).is_symlink())]):
            path = within / name
            if not name.startswith(".") or is_verbatim(path):
                yield _unfit(Path(folder, name), path, stylesheets) or path


def _unfit(path: Path, within: PurePosixPath, stylesheets: Collection[str]) -> Problem | None:
    """Tell why a file cannot be published."""
    file = f"{CONTENT}/{within}"
    if not is_plain(path):
        return Problem(NotAFile, Place(file), {"name": path.name})
    if is_verbatim(within):
        reason = unfit(within, path)
        return Problem(UnfitAsset, Place(file), {"name": path.name, "reason": reason}) if reason else None
    if path.suffix.lower() not in FORMS and str(within) not in stylesheets:
        return Problem(UnfitAsset, Place(file), {"name": path.name, "reason": _UNFIT})
    if path.stat().st_size > MAX_BYTES:
        return Problem(UnfitAsset, Place(file), {"name": path.name, "reason": _LARGE})
    return None


def _is_page(path: PurePosixPath) -> bool:
    return path.suffix == ".md" and not is_verbatim(path)


def _order(path: PurePosixPath) -> tuple[object, ...]:
    """Sort as MkDocs does: the page of a folder first, folders last."""
    return path.parts[:-1], path.stem not in INDEX, path.name


def _page(root: Path, path: PurePosixPath, title: str) -> tuple[ContentFile, list[Problem]]:
    """Read a page; `title` is the one that the settings give it, if they do."""
    file = f"{CONTENT}/{path}"
    text, problem = files.text(root, file)
    front, text = front_matter.parted(text)
    values, wrong = front_matter.values(front, file)
    title = title or values.get("title") or _heading(text) or _named_after(path.stem)
    page = ContentPage(_address(path), title, values.get("description", ""), file)
    first = front.count("\n") + 1
    slots, found = tuple(_slots(file, text, first)), tuple(links(file, text, first))
    return ContentFile(path, page, slots, found), [problem] if problem else wrong


def _heading(text: str) -> str:
    """Return the heading that a page begins with, without the usual markup."""
    match = _HEADING.match(text)
    heading = (match[1] or match[2])[:_LONGEST_TITLE].strip() if match else ""
    if heading.endswith("}"):
        heading = heading.rpartition("{")[0].rstrip()
    return html.unescape(_EMPHASIS.sub(r"\2", _LINK.sub(r"\1", heading.rstrip("# \t"))))


def _named_after(stem: str) -> str:
    words = stem.replace("-", " ").replace("_", " ")
    return words.capitalize() if words == words.lower() else words


def _address(path: PurePosixPath) -> str:
    """Return where a page lies below its language."""
    return page_path(path).partition("/")[2]


def _slots(file: str, text: str, first: int) -> Iterator[tuple[str, Place]]:
    """Yield the slots of a text that begins at a line of its file; in code they are but text."""
    for number, line in enumerate(without_code(text).split("\n"), first):
        for slot in SLOT.finditer(line):
            yield slot[1], Place(file, number, slot.start() + 1, len(slot[0]))
