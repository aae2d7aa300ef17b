"""`claims check`: every problem of every record, in one run."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from site_builder.check import brought, reports
from site_builder.check.validate import validate_site
from site_builder.cli.options import find_archive, is_asked_for, is_below, language_option
from site_builder.github import steps
from site_builder.github.pull_request import for_person
from site_builder.language.language import Language
from site_builder.language.spoken import for_contributors
from site_builder.problems import Problem
from site_builder.read import git
from site_builder.read.files import lines_of
from site_builder.read.settings import Settings


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    help="For people, for annotations on a pull request, or for programs.",
)
@click.option("--base", help="A commit or branch that is published already: nothing of it may vanish.")
@language_option
def check(paths: tuple[Path, ...], form: str, base: str | None, lang: Language) -> None:
    """Say what is wrong with the records and the hand-written pages, where, and how to mend it.

    All are read in any case; PATHS (files or folders) narrow down which problems are shown. Files are named from the
    archive's root.
    """
    site = find_archive()
    root = site.root
    problems = validate_site(site, base)[0].problems
    if paths:
        problems = [problem for problem in problems if is_below(root / problem.place.path, paths)]
    print(_for_github(problems, site, base, lang) if form == "github" else _FORMS[form](problems, lines_of(root), lang))
    sys.exit(any(problem.is_error for problem in problems))


_FORMS = {"text": reports.as_text, "json": reports.as_json}


def _for_github(problems: Sequence[Problem], site: Settings, base: str | None, language: Language) -> str:
    """Annotations, of what the pull request brings; all problems stand in the summary of the run."""
    lines = lines_of(site.root)
    languages = [language] if is_asked_for() else for_contributors(for_person(site))
    if problems:
        steps.add_to_summary(reports.as_markdown(problems, lines, languages))
    if base is None:
        return reports.as_github(problems, lines, languages)
    touched = git.differing(site.root, base)
    told, others = brought.parted(problems, brought.before(site, base), touched)
    return reports.as_github(told, lines, languages, touched, len(others))
