"""Every kind of problem that there is, by topic."""

from collections.abc import Iterator
from types import ModuleType
from typing import NamedTuple

from site_builder.problems import (
    Kind,
    catalogs,
    content,
    dates,
    duplicates,
    figures,
    files,
    ids,
    measures,
    message,
    numbers,
    permanence,
    references,
    relations,
    schemas,
    settings,
    shape,
    syntax,
    text,
    translations,
    urls,
    verification,
)


class Topic(NamedTuple):
    """A module that holds kinds, and what they have in common, a message id."""

    module: ModuleType
    title: str

    @property
    def id(self) -> str:
        """Its name in addresses."""
        return self.module.__name__.rpartition(".")[2]

    def kinds(self) -> list[type[Kind]]:
        """Its kinds, by code."""
        kinds = [kind for kind in vars(self.module).values() if isinstance(kind, type) and kind.__base__ is Kind]
        return sorted(kinds, key=lambda kind: kind.code[1:])


TOPICS = (
    Topic(files, message("Files and folders")),
    Topic(syntax, message("Indentation and punctuation")),
    Topic(shape, message("Keys and values")),
    Topic(translations, message("Languages")),
    Topic(text, message("Characters and words")),
    Topic(ids, message("Ids and names of files")),
    Topic(dates, message("Dates")),
    Topic(urls, message("Addresses on the web")),
    Topic(references, message("Names of other records")),
    Topic(relations, message("Links between records")),
    Topic(measures, message("What numbers mean")),
    Topic(figures, message("Numbers")),
    Topic(numbers, message("Numbers in words")),
    Topic(duplicates, message("Things recorded twice")),
    Topic(verification, message("Quotes and their sources")),
    Topic(permanence, message("Changes after publication")),
    Topic(content, message("Hand-written pages and pictures")),
    Topic(settings, message("Settings of the site")),
    Topic(catalogs, message("The generator's own words")),
    Topic(schemas, message("Files for editors")),
)
"""The topics in the order in which a record runs into them."""


def kinds() -> list[type[Kind]]:
    """Every kind of every topic, by code."""
    return sorted(_all(), key=lambda kind: kind.code[1:])


def _all() -> Iterator[type[Kind]]:
    return (kind for topic in TOPICS for kind in topic.kinds())
