"""The JSON Schemas by which an editor completes, explains and checks a record while it is being written.

They say what the model says, in every language of the site, as far as a value can be judged by itself; `claims check`
says the rest. Where the model gets text, an editor follows YAML 1.2: `600` is a number to it and `false` a boolean.
`make schema` writes them into the archive.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from site_builder.language.language import Language
from site_builder.language.spoken import for_contributors
from site_builder.model.records import (
    CLAIM_ID,
    FORMS,
    HEDGES,
    ID,
    LANGUAGE_TAG,
    METHODS,
    Claim,
    Entity,
    Record,
    Series,
    schema_file,
)
from site_builder.problems import message
from site_builder.problems.shape import NotADate, NotANumber
from site_builder.read import settings
from site_builder.text.characters import LINE_ENDS

Schema = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_YEAR = "(?!0000)[0-9]{4}"
_LEAP_YEAR = "(?!0000)(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
_MONTH = "(?:0[1-9]|1[0-2])"
_MONTH_AND_DAY = "(?:{}|{}|{})".format(
    "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])",
    "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)",
    "02-(?:0[1-9]|1[0-9]|2[0-8])",
)
_DAY = f"(?:{_YEAR}-{_MONTH_AND_DAY}|{_LEAP_YEAR}-02-29)"
_DATE = f"(?:{_YEAR}(?:-{_MONTH})?|{_DAY})"
_TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_ZONE = r"(?:Z|(?:\+(?:0[0-9]|1[0-3])|-(?:0[1-9]|1[01])):[0-5][0-9]|-00:(?:0[1-9]|[1-5][0-9])|\+14:00|-12:00)"
_IN_LINE = f"[^{LINE_ENDS}]"


class _Naming(NamedTuple):
    """The words of an editor for a kind of record (message ids)."""

    title: str
    description: str


class _Form(NamedTuple):
    """The schema of a value, and what the editor says of a value that does not fit it (a message id)."""

    schema: Schema
    help: str


_NAMES: dict[type[Record], _Naming] = {
    Claim: _Naming(message("Claim"), message("One statement by one claimant on one occasion.")),
    Entity: _Naming(message("Entity"), message("Whoever or whatever a claim names.")),
    Series: _Naming(message("Series"), message("A question that several claims answer with a number.")),
}
_FORMS = {
    "boolean": _Form({"type": "boolean"}, message("write true or false")),
    "number": _Form(  # a fraction is a text to YAML
        {
            "type": ["number", "string"],
            "pattern": "^[1-9][0-9]{0,5}/[1-9][0-9]{0,5}$",
            "minimum": 1 - 10**15,
            "maximum": 10**15 - 1,
        },
        NotANumber.help,
    ),
    "edtf": _Form(  # a year by itself is a number to YAML
        {
            "type": ["string", "integer"],
            "pattern": f"^(?:{_DATE}~?|{_DATE}/{_DATE})$",
            "minimum": 1000,
            "maximum": 9999,
        },
        NotADate.otherwise,
    ),
    "said": _Form(
        {
            "type": ["string", "integer"],
            "pattern": f"^(?:{_DATE}~?|{_DATE}/{_DATE}|{_DAY}T{_TIME}{_ZONE})$",
            "minimum": 1000,
            "maximum": 9999,
        },
        message(
            "write year, month and day in digits: 2025, 2025-04, 2025-04-30, 2025-04-30~ or 2025-04-28/2025-04-30, "
            "or with time and zone: 2025-04-30T14:30+09:00"
        ),
    ),
    "date": _Form({"type": "string", "pattern": f"^{_DAY}$"}, message("a day is needed, written 2025-04-30")),
    "string": _Form({"type": "string", "pattern": r"\S"}, message("the text is empty")),
    "line": _Form(
        {"type": "string", "pattern": rf"^{_IN_LINE}*\S{_IN_LINE}*$"}, message("the text must stand on one line")
    ),
    "url": _Form(
        {"type": "string", "pattern": r"^https?://[^/?#\\\s]"},
        message("copy the whole address from the browser; it begins with https:// or http://"),
    ),
    f"^{ID}$": _Form(
        {"type": "string", "pattern": f"^{ID}$"},
        message("write the id of an entity or a series: its file's name without .yml"),
    ),
    f"^{CLAIM_ID}$": _Form(
        {"type": "string", "pattern": f"^{CLAIM_ID}$"}, message("write the id of a claim: its file's name without .yml")
    ),
}
"""Forms by what tells them apart in the model's schema: the pattern, the format or form, or else the type."""

_PARTS = {
    "Source": message("Source"),
    "SourceQuote": message("As published"),
    "Translation": message("Translation"),
    "Unit": message("Unit"),
    "Figure": message("Figure"),
    "Correction": message("Correction"),
    "Withdrawal": message("Withdrawal"),
}
"""Names of the parts of records, for an editor that offers one as a whole."""


def write(root: Path, languages: Sequence[Language]) -> None:
    """Write the schemas of an archive whose site has these languages."""
    for kind in FORMS:
        file = root / schema_file(kind)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(schema(kind, languages), "utf-8", newline="\n")


def schema(kind: type[Record], languages: Sequence[Language]) -> str:
    """The text of the schema for a kind of record, for a site in these languages."""
    return _schemas(tuple(languages))[kind]


@cache
def _schemas(languages: tuple[Language, ...]) -> Mapping[type[Record], str]:
    """Make the texts of all schemas once: a preview checks the archive after every saved record."""
    return {kind: _schema(kind, languages) for kind in FORMS}


def _schema(kind: type[Record], languages: Sequence[Language]) -> str:
    name = schema_file(kind).rpartition("/")[2]
    made = {"$schema": DRAFT, "$id": name, **_Editor(languages).record(kind)}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


class _Editor:
    """Makes of the model's schemas such as an editor can use."""

    def __init__(self, languages: Sequence[Language]) -> None:
        self._languages = languages
        self._spoken = for_contributors(languages)
        self._tags = [language.tag for language in languages]

    def record(self, kind: type[Record]) -> Schema:
        """The schema of a file, whose name is the id."""
        title, description = _NAMES[kind]
        schema = FORMS[kind].json_schema(by_alias=True)
        del schema["properties"]["id"]
        schema["required"].remove("id")
        return {
            "title": self._in_short(title),
            **_described(self._texts(description)),
            **self._keys(schema),
            "$defs": {name: self._part(name, part) for name, part in schema.get("$defs", {}).items()},
        }

    def _part(self, name: str, node: Schema) -> Schema:
        title = self._in_short(_PARTS[name])
        snippets = {"defaultSnippets": _figures(title)} if name == "Figure" else {}
        return {"title": title, **self._keys(node), **snippets}

    def _keys(self, node: Schema) -> Schema:
        """A record or a part of one: a mapping with keys of its own."""
        return {
            "type": "object",
            "properties": {
                key: {**_described(self._texts(value["description"])), **self._value(value)}
                for key, value in node["properties"].items()
            },
            "required": node["required"],
            "additionalProperties": False,
            **{key: node[key] for key in ("if", "then", "else", "allOf") if key in node},
        }

    def _value(self, node: Schema) -> Schema:
        if "anyOf" in node:  # what may be left out: the model has null then, a record never
            return self._value(node["anyOf"][0])
        if "oneOf" in node:
            return {"oneOf": node["oneOf"]}
        if "patternProperties" in node:
            ((pattern, value),) = node["patternProperties"].items()
            snippets = {"defaultSnippets": self._quotes()} if "oneOf" in value else {}
            is_prose = value.get("type") == "string" and "form" not in value
            return {**self._in_languages(pattern, self._value(value), is_prose=is_prose), **snippets}
        if "items" in node:
            return {"type": "array", "items": self._value(node["items"])}
        if "enum" in node:
            meanings = [self._in_short(meaning) for meaning in node["enumDescriptions"]]
            return {"type": "string", "enum": node["enum"], "enumDescriptions": meanings}
        if "const" in node:
            return {"type": "string", "const": node["const"]}
        if "$ref" in node:
            return {"$ref": node["$ref"]}
        return self._scalar(node)

    def _in_languages(self, pattern: str, value: Schema, *, is_prose: bool) -> Schema:
        """A mapping of languages, of which those of the site are required, but for prose: there one is enough."""
        said_in = {
            tag: [each.text("Written in {language}.", language=each.name_of(tag)) for each in self._spoken]
            for tag in self._tags
        }
        return {
            "title": self._in_short(message("Every language")),
            "type": "object",
            "properties": {tag: {**_described(texts), **value} for tag, texts in said_in.items()},
            "patternProperties": {pattern: value},
            **({"minProperties": 1} if is_prose else {"required": self._tags}),
            "additionalProperties": False,
        }

    def _quotes(self) -> list[Schema]:
        """Whole quotes to fill in: as published in one language of the site, translated into the others."""
        return [
            {
                "label": f"{self._in_short('As published')}: {origin.name}",
                "body": {
                    tag: _published(stop) if tag == origin.tag else _translated(stop, origin.tag)
                    for stop, tag in enumerate(self._tags, 1)
                },
            }
            for origin in self._languages
        ]

    def _scalar(self, node: Schema) -> Schema:
        pattern = node.get("pattern")
        if pattern and pattern not in _FORMS:
            suggested = {"examples": self._tags} if pattern == f"^{LANGUAGE_TAG}$" else {}
            return {"type": "string", "pattern": pattern, **suggested}
        form = _FORMS[pattern or node.get("format") or node.get("form") or node["type"]]
        help_key = "patternErrorMessage" if form.schema["type"] == "string" else "errorMessage"
        return {**form.schema, help_key: self._in_short(form.help)}

    def _texts(self, message_id: str) -> list[str]:
        return [language.text(message_id) for language in self._spoken]

    def _in_short(self, message_id: str) -> str:
        """A message in every language on one line."""
        return " · ".join(self._texts(message_id))


def _described(texts: Iterable[str]) -> Schema:
    """A text in every language; an editor that reads Markdown shows as code what stands between backticks."""
    text = "\n\n".join(texts)
    return {"description": text.replace("`", ""), "markdownDescription": text}


def _figures(title: str) -> list[Schema]:
    """Whole figures to fill in: with one number, and with a lowest and a highest one."""
    hedge = f"${{4|{','.join(HEDGES)}|}}"
    return [
        {"label": f"{title}: {', '.join(numbers)}", "body": {"series": "$1", **numbers, "hedge": hedge}}
        for numbers in ({"value": "$2"}, {"min": "$2", "max": "$3"})
    ]


def _published(place: int) -> Schema:
    """A quote to fill in; places to type at are numbered, so those of the first quote come first."""
    source = {"url": f"${place}2", "publisher": f"${place}3", "published": f"${place}4"}
    return {"text": f"^>-\n    ${place}1", "origin": "source", "source": source}


def _translated(place: int, origin: str) -> Schema:
    return {
        "text": f"^>-\n    ${place}1",
        "origin": "translation",
        "from": origin,
        "method": f"${{{place}2|{','.join(METHODS)}|}}",
        "reviewed": "^false",
    }


if __name__ == "__main__":
    write(Path.cwd(), settings.read(Path("mkdocs.yml")).languages)
