"""`claims github reproduce`: whether the same records make the same bytes again."""

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import click

from site_builder import engine as engines
from site_builder.check.reports import command
from site_builder.cli.failures import FAILURES, reason
from site_builder.cli.options import find_archive, language_option
from site_builder.github.all_languages import in_every
from site_builder.github.comparison import differing_files
from site_builder.language.language import Language
from site_builder.model import urls
from site_builder.publish.build import build
from site_builder.read import git, settings
from site_builder.read.settings import Settings

_NAMED = 10


@click.command()
@language_option
def reproduce(lang: Language) -> None:
    """Build the site of the last commit again, from nothing, and compare it with the one that is built."""
    site = find_archive()
    try:
        # The day on which it was built, which pages show, may have gone by.
        os.environ.setdefault("SOURCE_DATE_EPOCH", str(int((site.site_dir / urls.ROOT).stat().st_mtime)))
        differing = _differing(site)
    except FAILURES as failure:
        print(reason(failure, lang), file=sys.stderr)
        sys.exit(2)
    if differing:
        said = in_every(
            site.languages,
            lambda each: each.plural(
                "{count} file differs when the same site is built again: {files}",
                "{count} files differ when the same site is built again: {files}",
                len(differing),
                files=", ".join(differing[:_NAMED]),
            ),
        )
        print(command("error", said))
        sys.exit(1)
    print(lang.text("built a second time, the site is the same, byte for byte"))


def _differing(site: Settings) -> list[str]:
    """The files of the built site that are others when it is built again."""
    with tempfile.TemporaryDirectory(prefix="claims-") as folder, git.checked_out(site.root, "HEAD") as root:
        again = replace(settings.read(root / site.file.name), site_dir=Path(folder, "site"))
        build(again, engines.load(engines.ENGINES[0]))
        return differing_files(site.site_dir, again.site_dir)
