"""`claims github`: the steps of the workflows, each a command that can be tried on one's own computer as well."""

from importlib import import_module

import click

from site_builder.cli import localized
from site_builder.cli.options import language_option
from site_builder.language.language import Language

_COMMANDS = (
    *("address", "comment", "examine", "expected", "forms", "health", "intake", "labels", "release", "report"),
    *("reproduce", "scope", "smoke"),
)


class _Steps(localized.Group):
    """The steps, each read when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names."""
        return [*_COMMANDS]

    def untranslated(self, name: str) -> click.Command:
        """The step of a name."""
        command: click.Command = getattr(import_module(f"site_builder.cli.github.{name}"), name)
        return command


@click.group(cls=_Steps)
@language_option
def github(lang: Language) -> None:
    """Do a step of a workflow: what GitHub runs for pull requests, issues and the published site.

    What a step is told by GitHub it reads from the environment and from the file of the event.
    """
