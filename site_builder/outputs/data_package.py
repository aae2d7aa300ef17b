"""The description of the data files, as Data Package 2.0 (datapackage.org): `datapackage.json`."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from slugify import slugify

from site_builder.language.language import Language
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.outputs.file_facts import FileFacts
from site_builder.outputs.tables import TABLES, Table, Type

_TYPES: Mapping[Type, str] = {
    "text": "string",
    "id": "string",
    "url": "string",
    "edtf": "string",
    "term": "string",
    "date": "date",
    "number": "number",
    "amount": "any",
    "boolean": "boolean",
}
_ORIGINAL = "en"
"""Who reads descriptions of data reads them in the language of the messages' ids."""


def package(libraries: Sequence[LocalizedLibrary], facts: Mapping[str, FileFacts]) -> bytes:
    """Make the file; `facts` are those of the data files, by their paths."""
    library = libraries[0]
    site, newest = library.site, library.history.newest
    name = site.names.get(_ORIGINAL, site.names[library.language.tag])
    known = {"version": newest.hash, "created": f"{newest.day.isoformat()}T00:00:00Z"} if newest else {}
    described = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": slugify(name) or "claims",
        "title": name,
        "description": Language(_ORIGINAL).text("Claims: who said what, when, through whom, in which words."),
        "homepage": site.url,
        **known,
        "licenses": [{"name": site.licence.id, "title": site.licence.name, "path": site.licence.url}],
        "contributors": [{"title": f"{name} contributors", "path": site.url, "roles": ["creator"]}],
        "resources": [*_tables(libraries, facts), *_others(facts)],
    }
    return (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode()


def _tables(libraries: Iterable[LocalizedLibrary], facts: Mapping[str, FileFacts]) -> Iterator[dict[str, Any]]:
    for library in libraries:
        tag = library.language.tag
        for table in TABLES:
            path = urls.table(table.name, tag)
            yield {
                **_resource(_name(table.name, tag), path, facts[path]),
                "title": table.title,
                "type": "table",
                "format": "csv",
                "encoding": "utf-8",
                "schema": _schema(table, tag),
            }


def _others(facts: Mapping[str, FileFacts]) -> Iterator[dict[str, Any]]:
    for name, path in (("claims-json", urls.CLAIMS_JSON), ("database", urls.DATABASE), ("changes", urls.CHANGES_JSON)):
        yield _resource(name, path, facts[path])


def _resource(name: str, path: str, facts: FileFacts) -> dict[str, Any]:
    return {
        "name": name,
        "path": path.removeprefix(urls.DATA),
        "mediatype": facts.media_type,
        "bytes": facts.size,
        "hash": f"sha256:{facts.sha256}",
    }


def _schema(table: Table, tag: str) -> dict[str, Any]:
    fields = [
        {"name": column.name, "type": _TYPES[column.type], "description": column.description}
        for column in table.columns
    ]
    references = [
        {"fields": [column], "reference": {"resource": _name(other, tag), "fields": ["id"]}}
        for column, other in table.references.items()
    ]
    key = {"primaryKey": [table.key]} if table.key else {}
    return {"fields": fields, **key, "foreignKeys": references}


def _name(table: str, tag: str) -> str:
    return f"{table}-{tag.lower()}"
