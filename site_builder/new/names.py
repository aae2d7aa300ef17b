"""Things found by any of their names, as a person types them."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from site_builder.model.records import Entity, Series
from site_builder.text.folding import folded


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The names of each thing, by its id."""

    names: dict[str, Sequence[str]]

    def exact(self, said: str) -> list[str]:
        """The ids that are called exactly so, but for case, hyphens and spaces."""
        if said in self.names:
            return [said]
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


def entity_names(entity: Entity) -> list[str]:
    """Everything that an entity is called, its id first."""
    return [entity.id, *entity.name.values(), *(entity.short or {}).values(), *entity.aliases]


def series_names(series: Series) -> list[str]:
    """Everything that a series is called, its id first."""
    return [series.id, *series.question.values()]


def _has(name: str, wanted: str) -> bool:
    return bool(wanted) and all(word in name for word in wanted.split())
