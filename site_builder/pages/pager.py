"""Lists cut into pages, and the ways from each of them to the others."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from site_builder.language.language import Language
from site_builder.model import urls

S = TypeVar("S")
T = TypeVar("T")

PAGE_SIZE = 100
"""Claims on one page of a list: with it, no page exceeds 100 kB. Other modules ask `page_count` and `page_number`."""
_ALL_NUMBERS = 20
"""Pages of a list to which each of them leads; where there are more, some are left out."""
_ALL_FROM_FIRST = 600
"""Pages of a list to which its first one leads, at 38 bytes each: 60,000 entries, more than a published site holds."""


@dataclass(slots=True)
class Pager(Generic[T]):
    """One page of a list: its entries, its number of how many, the entries in all, the address of the list."""

    entries: tuple[T, ...]
    number: int
    count: int
    total: int
    address: str

    @property
    def newer(self) -> str | None:
        """The address of the page before this one."""
        return urls.numbered(self.address, self.number - 1) if self.number > 1 else None

    @property
    def older(self) -> str | None:
        """The address of the page after this one."""
        return urls.numbered(self.address, self.number + 1) if self.number < self.count else None

    @property
    def numbers(self) -> list[tuple[int, str]]:
        """The pages that a page leads to, and the ways to them from here: the first, the last and the near.

        A short list's pages lead to all of them, and the first page of a long one does: what a list holds is two
        steps from wherever it begins. Number 0 stands for those that are left out.
        """
        near = {1, self.count, *range(self.number - 2, self.number + 3)}
        every = range(1, self.count + 1)
        most = _ALL_FROM_FIRST if self.number == 1 else _ALL_NUMBERS
        shown = [n for n in every if self.count <= most or n in near]
        gaps = [n - 1 for before, n in pairwise(shown) if n > before + 1]
        here = urls.numbered("", self.number)
        return [
            (0, "") if n in gaps else (n, urls.root_from(here) + urls.numbered("", n)) for n in sorted([*shown, *gaps])
        ]

    @property
    def position(self) -> tuple[int, int, int]:
        """Return what a page of a list says of the list itself."""
        return (self.number, self.count, self.total)

    def part_of(self, beside: Sequence[S]) -> tuple[S, ...]:
        """This page's part of a second list paginate in step with the first."""
        return tuple(beside[(self.number - 1) * PAGE_SIZE : self.number * PAGE_SIZE])


def paginate(
    address: str, entries: Sequence[T], beside: Sequence[object] = (), weight: int = 1
) -> Iterator[tuple[str, Pager[T]]]:
    """Cut a list into pages, each with its address; an empty list has one page.

    There are pages enough for a shorter list `beside` this one, of which `Pager.part_of` gives the part. Entries that
    take more room than those of other lists have a greater `weight`: a page holds so many times fewer.
    """
    size = _size(weight)
    count = max(page_count(len(beside)), -(-len(entries) // size))
    for number in range(1, count + 1):
        part = tuple(entries[(number - 1) * size : number * size])
        yield urls.numbered(address, number), Pager(part, number, count, len(entries), address)


def paginate_by_language(
    address: str, languages: Sequence[Language], ordered: Callable[[Language], Sequence[T]], weight: int = 1
) -> Iterator[tuple[str, Mapping[str, Pager[T]]]]:
    """As `paginate`, for a list that stands in another order in each language: each page by the tags of languages."""
    lists = [paginate(address, ordered(language), weight=weight) for language in languages]
    for pages in zip(*lists, strict=True):
        yield pages[0][0], {language.tag: pager for language, (_, pager) in zip(languages, pages, strict=True)}


def page_count(length: int) -> int:
    """Return how many pages a list of so many entries has."""
    return max(1, -(-length // PAGE_SIZE))


def page_number(place: int, weight: int = 1) -> int:
    """The number of the page on which an entry of some weight stands, by its place in the list, counted from 0."""
    return place // _size(weight) + 1


def _size(weight: int) -> int:
    """Entries of some weight on one page."""
    return max(1, PAGE_SIZE // weight)


def numbered_title(language: Language, title: str, number: int) -> str:
    """The title of one page of a list."""
    return title if number == 1 else language.text("{title}, page {number}", title=title, number=number)
