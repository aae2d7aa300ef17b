"""The questions that all new records have in common: texts in every language, dates, ids, names."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from site_builder.cli.prompter import Asked, Prompter, Target
from site_builder.fix.advice import readings
from site_builder.language.numbers import currencies
from site_builder.model import dates
from site_builder.model.dates import EdtfDate
from site_builder.model.records import Record
from site_builder.new import trial
from site_builder.new.session import NewRecordSession
from site_builder.new.statement import tidy
from site_builder.problems import Problem
from site_builder.runtime import clock

Given = Mapping[str, Any]
"""The values of a command's options by their names; None or () where an option was not given."""


ORIGIN = "the language of the words as published"
"""Stands in the way to a value for that language, as long as it is not known."""


class Interview:
    """Asks a person for new records, which lie ready in a session."""

    def __init__(self, session: NewRecordSession, prompter: Prompter) -> None:
        self.session = session
        self.prompter = prompter
        self.languages = session.languages
        self.language = prompter.language
        self.origin = ORIGIN
        self._files: dict[tuple[str, ...], str] = {}

    def begin_again(self) -> None:
        """Begin with the first question; what is answered already is not asked again."""
        self.session.begin_again()
        self.prompter.begin_again()
        self._files.clear()

    def laid(self, file: str) -> None:
        """Note that the record for which questions are asked is ready."""
        self._files[self.prompter.path] = file

    def reopen(self, problem: Problem) -> None:
        """Have the question asked again that a problem of a record comes from; of what no question asks, the last."""
        guilty = self.guilty(problem) or self.prompter.asked_for[-1]
        self.prompter.answers.reopen(guilty.key, guilty.place)

    def guilty(self, problem: Problem) -> Asked | None:
        """The question whose answer a problem of a record comes from."""
        asked = {
            tuple(self.origin if step == ORIGIN else step for step in each.target.at): each
            for each in reversed(self.prompter.asked_for)
            if self._files.get(each.path) == problem.place.path
        }
        at = self.session.way_to(problem.place, [*asked])
        return asked[at] if at else None

    def text(self, message_id: str, **values: str) -> str:
        """A message in the language of the person."""
        return self.language.text(message_id, **values)

    def target(self, kind: type[Record], *at: str) -> Target:
        """A value of a record that an answer is for, checked as `claims check` does."""
        there = tuple(self.languages[0] if step == ORIGIN else step for step in at)
        return Target(at, lambda text: trial.problems(kind, there, text, self.languages, clock.today()))

    def unused(self, id: str, form: str, folder: str) -> str:
        """An id that has its form and is nobody's; `ValueError` where not."""
        if not re.fullmatch(form, id):
            raise ValueError(self.text("{value} is not an id", value=id))
        if id in map(str.casefold, self.session.taken(folder)):
            raise ValueError(self.text("there is a record {id} already", id=id))
        return id

    def date(self, text: str, parse: Callable[[str], EdtfDate] = dates.parse) -> EdtfDate:
        """A date as records write it; `ValueError` where it is none, with the only one that can be meant."""
        try:
            return parse(text)
        except ValueError as wrong:
            reason = self._meant(text) or self.text(str(wrong))
            raise ValueError(self.text("{value} is no date: {reason}", value=text, reason=reason)) from None

    def _meant(self, text: str) -> str:
        """Advice on a date that is written in another form than records have; empty where there is none."""
        match [] if dates.looks_timed(text) else readings.dates_in(text):
            case [date]:
                return self.text("write {suggestion}", suggestion=date)
            case [date, other]:
                return self.text("write {suggestion} or {other}, whichever is meant", suggestion=date, other=other)
        return ""

    def said(self, text: str) -> EdtfDate:
        """A date that may have a time of the day; `ValueError` where it is none."""
        return self.date(text, dates.parse_said)

    def date_text(self, text: str) -> str:
        """A date, or nothing."""
        return self.date(text).text if text else ""

    def currency(self, text: str) -> str:
        """The code of a currency; `ValueError` where there is none."""
        code = text.upper()
        if code not in currencies():
            raise ValueError(self.text("there is no currency {value}", value=text))
        return code

    def given_in_languages(self, name: str, given: Given) -> dict[str, str]:
        """A text in those languages in which an option has it; nobody is asked for it."""
        said = {tag: tidy(given.get(slot(name, tag)) or "") for tag in self.languages}
        return {tag: words for tag, words in said.items() if words}

    def in_languages(
        self,
        kind: type[Record],
        name: str,
        question: str,
        given: Given,
        proposed: Mapping[str, str] | None = None,
        *,
        nothing: str = "",
    ) -> dict[str, str]:
        """A text in each language of the site; with a word for `nothing`, in each of them or in none."""
        texts: dict[str, str] = {}
        is_needed = not nothing or any(given.get(slot(name, tag)) for tag in self.languages)
        for tag in self.languages:
            text = self.prompter.words(
                f"--{name}-{tag}",
                self.text(question, language=self.language.name_of(tag)),
                given.get(slot(name, tag)),
                (proposed or {}).get(tag) if is_needed or texts else "",
                nothing=nothing,
                target=self.target(kind, name, tag),
            )
            if not text:
                break
            texts[tag] = text
        return texts


def slot(name: str, tag: str) -> str:
    """The name that the value of an option for one language has in the code."""
    return f"{name}_{tag}".replace("-", "_")
