"""A file beside the pages."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site, before anybody has written its text; as long as `inputs` stay the same, so does the text."""

    path: str
    inputs: tuple[object, ...]
    text: Callable[[], str]
