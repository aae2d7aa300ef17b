"""Files to an archive: bytes, trees with places, records. The only reader of YAML."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from site_builder.model.records import Archive, Claim, Entity, Record, Series
from site_builder.problems import Finding, Place, Problem, message
from site_builder.read import assets, fast, files, records, yaml_tree
from site_builder.read.cache import RecordCache, key
from site_builder.runtime import workers
from site_builder.runtime.digest import Stamp
from site_builder.runtime.progress import Progress, no_progress

R = TypeVar("R", bound=Record)
T = TypeVar("T")
_ONE_SHARE = 250
"""Records that one process reads faster than two would, with what it costs to hand them over."""


class Read(NamedTuple):
    """What reading one file gave: a record, or what could be read in spite of the problems.

    Of a record without problems also a digest, and its values as a line for the memory, if they are new.
    """

    record: Record | None
    problems: list[Problem]
    stamp: Stamp = ""
    file: str = ""
    rest: object = None
    line: bytes = b""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the files held: the whole records with digests of their files, the names of all files, all problems.

    `rests` are the plain values of records that are not whole, by file.
    """

    archive: Archive
    files: frozenset[str]
    digests: Mapping[str, Stamp]
    problems: list[Problem]
    rests: Mapping[str, object]


def load(root: Path, remembered: Path | None = None, progress: Progress = no_progress) -> Loaded:
    """Read every record below `claims/` of an archive's root.

    `remembered` is a file that keeps what was read, for the next time; `progress` hears how far it is.
    """
    names, problems = listed(root)
    return collect(names, problems, read_all(root, names, remembered, progress))


def listed(root: Path) -> tuple[list[str], list[Problem]]:
    """The names of all record files, and what else is there that should not be."""
    found = list(files.record_files(root))
    names = [file for file in found if isinstance(file, str)]
    return names, [*(problem for problem in found if isinstance(problem, Problem)), *assets.unfit(root)]


def read_all(
    root: Path, names: Iterable[str], remembered: Path | None = None, progress: Progress = no_progress
) -> list[Read]:
    """What reading each of these files gave, in any order: first by the short way, then what that cannot read."""
    memory = RecordCache(remembered)
    known = {} if memory.is_empty else {name: read for name in names if (read := _recall(memory, root, name))}
    new: dict[str, Read] = {}
    for line in _in_shares(_line_of_file, root, names, known, progress):
        if read := _whole(line):
            new[line.file] = read
    for read in _in_shares(read_file, root, names, known | new, progress):
        new[read.file] = read
    for read in new.values():
        if read.line:
            memory.learn(read.stamp, read.line)
    memory.save()
    return [*known.values(), *new.values()]


def _in_shares(
    read: Callable[[Path, str], T | None], root: Path, names: Iterable[str], known: Container[str], progress: Progress
) -> Iterator[T]:
    """What is read by several processes of the files that are not known, as it arrives."""
    left = [name for name in names if name not in known]
    shares = [left[start : start + _ONE_SHARE] for start in range(0, len(left), _ONE_SHARE)]
    tasks = [partial(_each, read, root, share) for share in shares]
    with closing(workers.arriving([tasks], message("Reading records"), progress)) as reads:
        for _, share in reads:
            yield from (each for each in share if each)


def _each(read: Callable[[Path, str], T], root: Path, names: Iterable[str]) -> list[T]:
    return [read(root, name) for name in names]


def collect(names: Iterable[str], strays: Iterable[Problem], reads: Iterable[Read]) -> Loaded:
    """An archive of what `listed` found and records that were read one by one."""
    found: list[Record] = []
    problems = list(strays)
    digests: dict[str, Stamp] = {}
    rests: dict[str, object] = {}
    for read in reads:
        problems += read.problems
        if read.rest is not None:
            rests[read.file] = read.rest
        if read.record is not None:
            found.append(read.record)
            digests[read.record.file] = read.stamp
    claims = sorted(_of(Claim, found), key=lambda claim: (claim.said.sort_key, claim.id))
    archive = Archive(
        {claim.id: claim for claim in claims},
        {entity.id: entity for entity in sorted(_of(Entity, found), key=_id)},
        {series.id: series for series in sorted(_of(Series, found), key=_id)},
    )
    return Loaded(archive, frozenset(names), digests, problems, rests)


def _recall(memory: RecordCache, root: Path, file: str) -> Read | None:
    """A record whose file is as it was when it was read before."""
    data, problem = files.data(root, file)
    if problem:
        return None
    stamp = key(file, data)
    line = memory.recall(stamp)
    record = records.of_json(line, file) if line else None
    return Read(record, [], stamp, file) if record else None


class _Line(NamedTuple):
    """The values of a file on one line, such as one process hands to another."""

    file: str
    stamp: Stamp
    line: bytes


def _line_of_file(root: Path, file: str) -> _Line | None:
    data, problem = files.data(root, file)
    return None if problem else _line(data, file)


def _line(data: bytes, file: str) -> _Line | None:
    """The values of a record of which there may be nothing to tell."""
    text, problems = files.decode(data, file)
    values = None if problems else fast.values(text)
    return None if values is None or "id" in values else _Line(file, key(file, data), records.as_json(values, file))


def _whole(found: _Line) -> Read | None:
    record = records.of_json(found.line, found.file)
    return Read(record, [], found.stamp, found.file, line=found.line) if record else None


def read_file(root: Path, file: str) -> Read:
    """What reading a file gives."""
    data, problem = files.data(root, file)
    return Read(None, [problem], file=file) if problem else read_bytes(data, file)


def read_bytes(data: bytes, file: str) -> Read:
    """The record that the bytes of a file hold, and what is wrong with them."""
    return straight_read(data, file) or _read_by_tree(data, file)


def straight_read(data: bytes, file: str) -> Read | None:
    """A whole record, read by the short way; None where there may be anything to tell of it."""
    line = _line(data, file)
    return _whole(line) if line else None


def _read_by_tree(data: bytes, file: str) -> Read:
    text, problems = files.decode(data, file)
    if any(problem.is_error for problem in problems):
        return Read(None, problems, file=file)
    root, wrong = yaml_tree.parse(text, file)
    if root is None:
        return Read(None, [*problems, *wrong], file=file)
    made, misshapen = records.record(root, file)
    problems = [*problems, *wrong, *misshapen]
    if made is None or any(problem.is_error for problem in problems):
        return Read(None, problems, file=file, rest=yaml_tree.data(root))
    plain = yaml_tree.data(root)
    line = records.as_json(plain, file) if isinstance(plain, dict) and not problems else b""
    return Read(made, problems, key(file, data), file, line=line)


def values(root: Path, file: str) -> object:
    """The plain values of a file, whether they make a record or not; None if they cannot be read."""
    return _values(*files.read(root, file), file)


def values_in(data: bytes, file: str) -> object:
    """As `values`, from the bytes of a file."""
    return _values(*files.decode(data, file), file)


def _values(text: str, problems: list[Problem], file: str) -> object:
    node = None if any(problem.is_error for problem in problems) else yaml_tree.parse(text, file)[0]
    return yaml_tree.data(node) if node else None


def locate(root: Path, findings: Iterable[Finding]) -> list[Problem]:
    """Give findings their places, by reading the files they name again: places are not kept while all is well."""
    trees: dict[str, yaml_tree.Node | None] = {}

    def place(file: str, at: tuple[str | int, ...], *, key: bool = False) -> Place:
        if file not in trees:
            text, _ = files.read(root, file)
            trees[file], _ = yaml_tree.parse(text, file)
        node = trees[file]
        return yaml_tree.at(node, at, key=key) if node and at else Place(file)

    return [
        Problem(
            finding.kind,
            place(finding.file, finding.at, key=finding.at_key),
            finding.values,
            place(*finding.related) if finding.related else None,
        )
        for finding in findings
    ]


def _id(record: Record) -> str:
    return record.id


def _of(model: type[R], found: list[Record]) -> list[R]:
    return [record for record in found if isinstance(record, model)]
