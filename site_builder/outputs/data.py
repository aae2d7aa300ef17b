"""The archive's data in whole, in the folder `data/`: JSON, tables, a database, the list of changes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.outputs import csv_files
from site_builder.outputs.artifact import Artifact
from site_builder.outputs.bulk_json import claims_json
from site_builder.outputs.changes_json import changes_json
from site_builder.outputs.data_package import package
from site_builder.outputs.file_facts import FileFacts, facts_of
from site_builder.outputs.rows import Run
from site_builder.outputs.sqlite import database
from site_builder.outputs.tables import TABLES


class DataFiles:
    """The files with all of the data of an archive, and the one that describes them; `runs` are those of all claims."""

    def __init__(self, libraries: Sequence[LocalizedLibrary], runs: Sequence[Run]) -> None:
        self._libraries = libraries
        self._runs = runs

    def artifacts(self) -> Iterator[Artifact]:
        """Yield the files; each takes about as long to make as all pages of a thousand claims."""
        library = self._libraries[0]
        files: dict[str, Callable[[], bytes]] = {
            urls.DATABASE: partial(database, self._libraries),
            urls.CLAIMS_JSON: partial(claims_json, self._libraries, self._runs),
        }
        for each in self._libraries:
            for table in TABLES:
                files[urls.table(table.name, each.language.tag)] = partial(csv_files.file, each, table, self._runs)
        files[urls.CHANGES_JSON] = partial(changes_json, library)
        for path, make in files.items():
            yield Artifact([path], self.dependencies, partial(_contents, make))

    def description(self, facts: Callable[[], Mapping[str, FileFacts]]) -> Artifact:
        """The description of the files by their facts, which are asked for when it is made."""
        return Artifact([urls.DATA_PACKAGE], self.dependencies, lambda: [package(self._libraries, facts())])

    def facts(self, read: Callable[[str], bytes | None]) -> Mapping[str, FileFacts]:
        """The facts of each file by its path; `read` gives its content."""
        return {path: facts_of(path, _content(read, path)) for each in self.artifacts() for path in each.paths}

    def dependencies(self) -> tuple[object, ...]:
        """Return what all of the files depend on."""
        library = self._libraries[0]
        fingerprints = library.fingerprints
        return (
            [run.fingerprint for run in self._runs],
            [fingerprints.entity(id) for id in library.all_entities],
            [fingerprints.series(id) for id in library.all_series],
            library.history.newest,
        )


def _content(read: Callable[[str], bytes | None], path: str) -> bytes:
    content = read(path)
    if content is None:
        raise AssertionError(f"{path} is to be told of before it is made")
    return content


def _contents(make: Callable[[], bytes]) -> Iterator[bytes]:
    yield make()
