"""The index of an archive's words, kept from one build to the next: an edit patches it, all else makes it anew."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from functools import cached_property
from itertools import chain

from site_builder.language.reduction import Reduction
from site_builder.library.library import Library
from site_builder.outputs.kept import Kept
from site_builder.outputs.rows import Run
from site_builder.read.cache import CACHE
from site_builder.runtime.digest import Fingerprint, digest, of_package
from site_builder.search.documents import Document, Documents
from site_builder.search.index import Index, Shard, indexed, patched
from site_builder.search.words import Words
from site_builder.text.compact_json import as_json

_STATE = "index"
_LARGE = 30_000
_FEW = 0.1
"""The share of an archive's runs up to which a patch is faster than a new index."""


def file_scale(claims: int) -> int:
    """How many times as much a file holds in a large archive, of which the root would otherwise list too many files."""
    return 2 if claims > _LARGE else 1


class KeptIndex:
    """The index of the claims that a library shows, each by its number: its place in the order of saying."""

    def __init__(self, library: Library, tables: Reduction, runs: Sequence[Run]) -> None:
        self._library = library
        self._runs = runs
        self._documents = Documents(library.archive, Words(tables))
        self._numbers = {claim.id: number for number, claim in enumerate(library.groups.shown)}
        self._code = digest(of_package(), repr(tables))
        self._made_of = digest(self._code, list(self._numbers), list(library.archive.claims))
        self._names = [digest(self._code, run.fingerprint) for run in runs]
        self._kept = Kept(library.root / CACHE / "search")
        self._scale = file_scale(len(self._numbers))
        self._written: dict[str, bytes] = {}

    def find_words(self, share: slice) -> None:
        """Find the words of the claims of some runs, unless they are kept, and keep them."""
        for run, name in zip(self._runs[share], self._names[share], strict=True):
            if self._kept.get(name, name) is None:
                self._make(run, name)

    @cached_property
    def index(self) -> Index:
        """The index; what it is made of next time is kept."""
        index = self._patched() or self._fresh()
        state = {"runs": self._names, **asdict(index)}
        self._kept.put(_STATE, self._made_of, as_json(state))
        shards = [shard.digest for shard in (*index.words, *index.ends)]
        self._kept.forget_others({_STATE, *self._names, *shards})
        return index

    def content(self, shard: Shard) -> bytes:
        """What the file of a shard holds."""
        found = self._written.get(shard.digest) or self._kept.get(shard.digest, shard.digest)
        if found is None:  # the folder of what is kept was damaged, or cannot be written to
            self._fresh()
            found = self._written[shard.digest]
        return found

    def _fresh(self) -> Index:
        runs = zip(self._runs, self._names, strict=True)
        made = (self._kept.get(name, name) or self._make(run, name) for run, name in runs)
        return indexed(chain.from_iterable(self._of_run(each).items() for each in made), self._write, self._scale)

    def _patched(self) -> Index | None:
        """Patch the index of the last build; None if there is none, or much has changed since."""
        kept = self._kept.get(_STATE, self._made_of)
        if kept is None:
            return None
        state = json.loads(kept)
        changed = [pair for pair in zip(self._runs, self._names, state["runs"], strict=True) if pair[1] != pair[2]]
        index = Index(
            [Shard(*shard) for shard in state["words"]], [Shard(*shard) for shard in state["ends"]], state["whole"]
        )
        if len(changed) > 1 + len(self._runs) * _FEW:
            return None
        with suppress(_Lost):
            return patched(index, list(self._changes(changed)), self._read, self._write, self._scale)
        return None

    def _changes(self, runs: Iterable[tuple[Run, str, str]]) -> Iterator[tuple[int, Document, Document]]:
        for run, name, old_name in runs:
            old = self._of_run(self._read(old_name))
            new = self._of_run(self._kept.get(name, name) or self._make(run, name))
            yield from ((number, old[number], new[number]) for number in new if old[number] != new[number])

    def _make(self, run: Run, name: str) -> bytes:
        claims = (self._library.archive.claims[id] for id in run.ids if id in self._numbers)
        made = as_json([(claim.id, *self._documents.of(claim)) for claim in claims])
        self._kept.put(name, name, made)
        return made

    def _of_run(self, made: bytes) -> Mapping[int, Document]:
        return {self._numbers[id]: Document(levels, inner) for id, levels, inner in json.loads(made)}

    def _read(self, name: Fingerprint) -> bytes:
        found = self._written.get(name) or self._kept.get(name, name)
        if found is None:
            raise _Lost
        return found

    def _write(self, name: str, data: bytes) -> None:
        self._written[name] = data
        self._kept.put(name, name, data)


class _Lost(Exception):
    """What the last build kept is no longer there."""
