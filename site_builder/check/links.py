"""Check that the links of hand-written pages lead to something: as far as that is known before a site is made.

Whether a generated list has a page of some number, or a page a heading of some name, the build finds out.
"""

import difflib
import posixpath
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from site_builder.model import urls
from site_builder.model.records import Archive
from site_builder.problems import Edit, Kind, Problem
from site_builder.problems.content import DeadLink, LinkFromRoot
from site_builder.read.content import FORMS, Content, ContentFile
from site_builder.read.files import lines_of
from site_builder.read.links import Link, page_path

_INDEX = "index.md"


def problems(root: Path, url: str, tags: Sequence[str], content: Content, archive: Archive) -> Iterator[Problem]:
    """Yield the links of hand-written pages that lead to nothing in the site with an address and languages."""
    known = _known(tags, content, archive)
    lines, mount = lines_of(root), urlsplit(url).path
    for file in content.files:
        for link in file.links:
            path = file.led_to(link)
            if path.startswith("/"):
                forms = (path.removeprefix(mount), path.removeprefix("/"))
                inside = next((form for each in forms for form in (each, f"{each}/") if form in known), "")
                yield _from_root(file, link, known.get(inside, ""), lines(file.file))
            elif _is_dead(link, path, tags, known):
                yield _dead(file, link, known.get(_nearest(path, known), ""), lines(file.file))


def _dead(file: ContentFile, link: Link, meant: str, lines: Sequence[str]) -> Problem:
    """The problem of a link that leads to nothing; `meant` is the file below `content/` that it may be to."""
    return _suggesting(DeadLink, file, link, meant, lines)


def _from_root(file: ContentFile, link: Link, meant: str, lines: Sequence[str]) -> Problem:
    """The problem of a link that begins at the root of the host."""
    return _suggesting(LinkFromRoot, file, link, meant, lines)


def _suggesting(kind: type[Kind], file: ContentFile, link: Link, meant: str, lines: Sequence[str]) -> Problem:
    if not meant:
        return Problem(kind, link.place, {"target": link.target})
    right = _written(file, link, meant)
    return Problem(kind, link.place, {"target": link.target, "suggestion": right}, edit=edited(link, right, lines))


def edited(link: Link, target: str, lines: Sequence[str]) -> Edit | None:
    """The line of a link, with another target in its place."""
    place = link.place
    if place.line > len(lines):
        return None
    line = lines[place.line - 1]
    return Edit(place.line, 1, (line[: place.column - 1] + target + line[place.column - 1 + place.length :],))


def _written(file: ContentFile, link: Link, meant: str) -> str:
    """Write the way from a file to another one, as a link there would say it, with its query and anchor."""
    if not link.is_html:
        return posixpath.relpath(meant, str(file.path.parent)) + link.rest
    path = page_path(PurePosixPath(meant)) if meant.endswith(".md") else meant
    way = posixpath.relpath(path or ".", page_path(file.path))
    return f"{way}/{link.rest}" if path.endswith("/") else f"{way}{link.rest}"


def _nearest(path: str, known: Collection[str]) -> str:
    """Return the known path that is most like one: beside it, of its name elsewhere in its language, or in all."""
    folder, name = posixpath.split(path.rstrip("/"))
    tag = path[: path.find("/") + 1]
    names = {each: posixpath.split(each.rstrip("/")) for each in known}
    beside = {its_name: each for each, (its_folder, its_name) in names.items() if its_folder == folder}
    found = [beside[each] for each in difflib.get_close_matches(name, beside, 1)]
    found += [each for each, (_, its_name) in names.items() if its_name == name and each.startswith(tag)]
    return next(iter(found or difflib.get_close_matches(path, known, 1, cutoff=0.85)), "")


def _is_dead(link: Link, path: str, tags: Sequence[str], known: Collection[str]) -> bool:
    """Tell whether there cannot be anything at a path: no page, no picture, no record."""
    tag, _, address = path.partition("/")
    if path in known:
        return False
    if path.startswith("../"):
        return True
    if tag not in tags:
        return link.path.endswith(".md")
    if address.startswith((urls.CLAIMS, urls.ENTITIES, urls.SERIES)):
        section, id, *_ = address.split("/")
        return not id.startswith("page-") and f"{tag}/{section}/{id}/" not in known
    suffix = PurePosixPath(path).suffix.lower()
    return not address.startswith(urls.GENERATED) and (path.endswith("/") or suffix in FORMS)


def _known(tags: Sequence[str], content: Content, archive: Archive) -> Mapping[str, str]:
    """The paths in the site of all that is known before it is made, each with the file that a link to it names."""
    addresses = [urls.HOME, *urls.GENERATED]
    addresses += [urls.claim(id) for id in archive.claims]
    addresses += [urls.entity(id) for id in archive.entities]
    addresses += [urls.series(id) for id in archive.series]
    paths = [urls.localized(tag, address) for tag in tags for address in addresses]
    paths += map(urls.permalink, archive.claims)
    pages = {urls.localized(each.tag, each.page.address): str(each.path) for each in content.files}
    return {
        "": "",
        **{path: f"{path}{_INDEX}" for path in paths},
        **pages,
        **{path: path for path in content.published},
    }
