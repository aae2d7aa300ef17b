"""Options that several commands have, and the archive that they work on."""

import sys
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

import click
from click.core import ParameterSource

from site_builder.check import reports
from site_builder.language.catalogs import Catalogs
from site_builder.language.language import Language
from site_builder.model import urls
from site_builder.problems import message
from site_builder.read import settings
from site_builder.read.settings import Settings

CONFIG = "mkdocs.yml"
_TAG = "claims.language"
_ALIKE = 0.5
"""How much of an id must be as it was typed for it to be what was meant."""


def find_config() -> Path:
    """Find the settings of the archive around the current folder: in it, or in the nearest folder above that has any.

    `Unusable` where there are none.
    """
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / CONFIG).is_file():
            return Path(CONFIG) if folder == here else folder / CONFIG
    raise settings.Unusable(
        message("there is no archive here: no mkdocs.yml in this folder or above it; go to the folder of one (cd …)")
    )


def find_archive() -> Settings:
    """Read the settings of the archive around the current folder; `Unusable` where there are none."""
    return settings.read(find_config().absolute())


def refuse_unbuilt(site: Settings) -> None:
    """`Unusable` where the site of an archive was not built yet."""
    if not (site.site_dir / urls.SITEMAP).is_file():
        reason = message("there is no site in {folder}; build it first: claims build")
        raise settings.Unusable(reason, folder=site.site_dir)


def unknown_claim(id: str, known: Iterable[str], language: Language) -> str:
    """Say that there is no claim of an id, and which one is like it."""
    said = language.text("there is no claim {id}", id=id)
    near = get_close_matches(id, known, n=1, cutoff=_ALIKE)
    return "\n".join([said, *[language.text("did you mean {id}?", id=each) for each in near]])


def is_below(file: Path, paths: Sequence[Path]) -> bool:
    """Tell whether a command was given a file, or a folder that holds it."""
    chosen = {way for path in paths for way in (path.absolute(), path.resolve())}
    return not chosen.isdisjoint([file, *file.parents])


def catalogs() -> Catalogs:
    """The catalogs of the archive around the current folder, or those that there are everywhere."""
    try:
        return Catalogs(find_config().absolute().parent)
    except settings.Unusable:
        return Catalogs()


def _asked_for() -> str:
    """The language in which the whole command speaks: it was found before anything else was read."""
    language: Language = click.get_current_context().find_root().obj
    return language.tag


def asked_for() -> str:
    """The tag of the language that the command at work was asked for, whatever it says its messages in."""
    return str(click.get_current_context().meta[_TAG])


def is_asked_for() -> bool:
    """Tell whether a person chose the language of the command, and not the terminal."""
    source = click.get_current_context().find_root().get_parameter_source("lang")
    return source is ParameterSource.COMMANDLINE


def of_site(site: Settings, tag: str) -> Language:
    """Return the language in which a command speaks of records: the one asked for if the site has it, or its first."""
    return next((each for each in site.languages if each.tag == tag), site.languages[0])


def _language(context: click.Context, option: click.Parameter, tag: str) -> Language:
    """Return the language of a tag, or the one that stands in for it, with a word about that, once."""
    if context.parent:
        spoken: Language = context.find_root().obj
        return spoken
    context.meta[_TAG] = tag
    known = catalogs()
    language = Language(click.Choice(known.tags()).convert(tag, option, context), known)
    if notice := reports.notice(language):
        print(notice, file=sys.stderr)
    return language.for_contributors


language_option = click.option(
    "--lang",
    metavar="TAG",
    default=_asked_for,
    callback=_language,
    help="The language of the messages.",
)
