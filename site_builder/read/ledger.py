"""The ledger of verified quotes: its lines, read from `claims/verified.jsonl`, and how they are written."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pydantic import ValidationError

from site_builder.model.verification import LEDGER, LINES, Ledger, LedgerLine
from site_builder.problems import Place, Problem
from site_builder.problems.verification import NotALine, TwoLines, Untidy
from site_builder.read import files


def read(root: Path) -> tuple[Ledger, list[Problem]]:
    """The ledger of an archive's root, empty where there is none, and the problems of its lines.

    Of two lines for one quote, the first one counts.
    """
    if not (root / LEDGER).exists():
        return {}, []
    text, problem = files.text(root, LEDGER)
    if problem:
        return {}, [problem]
    ledger: dict[str, dict[str, LedgerLine]] = {}
    places: dict[tuple[str, str], Place] = {}
    problems: list[Problem] = []
    before = ("", "")
    for place, written in _lines(text):
        line = parsed(written)
        if not line:
            problems.append(Problem(NotALine, place))
            continue
        key = (line.claim, line.language)
        if key in places:
            problems.append(Problem(TwoLines, place, {"id": line.claim, "language": line.language}, places[key]))
            continue
        if key < before or written != as_written(line):
            problems.append(Problem(Untidy, place))
        before = max(before, key)
        places[key] = place
        ledger.setdefault(line.claim, {})[line.language] = line
    return ledger, problems


def lines(root: Path) -> list[LedgerLine]:
    """All lines of the ledger, also where there are several for one quote."""
    found = (parsed(written) for _, written in _lines(files.text(root, LEDGER)[0]))
    return [line for line in found if line]


def parsed(written: str) -> LedgerLine | None:
    """The line that some text is; None where it is none."""
    try:
        return LINES.validate_json(written)
    except ValidationError:
        return None


def as_written(line: LedgerLine) -> str:
    """A line as the ledger has it: its keys in their order, without those that say nothing."""
    values: dict[str, object] = LINES.dump_python(line, mode="json")
    return json.dumps({key: value for key, value in values.items() if value not in (None, [])}, ensure_ascii=False)


def in_order(lines: Iterable[LedgerLine]) -> list[LedgerLine]:
    """Sort lines as the ledger has them."""
    return sorted(lines, key=lambda line: (line.claim, line.language))


def places(root: Path) -> Mapping[tuple[str, str], Place]:
    """The places of the lines of quotes, by claim and language."""
    found: dict[tuple[str, str], Place] = {}
    for place, written in _lines(files.text(root, LEDGER)[0]):
        if line := parsed(written):
            found.setdefault((line.claim, line.language), place)
    return found


def _lines(text: str) -> Iterable[tuple[Place, str]]:
    lines: Sequence[str] = text.removesuffix("\n").split("\n") if text else ()
    return ((Place(LEDGER, number, 1, max(1, len(line))), line) for number, line in enumerate(lines, start=1))
