"""Slips of writing that leave a file unreadable for YAML, and what a person would say of libyaml's complaints."""

import re
from collections.abc import Iterator, Sequence

import yaml

from site_builder.problems import Place, Problem, message
from site_builder.problems.syntax import (
    BadEscape,
    BadStart,
    ColonInValue,
    CommaTooMany,
    CommentInValue,
    CurlyQuotes,
    Directive,
    Indent,
    NoSpace,
    OpenBracket,
    OpenQuote,
    SecondDocument,
    Syntax,
    Tab,
    TextAfterQuote,
    WideColon,
)
from site_builder.text.characters import CURLY

A_TAB = message("a tab")
_BLOCK_TEXT = re.compile(r"(?:^|[:\-] +)[|>][-+]?\s*$")
_COMMENT = re.compile(r"(?:^|(?<=[\s,\[{]))#")
_BEFORE_VALUE = re.compile(r" *(?:- +)*(?:[\w-]+ *:[ \t]+)?")
_STUCK_KEY = re.compile(r"(?P<before> *(?:- +)*)(?P<key>[A-Za-z_-]+)(?P<colon>:(?=[^\s:/])| *：[ \t]*)(?P<value>.*)")


def explained(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """Turn libyaml's complaint about a text into what a person would say of it."""
    mark, opening = error.problem_mark or error.context_mark, error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    opened = Place(file, opening.line + 1, opening.column + 1) if opening else place
    reason, context = error.problem or "", error.context or ""
    lines = [*text.split("\n"), ""]
    number = min(place.line, len(lines)) - 1
    line = lines[number]
    if text.startswith("%"):
        return Problem(Directive, Place(file))
    if "escape" in reason or "hexdecimal" in reason:
        return Problem(BadEscape, place)
    if "quoted scalar" in context:
        return Problem(OpenQuote, opened)
    if re.search("an alias|an anchor|a tag|a block scalar", context):
        return _bad_start(lines, opened)
    if "cannot start any token" in reason and line[place.column - 1 : place.column] != "\t":
        return _bad_start(lines, place)
    if stuck := next(_stuck_keys(lines, file, {opened.line, place.line, _line_above(lines, number) + 1}), None):
        return stuck
    if (
        "mapping values are not allowed" in reason
        and ": " in line[: place.column - 1]
        and line[place.column - 1] == ":"
    ):
        return _curly(line, place) or Problem(ColonInValue, place)
    if "flow" in context:
        if re.search(r"[\[{,]\s*$", line[: place.column - 1]) and line[place.column - 1 : place.column] == ",":
            return Problem(CommaTooMany, place)
        opened = _open_bracket(lines, opened) if "flow node" in context else opened
        return _lost_bracket(lines, opened, place.line) or Problem(OpenBracket, opened)
    if "directive" in reason + context or line.startswith("%"):
        return Problem(Directive, Place(file, place.line))
    if "<document start>" in reason:
        return Problem(SecondDocument, place)
    if "cannot start any token" in reason:
        return Problem(Tab, place, {"what": A_TAB})
    return _aboutvalue_of(lines, place) or Problem(Indent if _leaves_block_text(lines, number) else Syntax, place)


def stuck_key(text: str, place: Place) -> Problem | None:
    """The problem of a key that its colon does not end, if a text is one with its value."""
    match = _STUCK_KEY.fullmatch(text)
    if not match:
        return None
    kind = NoSpace if match["colon"] == ":" else WideColon
    shift = match.start("colon") + len(match["colon"]) - len(match["colon"].lstrip())
    colon = Place(place.path, place.line, place.column + shift)
    return Problem(kind, colon)


def _stuck_keys(lines: Sequence[str], file: str, numbers: set[int]) -> Iterator[Problem]:
    """Keys on some lines that their colons do not end."""
    for number in sorted(numbers):
        found = stuck_key(lines[number - 1], Place(file, number))
        if found:
            yield found


def _aboutvalue_of(lines: Sequence[str], place: Place) -> Problem | None:
    """Trouble that comes from a value's first character, a mark of YAML, or from a comment that ends it."""
    number = place.line - 1
    line = lines[number]
    column, value = value_of(line)
    above = _line_above(lines, number)
    if lines[above].lstrip().startswith("#") and above < number and _indent(lines[above]) >= _indent(line) > 0:
        return Problem(CommentInValue, Place(place.path, above + 1, _indent(lines[above]) + 1))
    if not value or place.column - 1 < column or (place.column - 1 == column and value[0] not in ",]}-?"):
        return None
    begin = Place(place.path, place.line, column + 1)
    if value[0] in "\"'":
        end = line.rindex(value[0], column, place.column - 1)
        return Problem(TextAfterQuote, Place(place.path, place.line, end + 1))
    follows_list = value[0] in "[{" and not re.match(r"[\]},]", line[place.column - 1 :])
    return _bad_start(lines, begin) if follows_list or value[0] in ",]}-?*" else None


def _open_bracket(lines: Sequence[str], place: Place) -> Place:
    """The nearest bracket before a place that is still open there."""
    closed = 0
    for number in range(place.line, 0, -1):
        line = _COMMENT.split(lines[number - 1][: place.column - 1 if number == place.line else None], maxsplit=1)[0]
        for column in range(len(line), 0, -1):
            closed += (line[column - 1] in "]}") - (line[column - 1] in "[{")
            if closed < 0:
                return Place(place.path, number, column)
    return place


def _lost_bracket(lines: Sequence[str], opened: Place, last: int) -> Problem | None:
    """The comment that takes the closing bracket with it."""
    for number in range(opened.line, last + 1):
        line = lines[number - 1]
        comment = _COMMENT.search(line, opened.column if number == opened.line else 0)
        if comment and re.search(r"[\]}]", line[comment.start() :]):
            return Problem(CommentInValue, Place(opened.path, number, comment.start() + 1))
    return None


def _bad_start(lines: Sequence[str], place: Place) -> Problem:
    """A text that begins with a mark of YAML."""
    line = lines[place.line - 1]
    return Problem(BadStart, place, {"character": line[place.column - 1 : place.column]})


def _curly(line: str, place: Place) -> Problem | None:
    """The problem of a value between quotation marks that are none to YAML."""
    column, value = value_of(line)
    if value and value[0] in CURLY:
        return Problem(CurlyQuotes, Place(place.path, place.line, column + 1), {"mark": value[0]})
    return None


def value_of(line: str) -> tuple[int, str]:
    """The column at which the value behind a key or dash begins, and the value."""
    before = _BEFORE_VALUE.match(line)
    column = before.end() if before else 0
    return column, line[column:].rstrip(" \t")


def _line_above(lines: Sequence[str], number: int) -> int:
    """The nearest line above one that is not blank; the line itself if there is none."""
    return next((above for above in range(number - 1, -1, -1) if lines[above].strip()), number)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _leaves_block_text(lines: Sequence[str], number: int) -> bool:
    """Tell whether a line stands inside a block text (`|`, `>`) but further left than the text's first line."""
    indent = len(lines[number]) - len(lines[number].lstrip())
    for line in reversed(lines[:number]):
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            return bool(_BLOCK_TEXT.search(line)) and len(line) - len(line.lstrip()) < indent
    return False
