"""The ledger of verified quotes: its lines, read from `claims/verified.jsonl`."""

from pathlib import Path

from pydantic import ValidationError

from site_builder.model.verification import LEDGER, LINES, Ledger, LedgerLine
from site_builder.problems import Place, Problem
from site_builder.problems.verification import NotALine
from site_builder.read import files


def read(root: Path) -> tuple[Ledger, list[Problem]]:
    """The ledger of an archive's root, empty where there is none, and a problem for each line that is none of it."""
    ledger: dict[str, dict[str, LedgerLine]] = {}
    if not (root / LEDGER).exists():
        return ledger, []
    text, problem = files.text(root, LEDGER)
    if problem:
        return ledger, [problem]
    problems: list[Problem] = []
    for number, written in enumerate(text.splitlines(), start=1):
        try:
            line = LINES.validate_json(written)
        except ValidationError:
            problems.append(Problem(NotALine, Place(LEDGER, number, 1, max(1, len(written)))))
        else:
            ledger.setdefault(line.claim, {})[line.language] = line
    return ledger, problems
