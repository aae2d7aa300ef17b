"""`claims github release`: the files of a month's release, with what is new since the one before."""

import os
import sys
from pathlib import Path

import click

from site_builder.cli.options import find_archive, language_option, refuse_unbuilt
from site_builder.github import release as releases
from site_builder.github import steps
from site_builder.language.language import Language
from site_builder.read import git, loader
from site_builder.read.cache import cache_file
from site_builder.runtime import clock


@click.command()
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="A new folder: files/ for what is released, notes.md for what is said of it.",
)
@language_option
def release(output: Path, lang: Language) -> None:
    """Pack the data and the site that was built, with digests, for the release of this month.

    Where nothing has changed since the last one, or this month has one, there is nothing to do.
    """
    site = find_archive()
    tag = releases.tag_of(clock.day_of_run())
    if not releases.is_due(site.root, tag):
        print(lang.text("there is nothing to release: {tag} is the last one", tag=str(releases.last(site.root))))
        return
    refuse_unbuilt(site)
    if output.exists():
        print(lang.text("{folder} is there already; name a new folder", folder=str(output)), file=sys.stderr)
        sys.exit(2)
    before = releases.last(site.root)
    archive = loader.load(site.root, cache_file(site.root)).archive
    moment = int(os.environ.get("SOURCE_DATE_EPOCH") or git.moment(site.root) or 0)
    for file in releases.write(output / "files", tag, site.root, site.site_dir, moment):
        print(f"{file}  {lang.file_size(file.stat().st_size)}")
    news = releases.news(site.root, archive, before)
    (output / "notes.md").write_text(releases.notes(site.languages, news, before, site.url), encoding="utf-8")
    steps.set_outputs({"tag": tag})
