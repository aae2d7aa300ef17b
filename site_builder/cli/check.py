"""`claims check`: every problem of every record, in one run."""

import sys
from pathlib import Path

import click

from site_builder import reports
from site_builder.build import examine
from site_builder.cli.options import language_option
from site_builder.languages import Language, available
from site_builder.load.files import lines_of


@click.command()
@language_option
def check(lang: Language) -> None:
    """Say what is wrong with the records, where, and how to mend it."""
    root = Path.cwd()
    problems = examine(root, available()).problems
    print(reports.as_text(problems, lines_of(root), lang))
    sys.exit(any(problem.is_error for problem in problems))
