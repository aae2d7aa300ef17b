"""What in an archive waits for a person's eye: translations, quotes, sources and entries, by what there is to do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal, get_args

from site_builder.library.library import Library
from site_builder.model import walk
from site_builder.model.records import Claim, Entity, SourceQuote
from site_builder.model.verification import LedgerLine, verification

Todo = Literal[
    "not-found",
    "changed-since",
    "stale",
    "machine",
    "human",
    "not-yet-checked",
    "not-verifiable",
    "not-archived",
    "not-described",
]
"""The kinds of work, what matters most first.

The quote is not in its source, or not any more; it translates words that have changed since; nobody reviewed what a
program, or a person, translated; nobody looked for the quote in its source, or a program could not; a source has no
archived copy; an entity has no description.
"""
TODOS: tuple[Todo, ...] = get_args(Todo)
MOST = 100
"""Tasks of a kind that are listed, the newest claims first; of the others there is no more than the count."""


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do in one record: with the quote in a language, where there is one; at so many of its sources."""

    record: Claim | Entity
    language: str = ""
    count: int = 1


@dataclass(slots=True)
class Tasks:
    """The tasks of one kind: their count, and the first of each language, in order."""

    count: int = 0
    _first: dict[str, list[tuple[int, Task]]] = field(default_factory=dict)

    def add(self, task: Task) -> None:
        """Add one behind all others."""
        first = self._first.setdefault(task.language, [])
        if len(first) < MOST:
            first.append((self.count, task))
        self.count += 1

    def first_for(self, tag: str) -> list[Task]:
        """The first tasks for those who read a language: those with its quotes, then all others as they come."""
        own = self._first.get(tag, [])
        others = sorted(
            (each for other, first in self._first.items() if other != tag for each in first), key=lambda each: each[0]
        )
        return [task for _, task in islice([*own, *others], MOST)]


def tasks(library: Library) -> Mapping[Todo, Tasks]:
    """All that is to be done, by its kind; withdrawn claims are left as they are."""
    found = {todo: Tasks() for todo in TODOS}
    for claim in reversed(library.groups.shown):
        lines = library.ledger.get(claim.id, {})
        for tag in claim.quotes:
            for todo in _with_quote(claim, tag, lines):
                found[todo].add(Task(claim, tag))
        unarchived = sum(1 for _, source in walk.sources(claim) if not source.archived)
        if unarchived:
            found["not-archived"].add(Task(claim, count=unarchived))
    for entity in _most_named_first(library):
        if not entity.description:
            found["not-described"].add(Task(entity))
    return {todo: each for todo, each in found.items() if each.count}


def _with_quote(claim: Claim, tag: str, lines: Mapping[str, LedgerLine]) -> Iterator[Todo]:
    quote = claim.quotes[tag]
    if isinstance(quote, SourceQuote):
        match verification(claim, tag, lines).state if tag in lines else "not-yet-checked":
            case ("not-found" | "changed-since" | "not-yet-checked" | "not-verifiable") as state:
                yield state
        return
    if tag in lines and verification(claim, tag, lines).is_stale:
        yield "stale"
    if not quote.reviewed:
        yield quote.method


def _most_named_first(library: Library) -> list[Entity]:
    groups = library.groups
    named = (groups.made, groups.relayed, groups.about, groups.published)
    return sorted(
        library.archive.entities.values(),
        key=lambda entity: (-sum(len(index.get(entity.id, ())) for index in named), entity.id),
    )
