"""The questions that all new records have in common: texts in every language, dates, ids, names."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from site_builder.cli.prompter import Pickable, Prompter
from site_builder.language.numbers import currencies
from site_builder.model import dates
from site_builder.model.dates import EdtfDate
from site_builder.new.session import NewRecordSession
from site_builder.new.statement import tidy
from site_builder.problems import message
from site_builder.text.characters import visible

Given = Mapping[str, Any]
"""The values of a command's options by their names; None or () where an option was not given."""


class Interview:
    """Asks a person for new records, which lie ready in a session."""

    def __init__(self, session: NewRecordSession, prompter: Prompter) -> None:
        self.session = session
        self.prompter = prompter
        self.languages = session.languages
        self.language = prompter.language
        self.entities = Pickable(session.entities, message("there is no entity {id}"), "claims new entity")
        self.series = Pickable(session.series, message("there is no series {id}"), "claims new series")

    def text(self, message_id: str, **values: str) -> str:
        """A message in the language of the person."""
        return self.language.text(message_id, **values)

    def unused(self, id: str, form: str, folder: str) -> str:
        """An id that has its form and is nobody's; `ValueError` where not."""
        if not re.fullmatch(form, id):
            raise ValueError(self.text("{value} is not an id", value=id))
        if id in map(str.casefold, self.session.taken(folder)):
            raise ValueError(self.text("there is a record {id} already", id=id))
        return id

    def date(self, text: str, parse: Callable[[str], EdtfDate] = dates.parse) -> EdtfDate:
        """A date as records write it; `ValueError` where it is none."""
        try:
            return parse(text)
        except ValueError as wrong:
            reason = self.text(str(wrong))
            raise ValueError(self.text("{value} is no date: {reason}", value=text, reason=reason)) from None

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
        name: str,
        question: str,
        given: Given,
        proposed: Mapping[str, str] | None = None,
        *,
        is_needed: bool = True,
    ) -> dict[str, str]:
        """A text in each language of the site; if none is needed, in each of them or in none."""
        texts: dict[str, str] = {}
        is_needed = is_needed or any(given.get(slot(name, tag)) for tag in self.languages)
        for tag in self.languages:
            asked = self.text(question, language=self.language.name_of(tag))
            default = (proposed or {}).get(tag) if is_needed or texts else ""
            text = self.prompter.words(f"--{name}-{tag}", asked, given.get(slot(name, tag)), default)
            if not text:
                break
            texts[tag] = text
        return texts

    def show(self) -> None:
        """Show what lies ready, so that nobody must type it again."""
        for file, record in self.session.ready.items():
            print(f"# {file}", *map(visible, record.split("\n")), sep="\n")


def slot(name: str, tag: str) -> str:
    """The name that the value of an option for one language has in the code."""
    return f"{name}_{tag}".replace("-", "_")
