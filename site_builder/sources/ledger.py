"""The ledger of verified quotes, written: a line for each, sorted, so that the same results are the same bytes."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from site_builder.model.verification import LEDGER, LedgerLine
from site_builder.read.ledger import as_written, in_order
from site_builder.runtime.whole_files import write_whole


def write(root: Path, lines: Iterable[LedgerLine]) -> bool:
    """Write the ledger of an archive as a whole; tell whether it is another one now. Without lines there is no file."""
    file = root / LEDGER
    data = "".join(f"{as_written(line)}\n" for line in in_order(lines)).encode()
    before = file.read_bytes() if file.exists() else b""
    if data == before:
        return False
    if data:
        write_whole(file, data)
    else:
        file.unlink()
    return True


def kept(old: LedgerLine | None, new: LedgerLine) -> LedgerLine:
    """The old line where the new one has no news but its day, or the version of the rules: it stays as it is."""
    is_same = old is not None and replace(old, day=new.day, engine=new.engine) == new
    return old if old and is_same else new
