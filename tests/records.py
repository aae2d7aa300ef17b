"""Invented records and short ways to read them. Nobody named in the tests exists, nor does Omber."""

import copy
import re
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest
import yaml

from site_builder.check import schema_writer
from site_builder.check.context import Context
from site_builder.language.language import Language
from site_builder.model.records import FORMS, Archive, Claim, Entity, Record, Series, schema_file
from site_builder.problems import Finding, Problem
from site_builder.read import files, reader

P = TypeVar("P")

ROOT = Path(__file__).parents[1]

CLAIM_FILE = "claims/2031/2031-03-12-city-office-visitors.yml"
CLAIM = """\
title:
  en: City Office counts about 1,200 visitors
  ko: 시청, 방문객 약 1,200명으로 집계
said: 2031-03-12
claimant: city-office
about: [lantern-walk]
quotes:
  en:
    text: about 1,200 people came
    origin: source
    source:
      url: https://example.org/walk
      publisher: omber-daily
  ko:
    text: 약 1,200명이 왔다
    origin: translation
    from: en
    method: human
    reviewed: true
"""
ENTITY_FILE = "claims/entities/city-office.yml"
ENTITY = """\
kind: organization
name:
  en: City Office of Omber
  ko: 옴버 시청
"""
SERIES_FILE = "claims/series/visitors.yml"
SERIES = """\
question:
  en: How many visitors came?
  ko: 방문객은 몇 명이었나?
unit:
  en: {one: visitor, other: visitors}
  ko: {other: 명}
"""
ARCHIVE = {
    CLAIM_FILE: CLAIM,
    ENTITY_FILE: ENTITY,
    "claims/entities/lantern-walk.yml": "kind: event\nname: {en: Lantern Walk, ko: 등불 걷기}\n",
    "claims/entities/omber-daily.yml": "kind: outlet\nname: {en: Omber Daily, ko: 옴버 일보}\n",
    SERIES_FILE: SERIES,
}
"""An archive of whole records."""
IN_ENGLISH = {
    "claims/2024/2024-03-12-city-office-visitors.yml": """\
title: {en: "City Office counts about 1,200 visitors"}
said: 2024-03-12
claimant: city-office
about: [lantern-walk]
quotes:
  en:
    text: about 1,200 people came
    origin: source
    source: {url: "https://example.org/walk", publisher: omber-daily}
figures:
  - {series: visitors, value: 1200, hedge: about}
""",
    "claims/entities/city-office.yml": "kind: organization\nname: {en: City Office of Omber}\n",
    "claims/entities/lantern-walk.yml": "kind: event\nname: {en: Lantern Walk}\n",
    "claims/entities/omber-daily.yml": "kind: outlet\nname: {en: Omber Daily}\n",
    "claims/series/visitors.yml": (
        "question: {en: How many visitors came?}\nunit: {en: {one: visitor, other: visitors}}\n"
    ),
    "content/en/index.md": "---\ntitle: Lantern Desk\ndescription: Claims about lanterns.\n---\n\n# Lantern Desk\n",
}
"""An archive in English alone, with its home, that is right on any day."""
SCHEMAS = {schema_file(kind): schema_writer.schema(kind, [Language("en"), Language("ko")]) for kind in FORMS}
"""The editors' schemas of an archive in English and Korean."""


def changed(text: str, old: str, new: str) -> str:
    """A text with one of its parts replaced, which must be there exactly once."""
    assert text.count(old) == 1, old
    return text.replace(old, new)


def titled(yaml_text: str) -> str:
    """The claim with this YAML for its English title, which stands at 2:7."""
    return changed(CLAIM, "City Office counts about 1,200 visitors", yaml_text)


def read(data: str | bytes, file: str = CLAIM_FILE) -> tuple[Record | None, list[Problem]]:
    """The record that the bytes of a file hold, with every problem of the file."""
    result = reader.read(data.encode() if isinstance(data, str) else data, file)
    return result.record, [*result.problems]


def coded(problems: Iterable[Problem]) -> list[str]:
    """Problems as `line:column code`, in order."""
    found = sorted((problem.place.line, problem.place.column, problem.kind.code) for problem in problems)
    return [f"{line}:{column} {code}" for line, column, code in found]


def marked(text: str, code: str = "") -> tuple[str, list[str]]:
    """A text without its marks, `«E201»` or ⊥ for the code given, and the problems expected where they stood."""
    text, expected = text.replace("⊥", f"«{code}»"), []
    while match := re.search(r"«([EW][0-9]{3})»", text):
        before = text[: match.start()]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        expected.append(f"{line}:{column} {match[1]}")
        text = before + text[match.end() :]
    assert expected
    return text, expected


def write(root: Path, contents: Mapping[str, str | bytes]) -> Path:
    """Put files below a folder, which is returned."""
    for name, content in contents.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def refuse(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a record unreadable. Permissions do not do it for root, who may run the tests."""
    really_read = files._read

    def read_others(name: str) -> bytes:
        if name.endswith(file):
            raise PermissionError(13, "Permission denied", name)
        return really_read(name)

    monkeypatch.setattr(files, "_read", read_others)


def short_lists(patch: pytest.MonkeyPatch, size: int) -> None:
    """Let a page of a list have so few entries that a small archive needs several; whoever imported the number."""
    for module in list(sys.modules.values()):
        if module.__name__.startswith("site_builder.") and hasattr(module, "PAGE_SIZE"):
            patch.setattr(module, "PAGE_SIZE", size)


def claim(id: str = "2031-03-12-city-office-visitors", **values: Any) -> Claim:
    """A claim said on the date of its id; values are text, as a file gives them."""
    said = re.match(r"[0-9]+(?:-[0-9]+)*", id)
    return Claim(**{**_text(CLAIM), "id": id, "said": said and said[0], **values})


def answering(day: str, claimant: str, **figure: str) -> Claim:
    """A claim with one number."""
    return claim(
        f"{day}-{claimant}-count", claimant=claimant, figures=[{"series": "visitors", "hedge": "exact", **figure}]
    )


def entity(id: str = "city-office", **values: Any) -> Entity:
    """An entity; values are text, as a file gives them."""
    return Entity(**{**_text(ENTITY), "id": id, **values})


def series(id: str = "visitors", **values: Any) -> Series:
    """A series; values are text, as a file gives them."""
    return Series(**{**_text(SERIES), "id": id, **values})


def altered(part: P, **values: Any) -> P:
    """A record or a part of one with other values, which are not looked at."""
    other = copy.copy(part)
    for name, value in values.items():
        object.__setattr__(other, name, value)
    return other


def archive(*records: Record) -> Archive:
    """An archive of these records, claims in the order given."""
    return Archive(
        {record.id: record for record in records if isinstance(record, Claim)},
        {record.id: record for record in records if isinstance(record, Entity)},
        {record.id: record for record in records if isinstance(record, Series)},
    )


def context(*records: Record, languages: tuple[str, ...] = ("en", "ko"), files: Iterable[str] = ()) -> Context:
    """What checks look at: these records, and further files that hold no whole record."""
    return Context(
        archive(*records), languages, frozenset([*(record.file for record in records), *files]), date(2031, 5, 1)
    )


def found(findings: Iterable[Finding]) -> list[tuple[str, str, str]]:
    """Findings as file, way to the value and code."""
    return [(finding.file, ".".join(map(str, finding.at)), finding.kind.code) for finding in findings]


def _text(record: str) -> dict[str, Any]:
    """A record as mappings, lists and text, which are the caller's own."""
    return copy.deepcopy(_parsed(record))


@cache
def _parsed(record: str) -> dict[str, Any]:
    """Parse a record; once, since some tests make thousands of it."""
    values: dict[str, Any] = yaml.load(record, yaml.BaseLoader)
    return values
