"""The quantities that a text says in words and digits: how many, how large a part, how many times, with each hedge."""

from collections.abc import Collection

from site_builder.language.quantities.reader import reader
from site_builder.language.quantities.reading import QuantityKind, Reading
from site_builder.language.quantities.tables import UnknownLanguage

__all__ = ["QuantityKind", "Reading", "UnknownLanguage", "is_read", "readings"]


def is_read(tag: str) -> bool:
    """Tell whether numbers of a language are read in words too, so that a text in which none is read has none."""
    try:
        return reader(tag).has_words
    except UnknownLanguage:
        return False


def readings(text: str, tag: str, units: Collection[str] = ()) -> list[Reading]:
    """Read the quantities of a text in a language, in their order; `units` are further words for what is counted.

    `UnknownLanguage` where the tag is of none.
    """
    return reader(tag).read(text, units)
