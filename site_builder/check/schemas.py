"""Check that an archive's schemas, by which editors help, are those of the model in the languages of the site."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from site_builder.check import schema_writer
from site_builder.language.language import Language
from site_builder.model.records import FORMS, Record, schema_file
from site_builder.problems import Place, Problem
from site_builder.problems.schemas import EditedSchema, MissingSchema
from site_builder.read import files
from site_builder.read.modeline import schema_named
from site_builder.read.schema_lookup import type_of


def problems(root: Path, languages: Sequence[Language], records: Iterable[str]) -> Iterator[Problem]:
    """Problems of the schemas of an archive with these record files, for a site in these languages."""
    for kind in FORMS:
        path = root / schema_file(kind)
        if path.is_file():
            yield from _edited(root, kind, languages)
        elif not path.is_symlink() and not path.exists():  # what is there and no file is told of where files are listed
            yield from _missing(root, kind, records)


def _edited(root: Path, kind: type[Record], languages: Sequence[Language]) -> Iterator[Problem]:
    """A schema that is not the model's, at the first line that differs."""
    file = schema_file(kind)
    data, unreadable = files.data(root, file)
    found, text = data.decode("utf-8", "replace").replace("\r\n", "\n"), schema_writer.schema(kind, languages)
    if unreadable:
        yield unreadable
    elif found != text:
        pairs = zip_longest(found.split("\n"), text.split("\n"))
        line = next(number for number, (one, other) in enumerate(pairs, 1) if one != other)
        yield Problem(EditedSchema, Place(file, line), {"name": file.rpartition("/")[2]})


def _missing(root: Path, kind: type[Record], records: Iterable[str]) -> Iterator[Problem]:
    """A schema that is not there, at the first record that names it: one is enough to tell of it."""
    for file in sorted(file for file in records if type_of(file) is kind):
        line = files.data(root, file)[0].partition(b"\n")[0].decode("utf-8", "replace").rstrip("\r")
        if schema_named(line, file) == schema_file(kind):
            yield Problem(MissingSchema, Place(file, length=len(line)))
            return
