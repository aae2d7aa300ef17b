"""`claims cite`: a claim as a citation, in the form that a paper, a program or a wiki wants."""

import sys

import click

from site_builder.check import reports
from site_builder.check.validate import validate_site
from site_builder.cli.options import asked_for, find_archive, language_option, of_site, unknown_claim
from site_builder.language.language import Language
from site_builder.library.citation_forms import FORMATS
from site_builder.library.library import gathered
from site_builder.library.localized import LocalizedLibrary
from site_builder.library.site import describe
from site_builder.pages.claim import citation
from site_builder.read import git
from site_builder.read.files import lines_of


@click.command()
@click.argument("id")
@click.option("--format", "form", type=click.Choice(FORMATS), default=FORMATS[0], help="The form of the citation.")
@language_option
def cite(id: str, form: str, lang: Language) -> None:
    """Cite the claim ID: who keeps the record, what it says, where it stands, and where the words were published."""
    site = find_archive()
    validated, content = validate_site(site)
    if any(problem.is_error for problem in validated.problems):
        print(reports.as_text(validated.problems, lines_of(site.root), lang), file=sys.stderr)
        sys.exit(1)
    claim = validated.archive.claims.get(id)
    if claim is None:
        print(unknown_claim(id, validated.archive.claims, lang), file=sys.stderr)
        sys.exit(1)
    described, history = describe(site, content, {}), git.history(site.root)
    library = gathered(site.root, described, validated, history)
    print(citation(LocalizedLibrary(library, of_site(site, asked_for())), claim, form))
