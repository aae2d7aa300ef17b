"""Files to an archive: bytes, trees with places, records. The only reader of YAML."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from site_builder.load import files, records, tree
from site_builder.model import Archive, Claim, Entity, Record, Series
from site_builder.problems import Finding, Place, Problem

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the files held: the records that are whole, the names of all files, and all problems of all files."""

    archive: Archive
    files: frozenset[str]
    problems: list[Problem]


def load(root: Path) -> Loaded:
    """Read every record below `claims/` of an archive's root."""
    found: list[Record] = []
    problems: list[Problem] = []
    names: set[str] = set()
    for file in files.record_files(root):
        if isinstance(file, Problem):
            problems.append(file)
            continue
        names.add(file)
        text, wrong = files.read(root, file)
        problems.extend(wrong)
        if any(problem.kind.is_error for problem in wrong):
            continue
        record, wrong = read_record(text, file)
        problems.extend(wrong)
        if record is not None:
            found.append(record)
    claims = sorted(_of(Claim, found), key=lambda claim: (claim.said.sort_key, claim.id))
    archive = Archive(
        {claim.id: claim for claim in claims},
        {entity.id: entity for entity in _of(Entity, found)},
        {series.id: series for series in _of(Series, found)},
    )
    return Loaded(archive, frozenset(names), problems)


def read_record(text: str, file: str) -> tuple[Record | None, list[Problem]]:
    """The record that a text holds, or why it holds none."""
    root, problems = tree.parse(text, file)
    if root is None:
        return None, problems
    record, wrong = records.record(root, file)
    problems = problems + wrong
    return (None if problems else record), problems


def locate(root: Path, findings: Iterable[Finding]) -> list[Problem]:
    """Give findings their places, by reading the files they name again: places are not kept while all is well."""
    trees: dict[str, tree.Node | None] = {}

    def place(file: str, at: tuple[str | int, ...], *, key: bool = False) -> Place:
        if file not in trees:
            text, _ = files.read(root, file)
            trees[file], _ = tree.parse(text, file)
        node = trees[file]
        return tree.at(node, at, key=key) if node and at else Place(file)

    return [
        Problem(
            finding.kind,
            place(finding.file, finding.at, key=finding.at_key),
            finding.values,
            place(*finding.related) if finding.related else None,
        )
        for finding in findings
    ]


def _of(model: type[R], found: list[Record]) -> list[R]:
    return [record for record in found if isinstance(record, model)]
