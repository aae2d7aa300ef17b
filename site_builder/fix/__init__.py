"""Mend a record's file without changing what the record says: pure functions on its bytes.

Files are edited line by line, so that comments and the ways of their authors stay. Whatever was changed is read again:
a file that would then say something else is left as it is.
"""

from collections.abc import Callable
from dataclasses import dataclass

from site_builder.fix import modeline, order, spelling, syntax
from site_builder.fix.reading import reading
from site_builder.problems import message
from site_builder.read import files

Step = Callable[[str, str], str]
"""From the text and the name of a file to a better text."""

QUOTES = (message("quotation marks"), syntax.with_quotes)
"""The one step that changes a reading: what YAML takes for a mark or a remark becomes a part of the text."""
READABLE: tuple[tuple[str, Step], ...] = (
    (message("indentation"), syntax.with_spaces),
    (message("marks and spaces"), syntax.with_plain_marks),
    QUOTES,
)
"""The steps after which a file can be read."""
STEPS: tuple[tuple[str, Step], ...] = (
    (message("composed characters (NFC)"), spelling.composed),
    (message("path of the schema"), modeline.with_own_schema),
    (message("comments"), spelling.with_own_comments),
    (message("trailing spaces"), spelling.without_trailing_spaces),
    (message("end of file"), spelling.with_final_newline),
    (message("key order"), order.in_order),
)
_ROUNDS = 4
"""One step may make room for another; after so many rounds nothing may be left to do."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file's bytes as they should be, what was changed, and why nothing was: the words are message ids."""

    data: bytes
    changes: tuple[str, ...] = ()
    left: str = ""


def mend(data: bytes, file: str) -> Mended:
    """Mend one record's file."""
    text, problems = files.decode(data, file)
    if any(problem.is_error for problem in problems):
        return Mended(data, left=message("it cannot be read, as `claims check` explains"))
    changes = [message("byte order mark")] if problems else []
    if b"\r\n" in data:
        changes.append(message("line ends"))
    for name, readable in READABLE:
        better = readable(text, file)
        changes += [name] if better != text else []
        text = better
    said = reading(text, file)
    if said is None:
        return Mended(data, left=message("it cannot be read, as `claims check` explains"))
    for _ in range(_ROUNDS):
        before = text
        for name, step in STEPS:
            better = step(text, file)
            changes += [name] if better != text else []
            text = better
        if text == before:
            break
    if text != before or reading(text, file) != said:
        return Mended(data, left=message("mending it would change what it says"))
    return Mended(text.encode("utf-8"), tuple(dict.fromkeys(changes)))
