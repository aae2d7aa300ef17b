"""The catalogs of messages: gettext's, in `locale/`. The English text is the message id."""

import io
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE = "en"
"""The language of the message ids."""
LOCALE = Path(__file__).parent / "locale"
DOMAIN = "claims"


class UnknownLanguage(Exception):
    """A language that the site asks for has no catalog."""


def available() -> list[str]:
    """The tags of the languages that have a catalog; whatever else lies beside the catalogs is passed over."""
    return sorted({SOURCE, *_catalogs()})


def _catalogs() -> dict[str, Path]:
    """The catalogs by tag: `pybabel` calls the folder of `pt-BR` `pt_BR`."""
    files = LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.po")
    return {tag: file for file in files if _is_tag(tag := file.parts[-3].replace("_", "-"))}


def _is_tag(name: str) -> bool:
    try:
        Locale.parse(name, sep="-")
    except (ValueError, UnknownLocaleError):
        return False
    return True


@cache
def translations(tag: str) -> NullTranslations:
    """Read the catalog of a language, once."""
    if tag == SOURCE:
        return NullTranslations()
    with _catalogs()[tag].open("rb") as file:
        catalog = read_po(file, locale=tag.replace("-", "_"), domain=DOMAIN)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return GNUTranslations(compiled)
