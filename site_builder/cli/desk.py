"""What `claims new` works at: an archive, and the new records that lie ready for it."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from site_builder.check import reports
from site_builder.check.validate import validate
from site_builder.cli.asking import Asker, Register
from site_builder.model import dates
from site_builder.model.dates import EdtfDate
from site_builder.new import drafts
from site_builder.problems import Problem, message
from site_builder.read.files import lines_of
from site_builder.text.characters import visible

Given = Mapping[str, Any]
"""The values of a command's options by their names; None or () where an option was not given."""


class Desk:
    """An archive with the new records that lie ready for it."""

    def __init__(self, languages: Sequence[str], asker: Asker) -> None:
        self.root = Path.cwd()
        self.languages = languages
        self.asker = asker
        self.language = asker.language
        self.loaded = validate(self.root, languages)
        self.ready: dict[str, str] = {}
        self._folders: list[Path] = []
        archive = self.loaded.archive
        self.shorts = {entity.id: dict(entity.short or {}) for entity in archive.entities.values()}
        self.entities = Register(
            {entity.id: drafts.names_of(entity) for entity in archive.entities.values()},
            message("there is no entity {id}"),
            "claims new entity",
        )
        self.series = Register(
            {series.id: drafts.series_names(series) for series in archive.series.values()},
            message("there is no series {id}"),
            "claims new series",
        )

    def text(self, message_id: str, **values: str) -> str:
        """A message in the language of the person."""
        return self.language.text(message_id, **values)

    def taken(self, folder: str) -> list[str]:
        """The ids that are in use in a folder; without one, those of the claims of all years."""
        files = map(PurePosixPath, [*self.loaded.files, *self.ready])
        return [file.stem for file in files if (file.parent.name if file.parent.name in _NAMED else "") == folder]

    def unused(self, id: str, form: str, folder: str) -> str:
        """An id that has its form and is nobody's; `ValueError` where not."""
        if not re.fullmatch(form, id):
            raise ValueError(self.text("{value} is not an id", value=id))
        if id in map(str.casefold, self.taken(folder)):
            raise ValueError(self.text("there is a record {id} already", id=id))
        return id

    def date(self, text: str) -> EdtfDate:
        """A date as records write it; `ValueError` where it is none."""
        try:
            return dates.parse(text)
        except ValueError as wrong:
            reason = self.text(str(wrong))
            raise ValueError(self.text("{value} is no date: {reason}", value=text, reason=reason)) from None

    def date_text(self, text: str) -> str:
        """A date, or nothing."""
        return self.date(text).text if text else ""

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
            text = self.asker.words(f"--{name}-{tag}", asked, given.get(slot(name, tag)), default)
            if not text:
                break
            texts[tag] = text
        return texts

    def show(self) -> None:
        """What lies ready, so that nobody must type it again."""
        for file, record in self.ready.items():
            print(f"# {file}", *map(visible, record.split("\n")), sep="\n")

    def write(self) -> bool:
        """Write what lies ready, unless the archive would have a new error by it: then nothing stays."""
        try:
            for file, record in self.ready.items():
                self._write(self.root / file, record)
            found = self._new_problems()
            if found:
                print(reports.as_text(found, lines_of(self.root), self.language), end="\n\n")
        except BaseException:
            self._take_back()
            raise
        is_right = not any(problem.is_error for problem in found)
        if not is_right:
            self._take_back()
        return is_right

    def _write(self, path: Path, record: str) -> None:
        if not path.parent.exists():
            path.parent.mkdir(parents=True)
            self._folders.append(path.parent)
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(record)

    def _new_problems(self) -> list[Problem]:
        """What is wrong now and was not before."""
        known = {(problem.kind, problem.place) for problem in self.loaded.problems}
        found = validate(self.root, self.languages).problems
        return [problem for problem in found if (problem.kind, problem.place) not in known]

    def _take_back(self) -> None:
        for file in self.ready:
            (self.root / file).unlink(missing_ok=True)
        for folder in self._folders:
            folder.rmdir()


_NAMED = frozenset(["entities", "series"])


def slot(name: str, tag: str) -> str:
    """The name that the value of an option for one language has in the code."""
    return f"{name}_{tag}".replace("-", "_")
