"""Lines that YAML cannot read, or reads as something else, as they were meant."""

import re
from collections.abc import Iterator

from site_builder.fix.advice import readings
from site_builder.fix.advice.rules import text_at
from site_builder.fix.advice.source import Source
from site_builder.fix.yaml_writer import line as written
from site_builder.problems import (
    Edit,
    Problem,
    syntax,
)
from site_builder.read import schema_lookup, yaml_tree
from site_builder.read.yaml_errors import value_of
from site_builder.read.yaml_tree import Mapping, Scalar
from site_builder.text.characters import (
    CURLY,
    WIDE_MARKS,
)
from site_builder.text.quoting import quoted


def in_quotes(problem: Problem, found: Source) -> Iterator[Edit]:
    """The whole text of a line between quotation marks, or the item of a list in brackets."""
    number = problem.place.line
    if problem.kind is syntax.CommentInValue and found.line(number).lstrip().startswith("#"):
        number -= 1  # the remark stands below the text that it is a part of
    line = found.line(number)
    column, value = value_of(line)
    if value[:1] == "[" and not _takes_words(line):
        start = max(line.rfind(mark, 0, problem.place.column - 1) for mark in "[,") + 1
        item = re.match(r"\s*(.*?)\s*(?=[,\]]|$)", line[start:])
        if item:
            edit = (start + item.start(1) + 1, start + item.end(1) + 1, quoted(item[1]))
            yield found.between(problem.place, *edit)
        return
    words = value if number == problem.place.line else f"{value} {found.line(number + 1).strip()}"
    yield Edit(number, problem.place.line - number + 1, (line[:column] + quoted(_inside_marks(words)),))


def _takes_words(line: str) -> bool:
    key = re.match(r"(?:- +)*([\w-]+):", line.strip())
    return bool(key and schema_lookup.is_key_of_words(key[1]))


def _inside_marks(words: str) -> str:
    """The text of a value that may stand between marks already."""
    pairs = dict(zip("“„‘‚«‹「『＂＇\"'", "”“’‘»›」』＂＇\"'", strict=True))
    if len(words) > 1 and pairs.get(words[0]) == words[-1] and words[0] not in words[1:-1]:
        inside = words[1:-1]
        return inside if words[-1] not in inside else words
    return words


def straight(problem: Problem, found: Source) -> Iterator[Edit]:
    """A value between bent quotation marks, in straight ones or in none."""
    line = found.line(problem.place.line)
    node = text_at(problem, found)
    if node:
        yield found.with_value(node, readings.bare(node.text))
    else:
        column, value = value_of(line)
        inside = value.lstrip(CURLY).rstrip(CURLY)
        yield Edit(problem.place.line, 1, (line[:column] + quoted(inside),))


def bare(problem: Problem, found: Source) -> Iterator[Edit]:
    """A value without the characters beside it that nobody sees."""
    node = found.beside(problem.place)
    if node:
        yield found.with_value(node, readings.bare(node.text))


def closed_quote(problem: Problem, found: Source) -> Iterator[Edit]:
    """A text with the second of its quotation marks; between marks as a whole if it holds more of them."""
    line = found.line(problem.place.line)
    column = problem.place.column - 1
    if line[column] == "'" or line[column + 1 :].count('"'):
        yield Edit(problem.place.line, 1, (line[:column] + quoted(line[column:].rstrip()),))
    else:
        yield Edit(problem.place.line, 1, (line.rstrip() + line[column],))


def whole_in_quotes(problem: Problem, found: Source) -> Iterator[Edit]:
    """A text of which only the beginning stands in quotation marks, between marks as a whole."""
    line = found.line(problem.place.line)
    column, value = value_of(line)
    mark = value[:1]
    whole = value[1:-1] if value.endswith(mark) and value.count(mark) % 2 else value
    yield Edit(problem.place.line, 1, (line[:column] + quoted(whole),))


def closed_bracket(problem: Problem, found: Source) -> Iterator[Edit]:
    """A list with the other half of its bracket; a text that only begins with one stands in quotation marks."""
    line = found.line(problem.place.line)
    if _takes_words(line):
        yield from in_quotes(problem, found)
        return
    last = problem.place.line
    while last < len(found.lines) and not re.match(r"[\w-]+:|\s*$|\s*[-#]", found.line(last + 1)):
        last += 1
    closing = {"[": "]", "{": "}"}.get(line[problem.place.column - 1 : problem.place.column], "]")
    yield Edit(last, 1, (found.line(last).rstrip().rstrip(",") + closing,))


def spaces_for_tabs(problem: Problem, found: Source) -> Iterator[Edit]:
    """A line with a space in place of the tabs that part its marks from its words."""
    line = found.line(problem.place.line)
    yield Edit(problem.place.line, 1, (re.sub(r"^([- \t]*)", lambda match: match[1].replace("\t", " "), line),))


def one_comma(problem: Problem, found: Source) -> Iterator[Edit]:
    """A list with one comma between two items."""
    line = found.line(problem.place.line)
    better = re.sub(r"([\[,])(?:\s*,)+", r"\1", line)
    yield Edit(problem.place.line, 1, (better,))


def plain_marks(problem: Problem, found: Source) -> Iterator[Edit]:
    """A list of ids with plain marks in place of wide ones."""
    line = found.line(problem.place.line)
    if not _takes_words(line):
        better = "".join(
            f"{WIDE_MARKS[each]} " if WIDE_MARKS.get(each) == "," else WIDE_MARKS.get(each, each) for each in line
        )
        yield Edit(problem.place.line, 1, (re.sub(r", +", ", ", better),))


def spaced(problem: Problem, found: Source) -> Iterator[Edit]:
    """A key and its value, parted by a colon and a space."""
    line, column = found.line(problem.place.line), problem.place.column
    yield Edit(problem.place.line, 1, (f"{line[: column - 1].rstrip()}: {line[column:].lstrip()}",))


def twice(problem: Problem, found: Source) -> Iterator[Edit]:
    """A backslash that means itself."""
    line = found.line(problem.place.line)
    slash = line.rfind("\\", 0, problem.place.column)
    if slash >= 0:
        yield Edit(problem.place.line, 1, (line[:slash] + "\\" + line[slash:],))


def without_tag(problem: Problem, found: Source) -> Iterator[Edit]:
    """A value without its type; a text that only begins with the mark of one stands in quotation marks."""
    line, tag = found.line(problem.place.line), str(problem.values["tag"])
    if tag.startswith("!!"):
        start = line.find("!!", problem.place.column - 1)
        yield Edit(problem.place.line, 1, (line[:start] + re.sub(r"^!!\S*\s*", "", line[start:]),))
    else:
        yield from in_quotes(problem, found)


def written_out(problem: Problem, found: Source) -> Iterator[Edit]:
    """A value in place of the mark that repeats it; a text that only begins with one stands in quotation marks."""
    line, mark = found.line(problem.place.line), str(problem.values["mark"])
    start = line.find(mark, problem.place.column - 1)
    if _takes_words(line) or start < 0:
        yield from in_quotes(problem, found)
    elif mark.startswith("&"):
        meant = line[start + len(mark) :].strip()
        uses = [
            each for each, other in enumerate(found.lines, 1) if re.search(rf"\*{re.escape(mark[1:])}(?![\w-])", other)
        ]
        last = max([*uses, problem.place.line])
        below = [
            re.sub(rf"\*{re.escape(mark[1:])}(?![\w-])", lambda _: meant, other)
            for other in found.lines[problem.place.line : last]
        ]
        yield Edit(problem.place.line, last - problem.place.line + 1, (line[:start] + meant, *below))
    else:
        name = re.compile(rf"&{re.escape(mark[1:])}\s+(\S.*)")
        meant = next((match[1] for each in found.lines if (match := name.search(each))), "")
        if meant:
            yield Edit(problem.place.line, 1, (line[:start] + meant + line[start + len(mark) :],))


def keys_written_out(problem: Problem, found: Source) -> Iterator[Edit]:
    """The keys that were to be taken over from another mapping."""
    line = found.line(problem.place.line)
    match = re.fullmatch(r"( *)<<:\s*(\{.*\})\s*", line)
    root = yaml_tree.parse(match[2], found.file)[0] if match else None
    if match and isinstance(root, Mapping):
        texts = {key: value.text for key, value in root.values.items() if isinstance(value, Scalar)}
        yield Edit(problem.place.line, 1, tuple(f"{match[1]}{key}: {written(value)}" for key, value in texts.items()))


def line_gone(problem: Problem, found: Source) -> Iterator[Edit]:
    """A text without the line."""
    yield Edit(problem.place.line, 1)


def joined_keys(problem: Problem, found: Source) -> Iterator[Edit]:
    """One key with what two of one name say, if both are lists in brackets or say the same."""
    if not problem.related:
        return
    first, second = found.line(problem.related.line), found.line(problem.place.line)
    one, other = value_of(first)[1], value_of(second)[1]
    end = found.end_of(problem.place.line, problem.place.column)
    between = found.lines[problem.related.line : problem.place.line - 1]
    if one == other and end == problem.place.line + 1 and one:
        yield Edit(problem.place.line, 1)
    elif one.startswith("[") and one.endswith("]") and other.startswith("[") and other.endswith("]"):
        joined = first[: first.index("]")].rstrip() + ", " + other[1:]
        yield Edit(problem.related.line, end - problem.related.line, (joined, *between))
