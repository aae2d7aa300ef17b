"""One run of `claims new`: an archive, the new records that lie ready for it, and how they are put into it."""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import cast

from site_builder.check.validate import validate
from site_builder.fix import yaml_writer
from site_builder.fix.yaml_writer import Value
from site_builder.model import merging
from site_builder.model.records import EntityKind, Measure, Unit, claim_file, entity_file, series_file
from site_builder.new.names import entities_by_name, series_by_name
from site_builder.problems import Path as Way
from site_builder.problems import Place, Problem
from site_builder.problems.relations import Unanswered, Unused
from site_builder.read import yaml_tree

_FOLDERS = frozenset(["entities", "series"])


class NewRecordSession:
    """An archive with the new records that lie ready for it: what they name may be new as well.

    What was merged is found by its id and its names as that which it was merged into.
    """

    def __init__(self, root: Path, languages: Sequence[str]) -> None:
        self.languages = languages
        self.root = root
        self._loaded = validate(root, languages)
        self._created: list[Path] = []
        self._unified = merging.unified(self._loaded.archive)
        self.archive = self._unified.archive
        self.begin_again()

    def begin_again(self) -> None:
        """Know of no record but those of the archive."""
        self.ready: dict[str, str] = {}
        self.entities = entities_by_name(self._unified)
        self.series = series_by_name(self._unified)
        self.measures = {series.id: series.measure for series in self.archive.series.values()}
        self._shorts = {entity.id: dict(entity.short or {}) for entity in self.archive.entities.values()}

    def unit(self, series: str) -> Mapping[str, Unit]:
        """The words for what a series of the archive counts, by language."""
        known = self.archive.series.get(series)
        return (known.unit if known else None) or {}

    def taken(self, folder: str) -> list[str]:
        """The ids that are in use in a folder; with an empty name, those of the claims of all years."""
        files = map(PurePosixPath, [*self._loaded.files, *self.ready])
        return [file.stem for file in files if (file.parent.name if file.parent.name in _FOLDERS else "") == folder]

    def short_name(self, entity: str) -> str:
        """The short name of an entity in the site's first language; empty if there is none."""
        return self._shorts.get(entity, {}).get(self.languages[0], "")

    def add_claim(self, id: str, values: Mapping[str, Value]) -> str:
        """Lay a claim ready; return its file."""
        return self._lay(claim_file(id), values)

    def add_entity(
        self, id: str, values: Mapping[str, Value], names: Mapping[str, str], short: Mapping[str, str]
    ) -> str:
        """Lay an entity ready, to be found by its names from now on; return its file."""
        self.entities.names[id] = [id, *names.values(), *short.values()]
        self.entities.kinds[id] = cast(EntityKind, values["kind"])
        self._shorts[id] = dict(short)
        return self._lay(entity_file(id), values)

    def add_series(
        self, id: str, values: Mapping[str, Value], question: Mapping[str, str], measure: Measure = "count"
    ) -> str:
        """Lay a series ready, to be found by its question from now on; return its file."""
        self.series.names[id] = [id, *question.values()]
        self.measures[id] = measure
        return self._lay(series_file(id), values)

    def _lay(self, file: str, values: Mapping[str, Value]) -> str:
        self.ready[file] = yaml_writer.record(file, values)
        return file

    def way_to(self, place: Place, ways: Sequence[Way]) -> Way | None:
        """The way to that value of a record which a place is in or behind, of those given."""
        root = yaml_tree.parse(self.ready.get(place.path, ""), place.path)[0]
        starts = [(yaml_tree.at(root, way, key=True), way) for way in ways if way] if root else []
        before = [(start, way) for start, way in starts if (start.line, start.column) <= (place.line, place.column)]
        return max(before, key=lambda found: found[0], default=(place, None))[1]

    @contextlib.contextmanager
    def written(self) -> Iterator[list[Problem]]:
        """Write what is ready, and give the problems that came with it. If one is an error, all is taken back.

        That happens after the block, so that the problems can be shown with their lines inside it.
        """
        is_right = False
        try:
            for file, text in self.ready.items():
                self._write(self.root / file, text)
            problems = self._new_problems()
            yield problems
            is_right = not any(problem.is_error for problem in problems)
        finally:
            if not is_right:
                self._take_back()

    def _write(self, path: Path, text: str) -> None:
        for new in (path.parent, path):
            if not new.exists():  # what somebody else has put there meanwhile must not be taken back with ours
                self._created.append(new)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)

    def _new_problems(self) -> list[Problem]:
        """The problems that were not there before, but for a new record that no other one names yet."""
        known = {(problem.kind, problem.place) for problem in self._loaded.problems}
        found = validate(self.root, self.languages).problems
        return [
            problem
            for problem in found
            if (problem.kind, problem.place) not in known
            and not (problem.kind in (Unused, Unanswered) and problem.place.path in self.ready)
        ]

    def _take_back(self) -> None:
        for path in reversed(self._created):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink(missing_ok=True)
        self._created.clear()
