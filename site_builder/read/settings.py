"""The one setting of a site that its records depend on: its languages, as `mkdocs.yml` names them.

Whoever builds is told them by MkDocs. A check needs nothing else of it, and MkDocs takes as long to be imported as a
thousand records take to be read.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from site_builder.language.catalogs import UnknownLanguage, available
from site_builder.language.language import Language

PLUGIN = "claims"


class Unusable(Exception):
    """The settings name no languages that there are; the message says why."""


class _Loader(yaml.CSafeLoader):
    """Passes over the values that only MkDocs understands, such as `!ENV`."""


_Loader.add_multi_constructor("", lambda loader, tag, node: None)


def site_languages(file: Path) -> tuple[Language, ...]:
    """The languages of the site of a `mkdocs.yml`, the first being the fallback."""
    for settings in _inherited(file):
        plugins = settings.get("plugins")
        named = (
            plugins if isinstance(plugins, dict) else dict(map(_named, plugins if isinstance(plugins, list) else []))
        )
        if PLUGIN in named:
            options = named[PLUGIN]
            return known(options.get("languages", []) if isinstance(options, dict) else [])
    raise Unusable(f"{file}: the plugin `{PLUGIN}` is missing")


def known(tags: object) -> tuple[Language, ...]:
    """The languages of what should be a list of tags; each must have a catalog."""
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise Unusable("languages: write a list of tags, such as [en, ko]")
    if not tags:
        raise Unusable(f"languages: name at least one of {', '.join(available())}")
    try:
        return tuple(Language(tag) for tag in tags)
    except UnknownLanguage as unknown:
        raise Unusable(f"languages: {unknown} has no catalog; there are {', '.join(available())}") from None


def _inherited(file: Path) -> Iterator[dict[str, Any]]:
    """The settings of a file, and those that it inherits."""
    seen = set[Path]()
    while file not in seen:
        seen.add(file)
        try:
            settings = yaml.load(file.read_bytes(), _Loader)
        except (OSError, yaml.YAMLError) as error:
            raise Unusable(f"{file}: {error}") from error
        if not isinstance(settings, dict):
            raise Unusable(f"{file}: there are no settings")
        yield settings
        if not isinstance(settings.get("INHERIT"), str):
            return
        file = file.parent / settings["INHERIT"]


def _named(plugin: str | dict[str, Any]) -> tuple[str, Any]:
    """A plugin's name and its settings, as a list has them: a name alone, or a mapping of one key."""
    return next(iter(plugin.items()), ("", None)) if isinstance(plugin, dict) else (plugin, None)
