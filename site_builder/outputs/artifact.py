"""Files of the site before they are made: what they depend on, and how to make them."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import NamedTuple


class SitemapEntry(NamedTuple):
    """A page as the sitemap lists it.

    `x_default` is its path without language, where it has one, `modified` the day of its last change, where that is
    known.
    """

    address: str
    x_default: str | None
    is_indexed: bool
    modified: str | None = None


class Artifact(NamedTuple):
    """Files that are made of the same things: as long as its dependencies stay the same, so do they.

    A page in all of its languages is one. `paths` are those of its files in the site, which no other artifact has, and
    `contents` makes what they hold, in the same order. `dependencies` are plain values and fingerprints.
    """

    paths: Sequence[str]
    dependencies: Callable[[], tuple[object, ...]]
    contents: Callable[[], Iterable[bytes]]
    entry: SitemapEntry | None = None

    @property
    def name(self) -> str:
        """The path of its first file, which tells it from all others."""
        return self.paths[0]

    def content(self, path: str) -> bytes:
        """Make the file at one of its paths."""
        return next(islice(self.contents(), self.paths.index(path), None))
