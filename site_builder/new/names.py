"""Things found by any of their names, as a person types them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from site_builder.model.merging import Unified
from site_builder.text.folding import folded


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The names of each thing, by its id; `merged` ids lead to those of others."""

    names: dict[str, Sequence[str]]
    merged: Mapping[str, str] = field(default_factory=dict)

    def exact(self, said: str) -> list[str]:
        """The ids that are called exactly so, but for case, hyphens and spaces."""
        id = self.merged.get(said, said)
        if id in self.names:
            return [id]
        wanted = folded(said)
        return [id for id, known in self.names.items() if wanted in map(folded, known)]

    def nearest(self, said: str, count: int = 5) -> list[str]:
        """The ids whose names are most like what was said: first the same, then with all of its words, then alike."""
        wanted = folded(said)
        ids: dict[str, list[str]] = {}
        for id, known in self.names.items():
            for name in known:
                ids.setdefault(folded(name), []).append(id)
        with_it = sorted((name for name in ids if _has(name, wanted)), key=lambda name: (len(name), name))
        alike = get_close_matches(wanted, ids, n=count, cutoff=0.5)
        ranked = [*self.exact(said), *(id for name in (*with_it, *alike) for id in ids[name])]
        return list(dict.fromkeys(ranked))[:count]

    def label(self, id: str) -> str:
        """An id with the first names that say more than it does."""
        return " · ".join([id, *[name for name in self.names[id] if name != id][:2]])


def entities_by_name(unified: Unified) -> NameIndex:
    """The entities by everything that they are called, their ids first."""
    names = {entity.id: [entity.id, *entity.names] for entity in unified.archive.entities.values()}
    return NameIndex({**names}, {id: merged.into for id, merged in unified.entities.items()})


def series_by_name(unified: Unified) -> NameIndex:
    """The series by their ids and questions, and by those of the series that were merged into them."""
    names = {series.id: [series.id, *series.question.values()] for series in unified.archive.series.values()}
    for merged in unified.series.values():
        names[merged.into] += merged.record.question.values()
    return NameIndex({**names}, {id: merged.into for id, merged in unified.series.items()})


def _has(name: str, wanted: str) -> bool:
    return bool(wanted) and all(word in name for word in wanted.split())
