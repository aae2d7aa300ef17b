"""A file that one job hands to another, which may do more: read as what anybody may have written.

It is a file of its own, of a size and in a form with limits, or `Unreadable`.
"""

import os
import stat
from pathlib import Path
from typing import TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

FORM = ConfigDict(extra="forbid", strict=True)
"""How each part of such a form is read: no other keys, and no value that is only nearly what it should be."""

_Form = TypeVar("_Form")


class Unreadable(Exception):
    """What should be such a file is none: too large, no file, or in another form."""


def read(file: Path, form: TypeAdapter[_Form], largest: int) -> _Form:
    """Read a file of so many bytes at most; whatever stands in one that is refused, the reason does not repeat it."""
    try:
        handle = os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as opened:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise Unreadable(f"{file.name}: no file")
            data = opened.read(largest + 1)
    except OSError as error:
        raise Unreadable(f"{file.name}: {error.strerror}") from None
    if len(data) > largest:
        raise Unreadable(f"{file.name}: more than {largest} bytes")
    try:
        return form.validate_json(data)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise Unreadable(f"{file.name}: {error.error_count()} × {first['type']}") from None
