"""Rows of the archive's data, remembered from one build to the next in runs of claims.

A file with all claims must be written anew when one of them changes, but not made anew: the rows of most runs are as
they were. A run ends behind each claim whose id has a certain digest, so that a claim that comes or goes changes
one run and moves none of the others.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from zlib import crc32

from site_builder.library.library import Library
from site_builder.outputs.kept import Kept
from site_builder.read.cache import CACHE
from site_builder.runtime.digest import Fingerprint, digest, of_package

_LENGTH = 128
"""Claims in a run, on average."""


@dataclass(frozen=True, slots=True)
class Run:
    """Claims that follow each other, by their ids, and the fingerprint of all that data say of them."""

    ids: tuple[str, ...]
    fingerprint: Fingerprint


_NOTHING = Run((), "")
"""The run before the first."""


def runs(library: Library) -> list[Run]:
    """Cut the archive's claims into runs, in their order."""
    found, ids = list[Run](), list[str]()
    claims = library.archive.claims
    for id in claims:
        ids.append(id)
        if crc32(id.encode()) % _LENGTH == 0:
            found.append(_run(library, ids))
            ids = []
    return [*found, _run(library, ids)] if ids else found


def _run(library: Library, ids: Sequence[str]) -> Run:
    return Run(tuple(ids), digest([library.fingerprints.in_data(library.archive.claims[id]) for id in ids]))


class Rows:
    """The rows of the file at a path of the site. Where they cannot be kept, they are made anew each time."""

    def __init__(self, library: Library, path: str) -> None:
        self._kept = Kept(library.root / CACHE / "rows" / path)
        site = library.site
        self._settings = digest(of_package(), site.url, site.licence, list(site.names))

    def of(self, runs: Iterable[Run], make: Callable[[Sequence[str]], bytes]) -> Iterator[bytes]:
        """Yield the rows of each run, as `make` makes them of its claims' ids."""
        return self._kept_or_made([(run.fingerprint, partial(make, run.ids)) for run in runs])

    def following(self, runs: Iterable[Run], make: Callable[[Sequence[str], Sequence[str]], bytes]) -> Iterator[bytes]:
        """As `of`, for rows that also depend on those before them: `make` gets the ids of the run before as well."""
        return self._kept_or_made(
            [
                (digest(before.fingerprint, run.fingerprint), partial(make, before.ids, run.ids))
                for before, run in pairwise([_NOTHING, *runs])
            ]
        )

    def _kept_or_made(self, made: Iterable[tuple[Fingerprint, Callable[[], bytes]]]) -> Iterator[bytes]:
        """Yield rows that are made of things with these fingerprints; those of other things are forgotten."""
        named = [(digest(self._settings, fingerprint), make) for fingerprint, make in made]
        for name, make in named:
            rows = self._kept.get(name, name)
            if rows is None:
                rows = make()
                self._kept.put(name, name, rows)
            yield rows
        self._kept.forget_others([name for name, _ in named])
