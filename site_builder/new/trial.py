"""One value of a new record, checked as `claims check` would: in a record that has nothing else to say."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from site_builder.check import CHECKS, findings, numbers
from site_builder.check.context import Context, OfEachClaim
from site_builder.fix import yaml_writer
from site_builder.model import dates
from site_builder.model.records import Archive, Claim, Entity, Record, Series, claim_file, entity_file, series_file
from site_builder.problems import Path, Place, Problem
from site_builder.read import reader

_NOTHING = "-"
"""A text in no script, with which no check finds fault."""
_CHECKS = [check for check in CHECKS if check != OfEachClaim(numbers.of_claim)]
"""The checks but for the one that compares numbers of values with those of others, which are not there yet."""
_SOURCE = {"url": "https://example.org/", "publisher": "x"}
_QUOTE = {"text": _NOTHING, "origin": "source", "source": _SOURCE}
_BLANK: Mapping[type[Record], tuple[str, Mapping[str, Any]]] = {
    Claim: (
        claim_file("1000-x"),
        {"title": {"en": _NOTHING}, "said": "1000", "claimant": "x", "about": ["y"], "quotes": {"en": _QUOTE}},
    ),
    Entity: (entity_file("x"), {"kind": "topic", "name": {"en": _NOTHING}}),
    Series: (series_file("x"), {"question": {"en": _NOTHING}, "unit": {"en": {"other": _NOTHING}}}),
}
"""Of each kind of record a file, and values for the keys that it cannot do without."""


def problems(kind: type[Record], at: Path, text: str, languages: Sequence[str], today: date) -> list[Problem]:
    """Tell what is wrong with the value at the end of a path, as far as it shows by itself."""
    file, blank = _BLANK[kind]
    if at == ("said",):  # the id has the day
        file = claim_file(f"{dates.parse_said(text).start}-x")
    result = reader.read_tree(yaml_writer.record(file, _with(blank, at, text)).encode("utf-8", "replace"), file)
    if result.record is None:
        return list(result.problems)
    record = result.record
    context = Context(_alone(record), tuple(languages), frozenset([file]), today)
    found = (finding for finding in findings(context, _CHECKS) if finding.file == file and finding.at[: len(at)] == at)
    return [*result.problems, *(Problem(finding.kind, Place(file), finding.values) for finding in found)]


def _with(blank: Mapping[str, Any], at: Path, text: str) -> dict[str, Any]:
    """The values of a blank record with one more."""
    first, *rest = map(str, at)
    values = dict(blank)
    if first == "quotes":
        of_source = {**_SOURCE, rest[-1]: text}
        changed: dict[str, Any] = {"source": of_source} if rest[1] == "source" else {rest[1]: text}
        values["quotes"] = {rest[0]: {**_QUOTE, **changed}}
    elif first == "unit":
        values["unit"] = {rest[0]: {"other": _NOTHING, rest[1]: text}}
    else:
        values[first] = {rest[0]: text} if rest else text
    return values


def _alone(record: Record) -> Archive:
    return Archive(
        {record.id: record} if isinstance(record, Claim) else {},
        {record.id: record} if isinstance(record, Entity) else {},
        {record.id: record} if isinstance(record, Series) else {},
    )
