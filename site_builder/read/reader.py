"""The bytes of one file to its record, or to everything that is wrong with them."""

from typing import NamedTuple

from site_builder.model.records import Record
from site_builder.problems import Problem
from site_builder.read import fast, files, layout, records, yaml_tree
from site_builder.read.cache import key
from site_builder.runtime.digest import Fingerprint


class Line(NamedTuple):
    """The values of a file on one line of JSON, as the cache keeps them and processes hand them over.

    The model has not seen them: they may be no record.
    """

    file: str
    fingerprint: Fingerprint
    values: bytes


class FileResult(NamedTuple):
    """A file that was read: its record with a digest of the file, or what could be read of its values.

    Of a record of which there is nothing to tell also the values for the cache, as in a `Line`.
    """

    file: str
    record: Record | None = None
    problems: tuple[Problem, ...] = ()
    fingerprint: Fingerprint = ""
    partial_values: object = None
    values: bytes = b""


def read(data: bytes, file: str) -> FileResult:
    """Read a record the fast way, or as a tree if there may be anything to tell of it."""
    line = read_fast(data, file)
    return (line and from_line(line)) or read_tree(data, file)


def parse(data: bytes, file: str) -> Line | FileResult:
    """Read the values of a file on a line, without making a record of them, or as a tree."""
    return read_fast(data, file) or read_tree(data, file)


def read_fast(data: bytes, file: str) -> Line | None:
    """Read the values of a record without their places; None if there may be anything to tell of its text."""
    text, problems = files.decode(data, file)
    values = None if problems else fast.values(text)
    return None if values is None or "id" in values else Line(file, key(file, data), records.as_json(values, file))


def from_line(line: Line) -> FileResult | None:
    """Make the record of a line; None if there is anything to tell of it."""
    record = records.of_json(line.values, line.file)
    return FileResult(line.file, record, fingerprint=line.fingerprint, values=line.values) if record else None


def read_tree(data: bytes, file: str) -> FileResult:
    """Read a record as a tree, in which every value has its place, and tell of everything that is wrong with it."""
    text, problems = files.decode(data, file)
    if any(problem.is_error for problem in problems):
        return FileResult(file, None, tuple(problems))
    root, wrong = yaml_tree.parse(text, file)
    if root is None:
        return FileResult(file, None, (*problems, *layout.explained(text, file, wrong)))
    record, misshapen = records.record(root, file)
    found = (*problems, *layout.explained(text, file, [*wrong, *misshapen]))
    values = yaml_tree.data(root)
    if record is None or any(problem.is_error for problem in found):
        return FileResult(file, None, found, partial_values=values)
    line = records.as_json(values, file) if isinstance(values, dict) and not found else b""
    return FileResult(file, record, found, key(file, data), values=line)


def plain_values(data: bytes, file: str) -> object:
    """The values in a file, whether they make a record or not; None if they cannot be read."""
    text, problems = files.decode(data, file)
    root = None if any(problem.is_error for problem in problems) else yaml_tree.parse(text, file)[0]
    return yaml_tree.data(root) if root else None
