"""Commands in the language of the person: what click says of its own accord, and what ours say of themselves."""

import copy
import locale
import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import ClassVar, TypeVar

import click

from site_builder.cli.options import catalogs
from site_builder.language.catalogs import SOURCE, Catalogs
from site_builder.language.language import Language
from site_builder.problems import message, paragraphs

C = TypeVar("C", bound=click.Command)
_OPTION = "--lang"

CLICKS_TEXTS = (
    message("Aborted!"),
    message("Choose from:\n\t{choices}"),
    message("Commands"),
    message("Error: {message}"),
    message("Invalid value for {param_hint}: {message}"),
    message("Invalid value: {message}"),
    message("Missing argument"),
    message("Missing command."),
    message("Missing option"),
    message("Missing parameter"),
    message("No such command {name!r}."),
    message("No such option {name!r}."),
    message("Option {name!r} does not take a value."),
    message("Options"),
    message("Positional arguments"),
    message("Show the version and exit."),
    message("Show this message and exit."),
    message("Try '{command} {option}' for help."),
    message("Usage:"),
    message("default: {default}"),
    message("directory"),
    message("file"),
    message("path"),
    message("{name} {filename!r} does not exist."),
    message("{name} {filename!r} is a directory."),
    message("{name} {filename!r} is a file."),
    message("{name} {filename!r} is not readable."),
    message("{value!r} is not a valid {number_type}."),
    message("{value!r} is not one of {choices}."),
    # one or several of a thing
    message("(Did you mean one of: {possibilities}?)"),
    message("Did you mean {possibility}?"),
    message("Got unexpected extra argument ({args})"),
    message("Got unexpected extra arguments ({args})"),
    message("Option {name!r} requires an argument."),
    message("Option {name!r} requires {nargs} arguments."),
    message("{value!r} is not {choice}."),
    # what stands for a value
    message("COMMAND [ARGS]..."),
    message("FILE"),
    message("INTEGER"),
    message("PATH"),
    message("TAG"),
    message("TEXT"),
    message("[OPTIONS]"),
    message("[PATHS]..."),
    message("integer"),
)
"""What click says to those who use our commands."""


def chosen(arguments: Sequence[str]) -> tuple[Language, list[str], str]:
    """The language that a command line asks for, or else that of the terminal; the line; the tag of the terminal's.

    The option may stand anywhere in the line, since help and complaints of any command are said in it; it goes first.
    """
    rest, asked = list[str](), list[str]()
    left = list(arguments)
    while left and left[0] != "--":
        word = left.pop(0)
        name, equals, tag = word.partition("=")
        if name == _OPTION and (equals or left):
            asked = [_OPTION, tag if equals else left.pop(0)]
        else:
            rest.append(word)
    there = catalogs()
    known = bool(asked) and asked[1] in there.tags()
    if known and not rest and not left:
        rest = ["--help"]  # as without any word
    of_terminal = _of_terminal(there)
    language = Language(asked[1] if known else of_terminal, there)
    return language.for_contributors, [*asked, *rest, *left], of_terminal


def _of_terminal(there: Catalogs) -> str:
    """The language of the person at the terminal, as far as the environment tells and a catalog is there."""
    wanted = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    tag = (locale.normalize(wanted).split(".")[0]).split("_")[0]
    return tag if tag in there.tags() else SOURCE


def speak(language: Language) -> None:
    """Let click speak a language: its modules ask functions of gettext, under names of their own."""

    def plural(one: str, other: str, count: int) -> str:
        return language.text(one if count == 1 else other)

    for name, module in list(sys.modules.items()):
        if name.startswith("click."):
            for asked, answer in (("_", language.text), ("ngettext", plural)):
                if hasattr(module, asked):
                    setattr(module, asked, answer)


class Group(click.Group):
    """A group of commands that knows them by their names alone, and gives each in the language of the person.

    Each is read when it is asked for, from the module of its name in a package: a build needs nothing of what asks for
    new records.
    """

    package: ClassVar[str] = ""
    names: ClassVar[Sequence[str]] = ()

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names."""
        return [*self.names]

    def untranslated(self, name: str) -> click.Command:
        """The command of one of the names."""
        command: click.Command = getattr(import_module(f"{self.package}.{name}"), name)
        return command

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        speak(Language(SOURCE))  # what a command says of itself while it is made is translated like all the rest
        command = self.untranslated(cmd_name)
        speak(ctx.find_root().obj)
        return translated(command, ctx.find_root().obj)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that a line begins with; where there is none, one that may have been meant."""
        names, language = self.list_commands(ctx), ctx.find_root().obj
        if args[0] not in names and not args[0].startswith("-"):
            near = get_close_matches(args[0], names, n=1)
            there_is = (
                language.text("did you mean {suggestion}?", suggestion=near[0])
                if near
                else language.text("there are {known}", known=", ".join(names))
            )
            ctx.fail(f"{language.text('No such command {name!r}.').format(name=args[0])} {there_is}")
        return super().resolve_command(ctx, args)


def translated(command: C, language: Language) -> C:
    """A command whose help is in a language; the command itself stays as it is."""
    own = copy.copy(command)
    own.help = in_paragraphs(command.help or "", language)
    own.options_metavar = language.text(command.options_metavar or "")
    if isinstance(own, click.Group):
        own.subcommand_metavar = language.text(own.subcommand_metavar)
    own.params = [_translated(param, language) for param in command.params]
    own._help_option = None
    return own


def _translated(param: click.Parameter, language: Language) -> click.Parameter:
    own = copy.copy(param)
    if isinstance(own, click.Option):
        own.help = language.text(own.help or "")
    if not isinstance(own.type, click.Choice):
        own.metavar = language.text(own.metavar or _stand_in(own))
        own.type = copy.copy(own.type)
        own.type.name = language.text(own.type.name)
    return own


def in_paragraphs(help: str, language: Language) -> str:
    """The help of a command, each paragraph of which is a message."""
    return "\n\n".join(map(language.text, paragraphs(help)))


def _stand_in(parameter: click.Parameter) -> str:
    """What stands for a value in a usage."""
    if not isinstance(parameter, click.Argument):
        return parameter.type.name.upper()
    return parameter.human_readable_name if parameter.nargs == 1 else f"[{parameter.human_readable_name}]..."
