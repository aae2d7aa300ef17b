"""Texts and addresses: in the languages that are needed, in ordinary characters, in one piece."""

import re
import unicodedata
from collections.abc import Iterator

from site_builder.fix.advice.rules import exchanged, renamed, suggested, text_at, without
from site_builder.fix.advice.source import Source
from site_builder.fix.yaml_writer import folded
from site_builder.fix.yaml_writer import line as written
from site_builder.problems import Edit, Problem
from site_builder.read.yaml_tree import Mapping, Scalar
from site_builder.text.characters import HARD_SPACES, HEAPED, INVISIBLE, PRIVATE_USE, any_of, look_alike_latin


def in_language(problem: Problem, found: Source) -> Iterator[Edit]:
    """The lines of a text in a language that it lacks, with the words of another one to be translated."""
    path = tuple(int(step) if step.isdigit() else step for step in str(problem.values["key"]).split("."))
    key, node = found.key(path), found.node(path)
    other = str(problem.values.get("other") or "")
    if key is None or not isinstance(node, Mapping) or found.flow(node) or other not in node.values:
        return
    language, words = str(problem.values["language"]), node.values[other]
    margin = " " * (next(iter(node.keys.values())).place.column - 1)
    quote = words.values.get("text") if isinstance(words, Mapping) else None
    if isinstance(quote, Scalar):
        lines: tuple[str, ...] = (
            f"{margin}{language}:",
            f"{margin}  text: {written(quote.text)}",
            f"{margin}  origin: translation",
            f"{margin}  from: {other}",
            f"{margin}  method: human",
            f"{margin}  reviewed: false",
        )
    elif isinstance(words, Scalar):
        new = folded(words.text, len(margin) + 2) if "\n" in words.text else written(words.text)
        lines = tuple(f"{margin}{language}: {new}".split("\n"))
    else:
        return
    yield Edit(found.end_of(key.place.line, key.place.column), 0, lines)


def own_language(problem: Problem, found: Source) -> Iterator[Edit]:
    """A text under the tag that was meant, or none."""
    if problem.values.get("suggestion"):
        yield from renamed(problem, found)
    else:
        yield from without(problem, found)


def of_known(value: str, problem: Problem) -> Iterator[str]:
    """One of the words that could stand here."""
    yield from suggested(value, problem)
    if not problem.values.get("suggestion"):
        yield from str(problem.values["known"]).split(", ")


def in_other_languages(problem: Problem, found: Source) -> Iterator[Edit]:
    """Two texts exchanged, each of which is in the other's language."""
    one = text_at(problem, found)
    other = text_at(Problem(problem.kind, problem.related), found) if problem.related else None
    if one and other:
        yield from exchanged(one, other, found)


def composed(value: str, problem: Problem) -> Iterator[str]:
    """A text in Unicode form NFC."""
    yield unicodedata.normalize("NFC", value)


_UNSEEN = any_of(INVISIBLE)
_HARD_SPACE = any_of(HARD_SPACES)
_PRIVATE = any_of(PRIVATE_USE)
_HEAP = re.compile(f"[{HEAPED}]+")


def without_unseen(value: str, problem: Problem) -> Iterator[str]:
    """A text without the characters that nobody sees."""
    yield _UNSEEN.sub("", value)


def in_latin(value: str, problem: Problem) -> Iterator[str]:
    """A text with a word of it in Latin letters."""
    if problem.values.get("suggestion"):
        yield value.replace(str(problem.values["word"]), str(problem.values["suggestion"]))


def in_usual_width(value: str, problem: Problem) -> Iterator[str]:
    """A text with a part of it in ordinary letters, neither wide nor half as wide."""
    found = str(problem.values["found"])
    yield value.replace(found, unicodedata.normalize("NFKC", found))


def with_part(value: str, problem: Problem) -> Iterator[str]:
    """A part of a text, `found`, in another form, `suggestion`."""
    yield value.replace(str(problem.values["found"]), str(problem.values["suggestion"]))


def whole_address(problem: Problem, found: Source) -> Iterator[Edit]:
    """An address in one piece, or without what does not belong in it."""
    node = text_at(problem, found)
    if node and node.end[0] > node.place.line and not node.text.endswith("\n") and node.end[1] > 1:
        pieces = [each.strip() for each in found.lines[node.place.line - 1 : node.end[0]]]
        pieces[0] = found.line(node.place.line)[node.place.column - 1 :].strip()
        yield found.with_written(node, written("".join(pieces).strip("\"'")))
    elif node and problem.values.get("suggestion"):
        yield found.with_value(node, str(problem.values["suggestion"]))


def with_spaces(value: str, problem: Problem) -> Iterator[str]:
    """A text with ordinary spaces."""
    yield _HARD_SPACE.sub(" ", value)


def without_private(value: str, problem: Problem) -> Iterator[str]:
    """A text without the characters that every font draws otherwise, nor the gaps that they leave."""
    yield re.sub(" +", " ", _PRIVATE.sub("", value))


def without_heap(value: str, problem: Problem) -> Iterator[str]:
    """A text without heaps of marks."""
    yield _HEAP.sub("", value)


def plain_host(value: str, problem: Problem) -> Iterator[str]:
    """An address in the letters that its host seems to be in."""
    plain = look_alike_latin(value)
    if plain.isascii():
        yield plain
