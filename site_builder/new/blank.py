"""Records that are still to be filled in, for those who write them where no program asks them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from pydantic.fields import FieldInfo

from site_builder.fix import yaml_writer
from site_builder.fix.yaml_writer import Value
from site_builder.language.language import Language
from site_builder.language.tags import plural_forms
from site_builder.model.records import Claim, Entity, Record, Series, claim_file, entity_file, series_file

_QUOTE = "…"
"""Stands for a quote: it shows how far words under `>-` are indented."""
_OFTEN = frozenset(
    ["relayed_by", "figures", "short", "aliases", "description", "wikidata", "part_of", "measure", "currency"]
)
"""Keys that many records need and others must not have: they stand in comments."""


def claim(year: str, language: Language, tags: Sequence[str]) -> tuple[str, str]:
    """Return the file of a claim of a year and what is to stand in it, explained in a language.

    The words as published are those of this language.
    """
    quotes = {tag: _quote(tag, language.tag) for tag in tags}
    values: Mapping[str, Value] = {
        "title": dict.fromkeys(tags, ""),
        "said": "",
        "claimant": "",
        "relayed_by": [],
        "about": [],
        "quotes": quotes,
        "figures": [{"series": "", "value": "", "hedge": ""}],
    }
    return _filled_in_later(Claim, claim_file(f"{year}-MM-DD-who-what"), values, language)


def entity(language: Language, tags: Sequence[str]) -> tuple[str, str]:
    """Return the file of an entity and what is to stand in it, explained in a language."""
    texts = dict.fromkeys(tags, "")
    values: Mapping[str, Value] = {
        "kind": "",
        "name": texts,
        "short": texts,
        "aliases": [],
        "description": texts,
        "wikidata": "",
        "part_of": "",
    }
    return _filled_in_later(Entity, entity_file("its-name"), values, language)


def series(language: Language, tags: Sequence[str]) -> tuple[str, str]:
    """Return the file of a series and what is to stand in it, explained in a language."""
    values: Mapping[str, Value] = {
        "question": dict.fromkeys(tags, ""),
        "measure": "",
        "currency": "",
        "unit": {tag: dict.fromkeys(plural_forms(tag), "") for tag in tags},
        "part_of": "",
    }
    return _filled_in_later(Series, series_file("what-is-counted"), values, language)


def _quote(tag: str, source: str) -> Mapping[str, Value]:
    if tag == source:
        return {"text": _QUOTE, "origin": "source", "source": {"url": "", "publisher": "", "published": ""}}
    return {"text": _QUOTE, "origin": "translation", "from": source, "method": "", "reviewed": "false"}


def _filled_in_later(kind: type[Record], file: str, values: Mapping[str, Value], language: Language) -> tuple[str, str]:
    lines = yaml_writer.record(file, values).split("\n")
    return file, "\n".join(_explained(kind, lines, language))


def _explained(kind: type[Record], lines: Sequence[str], language: Language) -> Iterator[str]:
    """Yield the lines of a record, each of its keys below what it is for, with the words that it may have."""
    fields: Mapping[str, FieldInfo] = vars(kind)["__pydantic_fields__"]
    key = ""
    for line in lines:
        if line and line[0].isalpha():
            key = line.partition(":")[0]
            words = ", ".join(word for word in get_args(fields[key].annotation) if isinstance(word, str))
            said = language.text(fields[key].description or "").replace("`", "")
            yield f"# {said} ({words})" if words else f"# {said}"
        yield f"{'# ' if line and key in _OFTEN else ''}{line}".rstrip()
