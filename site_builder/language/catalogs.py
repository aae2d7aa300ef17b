"""The catalogs of messages: gettext's, in `locale/`. The English text is the message id."""

import io
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE = "en"
"""The language of the message ids."""
LOCALE = Path(__file__).parent / "locale"
DOMAIN = "claims"


class UnknownLanguage(Exception):
    """A language that the site asks for has no catalog."""


def available() -> list[str]:
    """The tags of the languages that have a catalog."""
    return sorted({SOURCE, *(folder.name for folder in LOCALE.iterdir() if folder.is_dir())})


@cache
def translations(tag: str) -> NullTranslations:
    """Read the catalog of a language, once."""
    if tag == SOURCE:
        return NullTranslations()
    path = LOCALE / tag / "LC_MESSAGES" / f"{DOMAIN}.po"
    with path.open("rb") as file:
        catalog = read_po(file, locale=tag.replace("-", "_"), domain=DOMAIN)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return GNUTranslations(compiled)
