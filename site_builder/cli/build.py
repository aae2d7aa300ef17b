"""`claims build`: the site, from the records."""

import sys
import time
from pathlib import Path

import click

from site_builder.check import reports
from site_builder.cli import plugin, progress
from site_builder.cli.options import language_option
from site_builder.language.language import Language
from site_builder.publish.build import Refused
from site_builder.read.files import lines_of

_PAGES_LIMIT = 1_000_000_000
"""Bytes that a site on GitHub Pages may have (GitHub Docs, "GitHub Pages limits")."""


@click.command()
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("mkdocs.yml"),
    help="The site's mkdocs.yml.",
)
@click.option("--site-dir", type=click.Path(path_type=Path), help="Where the site goes, instead of site/.")
@click.option("--no-search", is_flag=True, help="Leave out the search index (there is none yet).")
@language_option
def build(config: Path, site_dir: Path | None, no_search: bool, lang: Language) -> None:
    """Check the records and build the site; on any problem the old site stays as it is."""
    start = time.monotonic()
    try:
        with progress.shown(lang) as told:
            built = plugin.make(config, site_dir, told)
    except Refused as refused:
        print(reports.as_text(refused.problems, lines_of(config.parent), lang), file=sys.stderr)
        sys.exit(1)
    except plugin.Failed as failed:
        print(failed, file=sys.stderr)
        sys.exit(2)
    print(
        lang.text(
            "{claims}, {pages}; files: {written} written, {unchanged} unchanged, {removed} removed; "
            "{size}, {share} of what GitHub Pages holds; {time}",
            claims=lang.plural("{count} claim", "{count} claims", built.claims),
            pages=lang.plural("{count} page", "{count} pages", built.pages),
            written=built.written,
            unchanged=built.files - built.written,
            removed=built.removed,
            size=lang.megabytes(built.size),
            share=lang.percent(built.size / _PAGES_LIMIT),
            time=lang.seconds(time.monotonic() - start),
        )
    )
