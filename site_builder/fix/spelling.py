"""Characters, spaces and comments: what does not change the reading of a text."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from site_builder.fix.reading import parsed, reading
from site_builder.problems.syntax import CommentInValue
from site_builder.read import schema_lookup

_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_BLOCK_TEXT = re.compile(r"(?:^|.*[:\-] +)[|>][-+0-9]*[ \t]*(?:#.*)?")


def composed(text: str, file: str) -> str:
    """Letters with their accents and the parts of Hangul are one character each where Unicode has one (NFC)."""
    return unicodedata.normalize("NFC", text)


def without_trailing_spaces(text: str, file: str) -> str:
    """No line ends in spaces, unless they are part of what a text over several lines says."""
    if not _TRAILING.search(text):
        return text
    for lines in (_stripped(text.split("\n")), _stripped_outside_texts(text.split("\n"))):
        better = "\n".join(lines)
        if reading(better, file) == reading(text, file):
            return better
    return text


def _stripped(lines: Sequence[str]) -> Iterator[str]:
    return (_TRAILING.sub("", line) for line in lines)


def _stripped_outside_texts(lines: Sequence[str]) -> Iterator[str]:
    """The lines, those of texts under `|` and `>` as they are."""
    margin: int | None = None  # of the first line of such a text; -1 until it comes
    for line in lines:
        indent = len(line) - len(line.lstrip()) if line.strip() else None
        if margin == -1 and indent is not None:
            margin = indent
        if margin is not None and (indent is None or indent >= margin):
            yield line
        else:
            yield _TRAILING.sub("", line)
            margin = -1 if _BLOCK_TEXT.fullmatch(line) else None


def with_final_newline(text: str, file: str) -> str:
    """The last line ends like all others, and no blank one follows, unless that is part of what a text says."""
    ended = text.rstrip("\n") + "\n"
    return ended if ended == text or reading(ended, file) == reading(text, file) else text


def with_own_comments(text: str, file: str) -> str:
    """A remark behind an id, a date or a word of the vocabulary stands above it; behind words it may be one of them."""
    root, problems = parsed(text, file)
    remarks = [problem.place for problem in problems if problem.kind is CommentInValue]
    if root is None or not remarks:
        return text
    lines = text.split("\n")
    has_words = {
        scalar.place.line: schema_lookup.is_words(shape)
        for scalar, shape in schema_lookup.scalars(root, schema_lookup.of_file(file), file)
    }
    for place in reversed(remarks):
        line = lines[place.line - 1]
        remark = line[place.column - 1 :]
        if not has_words.get(place.line, True):
            margin = line[: len(line) - len(line.lstrip())]
            lines[place.line - 1 : place.line] = [margin + remark, line[: place.column - 1].rstrip()]
    return "\n".join(lines)
