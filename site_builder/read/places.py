"""Places for what checks find: they name a value by the way to it, people look for it by line and column."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from site_builder.model.verification import LEDGER
from site_builder.problems import Finding, Place, Problem, Span
from site_builder.problems import Path as Way
from site_builder.read import files, ledger, yaml_tree


def locate(root: Path, findings: Iterable[Finding]) -> list[Problem]:
    """Give findings their places. Each file that they name is read once more: places are not kept while all is well.

    The way to a line of the ledger is the claim and the language of its quote.
    """

    @cache
    def text(file: str) -> str:
        return files.read(root, file)[0]

    @cache
    def tree(file: str) -> yaml_tree.Node | None:
        return yaml_tree.parse(text(file), file)[0]

    @cache
    def of_ledger() -> Mapping[tuple[str, str], Place]:
        return ledger.places(root)

    def place(file: str, way: Way, span: Span | None = None, *, key: bool = False) -> Place:
        if file == LEDGER:
            return of_ledger().get((str(way[0]), str(way[1])), Place(LEDGER))
        node = tree(file) if way else None
        if node and span:
            return yaml_tree.within(node, way, span, text(file))
        return yaml_tree.at(node, way, key=key) if node else Place(file)

    return [
        Problem(
            finding.kind,
            place(finding.file, finding.at, finding.span, key=finding.at_key),
            finding.values,
            place(*finding.related) if finding.related else None,
        )
        for finding in findings
    ]


def place_of(root: Path, file: str, way: Way) -> Place:
    """The place of one value of a file."""
    node = yaml_tree.parse(files.read(root, file)[0], file)[0]
    return yaml_tree.at(node, way) if node else Place(file)
