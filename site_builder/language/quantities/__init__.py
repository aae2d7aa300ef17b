"""The numbers that a text says, as people put them into words: counts, ranges, shares, percentages, multiples, money.

Pure rules, whose words stand in tables of each language (`locale/<tag>/numbers.toml`); a language without one is read
in digits alone. What is a date, a name, a model, an ordinal, a score or denied is no quantity and is passed over.
"""

from collections.abc import Collection

from site_builder.language.quantities.reader import Reading, reader

__all__ = ["Reading", "is_read", "readings"]


def is_read(tag: str) -> bool:
    """Tell whether numbers of a language are read in words too, so that a text in which none is read has none."""
    return reader(tag).has_words


def readings(text: str, tag: str, units: Collection[str] = ()) -> list[Reading]:
    """Read the numbers of a text in a language, in their order; `units` are further words that count."""
    return reader(tag).read(text, units)
