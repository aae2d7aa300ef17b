"""The files of an archive to its records: found, taken from the cache or read in worker processes, put together."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from site_builder.model.records import Archive, Claim, Entity, Record, Series
from site_builder.model.verification import Ledger
from site_builder.problems import Problem, message
from site_builder.read import files, ledger, reader
from site_builder.read.cache import RecordCache, key
from site_builder.read.reader import FileResult, Line, from_line
from site_builder.runtime import workers
from site_builder.runtime.digest import Fingerprint
from site_builder.runtime.progress import Progress, no_progress

R = TypeVar("R", bound=Record)
T = TypeVar("T")
_ONE_SHARE = 250
"""Records that one process reads faster than two would, with what it costs to hand them over."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """An archive as its files hold it: whole records with digests of their files, all names, all problems, the ledger.

    `partial_values` are what could be read of records that are not whole, by file.
    """

    archive: Archive
    files: frozenset[str]
    digests: Mapping[str, Fingerprint]
    problems: list[Problem] = field(default_factory=list)
    partial_values: Mapping[str, object] = field(default_factory=dict)
    ledger: Ledger = field(default_factory=dict)


def load(root: Path, cache_file: Path | None = None, progress: Progress = no_progress) -> Loaded:
    """Read every record below `claims/` of an archive's root; `progress` hears how far it is."""
    names, unexpected_files = listed(root)
    return collect(names, unexpected_files, read_all(root, names, cache_file, progress), ledger.read(root))


def listed(root: Path) -> tuple[list[str], list[Problem]]:
    """The names of all record files, and problems for the files that should not be there."""
    found = list(files.record_files(root))
    names = [file for file in found if isinstance(file, str)]
    return names, [problem for problem in found if isinstance(problem, Problem)]


def read_all(
    root: Path, names: Iterable[str], cache_file: Path | None = None, progress: Progress = no_progress
) -> list[FileResult]:
    """Read these files, in any order: those that the cache does not know, in worker processes."""
    cache = RecordCache(cache_file)
    known = {} if cache.is_empty else {name: found for name in names if (found := _recall(cache, root, name))}
    new = [_finished(root, read) for read in _in_workers(root, [name for name in names if name not in known], progress)]
    for result in new:
        if result.values:
            cache.learn(result.fingerprint, result.values)
    cache.save()
    return [*known.values(), *new]


def read_file(root: Path, file: str) -> FileResult:
    """Read one file."""
    return _read(root, file, reader.read)


def plain_values(root: Path, file: str) -> object:
    """The values in a file, whether they make a record or not; None if they cannot be read."""
    data, problem = files.data(root, file)
    return None if problem else reader.plain_values(data, file)


def collect(
    names: Iterable[str],
    unexpected_files: Iterable[Problem],
    results: Iterable[FileResult],
    verified: tuple[Ledger, list[Problem]] = ({}, []),
) -> Loaded:
    """Put an archive together of what `listed` found, of its files, read one by one, and of its ledger."""
    found: list[Record] = []
    lines, problems = verified[0], [*unexpected_files, *verified[1]]
    digests: dict[str, Fingerprint] = {}
    partial_values: dict[str, object] = {}
    for result in results:
        problems += result.problems
        if result.partial_values is not None:
            partial_values[result.file] = result.partial_values
        if result.record is not None:
            found.append(result.record)
            digests[result.file] = result.fingerprint
    claims = sorted(_of(Claim, found), key=lambda claim: (claim.said.sort_key, claim.id))
    archive = Archive(
        {claim.id: claim for claim in claims},
        {entity.id: entity for entity in sorted(_of(Entity, found), key=_id)},
        {series.id: series for series in sorted(_of(Series, found), key=_id)},
    )
    return Loaded(archive, frozenset(names), digests, problems, partial_values, lines)


def _recall(cache: RecordCache, root: Path, file: str) -> FileResult | None:
    """A record whose file is as it was when it was read before."""
    data, problem = files.data(root, file)
    if problem:
        return None
    fingerprint = key(file, data)
    values = cache.recall(fingerprint)
    return from_line(Line(file, fingerprint, values)) if values else None


def _in_workers(root: Path, names: list[str], progress: Progress) -> Iterator[Line | FileResult]:
    """Read files in worker processes; yield what they hold as it arrives."""
    shares = [names[start : start + _ONE_SHARE] for start in range(0, len(names), _ONE_SHARE)]
    tasks = [partial(_read_share, root, share) for share in shares]
    with closing(workers.arriving([tasks], message("Reading records"), progress)) as arriving:
        for _, share in arriving:
            yield from share


def _read_share(root: Path, names: Iterable[str]) -> list[Line | FileResult]:
    """Read files in a worker, which makes no records of lines.

    A record takes longer to be handed over than to be made, so whoever gets a line makes it in any case: to make it
    here too, only to know whether the model takes it, would slow all reading by a tenth.
    """
    return [_read(root, name, reader.parse) for name in names]


def _finished(root: Path, read: Line | FileResult) -> FileResult:
    """Make the record of a line; a file whose line makes none is read again, as a tree."""
    if isinstance(read, FileResult):
        return read
    whole = from_line(read)
    return whole if whole else _read(root, read.file, reader.read_tree)


def _read(root: Path, file: str, reading: Callable[[bytes, str], T]) -> T | FileResult:
    data, problem = files.data(root, file)
    return FileResult(file, None, (problem,)) if problem else reading(data, file)


def _id(record: Record) -> str:
    return record.id


def _of(model: type[R], found: list[Record]) -> list[R]:
    return [record for record in found if isinstance(record, model)]
