"""The history of the data: `changes.json`, every change of a record that a commit made, the newest first."""

from collections.abc import Iterator, Mapping

from site_builder.library.library import Library
from site_builder.outputs import values
from site_builder.read import git
from site_builder.text.compact_json import as_json


def changes_json(library: Library) -> bytes:
    """Make the file."""
    newest = library.history.newest
    head = {
        "version": values.VERSION,
        "url": library.site.url,
        "license": library.site.licence.url,
        "commit": newest.hash if newest else None,
    }
    changes = b",\n".join([as_json(change) for change in _changes(library)])
    return b'%s,"changes":[\n%s\n]}\n' % (as_json(head)[:-1], changes)


def _changes(library: Library) -> Iterator[Mapping[str, str]]:
    named = (library.archive.claims, library.all_entities, library.all_series)
    records = {record.file: record for kind in named for record in kind.values()}
    first = library.history.first
    withdrawn = [claim.file for claim in library.archive.claims.values() if claim.withdrawn]
    # A change of the reason is one of the withdrawal too; what withdrew the claim is the oldest of them.
    withdrawals = {change.file: change.commit for change in git.withdrawals(library.root, withdrawn)}
    for commit, file in library.history.changes:
        record = records.get(file)
        if record:
            operation = "added" if first[file] == commit else "modified"
            yield {
                "date": commit.day.isoformat(),
                "commit": commit.hash,
                "op": "withdrawn" if withdrawals.get(file) == commit else operation,
                "kind": type(record).__name__.lower(),
                "id": record.id,
            }
