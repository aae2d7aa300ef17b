"""Questions to the person at the terminal, for those things that no option has said."""

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO, Any, TypeVar, cast

import click

from site_builder.check import reports
from site_builder.cli import terminal
from site_builder.language.catalogs import available
from site_builder.language.language import Language
from site_builder.new import statement
from site_builder.new.answers import Answers
from site_builder.new.names import NameIndex
from site_builder.problems import Path, Problem, message
from site_builder.text.folding import folded

T = TypeVar("T")
W = TypeVar("W", bound=str)
Reader = Callable[[str], T]
"""From tidied text to what it means; a `ValueError` says, in the person's language, why it means nothing."""
BACK, NOTHING = ("<", "＜"), "-"
_SHOWN = 60
"""Characters of an earlier answer that are shown when it is asked for again."""


@dataclass(frozen=True, slots=True)
class Target:
    """The way to the value of a record that an answer is for, and what `claims check` would say of it."""

    at: Path = ()
    check: Callable[[str], Sequence[Problem]] | None = None

    def checked(self, text: str) -> Sequence[Problem]:
        """What is wrong with an answer; nothing is, where there is none."""
        return self.check(text) if self.check and text else []


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was asked: what it was for, and the place of its answer; None where an option answered it."""

    path: tuple[str, ...]
    key: str
    target: Target
    place: int | None


class Back(Exception):
    """The person wants to go back to the question before."""


NO_TARGET = Target()


class Stopped(click.ClickException):
    """The person at the terminal wants no more; the message says so in their language."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code  # type: ignore[misc]  # of the class, for click

    def show(self, file: IO[Any] | None = None) -> None:
        """Say it on a line of its own."""
        click.echo(f"\n{self.message}", file=file, err=True)


@dataclass(slots=True)
class Prompter:
    """Asks in a language; a silent one asks nothing and takes what needs no answer for unsaid.

    `command` is what takes the questions up again; empty where nobody has a terminal to type one.

    Questions have keys, by which their answers are found again: the name of the option that says the same, behind the
    questions that led to it.
    """

    language: Language
    is_silent: bool = False
    answers: Answers = field(default_factory=Answers)
    command: str = "claims new"
    is_recapping: bool = False
    path: tuple[str, ...] = ()
    asked_for: list[Asked] = field(default_factory=list)

    def begin_again(self) -> None:
        """Begin with the first question."""
        self.answers.begin_again()
        self.asked_for.clear()
        self.path = ()

    def require(self, names: Sequence[str], given: Mapping[str, object]) -> None:
        """End with a list of the options that are missing, when nobody may be asked."""
        missing = [f"--{name}" for name in names if given[name.replace("-", "_")] in (None, ())]
        if missing:
            raise click.UsageError(self.language.text("missing options: {options}", options=", ".join(missing)))

    @contextlib.contextmanager
    def within(self, option: str) -> Iterator[None]:
        """Ask for what a new answer to a question needs."""
        before, self.path = self.path, (*self.path, option)
        try:
            yield
        finally:
            self.path = before

    def key(self, option: str) -> str:
        """The key of a question."""
        return " ".join([*self.path, option])

    def read(
        self,
        option: str,
        question: str,
        given: str | None,
        reader: Reader[T],
        default: str | None = None,
        *,
        nothing: str = "",
        target: Target = NO_TARGET,
        lines: bool = False,
    ) -> T:
        """The meaning of an option's value, or of the answer to a question; nothing is asked twice in vain.

        Enter takes the default; an empty one is shown as `nothing`. With `lines`, the answer has any number of them.
        """
        is_open = not self.is_silent and (given is None or self.key(option) in self.answers.overruled)
        if is_open:
            return self.asked(option, question, reader, default, nothing=nothing, target=target, lines=lines)
        self._note(self.key(option), target, None)
        if given is None and default is None:
            raise click.UsageError(self.language.text("missing options: {options}", options=option))
        try:
            return reader(statement.tidy(given if given is not None else default or ""))
        except ValueError as wrong:
            raise click.BadParameter(str(wrong), param_hint=option) from None

    def asked(
        self,
        option: str,
        question: str,
        reader: Reader[T],
        default: str | None = None,
        *,
        nothing: str = "",
        target: Target = NO_TARGET,
        lines: bool = False,
        kept_as: Callable[[T], str] | None = None,
        recap: Callable[[T], str] | None = None,
    ) -> T:
        """The meaning of the answer to a question.

        It is kept as it was typed, unless `kept_as` says it better; `recap` says it when it was given another time.
        """
        key = self.key(option)
        self._note(key, target, self.answers.place)
        known = self.answers.recall(key)
        if known is not None:
            try:
                meaning = reader(statement.tidy(known))
            except ValueError:  # the archive has changed
                self.answers.reject_last()
            else:
                said = recap(meaning) if recap else f"{question}: {_shortened(known)}"
                if self.is_recapping and known and said:
                    self.say(said)
                return meaning
        self.is_recapping = False
        while True:
            text = self._typed(key, question, default, nothing, lines=lines)
            try:
                meaning = reader(text)
            except ValueError as wrong:
                self.say(f"  {wrong}")
                continue
            if not self._is_refused(target.checked(text)):
                self.answers.keep(key, kept_as(meaning) if kept_as else text)
                return meaning

    def _note(self, key: str, target: Target, place: int | None) -> None:
        self.asked_for.append(Asked(self.path, key, target, place))

    def say(self, text: str) -> None:
        """Say something that is no question."""
        print(text)

    def is_known(self, option: str) -> bool:
        """Tell whether a question that comes next needs not be asked, so that nothing need be shown for it."""
        return self.answers.knows(self.key(option))

    def words(
        self,
        option: str,
        question: str,
        given: str | None,
        default: str | None = None,
        *,
        nothing: str = "",
        target: Target = NO_TARGET,
        lines: bool = False,
    ) -> str:
        """Some words; with an empty default there may be none."""
        reader = self.line if default != "" else str
        return self.read(option, question, given, reader, default, nothing=nothing, target=target, lines=lines)

    def line(self, text: str) -> str:
        """A text that is not empty."""
        if not text:
            raise ValueError(self.language.text("the text is empty"))
        return text

    def choice(
        self,
        option: str,
        question: str,
        words: Mapping[W, str],
        given: str | None,
        default: W | None = None,
        *,
        target: Target = NO_TARGET,
    ) -> str:
        """One word of a vocabulary, by its number, itself or one of its names.

        Each word has a message id that lists its names with commas; the first is shown, and the others in brackets.
        """
        key = self.key(option)
        if self.is_silent or (given is not None and key not in self.answers.overruled):
            self._note(key, target, None)
            return given or default or ""
        index = NameIndex({word: (word, *self._names(names)) for word, names in words.items()})
        if not self.is_known(option):
            self.say(question)
            for number, names in enumerate(words.values(), 1):
                first, *others = self.language.text(names).split(", ")
                also = self.language.text("{name} ({short})", name=first, short=", ".join(others)) if others else first
                self.say(f"  {number}  {also}")

        def chosen(text: str) -> str:
            if text.isdecimal() and 1 <= int(text) <= len(words):
                return [*words][int(text) - 1]
            found = index.exact(text)
            if len(found) != 1:
                raise ValueError(self.language.text("{value} is not in the list: type one of its numbers", value=text))
            return found[0]

        proposed = str([*words].index(default) + 1) if default else None

        def recap(word: str) -> str:
            return f"{question}: {self.language.text(words[cast(W, word)]).split(', ')[0]}"

        asked = self.language.text("Number or word")
        return self.asked(option, asked, chosen, proposed, target=target, kept_as=str, recap=recap)

    def _names(self, names: str) -> list[str]:
        """The names that a message id lists, in its own language and in the person's."""
        return f"{names}, {self.language.text(names)}".split(", ")

    def agrees(self, option: str, question: str, *, default: bool = False) -> bool:
        """Tell whether the person says yes, in whatever language."""
        yes, no = self._said(YES), self._said(NO)
        shown = {"yes": self.language.text(YES).split()[0], "no": self.language.text(NO).split()[0]}

        def meaning(text: str) -> bool:
            if folded(text) not in yes | no:
                raise ValueError(self.language.text("{value} is neither {yes} nor {no}", value=text, **shown))
            return folded(text) in yes

        asked = f"{question} ({shown['yes']}/{shown['no']})"
        return not self.is_silent and self.asked(option, asked, meaning, shown["yes" if default else "no"])

    def _said(self, words: str) -> set[str]:
        return {folded(word) for tag in available() for word in Language(tag).text(words).split()}

    def _typed(self, key: str, question: str, default: str | None, nothing: str, *, lines: bool) -> str:
        """What the person types, or what Enter takes."""
        earlier = self.answers.proposed(key) or ""
        taken = earlier or default
        shown = _shortened(taken) if taken else nothing
        if earlier and default == "":
            shown = self.language.text("{earlier}; {sign} for none", earlier=_shortened(earlier), sign=NOTHING)
        prompt = f"{question} [{shown}]: " if shown else f"{question}: "
        while True:
            text = self._lines(key, prompt) if lines else self._line(key, prompt)
            if text in BACK:
                if self.answers.place:
                    raise Back
                self.say(f"  {self.language.text('this is the first question')}")
            elif text == NOTHING and default == "":
                return ""
            elif text:
                return text
            elif taken is not None:
                return taken
            else:
                self.say(f"  {self.language.text('an answer is needed here, or {sign} to go back', sign=BACK[0])}")

    def _line(self, key: str, prompt: str) -> str:
        """Everything that is typed or pasted at once, on one line."""
        text = self._read(key, prompt)
        parts = [statement.tidy(part) for part in text.split("\n") if part.strip()]
        if len(parts) > 1:
            self.say(f"  {self.language.text('several lines were pasted; they are joined to one')}")
        elif terminal.has_more():
            self.say(f"  {self.language.text('several lines came at once; only the first is taken for this answer')}")
        return " ".join(parts)

    def _lines(self, key: str, prompt: str) -> str:
        """Everything that is typed or pasted up to an empty line; what stood on lines of their own is one paragraph."""
        typed: list[str] = []
        while True:
            try:
                part = self._read(key, prompt if not typed else "… ", "\n".join(typed))
            except EOFError:
                if not typed:
                    raise
                part = ""
            if not part.strip():
                break
            typed += part.split("\n")
            if len(typed) == 1 and statement.tidy(part) in BACK:
                break
        if len(typed) > 1:
            self.say(f"  {self.language.plural('{count} line taken', '{count} lines taken', len(typed))}")
        return statement.paragraphs(typed)

    def _read(self, key: str, prompt: str, so_far: str = "") -> str:
        while True:
            try:
                return terminal.line(prompt)
            except terminal.NotText:
                self.say(f"  {self.language.text('this cannot be read as text: set the terminal to UTF-8')}")
            except EOFError:
                if so_far:
                    raise
                raise self._stopped(1) from None
            except BaseException as end:  # Ctrl+C, the terminal closed
                if so_far:
                    self.answers.propose(key, so_far)
                if isinstance(end, KeyboardInterrupt):
                    raise self._stopped(130) from None
                raise

    def _stopped(self, exit_code: int) -> Stopped:
        said = [self.language.text("stopped; nothing was written")]
        if self.answers.kept or self.answers.earlier:
            said.append(self.language.text("what you typed is kept: {command} takes it up again", command=self.command))
        return Stopped("; ".join(said), exit_code)

    def _is_refused(self, problems: Sequence[Problem]) -> bool:
        """Tell the person what is wrong with an answer. Of errors the warnings beside them need not be told."""
        errors = [problem for problem in problems if problem.is_error]
        for problem in errors or problems:
            told = reports.message(problem, self.language)
            self.say(f"  {told if problem in errors else self.language.text('note: {message}', message=told)}")
            self.say(f"  {reports.help_text(problem, self.language)}")
        return bool(errors)


YES, NO = message("yes y"), message("no n")
"""The words for yes and no, the first of which is shown."""


def _shortened(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _SHOWN else one_line[: _SHOWN - 1] + "…"
