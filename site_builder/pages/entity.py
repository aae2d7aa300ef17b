"""An entity's page: who or what it is, and the claims that it made, passed on, is the subject of, or published."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from site_builder import urls
from site_builder.languages import Link
from site_builder.model import Entity
from site_builder.pages.entities import kind_name
from site_builder.pages.view import Card, Page, Slice, View, newest_first, numbered_title, paged


@dataclass(frozen=True, slots=True)
class Content:
    """One page of an entity's claims, cut into its roles in them."""

    title: str
    kind: str
    description: str
    other_names: tuple[str, ...]
    part_of: Link | None
    parts: tuple[Link, ...]
    wikidata: str | None
    roles: tuple[tuple[str, tuple[Card, ...]], ...]
    part: Slice[tuple[str, Card]]


def pages(view: View) -> Iterator[Page]:
    """The pages of every entity."""
    for entity in view.archive.entities.values():
        title = entity.name[view.language.tag]
        about = entity.description[view.language.tag] if entity.description else ""
        description = view.description(view.language.text("Claims by and about {name}.", name=title), about)
        for address, part in paged(urls.entity(entity.id), list(_in_roles(view, entity.id))):
            yield Page(
                address,
                urls.ENTITIES,
                numbered_title(view.language, title, part.number),
                description,
                "entity.html",
                _content(view, entity, part),
            )


def _in_roles(view: View, id: str) -> Iterator[tuple[str, Card]]:
    groups, language = view.groups, view.language
    for role, claims in (
        (language.text("Claims made"), groups.made),
        (language.text("Claims passed on"), groups.relayed),
        (language.text("Claims about it"), groups.about),
        (language.text("Claims published or reported"), groups.published),
    ):
        for claim in newest_first(claims.get(id, ())):
            yield role, view.card(claim)


def _content(view: View, entity: Entity, part: Slice[tuple[str, Card]]) -> Content:
    tag = view.language.tag
    names = [*(entity.short or {}).values(), *entity.name.values(), *entity.aliases]
    return Content(
        title=entity.name[tag],
        kind=kind_name(view.language, entity.kind),
        description=entity.description[tag] if entity.description else "",
        other_names=tuple(name for name in dict.fromkeys(names) if name != entity.name[tag]),
        part_of=view.entity(entity.part_of) if entity.part_of else None,
        parts=tuple(view.entity(id) for id in view.groups.parts.get(entity.id, ())),
        wikidata=entity.wikidata,
        roles=tuple(
            (role, tuple(card for _, card in group)) for role, group in groupby(part.entries, lambda entry: entry[0])
        ),
        part=part,
    )
