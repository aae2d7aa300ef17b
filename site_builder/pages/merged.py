"""The pages of records that were merged into others: each keeps its address, and leads on to the other's page."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from site_builder.language.language import Part
from site_builder.library.library import Library
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.model.merging import Merged
from site_builder.model.records import Entity, Series
from site_builder.pages.page import Page, PageContent, description


@dataclass(slots=True)
class MergedContext:
    """The name of what was merged, and the sentence that leads on, for browsers that do not do so by themselves."""

    title: str
    sentence: tuple[Part, ...]


def of_entities(library: Library) -> Iterator[Page]:
    """The pages of merged entities."""
    for id, merged in library.merged.entities.items():
        yield Page(
            urls.entity(id),
            partial(_dependencies_of_entity, library, merged),
            partial(_show_entity, merged=merged),
            is_indexed=False,
            leads_to=urls.entity(merged.into),
            card=urls.entity_card(merged.into),
        )


def of_series(library: Library) -> Iterator[Page]:
    """The pages of merged series."""
    for id, merged in library.merged.series.items():
        yield Page(
            urls.series(id),
            partial(_dependencies_of_series, library, merged),
            partial(_show_series, merged=merged),
            is_indexed=False,
            leads_to=urls.series(merged.into),
            card=urls.series_card(merged.into),
        )


def _dependencies_of_entity(library: Library, merged: Merged[Entity]) -> tuple[object, ...]:
    return (merged.into, *map(library.fingerprints.entity, (merged.record.id, merged.into)))


def _dependencies_of_series(library: Library, merged: Merged[Series]) -> tuple[object, ...]:
    return (merged.into, *map(library.fingerprints.series, (merged.record.id, merged.into)))


def _show_entity(library: LocalizedLibrary, merged: Merged[Entity]) -> PageContent:
    name, into = merged.record.name[library.language.tag], library.entity(merged.into)
    return _content(name, library.language.sentence("{name} is now under {target}.", name=name, target=into))


def _show_series(library: LocalizedLibrary, merged: Merged[Series]) -> PageContent:
    question, into = merged.record.question[library.language.tag], library.series(merged.into)
    sentence = library.language.sentence(
        "The question “{question}” is now under “{target}”.", question=question, target=into
    )
    return _content(question, sentence)


def _content(title: str, sentence: tuple[Part, ...]) -> PageContent:
    return PageContent(title, description(sentence), "merged.html", MergedContext(title, sentence))
