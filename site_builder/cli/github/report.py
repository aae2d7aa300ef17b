"""`claims github report`: what a comment on a pull request is made of, and a page that shows what would change."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from site_builder.check import brought, reports
from site_builder.check.validate import validate_site
from site_builder.cli.failures import FAILURES, reason
from site_builder.cli.options import find_archive, language_option
from site_builder.github import both_sites, comparison, preview
from site_builder.github import report as form
from site_builder.github import scope as scopes
from site_builder.github.all_languages import in_every
from site_builder.github.pull_request import for_person
from site_builder.github.report import Report
from site_builder.language.language import Language
from site_builder.language.spoken import for_contributors
from site_builder.publish.build import Refused
from site_builder.read import git
from site_builder.read.files import lines_of
from site_builder.read.settings import Settings


@click.command()
@click.option("--base", required=True, help="A commit or branch that is published already.")
@click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder for what is written."
)
@language_option
def report(base: str, output: Path, lang: Language) -> None:
    """Write report.json, and, where the site can be built, preview.html.

    The records may be wrong: the report says how. It fails where a permanent link would lead nowhere.
    """
    site = find_archive()
    touched = git.differing(site.root, base)
    changed = scopes.of(touched)
    problems = validate_site(site, base)[0].problems
    told_of, others = brought.parted(problems, brought.before(site, base), touched)
    languages = for_contributors(for_person(site))
    told = form.of_problems(told_of, len(others), lines_of(site.root), languages, changed)
    output.mkdir(parents=True, exist_ok=True)
    told = _with_site(told, site, base, changed.data, output, lang)
    (output / form.FILE).write_bytes(form.write(told))
    print(lang.text("written: {file}", file=str(output / form.FILE)))
    if told.site and told.site.gone_permalinks:
        listed = ", ".join(told.site.gone_permalinks)
        said = in_every(site.languages, lambda each: each.text("permanent links would lead nowhere: {ids}", ids=listed))
        print(reports.command("error", said))
        sys.exit(1)


def _with_site(told: Report, site: Settings, base: str, sources: Sequence[str], output: Path, lang: Language) -> Report:
    """The report with what the site would change; as it is where one of the two sites cannot be built."""
    try:
        with both_sites.built(site, base) as (before, after):
            shown, others = comparison.parted(comparison.changed_pages(before, after, site.tags), sources)
            (output / preview.FILE).write_text(preview.page(shown, others, after, for_person(site)), "utf-8")
            return replace(told, site=form.of_pages(shown, others, comparison.gone_permalinks(before, after)))
    except Refused as refused:
        if not told.errors:  # otherwise they are in the report
            print(reports.as_text(refused.problems, lines_of(site.root), lang), file=sys.stderr)
    except FAILURES as failure:
        print(reason(failure, lang), file=sys.stderr)
    return told
