"""Options that several commands have."""

import locale
import os
from collections.abc import Sequence
from pathlib import Path

import click

from site_builder.language.catalogs import SOURCE, available
from site_builder.language.language import Language
from site_builder.read import settings

CONFIG = Path("mkdocs.yml")


def site_languages() -> list[str]:
    """The tags of the languages of the site in the current folder."""
    return settings.read(CONFIG).tags


def is_below(file: Path, paths: Sequence[Path]) -> bool:
    """Tell whether a command was given a file, or a folder that holds it."""
    chosen = {way for path in paths for way in (path.absolute(), path.resolve())}
    return not chosen.isdisjoint([file, *file.parents])


def _spoken() -> str:
    """The language of the person at the terminal, as far as the environment tells and a catalog is there."""
    wanted = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    tag = (locale.normalize(wanted).split(".")[0]).split("_")[0]
    return tag if tag in available() else SOURCE


language_option = click.option(
    "--lang",
    type=click.Choice(available()),
    default=_spoken,
    callback=lambda context, option, tag: Language(tag),
    help="The language of the messages.",
)
