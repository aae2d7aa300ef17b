"""A file of the site."""

from collections.abc import Callable
from typing import NamedTuple


class Listed(NamedTuple):
    """A page as the sitemap knows it; `neutral` is its path without language, where it has one."""

    address: str
    neutral: str | None
    is_indexed: bool


class File(NamedTuple):
    """A file before anybody has made it; as long as what `inputs` gives stays the same, so does the content.

    `listed` is how the sitemap lists it, if it does.
    """

    path: str
    inputs: Callable[[], tuple[object, ...]]
    content: Callable[[], bytes]
    listed: Listed | None = None
