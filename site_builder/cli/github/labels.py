"""`claims github labels`: the labels that forms and workflows know, made where the repository does not have them."""

import click

from site_builder.cli.options import find_archive, language_option
from site_builder.github import labels as of_github
from site_builder.github import workflow
from site_builder.language.language import Language


@click.command()
@language_option
def labels(lang: Language) -> None:
    """Make the labels of issues that the repository does not have yet."""
    made = of_github.make(workflow.repository(), find_archive().languages)
    print(lang.text("labels made: {names}", names=", ".join(made) or lang.text("none")))
