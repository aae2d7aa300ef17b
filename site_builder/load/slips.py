"""Slips of writing that leave a file unreadable for YAML, and what a person would say of libyaml's complaints."""

import re
from collections.abc import Iterator, Sequence

import yaml

from site_builder.load.quoting import quoted
from site_builder.problems import Kind, Place, Problem

_BLOCK_TEXT = re.compile(r"(?:^|[:\-] +)[|>][-+]?\s*$")
_COMMENT = re.compile(r"(?:^|(?<=[\s,\[{]))#")
_ENDS_ITEM = re.compile(r"[,\]}]")
_BEFORE_VALUE = re.compile(r" *(?:- +)*(?:[\w-]+ *:[ \t]+)?")
_STUCK_KEY = re.compile(r"(?P<before> *(?:- +)*)(?P<key>[A-Za-z_-]+)(?P<colon>:(?=[^\s:/])| *：[ \t]*)(?P<value>.*)")


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
    help = "close it at the end of the text; if it is a part of the text, write {quoted}"
    otherwise = "close it at the end of the text"


class TextAfterQuote(Kind):
    """A text that begins with a quotation mark ends with the next one of its kind. Nothing may follow on the line.

    Wrong:
        title:
          en: "About 40 ships" are held, says Harbour Authority
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계

    Right:
        title:
          en: '"About 40 ships" are held, says Harbour Authority'
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "E221"
    message = "the text ends at this quotation mark, but the line goes on"
    help = "put the whole text in quotation marks: {quoted}"


class NoSpace(Kind):
    """A colon ends a key only with a space behind it. Without one, key and value are read as a single word.

    Wrong:
        said:2031-03-14

    Right:
        said: 2031-03-14
    """

    code = "E222"
    message = "there is no space behind this colon"
    help = "put a space between the colon and the value: {line}"


class WideColon(Kind):
    """Korean and Chinese keyboards have a wide colon beside the plain one. Only the plain one ends a key.

    Inside a text the wide colon is welcome.

    Wrong:
        said：2031-03-14

    Right:
        said: 2031-03-14
    """

    code = "E223"
    message = "this is a full-width colon, which does not end a key"
    help = "write a plain colon and a space: {line}"


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
    """Some characters mean something in YAML where a text would begin: a list, a note to programs, a longer text.

    They are - ? : , [ ] { } # & * ! | > % @ and the backtick. Inside a text, or between quotation marks, all are free.

    Wrong:
        title:
          en: [Breaking] Harbour Authority puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계

    Right:
        title:
          en: "[Breaking] Harbour Authority puts ships held at about 40"
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "E217"
    message = "a text without quotation marks cannot begin with {character}"
    help = "put the whole text in quotation marks: {quoted}"
    otherwise = "put the whole text in quotation marks"


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


def explained(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """What a person would say of libyaml's complaint about a text."""
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
        value = lines[opened.line - 1][opened.column - 1 :].rstrip()
        return Problem(OpenQuote, opened, {"quoted": quoted(value) if value.startswith("'") else None})
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
        return Problem(ColonInValue, place, {"quoted": quoted(_value(line)[1])})
    if "flow" in context:
        opened = _open_bracket(lines, opened) if "flow node" in context else opened
        return _lost_bracket(lines, opened, place.line) or Problem(OpenBracket, opened)
    if "directive" in reason + context or line.startswith("%"):
        return Problem(Directive, Place(file, place.line))
    if "<document start>" in reason:
        return Problem(SecondDocument, place)
    if "cannot start any token" in reason:
        return Problem(Tab, place)
    return _about_value(lines, place) or Problem(Indent if _leaves_block_text(lines, number) else Syntax, place)


def stuck_key(text: str, place: Place) -> Problem | None:
    """The problem of a key that its colon does not end, if a text is one with its value."""
    match = _STUCK_KEY.fullmatch(text)
    if not match:
        return None
    kind = NoSpace if match["colon"] == ":" else WideColon
    shift = match.start("colon") + len(match["colon"]) - len(match["colon"].lstrip())
    colon = Place(place.path, place.line, place.column + shift)
    return Problem(kind, colon, {"line": f"{match['key']}: {match['value']}".rstrip()})


def _stuck_keys(lines: Sequence[str], file: str, numbers: set[int]) -> Iterator[Problem]:
    """Keys on some lines that their colons do not end."""
    for number in sorted(numbers):
        found = stuck_key(lines[number - 1], Place(file, number))
        if found:
            yield found


def _about_value(lines: Sequence[str], place: Place) -> Problem | None:
    """What a value tells of trouble behind its first character: a mark that begins it, or a comment that ends it."""
    number = place.line - 1
    line = lines[number]
    column, value = _value(line)
    above = _line_above(lines, number)
    if lines[above].lstrip().startswith("#") and above < number and _indent(lines[above]) >= _indent(line) > 0:
        start = _line_above(lines, above)
        text = f"{_value(lines[start])[1]} {lines[above].strip()}"
        return Problem(
            CommentInValue, Place(place.path, above + 1, _indent(lines[above]) + 1), {"quoted": quoted(text)}
        )
    if not value or place.column - 1 < column or (place.column - 1 == column and value[0] not in ",]}-?"):
        return None
    begin = Place(place.path, place.line, column + 1)
    if value[0] in "\"'":
        end = line.rindex(value[0], column, place.column - 1)
        whole = value[1:-1] if value.endswith(value[0]) and value.count(value[0]) % 2 else value
        return Problem(TextAfterQuote, Place(place.path, place.line, end + 1), {"quoted": quoted(whole)})
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
            place = Place(opened.path, number, comment.start() + 1)
            return Problem(CommentInValue, place, {"quoted": quoted(item(line[comment.start() :]))})
    return None


def item(text: str) -> str:
    """The part of a text that is an item of a list in brackets."""
    return _ENDS_ITEM.split(text, maxsplit=1)[0].strip()


def _bad_start(lines: Sequence[str], place: Place) -> Problem:
    """A text that begins with a mark of YAML; in a list in brackets nobody knows where it was meant to end."""
    line = lines[place.line - 1]
    column, value = _value(line)
    character = line[place.column - 1 : place.column]
    return Problem(
        BadStart, place, {"character": character, "quoted": quoted(value) if column == place.column - 1 else None}
    )


def _value(line: str) -> tuple[int, str]:
    """Where on a line the value behind its key or dash begins, and the value."""
    before = _BEFORE_VALUE.match(line)
    column = before.end() if before else 0
    return column, line[column:].rstrip(" \t")


def _line_above(lines: Sequence[str], number: int) -> int:
    """The nearest line above one that is not blank; the line itself if there is none."""
    return next((above for above in range(number - 1, -1, -1) if lines[above].strip()), number)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _leaves_block_text(lines: Sequence[str], number: int) -> bool:
    """Whether a line stands inside a block text (`|`, `>`) but further left than the text's first line."""
    indent = len(lines[number]) - len(lines[number].lstrip())
    for line in reversed(lines[:number]):
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            return bool(_BLOCK_TEXT.search(line)) and len(line) - len(line.lstrip()) < indent
    return False
