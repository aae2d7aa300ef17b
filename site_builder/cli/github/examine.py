"""`claims github examine`: the night's look at the sources of quotes, and at the packages of the archive."""

import time
from pathlib import Path

import click

from site_builder.cli.options import find_archive, language_option
from site_builder.cli.verify import visiting
from site_builder.github import advisories, examination, health_words, web
from site_builder.language.language import Language
from site_builder.read import loader
from site_builder.read.cache import cache_file
from site_builder.runtime import clock

_SECONDS = 40 * 60
"""Time for the pages of one night."""


@click.command()
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file to write.")
@language_option
def examine(output: Path, lang: Language) -> None:
    """Visit sources again, some each night, and ask whether weaknesses of the packages in use are known.

    It changes nothing: what it found is for `claims github health`.
    """
    site = find_archive()
    visit = visiting(site.url, lang)
    loaded = loader.load(site.root, cache_file(site.root))
    end = time.monotonic() + _SECONDS
    quotes = examination.quotes(loaded)
    seen = examination.sightings(quotes, visit, clock.today(), lambda: time.monotonic() > end)
    packages = advisories.installed()
    weaknesses = advisories.weaknesses(packages, web.post)
    turns = examination.round_of(len(quotes))
    found = examination.of(clock.today(), turns, seen, packages, weaknesses)
    output.write_bytes(examination.write(found))
    print(lang.plural("{count} page of a source seen", "{count} pages of sources seen", len(seen)))
    for said in health_words.turns(lang, turns):
        print(said)
    if weaknesses is None:
        print(lang.text("what is known of packages could not be asked for (osv.dev)"))
    else:
        print(
            lang.plural(
                "{count} package with known weaknesses", "{count} packages with known weaknesses", len(weaknesses)
            )
        )
