"""The list of all entities, by kind and name."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from site_builder import urls
from site_builder.languages import Language, Link
from site_builder.pages.view import Page, Slice, View, numbered_title, paged


@dataclass(frozen=True, slots=True)
class Entry:
    """An entity in the list."""

    kind: str
    name: Link
    description: str
    count: str


@dataclass(frozen=True, slots=True)
class Content:
    """One page of the list, cut into kinds."""

    title: str
    kinds: tuple[tuple[str, tuple[Entry, ...]], ...]
    part: Slice[Entry]


def kind_name(language: Language, kind: str) -> str:
    """What a language calls a kind of entity, as the heading of a list."""
    names = {
        "person": language.text("People"),
        "organization": language.text("Organizations"),
        "outlet": language.text("Outlets"),
        "country": language.text("Countries"),
        "place": language.text("Places"),
        "group": language.text("Groups"),
        "equipment": language.text("Equipment"),
        "event": language.text("Events"),
        "topic": language.text("Topics"),
    }
    return names[kind]


KINDS = ("person", "organization", "group", "outlet", "country", "place", "event", "equipment", "topic")


def pages(view: View) -> Iterator[Page]:
    """The list, in pages."""
    language, tag = view.language, view.language.tag
    entities = sorted(
        view.archive.entities.values(), key=lambda entity: (KINDS.index(entity.kind), entity.name[tag], entity.id)
    )
    entries = [
        Entry(
            kind_name(language, entity.kind),
            view.entity(entity.id),
            entity.description[tag] if entity.description else "",
            language.plural("{count} claim", "{count} claims", len(view.groups.of_entity(entity.id))),
        )
        for entity in entities
    ]
    title = language.text("People, organizations, topics")
    description = language.text("Everyone and everything that the archive's claims name.")
    for address, part in paged(urls.ENTITIES, entries):
        kinds = tuple((kind, tuple(group)) for kind, group in groupby(part.entries, lambda entry: entry.kind))
        yield Page(
            address,
            urls.ENTITIES,
            numbered_title(language, title, part.number),
            description,
            "entities.html",
            Content(title, kinds, part),
        )
