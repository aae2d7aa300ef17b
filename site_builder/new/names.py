"""Things found by any of their names, as a person types them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from site_builder.model.merging import Unified
from site_builder.model.records import EntityKind
from site_builder.new.likeness import Said
from site_builder.text.folding import folded


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The names of each thing, by its id, and of entities their kinds; `merged` ids lead to those of others."""

    names: dict[str, Sequence[str]]
    merged: Mapping[str, str] = field(default_factory=dict)
    kinds: dict[str, EntityKind] = field(default_factory=dict)

    def of_kinds(self, kinds: Collection[EntityKind]) -> "NameIndex":
        """The entities of some kinds alone."""
        names = {id: names for id, names in self.names.items() if self.kinds[id] in kinds}
        return NameIndex(names, self.merged, self.kinds)

    def exact(self, said: str) -> list[str]:
        """The ids that are called exactly so, but for case, hyphens and spaces."""
        id = self.merged.get(said, said)
        if id in self.names:
            return [id]
        wanted = folded(said)
        return [id for id, known in self.names.items() if wanted in map(folded, known)]

    def nearly(self, said: str, added: Collection[str] = ()) -> list[str]:
        """The ids that were most likely meant, though their names are written in another way (see `likeness`)."""
        wanted = Said(said, added)
        return [
            id
            for id, known in self.names.items()
            if any(wanted.is_nearly(name, of_person=self.kinds.get(id) == "person") for name in known)
        ]

    def has_all_words(self, said: str) -> bool:
        """Tell whether a name has all the words that were said."""
        wanted = folded(said)
        return any(_has(folded(name), wanted) for known in self.names.values() for name in known)

    def nearest(self, said: str, count: int = 5) -> list[str]:
        """The ids whose names are most like what was said: first the same, then with all of its words, then alike."""
        wanted = folded(said)
        ids: dict[str, list[str]] = {}
        for id, known in self.names.items():
            for name in known:
                ids.setdefault(folded(name), []).append(id)
        with_it = sorted((name for name in ids if _has(name, wanted)), key=lambda name: (len(name), name))
        alike = get_close_matches(wanted, ids, n=count, cutoff=0.6)
        ranked = [*self.exact(said), *(id for name in (*with_it, *alike) for id in ids[name])]
        return list(dict.fromkeys(ranked))[:count]

    def label(self, id: str) -> str:
        """An id with the first names that say more than it does."""
        return " · ".join([id, *[name for name in self.names[id] if name != id][:2]])


def entities_by_name(unified: Unified) -> NameIndex:
    """The entities by everything that they are called, their ids first."""
    names = {entity.id: [entity.id, *entity.names] for entity in unified.archive.entities.values()}
    kinds = {entity.id: entity.kind for entity in unified.archive.entities.values()}
    return NameIndex({**names}, {id: merged.into for id, merged in unified.entities.items()}, kinds)


def series_by_name(unified: Unified) -> NameIndex:
    """The series by their ids and questions, and by those of the series that were merged into them."""
    names = {series.id: [series.id, *series.question.values()] for series in unified.archive.series.values()}
    for merged in unified.series.values():
        names[merged.into] += merged.record.question.values()
    return NameIndex({**names}, {id: merged.into for id, merged in unified.series.items()})


def _has(name: str, wanted: str) -> bool:
    return bool(wanted) and all(word in name for word in wanted.split())
