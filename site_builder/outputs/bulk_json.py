"""All records in one file: `claims.json.gz`, a record a line, in one member of gzip, as browsers refuse several."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain
from typing import TypeVar

from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.outputs import values
from site_builder.outputs.gzip_member import member, piece
from site_builder.outputs.rows import Rows, Run
from site_builder.outputs.values import Values
from site_builder.text.compact_json import as_json

R = TypeVar("R")

_SEPARATOR = b",\n"
_BETWEEN = piece(_SEPARATOR)


def claims_json(libraries: Sequence[LocalizedLibrary], runs: Sequence[Run]) -> bytes:
    """Make the file; `runs` are those of all claims."""
    library = libraries[0]
    newest = library.history.newest
    head = {
        "version": values.VERSION,
        "name": library.site.names,
        "url": library.site.url,
        "license": library.site.licence.url,
        "languages": list(library.site.names),
        "commit": newest.hash if newest else None,
        "modified": newest.day.isoformat() if newest else None,
    }
    lines = lru_cache(maxsize=2)(partial(_lines, libraries, values.of_claim, library.archive.claims))
    entities = _lines(libraries, values.of_entity, library.all_entities, library.all_entities)
    series = _lines(libraries, values.of_series, library.all_series, library.all_series)
    claims = Rows(library, urls.CLAIMS_JSON).following(runs, partial(_piece, lines))
    return member(
        [
            piece(b'%s,\n"claims":[\n' % as_json(head)[:-1]),
            *chain.from_iterable([_BETWEEN, each] if place else [each] for place, each in enumerate(claims)),
            piece(b'\n],\n"entities":[\n%s\n],\n"series":[\n%s\n]}\n' % (entities, series)),
        ]
    )


def _piece(lines: Callable[[Sequence[str]], bytes], before: Sequence[str], ids: Sequence[str]) -> bytes:
    """A piece of the file: the lines of some records, behind those of others."""
    return piece(lines(ids), lines(before) + _SEPARATOR if before else b"")


def _lines(
    libraries: Sequence[LocalizedLibrary],
    of_record: Callable[[Sequence[LocalizedLibrary], R], Values],
    records: Mapping[str, R],
    ids: Iterable[str],
) -> bytes:
    return _SEPARATOR.join([as_json(of_record(libraries, records[id])) for id in ids])
