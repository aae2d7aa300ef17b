"""The questions for a new archive: its languages and names, its licence, where it will lie, a sample record."""

import signal
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from site_builder.cli.interview import Given
from site_builder.cli.prompter import BACK, Back, Prompter
from site_builder.language import catalogs, tags
from site_builder.language.catalogs import SOURCE
from site_builder.model import licences
from site_builder.model.licences import Licence
from site_builder.start import choices as chosen
from site_builder.start import plan, sample
from site_builder.start.choices import Choices


@dataclass(slots=True)
class ArchiveQuestions:
    """The questions for a new archive in the folder that it will have; `told` has been said of languages already."""

    prompter: Prompter
    folder: Path
    given: Given
    told: set[str] = field(default_factory=set)

    def answered(self) -> Choices:
        """Ask all that no option says, going back where the person wants to."""
        if self.prompter.is_silent:
            return self._choices()
        before = signal.signal(signal.SIGINT, signal.default_int_handler)  # the person hears that nothing was written
        try:
            print(
                self.text("Enter takes what stands in brackets; {sign} goes back to the question before.", sign=BACK[0])
            )
            print(self.text("Nothing is written before the last answer."))
            while True:
                try:
                    return self._choices()
                except Back:
                    self.prompter.answers.take_back()
                    self.prompter.begin_again()
        finally:
            signal.signal(signal.SIGINT, before)

    def _choices(self) -> Choices:
        asked = self.prompter.read(
            "--languages",
            self.text("Languages by their tags, the first being the fallback"),
            self.given["languages"],
            self._languages,
            SOURCE,
        )
        names = self._names(asked)
        licence = self.prompter.read(
            "--licence", self.text("Licence of the records"), self.given["licence"], self._licence, licences.DEFAULT.id
        )
        repository = self.prompter.read(
            "--repository",
            self.text("Repository on GitHub, OWNER/NAME, or nothing"),
            self.given["repository"],
            self._repository,
            "",
        )
        return Choices(names, licence, repository, self._has_sample(asked))

    def _names(self, languages: Sequence[str]) -> Mapping[str, str]:
        given = dict(map(self._pair, self.given["names"]))
        if others := [tag for tag in given if tag not in languages]:
            said = self.text(
                "{tag} is none of the languages: {languages}", tag=others[0], languages=", ".join(languages)
            )
            raise click.BadParameter(said, param_hint="--name")
        proposed = chosen.name_of(self.folder.absolute())
        names: dict[str, str] = {}
        for tag in languages:
            question = self.text("Name of the archive in {language}", language=self.prompter.language.name_of(tag))
            names[tag] = self.prompter.read(f"--name {tag}", question, given.get(tag), self._name, proposed)
        return names

    def _pair(self, text: str) -> tuple[str, str]:
        tag, equals, name = text.partition("=")
        if not equals:
            said = self.text("{value}: write the tag of a language, an equals sign and the name: en=Floods", value=text)
            raise click.BadParameter(said, param_hint="--name")
        try:
            return tags.known(tag), name
        except ValueError:
            raise click.BadParameter(self._unknown_language(tag), param_hint="--name") from None

    def _languages(self, text: str) -> list[str]:
        try:
            asked = chosen.languages(text)
        except ValueError as unknown:
            raise ValueError(self._unknown_language(str(unknown))) from None
        if not asked:
            raise ValueError(self.text("name at least one language, such as en or ko"))
        self._tell_of(asked)
        return asked

    def _unknown_language(self, typed: str) -> str:
        said = self.text(
            "{value} is no tag of a language; tags are such as en, ko, uk, ja, pt-BR or zh-Hant", value=typed
        )
        meant = tags.meant(typed.lower(), catalogs.available())
        return f"{said}; {self.text('did you mean {suggestion}?', suggestion=meant)}" if meant else said

    def _tell_of(self, languages: Sequence[str]) -> None:
        """Say once what readers of a language will see in English."""
        count = len(catalogs.messages(catalogs.FOR_READERS))
        for tag in languages:
            if tag not in self.told and tag in plan.untranslated_messages(languages):
                self.prompter.say(
                    "  "
                    + self.text(
                        "{tag}: 0 of {count} texts for readers are translated; they and the pages of content/{tag}/ "
                        "are in English until you translate them ({file})",
                        tag=tag,
                        count=count,
                        file=catalogs.file_of(tag),
                    )
                )
            self.told.add(tag)

    def _name(self, text: str) -> str:
        if not chosen.is_fit_name(text):
            raise ValueError(
                self.text(
                    "a name is one line of at most {count} characters, all of which are seen", count=chosen.LONGEST_NAME
                )
            )
        return text

    def _licence(self, text: str) -> Licence:
        licence = licences.known(text)
        if not licence:
            known = ", ".join(each.id for each in licences.LICENCES)
            raise ValueError(self.text("{value} is no licence that is known here: {known}", value=text, known=known))
        return licence

    def _repository(self, text: str) -> str:
        found = chosen.repository(text)
        if text and not found:
            raise ValueError(
                self.text(
                    "{value} is no repository on GitHub: write OWNER/NAME, such as floods-desk/floods", value=text
                )
            )
        return found

    def _has_sample(self, languages: Sequence[str]) -> bool:
        if self.given["no_sample"]:
            return False
        if lacking := sample.lacking(languages):
            self.prompter.say(
                self.text("No sample record: there is none in {languages}.", languages=", ".join(lacking))
            )
            return False
        question = self.text("A sample record to look at, easy to delete?")
        return self.prompter.is_silent or self.prompter.agrees("--no-sample", question, default=True)

    def text(self, message_id: str, **values: str | int) -> str:
        """A message in the language of the person."""
        return self.prompter.language.text(message_id, **values)
