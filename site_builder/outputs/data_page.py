"""What the hand-written page about the data shows: the files to take away, and what their columns hold.

The files are told of to search engines as well, as a `Dataset` of schema.org.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from site_builder.language.language import Language
from site_builder.library.citations import contributors
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.outputs.data import DataFiles
from site_builder.outputs.data_examples import examples
from site_builder.outputs.file_facts import FileFacts
from site_builder.outputs.tables import TABLES, Table
from site_builder.pages.head import linked_data
from site_builder.pages.slots import Slot
from site_builder.text.escaping import Markup

NAMES = frozenset(["data-examples", "dictionary", "downloads"])
"""The slots that tell of the data files; a page with one is made when those are."""


@dataclass(slots=True)
class Download:
    """A file to take away, by its path from the site's root."""

    path: str
    name: str
    what: str
    size: str


@dataclass(slots=True)
class DownloadsContext:
    """The files, and what search engines are told of them."""

    files: tuple[Download, ...]
    linked_data: Markup


@dataclass(slots=True)
class ColumnContext:
    """A column of a table."""

    name: str
    type: str
    description: str


@dataclass(slots=True)
class TableContext:
    """A table with its columns."""

    name: str
    title: str
    columns: tuple[ColumnContext, ...]


@dataclass(slots=True)
class DictionaryContext:
    """The tables."""

    tables: tuple[TableContext, ...]


def slots(files: DataFiles, facts: Callable[[], Mapping[str, FileFacts]]) -> Mapping[str, Slot]:
    """The slots by their names; the facts of the data files are asked for when a page is made."""
    return {
        "downloads": Slot(files.dependencies, "downloads.html", lambda library: _downloads(facts(), library)),
        "data-examples": Slot(tuple, "data-examples.html", examples),
        "dictionary": Slot(tuple, "dictionary.html", lambda library: _dictionary(library.language)),
    }


def _downloads(facts: Mapping[str, FileFacts], library: LocalizedLibrary) -> DownloadsContext:
    language, tag = library.language, library.language.tag
    text = language.text
    told = {
        **{urls.table(table.name, tag): text(table.title) for table in TABLES},
        urls.CLAIMS_JSON: text("Everything, in all languages, as JSON, a record a line."),
        urls.DATABASE: text("Everything as a database of SQLite, with full-text search."),
        urls.CHANGES_JSON: text("Every change of a record, the newest first."),
        urls.DATA_PACKAGE: text("The description of these files for programs (Data Package)."),
    }
    files = [
        Download(
            path, path.removeprefix(urls.DATA), what, language.file_size(facts[path].size) if path in facts else ""
        )
        for path, what in told.items()
    ]
    return DownloadsContext(tuple(files), _linked_data(library, {path: facts[path] for path in told if path in facts}))


def _linked_data(library: LocalizedLibrary, facts: Mapping[str, FileFacts]) -> Markup:
    """The data as JSON-LD."""
    site, newest, shown = library.site, library.history.newest, library.groups.shown
    dataset: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": site.names[library.language.tag],
        "description": library.language.text(
            "Claims with their sources, dates, figures and the words themselves: who said what, when, through whom."
        ),
        "url": site.page(library.language.tag, urls.DATA),
        "license": site.licence.url,
        "inLanguage": list(site.names),
        "creator": {"@type": "Organization", "name": contributors(library), "url": site.url},
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": site.absolute(path),
                "encodingFormat": fact.media_type,
                "contentSize": f"{fact.size} B",
                "sha256": fact.sha256,
            }
            for path, fact in facts.items()
        ],
    }
    if newest:
        dataset["dateModified"] = newest.day.isoformat()
    if shown:
        dataset["temporalCoverage"] = f"{shown[0].said.first.isoformat()}/{shown[-1].said.last.isoformat()}"
    return linked_data(dataset)


def _dictionary(language: Language) -> DictionaryContext:
    return DictionaryContext(tuple(_table(language, table) for table in TABLES))


def _table(language: Language, table: Table) -> TableContext:
    types = {
        "text": language.text("text"),
        "id": language.text("id"),
        "url": language.text("address"),
        "edtf": language.text("date (EDTF)"),
        "term": language.text("fixed value"),
        "date": language.text("day"),
        "number": language.text("number"),
        "amount": language.text("number, or a share such as 2/3"),
        "boolean": language.text("true or false"),
    }
    return TableContext(
        table.name,
        language.text(table.title),
        tuple(ColumnContext(each.name, types[each.type], language.text(each.description)) for each in table.columns),
    )
