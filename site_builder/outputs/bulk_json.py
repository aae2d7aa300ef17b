"""All records in one file: `claims.json.gz`, a record a line, in one member of gzip, as browsers refuse several."""

import gzip
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from site_builder.library.localized import LocalizedLibrary
from site_builder.library.site import LICENSE
from site_builder.model import urls
from site_builder.outputs import values
from site_builder.outputs.rows import Rows, Run
from site_builder.outputs.values import Values

R = TypeVar("R")


def claims_json(libraries: Sequence[LocalizedLibrary], runs: Sequence[Run]) -> bytes:
    """Make the file; `runs` are those of all claims."""
    library = libraries[0]
    newest = library.history.newest
    head = {
        "version": values.VERSION,
        "name": library.site.names,
        "url": library.site.url,
        "license": LICENSE,
        "languages": list(library.site.names),
        "commit": newest.hash if newest else None,
        "modified": newest.day.isoformat() if newest else None,
    }
    rows = Rows(library, urls.CLAIMS_JSON)
    lists = {
        "claims": rows.of(runs, partial(_lines, libraries, values.of_claim, library.archive.claims)),
        "entities": [_lines(libraries, values.of_entity, library.all_entities, library.all_entities)],
        "series": [_lines(libraries, values.of_series, library.all_series, library.all_series)],
    }
    records = [b'"%s":[\n%s\n]' % (name.encode(), b",\n".join(filter(None, lines))) for name, lines in lists.items()]
    return gzip.compress(b"%s,\n%s}\n" % (as_json(head)[:-1], b",\n".join(records)), mtime=0)


def as_json(value: object) -> bytes:
    """JSON as short as it can be."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _lines(
    libraries: Sequence[LocalizedLibrary],
    of_record: Callable[[Sequence[LocalizedLibrary], R], Values],
    records: Mapping[str, R],
    ids: Iterable[str],
) -> bytes:
    return b",\n".join([as_json(of_record(libraries, records[id])) for id in ids])
