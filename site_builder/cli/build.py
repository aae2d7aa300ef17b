"""`claims build`: the site, from the records."""

import sys
import time
from dataclasses import replace
from pathlib import Path

import click

from site_builder import engine as engines
from site_builder.check import reports
from site_builder.cli import progress
from site_builder.cli.failures import FAILURES, reason
from site_builder.cli.options import find_config, language_option
from site_builder.language.language import Language
from site_builder.model import urls
from site_builder.publish import limits
from site_builder.publish.build import Refused, notices
from site_builder.publish.build import build as build_site
from site_builder.publish.site_writer import Built
from site_builder.read import settings
from site_builder.read.files import lines_of
from site_builder.read.settings import Cards


@click.command()
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The site's mkdocs.yml, if it is not this archive's.",
)
@click.option("--site-dir", type=click.Path(path_type=Path), help="Where the site goes, instead of site/.")
@click.option(
    "--engine",
    type=click.Choice(engines.ENGINES),
    default=engines.ENGINES[0],
    help="What renders the hand-written pages and the page around the records.",
)
@click.option("--no-search", is_flag=True, help="Leave out the search.")
@click.option("--no-cards", is_flag=True, help="Leave out the preview cards.")
@language_option
def build(
    config: Path | None, site_dir: Path | None, engine: str, no_search: bool, no_cards: bool, lang: Language
) -> None:
    """Check the records and build the site; on any problem the old site stays as it is."""
    start = time.monotonic()
    config = config or find_config()
    try:
        site = settings.read(config)
        with progress.shown(lang) as shown:
            site = replace(
                site,
                site_dir=site_dir or site.site_dir,
                cards=Cards.NONE if no_cards else site.cards,
                search=not no_search,
            )
            built = build_site(site, engines.load(engine), shown)
    except Refused as refused:
        print(reports.as_text(refused.problems, lines_of(config.parent), lang), file=sys.stderr)
        sys.exit(1)
    except FAILURES as failure:
        print(reason(failure, lang), file=sys.stderr)
        sys.exit(2)
    if told := notices(site, built):
        print(reports.as_text(told, lines_of(config.parent), lang), file=sys.stderr)
    print(_summary(built, time.monotonic() - start, lang))
    print(lang.text("look at it: claims serve (or make serve), or open {file}", file=str(site.site_dir / urls.ROOT)))


def _summary(built: Built, seconds: float, language: Language) -> str:
    return language.text(
        "{claims}, {pages}; files: {written} written, {unchanged} unchanged, {removed} removed; "
        "{size}, {share} of what GitHub Pages holds; {time}",
        claims=language.plural("{count} claim", "{count} claims", built.claims),
        pages=language.plural("{count} page", "{count} pages", built.pages),
        written=built.written,
        unchanged=built.files - built.written,
        removed=built.removed,
        size=language.file_size(built.size),
        share=language.percent(built.size / limits.SIZE),
        time=language.seconds(seconds),
    )
