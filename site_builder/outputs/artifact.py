"""Files of the site, before and after they are made."""

from collections.abc import Callable, Iterable
from typing import NamedTuple


class File(NamedTuple):
    """A file of the site: its path and what it holds."""

    path: str
    content: bytes


class Listed(NamedTuple):
    """A page as the sitemap knows it; `neutral` is its path without language, where it has one."""

    address: str
    neutral: str | None
    is_indexed: bool


class Batch(NamedTuple):
    """Files that are made of the same things: as long as what `inputs` gives stays the same, so do they.

    A page in all of its languages is one. No other has its `name`; `listed` is how the sitemap lists it, if it does.
    """

    name: str
    inputs: Callable[[], tuple[object, ...]]
    files: Callable[[], Iterable[File]]
    listed: Listed | None = None
