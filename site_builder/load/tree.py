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

from site_builder.load import files
from site_builder.problems import Kind, Path, Place, Problem

MAX_DEPTH = 32
MAX_NODES = 5_000
_SCALAR = yaml.ScalarEvent
_COMMENT = re.compile(r"[ \t]#")
_BLOCK_TEXT = re.compile(r"(?:^|[:\-] +)[|>][-+]?\s*$")


class DuplicateKey(Kind):
    """Of two keys with the same name only one would count, and what stands under the other one would be lost.

    Wrong:
        about: [port-avel]
        about: [march-storm]

    Right:
        about: [port-avel, march-storm]
    """

    code = "E201"
    message = "{key} is written twice"
    help = "remove one of the two, or join what they say under one {key}"


class Anchor(Kind):
    """In YAML, & gives a value a name and * repeats it elsewhere. In a record every value is written where it is read.

    A text that happens to begin with & or * needs quotation marks.

    Wrong:
        relayed_by: &speaker [orla-venn]
        about: *speaker

    Right:
        relayed_by: [orla-venn]
        about: [orla-venn]
    """

    code = "E202"
    message = "{mark} is a reference of YAML, which a record does not use"
    help = 'put the text in quotation marks if it begins with "{mark}"; else write the value itself'


class MergeKey(Kind):
    """In YAML, << takes over keys from another place. In a record everything that it says can be seen.

    Wrong:
        title:
          <<: {en: Harbour Authority puts ships held at about 40}
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계

    Right:
        title:
          en: Harbour Authority puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "E203"
    message = "<< would merge another mapping into this one"
    help = "write the keys out"


class Tag(Kind):
    """A word that begins with ! tells YAML what to make of a value; it can even start programs. A record is text only.

    Wrong:
        said: !!timestamp 2031-03-14

    Right:
        said: 2031-03-14
    """

    code = "E204"
    message = "{tag} is a type of YAML; in a record every value is text"
    help = 'remove it, or put the text in quotation marks if it begins with "!"'


class Directive(Kind):
    """A line that begins with a percent sign is an order to the program that reads the file. A record gives no orders.

    Wrong:
        %YAML 1.2
        ---
        said: 2031-03-14

    Right:
        said: 2031-03-14
    """

    code = "E205"
    message = "a line that begins with % is a directive of YAML"
    help = "delete the line"


class SecondDocument(Kind):
    """One file holds one record, and the name of the file is its id. A second record in it would have no id.

    Wrong:
        said: 2031-03-14
        ---
        said: 2031-03-15

    Right:
        said: 2031-03-14
    """

    code = "E206"
    message = "a second document begins here; one file holds one record"
    help = "make a file of its own"


class TooDeep(Kind):
    """No record needs so many levels. They come from a key that got stuck, or are meant to make programs fail.

    Wrong:
        notes: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[words]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

    Right:
        notes: {en: The number held is for the evening., ko: 출항 금지 척수는 저녁 기준입니다.}
    """

    code = "E207"
    message = "the nesting is deeper than {limit} levels"
    help = "a record needs five levels at most"


class TooMany(Kind):
    """A record holds one claim. So many values are many claims in one file, or are meant to slow programs down.

    Wrong:
        One file lists the ships of Port Avel with 6,000 lines under figures.

    Right:
        Each claim has a file of its own, with the few numbers that were said.
    """

    code = "E208"
    message = "the file has more than {limit} values"
    help = "one file holds one record"


class ColonInValue(Kind):
    """A colon with a space behind it begins a value. A second one on the line could mean that, or be part of the text.

    Wrong:
        title:
          en: Harbour Authority: about 40 ships are held
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계

    Right:
        title:
          en: "Harbour Authority: about 40 ships are held"
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "E211"
    message = 'a ": " inside a text would begin a new key'
    help = "put the whole text in quotation marks: {quoted}"


class CommentInValue(Kind):
    """Whatever stands behind a space and # is a comment, which nobody reads: the end of the text would be lost.

    Comments are welcome on lines of their own.

    Wrong:
        title:
          en: Harbour Authority closes berth #4
          ko: 아벨 항만청, 4번 선석 폐쇄

    Right:
        title:
          en: "Harbour Authority closes berth #4"
          ko: 아벨 항만청, 4번 선석 폐쇄
    """

    code = "E212"
    message = 'the text after " #" would be lost as a comment'
    help = "put the whole text in quotation marks: {quoted}"


class Indent(Kind):
    """The lines of a text begin below each other. One further left ends the text, and what follows has no place.

    Wrong:
        notes:
          en: >-
              The number held is for the evening of 13 March.
            Ships that were both held and damaged are counted once.
          ko: 출항 금지 척수는 3월 13일 저녁 기준입니다.

    Right:
        notes:
          en: >-
            The number held is for the evening of 13 March.
            Ships that were both held and damaged are counted once.
          ko: 출항 금지 척수는 3월 13일 저녁 기준입니다.
    """

    code = "E214"
    message = "this line stands further left than the first line of its text"
    help = "indent all lines of the text alike, or write |2 where the first line is meant to stand in"


class OpenQuote(Kind):
    """A text that begins with a quotation mark ends with the next one. Without it, the rest of the file becomes text.

    Wrong:
        title:
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
          en: "Harbour Authority: about 40 ships are held

    Right:
        title:
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
          en: "Harbour Authority: about 40 ships are held"
    """

    code = "E215"
    message = "this quotation mark is never closed"
    help = "close it at the end of the text"


class BadEscape(Kind):
    """Between double quotation marks a backslash begins an escape, such as a line break or a character's number.

    Between single quotation marks it is a backslash and nothing more.

    Wrong:
        A text in double quotation marks with a single backslash in it.

    Right:
        The same text in single quotation marks.
    """

    code = "E220"
    message = "the backslash here begins an escape that YAML does not know"
    help = "put the text in single quotation marks, or write the backslash twice"


class Syntax(Kind):
    """The place of a line tells what it belongs to: keys of one level begin below each other, in the same column.

    Wrong:
        title:
          en: Harbour Authority puts ships held at about 40
         ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계

    Right:
        title:
          en: Harbour Authority puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "E216"
    message = "this does not fit the lines above it"
    help = "compare the indentation and punctuation with a record that works"


class BadStart(Kind):
    """A few characters have a meaning of their own in YAML and cannot begin a text: @, the percent sign, the backtick.

    Wrong:
        aliases:
          - @avelharbour

    Right:
        aliases:
          - "@avelharbour"
    """

    code = "E217"
    message = "a text without quotation marks cannot begin with {character}"
    help = "put the whole text in quotation marks"


class Tab(Kind):
    """A tab is as wide as each program likes. With spaces everybody sees alike which lines belong together.

    Wrong:
        The line below title: begins with a tab.

    Right:
        The line below title: begins with two spaces.
    """

    code = "E218"
    message = "the line is indented with a tab"
    help = "indent with spaces, two for each level"


class OpenBracket(Kind):
    """A list that begins with a bracket ends with its other half. Without it, the rest of the file joins the list.

    Wrong:
        about: [port-avel, march-storm

    Right:
        about: [port-avel, march-storm]
    """

    code = "E219"
    message = "this bracket is never closed"
    help = "close it, with commas between the items"


class _Placed:
    """Something in a file. Its place is worked out when asked for: almost nobody asks."""

    __slots__ = ("_event", "_file")

    def __init__(self, file: str, event: Any) -> None:
        self._file = file
        self._event = event

    @property
    def place(self) -> Place:
        """Where it begins, and how far it reaches on that line."""
        return _place(self._file, self._event)


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
        return None, [*builder.problems, stop.problem]
    except yaml.MarkedYAMLError as error:
        return None, [*builder.problems, _syntax(error, text, file)]
    return (root if builder.is_whole else None), builder.problems


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


class _Builder:
    """Builds the tree of one text. It runs for every value of every record, hence the plain look-ups by type."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.is_whole = True
        self._lines = text.split("\n") if _COMMENT.search(text) else None
        self._next: Callable[[], Any] = CParser(text).get_event
        self._left = MAX_NODES

    def document(self) -> Node | None:
        self._next()
        event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            raise _Stop(self._problem(files.Empty, None, reference="claims/README.md"))
        if event.version or event.tags:
            self._refuse(Directive, event)
        root = self._node(self._next(), 0)
        if isinstance(root, Scalar) and not root.text:
            raise _Stop(self._problem(files.Empty, None, reference="claims/README.md"))
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
            if self._lines or event.style == '"':
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
            if event.style == '"' or self._lines:
                self._look_at(event)
            return Scalar(self.file, event, event.value)
        if depth >= MAX_DEPTH:
            raise _Stop(self._problem(TooDeep, event, limit=MAX_DEPTH))
        return self._sequence(event, depth) if kind is yaml.SequenceStartEvent else self._mapping(event, depth)

    def _look_at(self, event: Any) -> None:
        """What a quoted text may hide behind escapes, and what a plain one loses to a comment."""
        if event.style == '"':
            if not event.value.isprintable():
                self.problems.extend(files.characters(event.value, _place(self.file, event)))
        elif self._lines and not event.style and event.value:
            end = event.end_mark
            rest = self._lines[end.line][end.column :]
            if rest.lstrip().startswith("#"):
                column = end.column + len(rest) - len(rest.lstrip()) + 1
                place = Place(self.file, end.line + 1, column)
                self.problems.append(Problem(CommentInValue, place, {"quoted": f'"{event.value}{rest}"'}))

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
                self.problems.append(Problem(MergeKey, key.place))
            elif text in keys:
                self.problems.append(Problem(DuplicateKey, key.place, {"key": text}, related=keys[text].place))
            else:
                keys[text] = key
                values[text] = value
        return mapping

    def _refuse(self, kind: type[Kind], event: Any, **values: object) -> None:
        self.problems.append(self._problem(kind, event, **values))

    def _problem(self, kind: type[Kind], event: Any, **values: object) -> Problem:
        return Problem(kind, _place(self.file, event) if event else Place(self.file), values)


def _place(file: str, event: Any) -> Place:
    start, end = event.start_mark, event.end_mark
    length = end.column - start.column if end.line == start.line else 1
    return Place(file, start.line + 1, start.column + 1, max(length, 1))


def _syntax(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """What a person would say of libyaml's complaint."""
    mark, opening = error.problem_mark or error.context_mark, error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    opened = Place(file, opening.line + 1, opening.column + 1) if opening else place
    reason, context = error.problem or "", error.context or ""
    lines = [*text.split("\n"), ""]
    number = min(place.line, len(lines)) - 1
    line = lines[number]
    if text.startswith("%"):
        return Problem(Directive, Place(file))
    if (
        "mapping values are not allowed" in reason
        and ": " in line[: place.column - 1]
        and line[place.column - 1] == ":"
    ):
        key, _, value = line.partition(": ")
        return Problem(ColonInValue, place, {"quoted": f'{key.strip()}: "{value}"'})
    if "escape" in reason or "hexdecimal" in reason:
        return Problem(BadEscape, place)
    if "quoted scalar" in context:
        return Problem(OpenQuote, opened)
    if "flow" in context:
        return Problem(OpenBracket, opened)
    if "directive" in reason + context or line.startswith("%"):
        return Problem(Directive, Place(file, place.line))
    if "<document start>" in reason:
        return Problem(SecondDocument, place)
    if "cannot start any token" in reason:
        character = line[place.column - 1 : place.column]
        return Problem(Tab, place) if character == "\t" else Problem(BadStart, place, {"character": character})
    return Problem(Indent if _leaves_block_text(lines, number) else Syntax, place)


def _leaves_block_text(lines: list[str], number: int) -> bool:
    """Whether a line stands inside a block text (`|`, `>`) but further left than the text's first line."""
    indent = len(lines[number]) - len(lines[number].lstrip())
    for line in reversed(lines[:number]):
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            return bool(_BLOCK_TEXT.search(line)) and len(line) - len(line.lstrip()) < indent
    return False


def data(node: Node) -> "str | list[object] | dict[str, object]":
    """A tree without its places: text, lists and mappings."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [data(item) for item in node.items]
    return {key: data(value) for key, value in node.values.items()}
