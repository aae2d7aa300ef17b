"""Questions to the person at the terminal, for those things that no option has said."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any, TypeVar

import click

from site_builder.language.language import Language
from site_builder.new import statement
from site_builder.new.names import NameIndex

T = TypeVar("T")
W = TypeVar("W", bound=str)
_FEW = 10
"""Of fewer names than these, all are shown to a person who does not find the right one."""
Reader = Callable[[str], T]
"""From tidied text to what it means; a `ValueError` says, in the person's language, why it means nothing."""


class Stopped(click.ClickException):
    """The person at the terminal wants no more; the message says so in their language."""

    exit_code = 1

    def show(self, file: IO[Any] | None = None) -> None:
        """Say it on a line of its own."""
        click.echo(f"\n{self.message}", file=file, err=True)


@dataclass(frozen=True, slots=True)
class Pickable:
    """Records to pick one from. `unknown` (a message id) is said of a name that none has; `command` adds one."""

    index: NameIndex
    unknown: str
    command: str


@dataclass(frozen=True, slots=True)
class Prompter:
    """Asks in a language; a silent one asks nothing and takes what needs no answer for unsaid."""

    language: Language
    is_silent: bool = False

    def require(self, names: Sequence[str], given: Mapping[str, object]) -> None:
        """End with a list of the options that are missing, when nobody may be asked."""
        missing = [f"--{name}" for name in names if given[name.replace("-", "_")] in (None, ())]
        if missing:
            raise click.UsageError(self.language.text("missing options: {options}", options=", ".join(missing)))

    def read(self, option: str, question: str, given: str | None, reader: Reader[T], default: str | None = None) -> T:
        """The meaning of an option's value, or of the answer to a question; nothing is asked twice in vain."""

        def meaning(text: str) -> T:
            try:
                return reader(statement.tidy(text))
            except ValueError as wrong:
                raise click.BadParameter(str(wrong), param_hint=option) from None

        if given is not None or (self.is_silent and default is not None):
            return meaning(given if given is not None else default or "")
        if self.is_silent:
            raise click.UsageError(self.language.text("missing options: {options}", options=option))
        return self._asked(question, reader, default)

    def _asked(self, question: str, reader: Reader[T], default: str | None) -> T:
        while True:
            try:
                answer = click.prompt(question, default=default, show_default=bool(default), type=str)
            except click.Abort:
                raise Stopped(self.language.text("stopped; nothing was written")) from None
            try:
                return reader(statement.tidy(answer))
            except ValueError as wrong:
                click.echo(f"  {wrong}")

    def words(self, option: str, question: str, given: str | None, default: str | None = None) -> str:
        """Some words; with an empty default there may be none."""
        return self.read(option, question, given, self.line if default != "" else str, default)

    def line(self, text: str) -> str:
        """A text that is not empty."""
        if not text:
            raise ValueError(self.language.text("the text is empty"))
        return text

    def choice(
        self,
        question: str,
        words: Mapping[W, str],
        names: Mapping[W, str],
        given: str | None,
        default: str | None = None,
    ) -> str:
        """One word of a vocabulary, by its number, itself or one of its names.

        Each word has a message id that says what it means, and one that lists its names with commas.
        """
        if given is not None or self.is_silent:
            return given or default or ""
        index = NameIndex(
            {word: (word, *(f"{names[word]}, {self.language.text(names[word])}".split(", "))) for word in words}
        )
        click.echo(question)
        for number, (word, meaning) in enumerate(words.items(), 1):
            click.echo(f"  {number}  {word:<{max(map(len, words))}}  {self.language.text(meaning)}")

        def chosen(text: str) -> str:
            if text.isdecimal() and 1 <= int(text) <= len(words):
                return [*words][int(text) - 1]
            found = index.exact(text)
            if len(found) != 1:
                raise ValueError(self.language.text("{value} is not in the list: type one of its numbers", value=text))
            return found[0]

        return self._asked(self.language.text("Number or word"), chosen, default)

    def agrees(self, question: str) -> bool:
        """Tell whether the person says yes."""
        yes, no = self.language.text("yes y").split(), self.language.text("no n").split()

        def meaning(text: str) -> bool:
            if text.casefold() not in [*yes, *no]:
                said = {"value": text, "yes": yes[0], "no": no[0]}
                raise ValueError(self.language.text("{value} is neither {yes} nor {no}", **said))
            return text.casefold() in yes

        return not self.is_silent and self._asked(f"{question} ({yes[0]}/{no[0]})", meaning, no[0])

    def pick(
        self,
        option: str,
        question: str,
        given: str | None,
        among: Pickable,
        create: Callable[[str], str],
        default: str | None = None,
    ) -> str:
        """The id of a record, by any of its names; `create` makes a new one of a name. Empty with an empty default."""
        if given is not None:
            return self.read(option, question, given, lambda text: self._known(text, among))
        name = self.words(option, question, None, default)
        if self.is_silent or not name:
            return name
        index = among.index
        while len(exact := index.exact(name)) != 1:
            near, default = index.nearest(name), "1"
            if not near:
                click.echo(f"  {self.language.text(among.unknown, id=name)}")
                near, default = list(index.names) if len(index.names) < _FEW else [], "0"
            for number, id in enumerate(near, 1):
                click.echo(f"  {number}  {index.label(id)}")
            click.echo(f"  0  {self.language.text('none of these: add a new one')}")
            answer = self._asked(self.language.text("Number, or another name"), self._at_most(len(near)), default)
            if answer == "0":
                return create(name)
            name = near[int(answer) - 1] if answer.isdecimal() else answer
        click.echo(f"  → {index.label(exact[0])}")
        return exact[0]

    def _at_most(self, count: int) -> Reader[str]:
        """Takes numbers up to a last one, and all that is no number."""

        def number(text: str) -> str:
            if text.isdecimal() and int(text) > count:
                raise ValueError(self.language.text("{value} is not in the list: type one of its numbers", value=text))
            return str(int(text)) if text.isdecimal() else self.line(text)

        return number

    def _known(self, name: str, among: Pickable) -> str:
        """The one record of a name."""
        exact = among.index.exact(name)
        if len(exact) == 1:
            return exact[0]
        if exact:
            several = self.language.text("{name} may be any of: {ids}", name=name, ids=", ".join(exact))
            raise ValueError(several)
        near = ", ".join(among.index.nearest(name))
        parts = [
            self.language.text(among.unknown, id=name),
            self.language.text("near: {ids}", ids=near) if near else "",
            self.language.text("add it first: {command}", command=among.command),
        ]
        raise ValueError("; ".join(filter(None, parts)))
