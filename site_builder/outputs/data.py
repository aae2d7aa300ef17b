"""The archive's data in whole, in the folder `data/`: JSON, tables, a database, the list of changes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from site_builder.library.library import Library
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.outputs import csv_files, rows
from site_builder.outputs.artifact import Artifact
from site_builder.outputs.bulk_json import claims_json
from site_builder.outputs.changes_json import changes_json
from site_builder.outputs.rows import Run
from site_builder.outputs.sqlite import database
from site_builder.outputs.tables import TABLES


def of_site(libraries: Sequence[LocalizedLibrary]) -> Iterator[Artifact]:
    """Yield the files; they are made side by side, as each says all that there is."""
    library = libraries[0]
    runs = rows.runs(library)
    files: dict[str, Callable[[], bytes]] = {
        urls.DATABASE: partial(database, libraries),
        urls.CLAIMS_JSON: partial(claims_json, libraries, runs),
    }
    for each in libraries:
        for table in TABLES:
            files[urls.table(table.name, each.language.tag)] = partial(csv_files.file, each, table, runs)
    files[urls.CHANGES_JSON] = partial(changes_json, library)
    for path, make in files.items():
        yield Artifact([path], partial(_dependencies, library, runs), partial(_contents, make))


def _contents(make: Callable[[], bytes]) -> Iterator[bytes]:
    yield make()


def _dependencies(library: Library, runs: Iterable[Run]) -> tuple[object, ...]:
    archive, fingerprints = library.archive, library.fingerprints
    return (
        [run.fingerprint for run in runs],
        [fingerprints.entity(id) for id in archive.entities],
        [fingerprints.series(id) for id in archive.series],
        library.history.newest,
    )
