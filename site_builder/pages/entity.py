"""An entity's page: who or what it is, and the claims that it made, passed on, is the subject of, or published."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from site_builder import urls
from site_builder.languages import Language, Link
from site_builder.model import Claim, Entity
from site_builder.pages.entities import kind_name
from site_builder.pages.view import Card, Page, Shown, Slice, View, numbered_title, paged


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
    part: Slice[tuple[int, Claim]]


def pages(view: View) -> Iterator[Page]:
    """The pages of every entity."""
    for entity in view.archive.entities.values():
        parts = view.groups.parts.get(entity.id, ())
        for address, part in paged(urls.entity(entity.id), list(_in_roles(view, entity.id)), parts):
            yield Page(address, urls.ENTITIES, partial(_inputs, view, entity, part), partial(_show, view, entity, part))


def _inputs(view: View, entity: Entity, part: Slice[tuple[int, Claim]]) -> tuple[object, ...]:
    stamps = view.stamps
    whole = (entity.part_of,) if entity.part_of else ()
    parts = part.of(view.groups.parts.get(entity.id, ()))
    return (
        part.position,
        stamps.entity(entity.id),
        tuple(map(stamps.entity, (*whole, *parts))),
        tuple((role, stamps.card(claim)) for role, claim in part.entries),
    )


def _in_roles(view: View, id: str) -> Iterator[tuple[int, Claim]]:
    """An entity's claims, newest first within each of its roles, which count as in `_roles`."""
    groups = view.groups
    for role, claims in enumerate((groups.made, groups.relayed, groups.about, groups.published)):
        for claim in reversed(claims.get(id, ())):
            yield role, claim


def _roles(language: Language) -> tuple[str, ...]:
    return (
        language.text("Claims made"),
        language.text("Claims passed on"),
        language.text("Claims about it"),
        language.text("Claims published or reported"),
    )


def _show(view: View, entity: Entity, part: Slice[tuple[int, Claim]]) -> Shown:
    title = entity.name[view.language.tag]
    about = entity.description[view.language.tag] if entity.description else ""
    return Shown(
        numbered_title(view.language, title, part.number),
        view.description(view.language.text("Claims by and about {name}.", name=title), about),
        "entity.html",
        _content(view, entity, part),
    )


def _content(view: View, entity: Entity, part: Slice[tuple[int, Claim]]) -> Content:
    tag = view.language.tag
    names = [*(entity.short or {}).values(), *entity.name.values(), *entity.aliases]
    roles = _roles(view.language)
    return Content(
        title=entity.name[tag],
        kind=kind_name(view.language, entity.kind),
        description=entity.description[tag] if entity.description else "",
        other_names=tuple(name for name in dict.fromkeys(names) if name != entity.name[tag]),
        part_of=view.entity(entity.part_of) if entity.part_of else None,
        parts=tuple(view.entity(id) for id in part.of(view.groups.parts.get(entity.id, ()))),
        wikidata=entity.wikidata,
        roles=tuple(
            (roles[role], tuple(view.card(claim) for _, claim in entries))
            for role, entries in groupby(part.entries, lambda entry: entry[0])
        ),
        part=part,
    )
