"""`claims github report`: what a comment on a pull request is made of, and a page that shows what would change."""

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from site_builder import engine as engines
from site_builder.check import brought, reports
from site_builder.check.validate import validate_site
from site_builder.cli.failures import FAILURES, reason
from site_builder.cli.options import find_archive, language_option
from site_builder.github import comparison, preview
from site_builder.github import report as form
from site_builder.github import scope as scopes
from site_builder.github.all_languages import in_every
from site_builder.github.pull_request import for_person
from site_builder.github.report import Site
from site_builder.language.language import Language
from site_builder.language.spoken import for_contributors
from site_builder.problems import Problem
from site_builder.publish.build import Refused, build
from site_builder.read import git, settings
from site_builder.read.files import lines_of
from site_builder.read.settings import Cards, Settings


@click.command()
@click.option("--base", required=True, help="A commit or branch that is published already.")
@click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder for what is written."
)
@language_option
def report(base: str, output: Path, lang: Language) -> None:
    """Build the site and compare it with the published one: report.json, and, where both are built, preview.html.

    Where the site cannot be built, the report says why, and the command fails; so it does where a permanent link would
    lead nowhere.
    """
    site = find_archive()
    touched = git.differing(site.root, base)
    changed = scopes.of(touched, git.submodules(site.root))
    problems, is_built = _built(site, base, lang)
    output.mkdir(parents=True, exist_ok=True)
    with git.checked_out(site.root, base) as published:
        before = published / site.file.name
        told_of, others = brought.parted(problems, brought.of_folder(before), touched)
        languages = for_contributors(for_person(site))
        told = form.of_problems(told_of, len(others), lines_of(site.root), languages, changed)
        if is_built:
            told = replace(told, site=_compared(site, before, changed.data, output, lang))
    (output / form.FILE).write_bytes(form.write(told))
    print(lang.text("written: {file}", file=str(output / form.FILE)))
    gone = told.site.gone_permalinks if told.site else []
    if gone:
        listed = ", ".join(gone)
        said = in_every(site.languages, lambda each: each.text("permanent links would lead nowhere: {ids}", ids=listed))
        print(reports.command("error", said))
    sys.exit(bool(gone) or not is_built)


def _built(site: Settings, base: str, lang: Language) -> tuple[list[Problem], bool]:
    """Build the site in its own place; all that is wrong with the archive, and whether there is a site."""
    problems = validate_site(site, base)[0].problems
    try:
        build(site, engines.load(engines.ENGINES[0]))
    except Refused as refused:
        print(reports.as_text(refused.problems, lines_of(site.root), lang), file=sys.stderr)
        known = {(each.kind, each.place) for each in problems}
        # Which links lead to nothing shows only when all pages were made.
        found = [each for each in refused.problems if each.is_error and (each.kind, each.place) not in known]
        return [*problems, *found], False
    except FAILURES as failure:
        print(reason(failure, lang), file=sys.stderr)
        return problems, False
    return problems, True


def _compared(site: Settings, before: Path, sources: Sequence[str], output: Path, lang: Language) -> Site | None:
    """Compare the built site with the one of the settings before, made by the same generator; None where it has none.

    It has no cards, of which no page shows any.
    """
    with tempfile.TemporaryDirectory(prefix="claims-") as folder:
        try:
            old = replace(settings.read(before), site_dir=Path(folder, "site"), cards=Cards.NONE)
            build(old, engines.load(engines.ENGINES[0]))
        except Refused as refused:
            print(reports.as_text(refused.problems, lines_of(old.root), lang), file=sys.stderr)
            return None
        except FAILURES as failure:
            print(reason(failure, lang), file=sys.stderr)
            return None
        pages = comparison.changed_pages(old.site_dir, site.site_dir, site.tags)
        shown, others = comparison.parted(pages, sources)
        (output / preview.FILE).write_text(preview.page(shown, others, site.site_dir, for_person(site)), "utf-8")
        return form.of_pages(shown, others, comparison.gone_permalinks(old.site_dir, site.site_dir))
