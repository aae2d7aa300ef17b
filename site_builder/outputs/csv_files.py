"""Tables as CSV (RFC 4180) for spreadsheets: UTF-8 with a byte order mark, by which Excel knows it."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.outputs.rows import Rows, Run
from site_builder.outputs.tables import Column, Row, Table, Value

RISKY = r"(?=[=+\-@\t\r＝＋－＠])"
"""The beginnings of words that spreadsheets would run as a formula; an apostrophe is put before them."""
_RISKY = re.compile(RISKY)


def file(library: LocalizedLibrary, table: Table, runs: Sequence[Run]) -> bytes:
    """Make the file of a table in a language; `runs` are those of all claims."""
    header = "\ufeff".encode() + _lines([[column.name for column in table.columns]])
    if table.is_of_claims:
        rows = Rows(library, urls.table(table.name, library.language.tag))
        return b"".join([header, *rows.of(runs, partial(_rows, library, table))])
    return header + _rows(library, table, table.ids(library))


def _rows(library: LocalizedLibrary, table: Table, ids: Iterable[str]) -> bytes:
    return _lines(_cells(table.columns, row) for row in table.rows(library, ids))


def _cells(columns: Iterable[Column], row: Row) -> Iterator[str]:
    return (cell(value, column) for column, value in zip(columns, row, strict=True))


def cell(value: Value, column: Column) -> str:
    """A value as a cell; an apostrophe goes before words that a spreadsheet would run."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return f"'{text}" if column.type == "text" and _RISKY.match(text) else text


def _lines(rows: Iterable[Iterable[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode()
