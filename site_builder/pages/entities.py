"""The list of all entities, by kind and name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import NamedTuple

from site_builder.language.language import Language, Link
from site_builder.library.library import Holdings
from site_builder.model import urls
from site_builder.model.records import Entity
from site_builder.pages.view import Page, Prose, Shown, Slice, View, numbered_title, paged_by_language


@dataclass(frozen=True, slots=True)
class Entry:
    """An entity in the list."""

    name: Link
    description: Prose | None
    count: str


class Content(NamedTuple):
    """One page of the list, cut into kinds."""

    title: str
    kinds: tuple[tuple[str, tuple[Entry, ...]], ...]
    part: Slice[Entity]


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


def kind_of_one(language: Language, kind: str) -> str:
    """What a language calls one entity of a kind."""
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


def pages(holdings: Holdings) -> Iterator[Page]:
    """The list, in pages, by kind and name."""
    ordered = partial(_ordered, holdings)
    for address, parts in paged_by_language(urls.ENTITIES, holdings.site.languages, ordered):
        yield Page(address, partial(_inputs, holdings, parts), partial(_show, parts=parts))


def _ordered(holdings: Holdings, language: Language) -> list[Entity]:
    return sorted(
        holdings.archive.entities.values(),
        key=lambda entity: (KINDS.index(entity.kind), entity.name[language.tag], entity.id),
    )


def _inputs(holdings: Holdings, parts: Mapping[str, Slice[Entity]]) -> tuple[object, ...]:
    return tuple(
        (part.position, [(holdings.stamps.entity(each.id), _count(holdings, each)) for each in part.entries])
        for part in parts.values()
    )


def _count(holdings: Holdings, entity: Entity) -> int:
    return holdings.groups.naming(entity.id)


def _show(view: View, parts: Mapping[str, Slice[Entity]]) -> Shown:
    language, part = view.language, parts[view.language.tag]
    title = language.text("People, organizations, topics")
    kinds = groupby(part.entries, lambda entity: entity.kind)
    return Shown(
        numbered_title(language, title, part.number),
        language.text("Everyone and everything that the archive's claims name."),
        "entities.html",
        Content(
            title,
            tuple(
                (kind_name(language, kind), tuple(_entry(view, entity) for entity in entities))
                for kind, entities in kinds
            ),
            part,
        ),
    )


def _entry(view: View, entity: Entity) -> Entry:
    return Entry(
        view.entity(entity.id),
        view.prose(entity.description) if entity.description else None,
        view.language.plural("{count} claim", "{count} claims", _count(view, entity)),
    )
