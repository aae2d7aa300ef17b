"""What a pull request changes: data alone, or also what makes pages of them.

Data run nothing. A pull request of data alone is therefore checked and built by exactly the programs and settings that
are published already, though it comes with a copy of them: none of them differs.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from site_builder.language.catalogs import FOLDER as CATALOGS
from site_builder.language.language import Language
from site_builder.model.records import FORMS, schema_file
from site_builder.read.files import FOLDER as RECORDS
from site_builder.read.settings import CONTENT
from site_builder.text.characters import visible

_CATALOGS = f"{CATALOGS}/"
_DATA = (f"{RECORDS}/", f"{CONTENT}/", _CATALOGS)
_OF_CATALOGS = (".po", ".toml")
_PROGRAMS = (".py", ".pyc", ".pyd", ".so")
"""How the names of files end that hooks in the settings may name."""
_OF_GIT = ".git"
"""How the names of files begin by which git knows what it must not show, compare or keep as it is."""
_SETTINGS = frozenset(["mkdocs.yml"])
"""What changes with data, as when a language is added, but names programs (plugins, hooks) as well."""
_SCHEMAS = frozenset(map(schema_file, FORMS))


class Kind(StrEnum):
    """What a pull request changes: `DATA` alone; at least also the `ENGINE`; both, although they can be parted."""

    DATA = "data"
    ENGINE = "engine"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Scope:
    """The kind of a change, with the files of each side, in order; `runs_own` if it brings programs or names others."""

    kind: Kind
    data: tuple[str, ...]
    engine: tuple[str, ...]
    runs_own: bool


def of(files: Iterable[str], submodules: Collection[str] = ()) -> Scope:
    """Find the scope of a change by the files that differ, and those of them that are submodules.

    Documents and schemas go with either side; settings go with data too, and are tested like the engine.
    """
    ordered = sorted(files)
    beside = [file for file in ordered if _is_document(file) or file in _SCHEMAS]
    data = tuple(file for file in ordered if _is_data(file) and file not in beside and file not in submodules)
    engine = tuple(file for file in ordered if file not in {*data, *beside, *_SETTINGS})
    runs_own = bool(engine) or not _SETTINGS.isdisjoint(ordered)
    kind = Kind.MIXED if data and engine else Kind.DATA if data and not runs_own else Kind.ENGINE
    return Scope(kind, data, engine, runs_own)


def _is_data(file: str) -> bool:
    """Tell whether a file is a record, a page or part of a catalog.

    What git itself reads is none, since it changes how others are kept, nor what settings may name as a program.
    """
    is_of_git = any(part.startswith(_OF_GIT) for part in file.split("/"))
    is_read = file.endswith(_OF_CATALOGS) if file.startswith(_CATALOGS) else not file.lower().endswith(_PROGRAMS)
    return file.startswith(_DATA) and is_read and not is_of_git


def _is_document(file: str) -> bool:
    """Tell whether a file explains the archive: its guides, its licence, how it is cited; the reference of records."""
    folder, _, name = file.rpartition("/")
    is_guide = name.endswith(".md") and folder in ("", RECORDS)
    return is_guide or file in ("CITATION.cff", "LICENSE")


def why_refused(scope: Scope, language: Language) -> str:
    """Say why a mixed change is refused, and how it is parted."""
    return language.text(
        "This pull request changes records or pages ({data}) together with the programs that check and build them "
        "({engine}). Records must be checked by rules that they do not bring along. Please make two pull requests of "
        "it: first one with the programs, and when that is accepted, one with the records and pages.",
        data=_first(scope.data, language),
        engine=_first(scope.engine, language),
    )


def _first(files: Sequence[str], language: Language) -> str:
    """Name the first of some files, and count the others."""
    first, more = visible(files[0]), len(files) - 1
    return language.plural("{file} and {count} more", "{file} and {count} more", more, file=first) if more else first
