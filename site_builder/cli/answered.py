"""A claim of answers that were all given beforehand, by somebody who cannot be asked: its record, or what is wrong."""

import contextlib
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import click

from site_builder.check import reports
from site_builder.cli.claim_questions import new_claim
from site_builder.cli.interview import Given, Interview
from site_builder.cli.new import claim_options
from site_builder.cli.prompter import Asked, Prompter
from site_builder.language.language import Language
from site_builder.model.records import PUBLISHERS, SPEAKERS
from site_builder.new.session import NewRecordSession

Told = Mapping[Language, Sequence[tuple[str, str]]]
"""What is said in each language: the option that it is about, empty where it is about none, and the words."""
_TOGETHER = ("series", "value", "hedge")
"""Options that mean something together only."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of the answers: a record by its id and its files, if nothing is wrong; and what is to be noticed."""

    id: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    wrong: Told = field(default_factory=dict)
    noticed: Told = field(default_factory=dict)


def claim(session: NewRecordSession, answers: Mapping[str, Any], languages: Sequence[Language]) -> Answered:
    """Write the record of a claim, answered by its options; what is wrong is said in languages, and nothing written."""
    given = {**{option.name: () if option.multiple else None for option in _options(session.languages)}, **answers}
    wrong = {language: list(_wrong(session, given, language)) for language in languages}
    if any(wrong.values()):
        return Answered(wrong=wrong)
    session.begin_again()
    interview = Interview(session, _prompter(languages[0]))
    id = _made(interview, given)
    with session.written() as problems:
        told = {
            is_error: {
                language: [
                    (
                        _option(interview.guilty(problem)),
                        f"{reports.message(problem, language)}\n{reports.help_text(problem, language)}",
                    )
                    for problem in problems
                    if problem.is_error is is_error
                ]
                for language in languages
            }
            for is_error in (True, False)
        }
    if any(told[True].values()):
        return Answered(wrong=told[True])
    return Answered(id, dict(session.ready), noticed=told[False])


def _prompter(language: Language) -> Prompter:
    return Prompter(language, is_silent=True, command="")


def _options(languages: Sequence[str]) -> Iterator[Any]:
    return (option for option in claim_options(languages) if isinstance(option, click.Option))


def _made(interview: Interview, given: Given) -> str:
    """Lay the record ready without a word: what a claim may replace or contradict is found by `claims suggest` too."""
    with contextlib.redirect_stderr(io.StringIO()):
        return new_claim(interview, given)


def _wrong(session: NewRecordSession, given: Given, language: Language) -> Iterator[tuple[str, str]]:
    """Say what is wrong with each answer by itself; one that is gives way to another, so that the next is looked at."""
    tried = dict(given)
    while True:
        session.begin_again()
        interview = Interview(session, _prompter(language))
        try:
            _made(interview, tried)
        except click.BadParameter as bad:
            asked = interview.prompter.asked_for[-1]
            yield _option(asked), bad.message
            if not _replace(tried, asked, session):
                return
        except click.UsageError as missing:
            if tried == given:
                yield "", missing.message
            return
        else:
            return


def _option(asked: Asked | None) -> str:
    return asked.key.removeprefix("--") if asked else ""


def _replace(tried: dict[str, Any], asked: Asked, session: NewRecordSession) -> bool:
    """Put a right answer in place of a wrong one, or none where none is needed; False if there is neither."""
    option = _option(asked)
    name = option.replace("-", "_")
    if isinstance(tried[name], tuple):
        place = int(asked.target.at[-1])
        rest = (*tried[name][:place], *tried[name][place + 1 :])
        tried[name] = rest or tuple([*session.archive.entities][:1])
        return bool(tried[name])
    if option in _TOGETHER:
        tried |= dict.fromkeys(_TOGETHER)
        return True
    tried[name] = _right(option, session)
    return bool(tried[name] != "")


def _right(option: str, session: NewRecordSession) -> str | None:
    """A right answer, None where there may be none, empty where none is known."""
    kinds = {"claimant": SPEAKERS, "publisher": PUBLISHERS}.get(option)
    if kinds:
        return next(iter(session.entities.of_kinds(kinds).names), "")
    return {"said": "1000", "quote-language": session.languages[0]}.get(option)
