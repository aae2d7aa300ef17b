"""Problems of an archive, as values.

A `Kind` is one way to be wrong, a `Problem` is one instance of it at one place. Both are plain data: what is said of
them is a message id of the catalogs, filled in by whoever prints it.
"""

import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, NamedTuple

Path = tuple[str | int, ...]
"""The way from a record's top to one of its values: `("quotes", "en", "text")`."""


def message(text: str) -> str:
    """Mark a text as a message id where it does not stand in a call that the catalogs know by itself."""
    return text


_FIRST_HERE = message("first here")


class Share(NamedTuple):
    """A part of a whole, as a value of a problem: its name, a message id, and how much of the whole it is."""

    name: str
    of_whole: float


class Hint(NamedTuple):
    """What there is in place of some things, as a value of a problem: their names, and a message id."""

    names: str
    says: str


class Kind:
    """One way for a record to be wrong: a subclass each, never an instance.

    `code` is permanent: `E…` stops a build, `W…` does not. `message`, `help` and `otherwise` are message ids with
    `{placeholders}`; `help` says what to type, `otherwise` stands in for it where a value that it needs is not known.
    The docstring is what the site says of it: why it matters, then `Wrong:` and `Right:` with a sample each. `example`
    are the values of the problem that the wrong sample has. `related` says what stands at a related place.
    """

    code: ClassVar[str]
    message: ClassVar[str]
    help: ClassVar[str] = ""
    otherwise: ClassVar[str] = ""
    example: ClassVar[Mapping[str, str | int | tuple[Share, ...] | tuple[Hint, ...]]] = {}
    related: ClassVar[str] = _FIRST_HERE


def why(docstring: str) -> list[str]:
    """The paragraphs of a kind's docstring before its samples, each on one line: message ids."""
    return paragraphs(docstring.split("\n\nWrong:\n")[0])


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, which part at blank lines, each on one line."""
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip()]


def sample(docstring: str, title: str) -> str:
    """One sample of a kind's docstring, `Wrong` or `Right`; empty where there is none."""
    match = re.search(rf"^{title}:\n((?:    .*\n?|\n)+)", docstring, re.MULTILINE)
    return textwrap.dedent(match[1]).strip("\n") if match else ""


Span = tuple[int, int]
"""Where some words of a text begin and end, in characters."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one line of a file: line and column count from 1, in characters."""

    path: str
    line: int = 1
    column: int = 1
    length: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Edit:
    """Lines that are right, in place of `count` lines of a file from `first` on; without any, they stand before it."""

    first: int
    count: int
    lines: tuple[str, ...] = ()

    def applied(self, lines: Sequence[str]) -> list[str]:
        """The lines of a file with the right ones in their place."""
        return [*lines[: self.first - 1], *self.lines, *lines[self.first - 1 + self.count :]]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong at one place; `related` is an earlier place that explains it ("first here").

    `edit` is what would be right, where whoever found the problem had to know it; for the others `fix.advice` does.
    """

    kind: type[Kind]
    place: Place
    values: Mapping[str, Any] = field(default_factory=dict)
    related: Place | None = None
    edit: Edit | None = None

    @property
    def is_error(self) -> bool:
        """Tell whether an archive with this problem must not be published."""
        return self.kind.code.startswith("E")


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem that a check found in a record, named by the way to the value instead of line and column.

    Checks see records, not files; `read.places` turns what they find into problems.
    `at_key` points to the key in front of the value, a span to some words of it.
    """

    kind: type[Kind]
    file: str
    at: Path = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    at_key: bool = False
    related: tuple[str, Path] | tuple[str, Path, Span] | None = None
    span: Span | None = None


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems by file, line, column and code, each once."""
    ordered: list[Problem] = []
    for problem in sorted(problems, key=lambda problem: (problem.place, problem.kind.code)):
        if problem not in ordered[-_SAME_PLACE:]:
            ordered.append(problem)
    return ordered


_SAME_PLACE = 50
"""How many problems back a repetition is looked for: more do not stand in one place."""
