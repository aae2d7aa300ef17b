"""Characters, spaces and comments: what does not change the reading of a text."""

import re
import unicodedata
from collections.abc import Sequence

from site_builder.load import tree
from site_builder.mend import shapes
from site_builder.mend.reading import reading

_TRAILING = re.compile(r"[ \t]+$")


def composed(text: str, file: str) -> str:
    """Letters with their accents and the parts of Hangul are one character each where Unicode has one (NFC)."""
    return unicodedata.normalize("NFC", text)


def without_trailing_spaces(text: str, file: str) -> str:
    """No line ends in spaces, unless they are part of what a text says."""
    numbers = [number for number, line in enumerate(text.split("\n")) if _TRAILING.search(line)]
    return _stripped(text, numbers, file)


def _stripped(text: str, numbers: Sequence[int], file: str) -> str:
    """The text without the spaces at the end of these lines, or of as many of them as do not matter."""
    if not numbers:
        return text
    lines = text.split("\n")
    for number in numbers:
        lines[number] = _TRAILING.sub("", lines[number])
    if reading("\n".join(lines), file) == reading(text, file):
        return "\n".join(lines)
    if len(numbers) == 1:
        return text
    half = len(numbers) // 2
    return _stripped(_stripped(text, numbers[:half], file), numbers[half:], file)


def with_final_newline(text: str, file: str) -> str:
    """The last line ends like all others, and no blank one follows, unless that is part of what a text says."""
    ended = text.rstrip("\n") + "\n"
    return ended if ended == text or reading(ended, file) == reading(text, file) else text


def with_own_comments(text: str, file: str) -> str:
    """A remark behind an id, a date or a word of the vocabulary stands above it; behind words it may be one of them."""
    root, problems = tree.parse(text, file)
    remarks = [problem.place for problem in problems if problem.kind is tree.CommentInValue]
    if root is None or not remarks:
        return text
    lines = text.split("\n")
    has_words = {
        scalar.place.line: shapes.is_words(shape) for scalar, shape in shapes.scalars(root, shapes.of_file(file), file)
    }
    for place in reversed(remarks):
        line = lines[place.line - 1]
        remark = line[place.column - 1 :]
        if not has_words.get(place.line, True):
            margin = line[: len(line) - len(line.lstrip())]
            lines[place.line - 1 : place.line] = [margin + remark, line[: place.column - 1].rstrip()]
    return "\n".join(lines)
