"""Records that were merged into others, and the archive in which all that named them names those others.

Readers and most checks see that archive: no merged record is in it, and the names of each are among the aliases of the
one that it was merged into. An archive without merged records is its own, at no cost.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from site_builder.model import walk
from site_builder.model.records import Archive, Claim, Entity, Series
from site_builder.model.walk import Walk
from site_builder.text.folding import folded

R = TypeVar("R", Entity, Series)
A = TypeVar("A", Claim, Entity, Series)

_LISTS = walk.lists()


@dataclass(frozen=True, slots=True)
class Merged(Generic[R]):
    """A merged record with the id that it leads to: the last one, where that was merged in turn."""

    record: R
    into: str


@dataclass(frozen=True, slots=True)
class Unified:
    """An archive without its merged records, and these by their ids."""

    archive: Archive
    entities: Mapping[str, Merged[Entity]]
    series: Mapping[str, Merged[Series]]

    def entity(self, id: str) -> str:
        """The id under which an entity is shown."""
        merged = self.entities.get(id)
        return merged.into if merged else id

    def question(self, id: str) -> str:
        """The id under which a series is shown."""
        merged = self.series.get(id)
        return merged.into if merged else id


def unified(archive: Archive) -> Unified:
    """Put everything under what it was merged into.

    A record that leads in a circle or to none, which checks refuse, stays as if it had not been merged.
    """
    entities, series = _merged(archive.entities), _merged(archive.series)
    if not entities and not series:
        return Unified(archive, {}, {})
    ids = ((walk.entity_ids, _targets(entities)), (walk.series_ids, _targets(series)))
    whole = Archive(
        {id: _renamed(claim, *ids) for id, claim in archive.claims.items()},
        {id: _renamed(entity, *ids) for id, entity in archive.entities.items() if id not in entities},
        {id: _renamed(each, *ids) for id, each in archive.series.items() if id not in series},
    )
    return Unified(Archive(whole.claims, _with_aliases(whole.entities, entities), whole.series), entities, series)


def _merged(records: Mapping[str, R]) -> Mapping[str, Merged[R]]:
    """The merged ones of some records, chains followed to their ends."""
    ends: dict[str, str] = {}
    for id, record in records.items():
        if record.merged_into and id not in ends:
            way = list(_way(records, id, ends))
            end = ends.get(way[-1], way[-1])
            is_sound = end in records and end not in way[:-1]
            ends.update(dict.fromkeys(way[:-1], end if is_sound else ""))
    return {id: Merged(records[id], end) for id, end in ends.items() if end}


def _way(records: Mapping[str, R], id: str, known: Mapping[str, str]) -> Iterator[str]:
    """The ids from a merged record on, up to the first that leads on no further, is `known` or came before."""
    passed = set[str]()
    while True:
        yield id
        record = records.get(id)
        if record is None or not record.merged_into or id in known or id in passed:
            return
        passed.add(id)
        id = record.merged_into


def _targets(merged: Mapping[str, Merged[R]]) -> Mapping[str, str]:
    return {id: each.into for id, each in merged.items()}


def _renamed(record: A, *ids: tuple[Walk[str], Mapping[str, str]]) -> A:
    """A record in which other ids stand for those of merged records, in a list each of them once."""
    changed = record
    for named, targets in ids:
        for at, id in named(record) if targets else ():
            if id in targets:
                changed = walk.replaced(changed, at, targets[id])
    if changed is not record:
        for at, listed in _LISTS(changed):
            changed = walk.replaced(changed, at, tuple(dict.fromkeys(listed)))
    return changed


def _with_aliases(entities: Mapping[str, Entity], merged: Mapping[str, Merged[Entity]]) -> Mapping[str, Entity]:
    """Entities with the names of those that were merged into them, as far as they did not have them."""
    absorbed: dict[str, list[str]] = {}
    for each in merged.values():
        absorbed.setdefault(each.into, []).extend(each.record.names)
    return {id: _called(entity, absorbed[id]) if id in absorbed else entity for id, entity in entities.items()}


def _called(entity: Entity, more: list[str]) -> Entity:
    """An entity with further names."""
    known = set(map(folded, entity.names))
    added: dict[str, str] = {}
    for name in more:
        if folded(name) not in known:
            added.setdefault(folded(name), name)
    return walk.replaced(entity, ("aliases",), (*entity.aliases, *added.values())) if added else entity
