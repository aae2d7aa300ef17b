"""The choice of a record by any of its names; one that is not there yet is added."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from site_builder.cli.prompter import NO_TARGET, Prompter, Target
from site_builder.language.catalogs import available
from site_builder.language.language import Language
from site_builder.new.names import NameIndex
from site_builder.problems import message

_FEW = 10
"""Of fewer names than these, all are shown to a person who does not find the right one."""
_NEW = "0"
ADDED = message("the Mr Mrs Ms Dr Prof 's")
"""The words that people put around a name or hang on to it."""


@dataclass(frozen=True, slots=True)
class Pickable:
    """Records to pick one from, and what may be said about them (message ids).

    `unknown` is said of a name that none has, `unfit` of one that has a record of another kind (if there are such in
    `others`), `command` adds one. With `is_described`, words that stand in a name mean the record.
    """

    index: NameIndex
    unknown: str
    command: str
    others: NameIndex | None = None
    unfit: str = ""
    is_described: bool = False


@dataclass(frozen=True, slots=True)
class Picker:
    """Asks for one record among some."""

    prompter: Prompter
    among: Pickable
    create: Callable[[str], str]

    def pick(
        self,
        option: str,
        question: str,
        given: str | None,
        default: str | None = None,
        *,
        nothing: str = "",
        target: Target = NO_TARGET,
    ) -> str:
        """The id of a record, which may be a new one. Empty with an empty default."""
        prompter, index = self.prompter, self.among.index
        if given is not None and (prompter.is_silent or prompter.key(option) not in prompter.answers.overruled):
            return prompter.read(option, question, given, self._known, target=target)
        name = prompter.words(option, question, None, default, nothing=nothing, target=target)
        if prompter.is_silent or not name:
            return name
        is_shown = not prompter.is_known(_list_of(option))
        while len(exact := index.exact(name)) != 1:
            answer = self._one_of(option, name, exact)
            if answer == _NEW:
                with prompter.within(option):
                    return self.create(name)
            name = answer
            is_shown = not prompter.is_known(_list_of(option))
        if is_shown and exact[0] != name:
            prompter.say(f"  → {index.label(exact[0])}")
        return exact[0]

    def _one_of(self, option: str, name: str, exact: Sequence[str]) -> str:
        """The id of a record that a name may mean, another name, or the sign for a new record."""
        prompter, index = self.prompter, self.among.index
        nearly = exact or index.nearly(name, _added())
        near = list(dict.fromkeys([*nearly, *index.nearest(name)]))
        if not near:
            near = list(index.names) if len(index.names) < _FEW else []
        if not prompter.is_known(_list_of(option)):
            prompter.say(f"  {self._told(name, bool(exact))}")
            for number, id in enumerate(near, 1):
                prompter.say(f"  {number}  {index.label(id)}")
            prompter.say(f"  {_NEW}  {prompter.language.text('a new one: {name}', name=name)}")
        is_meant = nearly or (self.among.is_described and index.has_all_words(name))
        default = None if len(exact) > 1 else "1" if is_meant else _NEW
        asked = prompter.language.text("Number, or another name")
        return prompter.asked(_list_of(option), asked, self._listed(near), default, kept_as=str, recap=lambda _: "")

    def _told(self, name: str, is_several: bool) -> str:
        language, others = self.prompter.language, self.among.others
        if is_several:
            return language.text("several are called so: {name}", name=name)
        if others and others.exact(name):
            return language.text(self.among.unfit, id=others.exact(name)[0])
        if self.among.is_described and self.among.index.has_all_words(name):
            return language.text("questions with these words: {name}", name=name)
        return language.text("nothing is recorded under this name yet: {name}", name=name)

    def _listed(self, near: Sequence[str]) -> Callable[[str], str]:
        """Takes a number of a list for what stands there, and all that is no number for a name."""

        def meaning(text: str) -> str:
            if text == _NEW or not text.isdecimal():
                return self.prompter.line(text)
            if not 1 <= int(text) <= len(near):
                reason = "{value} is not in the list: type one of its numbers"
                raise ValueError(self.prompter.language.text(reason, value=text))
            return near[int(text) - 1]

        return meaning

    def _known(self, name: str) -> str:
        """The one record of a name."""
        language, index = self.prompter.language, self.among.index
        exact = index.exact(name)
        if len(exact) == 1:
            return exact[0]
        if exact:
            raise ValueError(language.text("{name} may be any of: {ids}", name=name, ids=", ".join(exact)))
        if self.among.others and len(others := self.among.others.exact(name)) == 1:
            return others[0]  # the check tells why it cannot stand there
        near = ", ".join(index.nearest(name))
        parts = [
            language.text(self.among.unknown, id=name),
            language.text("near: {ids}", ids=near) if near else "",
            language.text("add it first: {command}", command=self.among.command) if self.prompter.command else "",
        ]
        raise ValueError("; ".join(filter(None, parts)))


def _list_of(option: str) -> str:
    """The key of the question which of a list is meant."""
    return f"{option} #"


def _added() -> set[str]:
    return {word for tag in available() for word in Language(tag).text(ADDED).split()}
