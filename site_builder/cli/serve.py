"""`claims serve`: a preview that reloads when a record or a page is saved."""

import logging
import shutil
import sys
import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import click

from site_builder import engine
from site_builder.check import reports
from site_builder.cli.failures import FAILURES, reason
from site_builder.cli.options import find_config, language_option
from site_builder.language.language import Language
from site_builder.publish import build
from site_builder.publish.preview import Preview
from site_builder.publish.server import Server
from site_builder.read import settings
from site_builder.read.files import lines_of

_PREFIX = "rendered-"


@click.command()
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The site's mkdocs.yml, if it is not this archive's.",
)
@click.option("--port", type=int, default=8000, help="The local port.")
@language_option
def serve(config: Path | None, port: int, lang: Language) -> None:
    """Preview the site at a local port; saved records show up by themselves."""
    config = config or find_config()
    logging.getLogger("mkdocs.plugins.claims").setLevel(logging.INFO)  # the server says where the preview is
    try:
        site = settings.read(config)
    except settings.Unusable as unusable:
        print(unusable.text(lang), file=sys.stderr)
        sys.exit(2)
    mount = urlsplit(site.url).path
    preview = Preview(site.root, site.languages)
    with tempfile.TemporaryDirectory(prefix="claims-") as workshop:
        render = partial(_render, config, f"http://127.0.0.1:{port}{mount}", preview, Path(workshop), lang)
        try:
            server = Server(site.file, preview, ("127.0.0.1", port), mount, render)
        except OSError as failure:
            print(reason(failure, lang), file=sys.stderr)
            sys.exit(2)
        render()
        try:
            server.serve()
        finally:
            server.shutdown()


def _render(config: Path, url: str, preview: Preview, workshop: Path, language: Language) -> None:
    """Show the hand-written pages as they are now, or on every page why they cannot be shown."""
    try:
        site = replace(settings.read(config), url=url)
        content = build.prepare_content(site)
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=workshop))
        preview.show(build.render(site, content, engine.load(engine.ENGINES[0]), folder), content)
    except build.Refused as refused:
        preview.fail(reports.as_text(refused.problems, lines_of(config.parent), language))
    except FAILURES as failure:
        preview.fail(reason(failure, language))
    finally:
        _remove_unused(workshop, preview)


def _remove_unused(workshop: Path, preview: Preview) -> None:
    """Remove what was rendered before; whoever asks for a page of it in this moment gets the new one by the script."""
    for folder in workshop.glob(f"{_PREFIX}*"):
        if not (preview.rendered and preview.rendered.folder.is_relative_to(folder)):
            shutil.rmtree(folder, ignore_errors=True)
