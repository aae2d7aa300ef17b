"""Every kind of problem that there is."""

from collections.abc import Iterator
from types import ModuleType

from site_builder.problems import (
    Kind,
    content,
    dates,
    duplicates,
    figures,
    files,
    ids,
    measures,
    permanence,
    references,
    relations,
    schemas,
    shape,
    syntax,
    text,
    translations,
    urls,
)

TOPICS: tuple[ModuleType, ...] = (
    files,
    syntax,
    shape,
    translations,
    text,
    ids,
    dates,
    urls,
    references,
    relations,
    measures,
    figures,
    duplicates,
    permanence,
    content,
    schemas,
)
"""The modules that hold kinds, in the order in which a record runs into them."""


def kinds() -> list[type[Kind]]:
    """Every kind of every topic, by code."""
    return sorted((kind for topic in TOPICS for kind in _of(topic)), key=lambda kind: kind.code[1:])


def _of(topic: ModuleType) -> Iterator[type[Kind]]:
    return (kind for kind in vars(topic).values() if isinstance(kind, type) and kind.__base__ is Kind)
