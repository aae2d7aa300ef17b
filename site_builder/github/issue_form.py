"""Issue forms: the questions that GitHub asks, and the answers in the body of an issue that was made with one.

GitHub writes a body as `### Label`, an empty line, the answer, an empty line, for each question in turn. An answer may
hold such lines as well: so a label begins a section only behind those before it, and one that stands there twice is
refused.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from site_builder.github.all_languages import Say, joined
from site_builder.language.language import Language

NO_RESPONSE = "_No response_"
"""What GitHub writes where nobody answered."""
_HEADING = "### "
_FENCE = re.compile(r"(`{3,})[^`]*")
_BOX = re.compile(r"[-*] \[([ xX])\] ")


class Kind(Enum):
    """The kind of a question, which says how it is answered."""

    LINE = auto()
    TEXT = auto()
    """Some lines that GitHub shows as Markdown."""
    WORDS = auto()
    """Some lines as they are: GitHub shows them as code, and pastes no links into them."""
    CHOICE = auto()
    """One of some words, each of which stands before what it means."""
    BOXES = auto()
    """Sentences to tick, all of them."""


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """A question of a form. Its `id` is that of the parameter that fills it in from an address."""

    id: str
    kind: Kind
    say: Say
    hint: Say | None = None
    choices: Mapping[str, Say] = field(default_factory=dict)
    example: str = ""
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form; `file` is its name in the folder of forms, `label` the one that its issues get."""

    file: str
    name: Say
    description: Say
    title: str
    label: str
    introduction: Sequence[Say]
    questions: Sequence[Question]


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers by the ids of their questions, empty where nobody answered; and what is wrong with the body."""

    given: Mapping[str, str] = field(default_factory=dict)
    repeated: Sequence[Question] = ()
    """Questions whose labels stand there more than once, so that nobody can tell what is the answer."""
    absent: Sequence[Question] = ()
    """Questions whose labels do not stand there, or not in their order."""
    unclosed: Sequence[Question] = ()
    """Questions whose answers begin with a fence and do not end with one."""

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing is wrong."""
        return not (self.repeated or self.absent or self.unclosed)


def label(question: Question, languages: Iterable[Language]) -> str:
    """The label of a question, on one line in all languages."""
    return " ".join(joined(languages, question.say).split())


def answers(body: str, form: Form, languages: Sequence[Language]) -> Answers:
    """Read the body of an issue that was made with a form whose labels are in some languages, in linear time."""
    lines = re.sub(r"\r\n?", "\n", body).split("\n")
    asked = {label(question, languages): place for place, question in enumerate(form.questions)}
    headings = [(number, asked[text]) for number, text in _headings(lines) if text in asked]
    times = Counter(place for _, place in headings)
    sections = {form.questions[place]: section for place, section in _sections(lines, headings)}
    return Answers(
        {question.id: _answer(question, section) for question, section in sections.items()},
        repeated=[question for place, question in enumerate(form.questions) if times[place] > 1],
        absent=[question for question in form.questions if question not in sections],
        unclosed=[question for question, section in sections.items() if _is_unclosed(question, section)],
    )


def _headings(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Find the lines that may be labels: headings behind an empty line."""
    for number, line in enumerate(lines):
        if line.startswith(_HEADING) and (not number or not lines[number - 1].strip()):
            yield number, line.removeprefix(_HEADING).rstrip()


def _sections(lines: Sequence[str], headings: Sequence[tuple[int, int]]) -> Iterator[tuple[int, list[str]]]:
    """Cut a body at those labels that stand in their order; all others belong to an answer."""
    begun, start = -1, 0
    for number, place in headings:
        if place > begun:
            if begun >= 0:
                yield begun, _without_edges(lines[start:number])
            begun, start = place, number + 1
    if begun >= 0:
        yield begun, _without_edges(lines[start:])


def _without_edges(lines: Sequence[str]) -> list[str]:
    """Lines without the empty ones before the first and behind the last that has something."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    return list(lines[filled[0] : filled[-1] + 1]) if filled else []


def _answer(question: Question, section: Sequence[str]) -> str:
    """The answer in a section; one to a question with words is the first of these."""
    text = "\n".join(section)
    if question.kind is Kind.BOXES:
        ticked = [match[1] in "xX" for line in section if (match := _BOX.match(line))]
        return text if len(ticked) == len(question.choices) and all(ticked) else ""
    if text == NO_RESPONSE:
        return ""
    if question.kind is Kind.CHOICE:
        return text.partition(":")[0]
    if question.kind is Kind.WORDS and _fence(section) and not _is_unclosed(question, section):
        return "\n".join(section[1:-1])
    return text


def _is_unclosed(question: Question, section: Sequence[str]) -> bool:
    """Tell whether words begin with a fence, as GitHub writes them, and go on behind its end, or without one."""
    fence = _fence(section)
    return question.kind is Kind.WORDS and bool(fence) and (len(section) == 1 or section[-1].rstrip() != fence)


def _fence(section: Sequence[str]) -> str:
    match = _FENCE.fullmatch(section[0]) if section else None
    return match[1] if match else ""
