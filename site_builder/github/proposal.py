"""The answers to the form for a claim, as `claims new` takes them; and what is wrong with them before it looks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from site_builder.github.all_languages import Say, say
from site_builder.github.issue_form import Answers, Form, Kind, Question, label
from site_builder.github.proposal_form import ANOTHER, LISTS, OTHER_LANGUAGE, PROMISES, QUOTE_LANGUAGE, REMARK
from site_builder.language.language import Language
from site_builder.new import statement
from site_builder.problems import message

Value = str | tuple[str, ...] | None
_NO_OPTIONS = (OTHER_LANGUAGE, REMARK, PROMISES)


class Complaint(NamedTuple):
    """What is wrong with the answer to a question, or with no single one."""

    question: Question | None
    say: Say


NEEDED = say(message("an answer is needed here"))


def options(answers: Answers, form: Form) -> dict[str, Value]:
    """The answers by the options of `claims new`, None or () where there is none."""
    values = {
        question.id: _value(question, answers.given.get(question.id, ""))
        for question in form.questions
        if question.id not in _NO_OPTIONS
    }
    if values[QUOTE_LANGUAGE] == ANOTHER:
        values[QUOTE_LANGUAGE] = statement.tidy(answers.given[OTHER_LANGUAGE]) or None
    return values


def _value(question: Question, answer: str) -> Value:
    lines = answer.split("\n")
    if question.id in LISTS:
        named = filter(None, map(statement.tidy, lines))
        return tuple(map(_id, named) if question.id in statement.RELATIONS else named)
    return (statement.paragraphs(lines) if question.kind is Kind.WORDS else statement.tidy(answer)) or None


def _id(named: str) -> str:
    """The id in the address of a claim's page or file, in which it comes last; else what was named, as it is."""
    if not named.startswith(("https://", "http://")):
        return named
    path = named.partition("?")[0].partition("#")[0].rstrip("/")
    return path.rpartition("/")[2].removesuffix(".yml")


def complaints(answers: Answers, form: Form, languages: Sequence[Language]) -> Iterator[Complaint]:
    """Find what is wrong with the body of an issue that no record could show; `languages` are those of its labels."""
    if len(answers.absent) == len(form.questions):
        yield Complaint(None, lambda language: _not_of_the_form(language, form))
        return
    for question in form.questions:
        if reason := _of_text(question, answers, languages) or _of_answer(question, answers.given):
            yield Complaint(question, reason)


def _not_of_the_form(language: Language, form: Form) -> str:
    return language.text("this issue was not made with the form “{name}”; open a new one", name=form.name(language))


def _of_text(question: Question, answers: Answers, languages: Sequence[Language]) -> Say | None:
    """What is wrong with how an answer stands in the text."""
    line = f"### {label(question, languages)}"
    if question in answers.repeated:
        return lambda language: language.text(
            "this line stands there more than once; put a space before the one that belongs to an answer: {line}",
            line=line,
        )
    if question in answers.absent:
        return lambda language: language.text(
            "this line is not there, or not in its place behind an empty line: {line}", line=line
        )
    if question in answers.unclosed:
        return say(message("the answer begins with ``` and must end with it, on a line of its own"))
    return None


def _of_answer(question: Question, given: Mapping[str, str]) -> Say | None:
    """What is wrong with an answer by itself."""
    answer = given[question.id]
    if question.kind is Kind.BOXES and not answer:
        return say(message("every box must be ticked"))
    if question.kind is Kind.CHOICE and answer and answer not in question.choices:
        known = ", ".join(question.choices)
        return lambda language: language.text("{value} is none of: {known}", value=answer, known=known)
    if question.id == OTHER_LANGUAGE and bool(answer) is not (given.get(QUOTE_LANGUAGE) == ANOTHER):
        return say(message("leave this empty, or choose “another” above")) if answer else NEEDED
    if answer and question.id == f"translation-{given.get(QUOTE_LANGUAGE)}":
        return say(message("leave this empty: the words were published in this language"))
    return None
