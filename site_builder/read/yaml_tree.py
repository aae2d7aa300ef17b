"""Text to a tree: the YAML of a record, every value with its place, nothing interpreted.

A record needs mappings, lists and text. Whatever else YAML can do (anchors, tags, merging, several documents) is
refused where it stands, because it is either an attack or a mistake that would change what the record says.

Built on libyaml's events (never on its composer: deep nesting kills that), with limits on depth and size.
"""

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml._yaml import CParser

from site_builder.problems import Kind, Path, Place, Problem, Span
from site_builder.problems.files import Empty, Unlisted
from site_builder.problems.syntax import (
    Anchor,
    CommentInValue,
    Directive,
    DuplicateKey,
    MergeKey,
    SecondDocument,
    Syntax,
    Tag,
    TooDeep,
    TooMany,
)
from site_builder.read import files, yaml_errors
from site_builder.text.characters import code_point

MAX_DEPTH = 32
MAX_NODES = 5_000
_SCALAR = yaml.ScalarEvent
_GAP = re.compile(r"[ \t]*")
_HASH_WORD = re.compile(r"#\S")
_COMMENT_OF_WORDS = re.compile(r"#[ \t]*\S")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))")
_BLOCK = ("|", ">")
"""Marks of texts that begin on the next line."""
_SHORT_ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "r": "\r", "v": "\v"} | {
    "N": "\x85",
    "L": "\u2028",
    "P": "\u2029",
}


class _Placed:
    """Something in a file. Its place is worked out when asked for: almost nobody asks."""

    __slots__ = ("_event", "_file")

    def __init__(self, file: str, event: Any) -> None:
        self._file = file
        self._event = event

    @property
    def place(self) -> Place:
        """Return where it begins, and how far it reaches on that line."""
        return _place(self._file, self._event)

    @property
    def begin(self) -> tuple[int, int]:
        """The line and the column where it begins."""
        return self._event.start_mark.line + 1, self._event.start_mark.column + 1

    @property
    def end(self) -> tuple[int, int]:
        """The line and the column behind a text; of a list or mapping, behind its first mark."""
        return self._event.end_mark.line + 1, self._event.end_mark.column + 1


class Scalar(_Placed):
    """A text."""

    __slots__ = ("text",)

    def __init__(self, file: str, event: Any, text: str) -> None:
        self._file = file
        self._event = event
        self.text = text


class Sequence(_Placed):
    """A list."""

    __slots__ = ("items",)

    def __init__(self, file: str, event: Any) -> None:
        super().__init__(file, event)
        self.items: list[Node] = []


class Mapping(_Placed):
    """Keys and values; keys are text, each once."""

    __slots__ = ("keys", "values")

    def __init__(self, file: str, event: Any) -> None:
        super().__init__(file, event)
        self.keys: dict[str, Scalar] = {}
        self.values: dict[str, Node] = {}


Node = Scalar | Sequence | Mapping


class _Stop(Exception):
    """A problem after which the rest of the file has no meaning."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def parse(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """Read a record's text. Where there is no tree, or a tree not to be trusted, it is None and problems say why."""
    builder = _Builder(text, file)
    try:
        root = builder.document()
    except _Stop as stop:
        return None, [*builder.told(), stop.problem]
    except yaml.MarkedYAMLError as error:
        problem = yaml_errors.explained(error, text, file)
        is_told = any(_tells(known, problem) for known in builder.problems)
        return None, builder.told() if is_told else [*builder.told(), problem]
    return (root if builder.is_whole else None), builder.told()


def may_have_comments(text: str) -> bool:
    """Tell whether there may be comments behind the values of a text."""
    return " #" in text or "\t#" in text


def at(root: Node, path: Path, *, key: bool = False) -> Place:
    """The place of the value at the end of a path (or of its key), or of the nearest one above it that is there."""
    node, place = root, root.place
    for step in path:
        if isinstance(node, Mapping) and step in node.values:
            place = node.keys[str(step)].place
            node = node.values[str(step)]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            place = node.place
    return node.place if isinstance(node, Scalar) and not key else place


def within(root: Node, path: Path, span: Span, text: str) -> Place:
    """The place of some words of the text at the end of a path, up to the end of their line; `text` is the file's.

    Folding and indenting change nothing but spaces, so the words are found by counting all other characters. Of a text
    with escapes the whole is the place.
    """
    node = root
    for step in path:
        if isinstance(node, Mapping) and step in node.values:
            node = node.values[str(step)]
    if not isinstance(node, Scalar):
        return at(root, path)
    (row, column), (last, end) = node.begin, node.end
    lines = text.split("\n")[row - 1 : last]
    lines[-1] = lines[-1][: end - 1]
    lines[0] = "" if lines[0][column - 1 : column] in _BLOCK else " " * (column - 1) + lines[0][column - 1 :]
    solid = [
        (row + below, at)
        for below, line in enumerate(lines)
        for at, character in enumerate(line, start=1)
        if not character.isspace()
    ]
    written, said = "".join(lines).split(), node.text.split()
    is_quoted = "".join(written)[1:-1] == "".join(said)
    if not is_quoted and "".join(written) != "".join(said):
        return node.place
    first = is_quoted + sum(not each.isspace() for each in node.text[: span[0]])
    count = max(1, sum(not each.isspace() for each in node.text[slice(*span)]))
    line, start = solid[first]
    stop = max(at for below, at in solid[first : first + count] if below == line)
    return Place(node.place.path, line, start, stop - start + 1)


class _Builder:
    """Builds the tree of one text. It runs for every value of every record, hence the plain look-ups by type."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._unlisted: list[Place] = []
        self.is_whole = True
        self._lines = [*text.split("\n"), ""]  # what ends where the file does may be said to end below it
        self._has_comments = may_have_comments(text)
        self._next: Callable[[], Any] = CParser(text).get_event
        self._left = MAX_NODES

    def told(self) -> list[Problem]:
        """The problems so far, and how many more are not listed."""
        count = len(self._unlisted)
        return [*self.problems, *(Problem(Unlisted, place, {"count": count}) for place in self._unlisted[:1])]

    def document(self) -> Node | None:
        self._next()
        event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            raise _Stop(self._problem(Empty, None, reference="claims/README.md"))
        if event.version or event.tags:
            self._refuse(Directive, event)
        root = self._node(self._next(), 0)
        if isinstance(root, Scalar) and not root.text:
            raise _Stop(self._problem(Empty, None, reference="claims/README.md"))
        self._next()
        event = self._next()
        if not isinstance(event, yaml.StreamEndEvent):
            self._refuse(SecondDocument, event)
        return root

    def _node(self, event: Any, depth: int) -> Node:
        self._left -= 1
        if self._left < 0:
            raise _Stop(self._problem(TooMany, event, limit=MAX_NODES))
        kind = type(event)
        if kind is _SCALAR and event.anchor is None and event.tag is None:
            if self._has_comments or event.style == '"':
                self._look_at(event)
            return Scalar(self.file, event, event.value)
        if kind is yaml.AliasEvent:
            self._refuse(Anchor, event, mark=f"*{event.anchor}")
            self.is_whole = False
            return Scalar(self.file, event, "")
        if event.anchor is not None:
            self._refuse(Anchor, event, mark=f"&{event.anchor}")
        if event.tag is not None:
            self._refuse(Tag, event, tag=event.tag.replace("tag:yaml.org,2002:", "!!"))
        if kind is _SCALAR:
            if event.style == '"' or self._has_comments:
                self._look_at(event)
            if not event.value and (event.tag is not None or event.anchor is not None):
                self.is_whole = False
            return Scalar(self.file, event, event.value)
        if depth >= MAX_DEPTH:
            raise _Stop(self._problem(TooDeep, event, limit=MAX_DEPTH))
        return self._sequence(event, depth) if kind is yaml.SequenceStartEvent else self._mapping(event, depth)

    def _look_at(self, event: Any) -> None:
        """Look for what a quoted text hides behind escapes, and for what a plain one loses to a comment."""
        if event.style == '"':
            if not event.value.isprintable():
                self._look_at_escapes(event)
        elif self._has_comments and not event.style:
            self._look_for_comment(event)

    def _look_at_escapes(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        for number in range(start.line, end.line + 1):
            line = self._lines[number]
            first = start.column if number == start.line else 0
            for match in _ESCAPE.finditer(line, first, end.column if number == end.line else len(line)):
                code = match[1] or match[2] or match[3]
                character = chr(int(code, 16)) if code else _SHORT_ESCAPES.get(match[4], "")
                kind = files.refused(character)
                if kind and self._unlisted:  # thousands of them fit into a file: only the first ones are worth a place
                    self._unlisted.append(self._unlisted[0])
                elif kind:
                    place = Place(self.file, number + 1, match.start() + 1, len(match[0]))
                    self._tell(Problem(kind, place, {"character": code_point(character)}))

    def _look_for_comment(self, event: Any) -> None:
        """A comment behind a text, or in its place, or below it where the text could go on."""
        end = event.end_mark
        line = self._lines[end.line]
        column = _end_of_gap(line, end.column)
        if line.startswith("#", column) and (event.value or _COMMENT_OF_WORDS.match(line, column)):
            self._lose(event, end.line, column)
        elif column == len(line) and event.value and end.line + 1 < len(self._lines):
            below = self._lines[end.line + 1]
            column = _end_of_gap(below, 0)
            if _HASH_WORD.match(below, column) and column > _end_of_gap(self._lines[event.start_mark.line], 0):
                self._lose(event, end.line + 1, column)

    def _lose(self, event: Any, number: int, column: int) -> None:
        self._tell(Problem(CommentInValue, Place(self.file, number + 1, column + 1)))
        self.is_whole &= bool(event.value)

    def _sequence(self, start: Any, depth: int) -> Sequence:
        sequence = Sequence(self.file, start)
        following, node, items, end = self._next, self._node, sequence.items, yaml.SequenceEndEvent
        while type(event := following()) is not end:
            items.append(node(event, depth + 1))
        return sequence

    def _mapping(self, start: Any, depth: int) -> Mapping:
        mapping = Mapping(self.file, start)
        keys, values = mapping.keys, mapping.values
        following, node, end = self._next, self._node, yaml.MappingEndEvent
        while type(event := following()) is not end:
            key = node(event, depth + 1)
            value = node(following(), depth + 1)
            if not isinstance(key, Scalar):
                raise _Stop(Problem(Syntax, key.place))
            text = key.text
            if text == "<<":
                self.is_whole = False
                self._tell(Problem(MergeKey, key.place))
            elif isinstance(value, Scalar) and not value.text and (stuck := yaml_errors.stuck_key(text, key.place)):
                self.is_whole = False
                self._tell(stuck)
            elif text in keys:
                self._tell(Problem(DuplicateKey, key.place, {"key": text}, related=keys[text].place))
            else:
                keys[text] = key
                values[text] = value
        return mapping

    def _refuse(self, kind: type[Kind], event: Any, **values: object) -> None:
        self._tell(self._problem(kind, event, **values))

    def _tell(self, problem: Problem) -> None:
        if len(self.problems) < files.MAX_PROBLEMS:
            self.problems.append(problem)
        else:
            self._unlisted.append(problem.place)

    def _problem(self, kind: type[Kind], event: Any, **values: object) -> Problem:
        return Problem(kind, _place(self.file, event) if event else Place(self.file), values)


def _end_of_gap(line: str, start: int) -> int:
    """The column behind the spaces and tabs that begin at a column."""
    gap = _GAP.match(line, start)
    return gap.end() if gap else start


def _tells(known: Problem, problem: Problem) -> bool:
    """Tell whether a problem tells of the trouble that another one on its line comes from: `*this text` is no alias."""
    return known.kind in (Anchor, Tag, CommentInValue) and known.place.line == problem.place.line


def _place(file: str, event: Any) -> Place:
    start, end = event.start_mark, event.end_mark
    length = end.column - start.column if end.line == start.line else 1
    return Place(file, start.line + 1, start.column + 1, max(length, 1))


def data(node: Node) -> "str | list[object] | dict[str, object]":
    """A tree without its places: text, lists and mappings."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [data(item) for item in node.items]
    return {key: data(value) for key, value in node.values.items()}
