"""Options that several commands have."""

import locale
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from site_builder.check import reports
from site_builder.language.catalogs import SOURCE, Catalogs
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
    return tag if tag in Catalogs(Path.cwd()).tags() else SOURCE


def _language(context: click.Context, option: click.Parameter, tag: str) -> Language:
    """Return the language of a tag, or the one that stands in for it, with a word about that."""
    catalogs = Catalogs(Path.cwd())
    language = Language(click.Choice(catalogs.tags()).convert(tag, option, context), catalogs)
    if notice := reports.notice(language):
        print(notice, file=sys.stderr)
    return language.for_contributors


language_option = click.option(
    "--lang",
    metavar="TAG",
    default=_spoken,
    callback=_language,
    help="The language of the messages.",
)
