"""A claim's record that is still to be filled in, for those who write it where no program asks them."""

from collections.abc import Iterator, Mapping, Sequence

from pydantic.fields import FieldInfo

from site_builder.fix import yaml_writer
from site_builder.fix.yaml_writer import Value
from site_builder.language.language import Language
from site_builder.model.records import Claim, claim_file

_QUOTE = "…"
"""Stands for a quote: it shows how far words under `>-` are indented."""
_OFTEN = ("relayed_by", "figures")
"""Keys that many claims need and others must not have: they stand in comments."""


def claim(year: str, language: Language, tags: Sequence[str]) -> tuple[str, str]:
    """Return the file of a claim of a year and what is to stand in it, explained in a language.

    The words as published are those of this language.
    """
    file = claim_file(f"{year}-MM-DD-who-what")
    quotes = {tag: _quote(tag, language.tag) for tag in tags}
    lines = yaml_writer.record(file, _values(tags, quotes)).split("\n")
    return file, "\n".join(_explained(lines, language))


def _values(tags: Sequence[str], quotes: Mapping[str, Value]) -> Mapping[str, Value]:
    return {
        "title": dict.fromkeys(tags, ""),
        "said": "",
        "claimant": "",
        "relayed_by": [],
        "about": [],
        "quotes": quotes,
        "figures": [{"series": "", "value": "", "hedge": ""}],
    }


def _quote(tag: str, source: str) -> Mapping[str, Value]:
    if tag == source:
        return {"text": _QUOTE, "origin": "source", "source": {"url": "", "publisher": "", "published": ""}}
    return {"text": _QUOTE, "origin": "translation", "from": source, "method": "", "reviewed": "false"}


def _explained(lines: Sequence[str], language: Language) -> Iterator[str]:
    """Yield the lines of a claim, each of its keys below what it is for."""
    fields: Mapping[str, FieldInfo] = vars(Claim)["__pydantic_fields__"]
    key = ""
    for line in lines:
        if line and line[0].isalpha():
            key = line.partition(":")[0]
            yield f"# {language.text(fields[key].description or '').replace('`', '')}"
        yield f"{'# ' if line and key in _OFTEN else ''}{line}".rstrip()
