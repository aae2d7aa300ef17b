"""`claims github expected`: what the published site must answer with, for the look at it."""

from pathlib import Path

import click

from site_builder.cli.options import find_archive, language_option, refuse_unbuilt
from site_builder.github import smoke
from site_builder.language.language import Language
from site_builder.read import loader
from site_builder.read.cache import cache_file


@click.command()
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file to write.")
@language_option
def expected(output: Path, lang: Language) -> None:
    """List, by the site that was built, what some addresses must answer with once it is published."""
    site = find_archive()
    refuse_unbuilt(site)
    archive = loader.load(site.root, cache_file(site.root)).archive
    listed = smoke.expected(archive, site.site_dir, site.tags)
    output.write_text(smoke.as_json(listed), encoding="utf-8")
    print(lang.plural("{count} address to look at", "{count} addresses to look at", len(listed)))
