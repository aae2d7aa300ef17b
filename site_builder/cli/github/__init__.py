"""`claims github`: the steps of the workflows, each a command that can be tried on one's own computer as well."""

import sys
from typing import Any

import click

from site_builder.cli import localized
from site_builder.cli.options import language_option
from site_builder.github import api, workflow
from site_builder.language.language import Language
from site_builder.text.characters import visible


class _Steps(localized.Group):
    """The steps."""

    package = "site_builder.cli.github"
    names = (
        *("address", "comment", "examine", "expected", "forms", "health", "intake", "labels", "release", "report"),
        *("reproduce", "scope", "smoke"),
    )

    def invoke(self, ctx: click.Context) -> Any:
        """Do a step; say why where GitHub does not do what the step asks, or has not told what it needs."""
        try:
            return super().invoke(ctx)
        except workflow.NotTold as missing:
            said = ctx.obj.text("what GitHub tells its workflows is missing here: {name}", name=str(missing))
        except api.Refused as refused:
            said = visible(str(refused))
        print(said, file=sys.stderr)
        sys.exit(2)


@click.group(cls=_Steps)
@language_option
def github(lang: Language) -> None:
    """Do a step of a workflow: what GitHub runs for pull requests, issues and the published site.

    What a step is told by GitHub it reads from the environment and from the file of the event.
    """
