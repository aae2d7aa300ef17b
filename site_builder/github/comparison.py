"""Two sites of one archive, before a change and after it: which pages say something else, and in which words."""

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from site_builder.github import inert_html
from site_builder.model import urls
from site_builder.read.files import FOLDER as RECORDS
from site_builder.read.settings import CONTENT

_PAGE = re.compile(rb"<main\b[^>]*>(.*)</main>", re.DOTALL)
_CLAIM = re.compile(rf"{urls.CLAIMS}[0-9][^/]*/")
_COMPARED = 2_000
"""Lines of a page of which differences are looked for: to compare takes quadratic time."""


@dataclass(frozen=True, slots=True)
class Version:
    """A page in one language, by its files before and after: read when they are asked for, since there may be many."""

    file_before: Path
    file_after: Path

    @property
    def before(self) -> str:
        """The HTML of its main part as it was; empty where there was no page."""
        return _main(self.file_before)

    @property
    def after(self) -> str:
        """The HTML of its main part as it would be; empty where there would be no page."""
        return _main(self.file_after)

    @property
    def title(self) -> str:
        """The heading of the page, as it is now if it is still there."""
        return inert_html.heading(self.after or self.before)

    def differences(self, most: int) -> list[str]:
        """The lines of its text that went, behind `- `, and those that came, behind `+ `: the first ones."""
        before, after = (inert_html.lines(html)[:_COMPARED] for html in (self.before, self.after))
        listed = islice(difflib.unified_diff(before, after, n=0, lineterm=""), 2, None)  # behind the names of files
        return list(islice((f"{line[0]} {line[1:]}" for line in listed if line[0] in "-+"), most))


@dataclass(frozen=True, slots=True)
class ChangedPage:
    """A page whose main part differs, by its address, with each language of the site."""

    address: str
    versions: Mapping[str, Version]

    @property
    def is_new(self) -> bool:
        """Tell whether it was not there before."""
        return not any(version.file_before.is_file() for version in self.versions.values())

    @property
    def is_gone(self) -> bool:
        """Tell whether it is not there any more."""
        return not any(version.file_after.is_file() for version in self.versions.values())


def changed_pages(before: Path, after: Path, tags: Sequence[str]) -> Iterator[ChangedPage]:
    """Find the pages of two built sites that differ, in the order of their addresses."""
    for address in sorted({*_addresses(before, tags), *_addresses(after, tags)}):
        files = {tag: urls.page_file(tag, address) for tag in tags}
        versions = {tag: Version(before / file, after / file) for tag, file in files.items()}
        if any(_differs(version) for version in versions.values()):
            yield ChangedPage(address, versions)


def _differs(version: Version) -> bool:
    is_same = _bytes(version.file_before) == _bytes(version.file_after)  # which it nearly always is
    return not is_same and version.before != version.after


def gone_permalinks(before: Path, after: Path) -> list[str]:
    """The ids whose permanent links led somewhere before, and lead nowhere after."""
    had, have = (
        {page.parent.name for page in site.glob(f"{urls.PERMALINKS}*/{urls.ROOT}")} for site in (before, after)
    )
    return sorted(had - have)


def parted(pages: Iterable[ChangedPage], sources: Collection[str]) -> tuple[list[ChangedPage], list[ChangedPage]]:
    """Part pages into those that are worth a look, and those that only follow from them, such as lists.

    The first are those made of the files that were changed, then other claims; all, where there are none of these.
    """
    records = {Path(file).stem for file in sources if file.startswith(f"{RECORDS}/")}
    written = {_address(file) for file in sources if file.startswith(f"{CONTENT}/")}
    own, claims, others = list[ChangedPage](), list[ChangedPage](), list[ChangedPage]()
    for page in pages:
        is_own = page.address in written or page.address.rstrip("/").rpartition("/")[2] in records
        (own if is_own else claims if _CLAIM.fullmatch(page.address) else others).append(page)
    return ([*own, *claims], others) if own or claims else (others, [])


def _address(file: str) -> str:
    """The address of a hand-written page by its file in `content/`."""
    inside = Path(file).with_suffix("").parts[2:]
    parts = inside[:-1] if inside[-1:] == (Path(urls.ROOT).stem,) else inside
    return "".join(f"{part}/" for part in parts)


def _addresses(site: Path, tags: Iterable[str]) -> Iterator[str]:
    for tag in tags:
        for page in (site / tag).rglob(urls.ROOT):
            inside = page.parent.relative_to(site / tag).as_posix()
            yield "" if inside == "." else f"{inside}/"


def _main(file: Path) -> str:
    found = _PAGE.search(_bytes(file))
    return found[1].decode("utf-8", "replace") if found else ""


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""


def differing_files(one: Path, other: Path) -> list[str]:
    """The files that two built sites do not have alike, by their paths."""
    names = {path.relative_to(site).as_posix() for site in (one, other) for path in site.rglob("*") if path.is_file()}
    return sorted(name for name in names if _bytes(one / name) != _bytes(other / name))
