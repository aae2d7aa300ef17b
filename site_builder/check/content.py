"""Checks of the hand-written pages: each has an address of its own, in every language, and slots that there are."""

import difflib
import re
from collections.abc import Collection, Iterator, Sequence

from site_builder.model import urls
from site_builder.model.slots import IN_CONTENT
from site_builder.problems import Place, Problem
from site_builder.problems.content import (
    NavWithoutPage,
    NoHomePage,
    OutsideLanguages,
    SameAddressAsPage,
    TakenAddress,
    UnfitPageName,
    UnknownSlot,
    Untranslated,
)
from site_builder.read.content import Content, ContentFile
from site_builder.read.settings import CONTENT, NavEntry

_FIT = re.compile(r"(?:[a-z0-9][a-z0-9._-]*/)*")


def check(content: Content, tags: Sequence[str]) -> Iterator[Problem]:
    """Yield what is wrong with the hand-written pages of a site in languages of these tags."""
    yield from content.problems
    yield from _outside(content, tags)
    yield from _untranslated(content, tags)
    yield from _unfit(content)
    yield from _same(content)
    yield from _unknown_slots(content)
    yield from _unknown_in_nav(content)


def _outside(content: Content, tags: Sequence[str]) -> Iterator[Problem]:
    """Pages that belong to no language of the site."""
    folders = ", ".join(map(_folder, tags))
    for each in content.files:
        if each.tag not in tags:
            yield Problem(OutsideLanguages, Place(each.file), {"name": each.path.name, "folders": folders})


def _untranslated(content: Content, tags: Sequence[str]) -> Iterator[Problem]:
    """Pages that are not there in every language."""
    for tag in tags:
        there = {page.address for page in content.pages(tag)}
        if urls.HOME not in there:
            file = f"{_folder(tag)}index.md"
            yield Problem(NoHomePage, Place(file), {"file": file})
        for each in content.files:
            if each.tag in tags and each.page.address not in {urls.HOME, *there}:
                file = f"{_folder(tag)}{each.path.relative_to(each.tag)}"
                yield Problem(Untranslated, Place(each.file), {"folder": _folder(tag), "file": file})


def _unfit(content: Content) -> Iterator[Problem]:
    """Pages that cannot have the address that they are named after."""
    for each in content.files:
        if each.page.address.startswith(urls.GENERATED):
            yield Problem(TakenAddress, Place(each.file), {"address": each.page.address})
        elif not _FIT.fullmatch(each.page.address):
            yield Problem(UnfitPageName, Place(each.file), {"name": each.path.name})


def _same(content: Content) -> Iterator[Problem]:
    """Pages with the address of another page."""
    first: dict[tuple[str, str], ContentFile] = {}
    for each in content.files:
        other = first.setdefault((each.tag, each.page.address), each)
        if other is not each:
            yield Problem(SameAddressAsPage, Place(each.file), {"other": other.file}, Place(other.file))


def _unknown_slots(content: Content) -> Iterator[Problem]:
    """Slots that nothing fills."""
    known = ", ".join(sorted(IN_CONTENT))
    for each in content.files:
        for name, place in each.slots:
            if name not in IN_CONTENT:
                yield Problem(UnknownSlot, place, {"name": name, "known": known})


def _unknown_in_nav(content: Content) -> Iterator[Problem]:
    """Entries of the menu that lead to no page."""
    there = {str(each.path) for each in content.files}
    for entry in content.nav or ():
        if isinstance(entry, NavEntry) and entry.path not in there:
            values = {"path": entry.path, "folder": f"{CONTENT}/"}
            near = _near(entry.path.strip("/"), there)
            yield Problem(NavWithoutPage, entry.place, values | ({"suggestion": near} if near else {}))


def _near(path: str, there: Collection[str]) -> str | None:
    """Return the page that an address means, or that a path means which leaves out the language; else one like it."""
    name = path.removesuffix(".md")
    meant = [
        f"{name}.md",
        f"{name}/index.md",
        *(f"{tag}/{path}" for tag in sorted({each.split("/")[0] for each in there})),
    ]
    found = [each for each in meant if each in there] or difflib.get_close_matches(path, sorted(there), 1, 0.8)
    return found[0] if found else None


def _folder(tag: str) -> str:
    return f"{CONTENT}/{tag}/"
