"""The list of all entities, by kind and name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from site_builder.language.language import Language, Link
from site_builder.library.library import Library
from site_builder.library.localized import LocalizedLibrary, Prose
from site_builder.model import urls
from site_builder.model.records import Entity
from site_builder.pages.page import Page, PageContent
from site_builder.pages.pager import Pager, numbered_title, paginate_by_language


@dataclass(slots=True)
class Entry:
    """An entity in the list."""

    name: Link
    description: Prose | None
    count: str


@dataclass(slots=True)
class EntitiesContext:
    """One page of the list, cut into kinds."""

    title: str
    can_search: bool
    kinds: tuple[tuple[str, tuple[Entry, ...]], ...]
    pager: Pager[Entity]


def kind_name(language: Language, kind: str) -> str:
    """Return what a language calls a kind of entity, as the heading of a list."""
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


def kind_of_one(language: Language, kind: str) -> str:
    """Return what a language calls one entity of a kind."""
    names = {
        "person": language.text("Person"),
        "organization": language.text("Organization"),
        "outlet": language.text("Outlet"),
        "country": language.text("Country"),
        "place": language.text("Place"),
        "group": language.text("Group"),
        "equipment": language.text("Equipment"),
        "event": language.text("Event"),
        "topic": language.text("Topic"),
    }
    return names[kind]


KINDS = ("person", "organization", "group", "outlet", "country", "place", "event", "equipment", "topic")


def pages(library: Library) -> Iterator[Page]:
    """The list, in pages, by kind and name."""
    ordered = partial(_ordered, library)
    for address, pagers in paginate_by_language(urls.ENTITIES, library.site.languages, ordered):
        yield Page(address, partial(_dependencies, library, pagers), partial(_show, pagers=pagers))


def _ordered(library: Library, language: Language) -> list[Entity]:
    return sorted(
        library.archive.entities.values(),
        key=lambda entity: (KINDS.index(entity.kind), language.sort_key(entity.name[language.tag]), entity.id),
    )


def _dependencies(library: Library, pagers: Mapping[str, Pager[Entity]]) -> tuple[object, ...]:
    return tuple(
        (pager.position, [(library.fingerprints.entity(each.id), _count(library, each)) for each in pager.entries])
        for pager in pagers.values()
    )


def _count(library: Library, entity: Entity) -> int:
    return len(library.groups.naming(entity.id))


def _show(library: LocalizedLibrary, pagers: Mapping[str, Pager[Entity]]) -> PageContent:
    language, pager = library.language, pagers[library.language.tag]
    title = language.text("People and topics")
    kinds = groupby(pager.entries, lambda entity: entity.kind)
    return PageContent(
        numbered_title(language, title, pager.number),
        language.text("Everyone and everything that the archive's claims name."),
        "entities.html",
        EntitiesContext(
            title,
            library.site.search,
            tuple(
                (kind_name(language, kind), tuple(_entry(library, entity) for entity in entities))
                for kind, entities in kinds
            ),
            pager,
        ),
    )


def _entry(library: LocalizedLibrary, entity: Entity) -> Entry:
    return Entry(
        library.entity(entity.id),
        library.prose(entity.description) if entity.description else None,
        library.language.plural("{count} claim", "{count} claims", _count(library, entity)),
    )
