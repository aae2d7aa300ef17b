"""Ids that a record names must be there."""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from site_builder.check.context import Context
from site_builder.model.records import ID, Claim, Entity, Record, Series, Source, claim_file, entity_file, series_file
from site_builder.problems import Finding, Kind, Path
from site_builder.problems.references import UnknownClaim, UnknownEntity, UnknownSeries

_MOST_SUGGESTIONS = 50
"""Ids that are compared with all that are known. Each takes milliseconds; so many are no slips of writing."""
Named = tuple[Path, str]
"""An id that a record names, and the way to it."""


def unknown_entities(context: Context) -> Iterator[Finding]:
    """An entity that a record names has a record of its own."""
    known = context.archive.entities
    return _unknown(UnknownEntity, context, _each(context, named_entities, _ENTITIES), known, entity_file)


def unknown_series(context: Context) -> Iterator[Finding]:
    """A series that a record names has a record of its own."""
    return _unknown(UnknownSeries, context, _each(context, named_series, _SERIES), context.archive.series, series_file)


def unknown_claims(context: Context) -> Iterator[Finding]:
    """A claim that another one revises, disputes or repeats has a record."""
    return _unknown(UnknownClaim, context, _each(context, named_claims, _CLAIMS), context.archive.claims, claim_file)


def named_entities(record: Record) -> Iterator[Named]:
    """Every entity that a record names, with the way to its id."""
    if isinstance(record, Claim):
        yield ("claimant",), record.claimant
        for place, id in enumerate(record.relayed_by):
            yield ("relayed_by", place), id
        for place, id in enumerate(record.about):
            yield ("about", place), id
        for at, source in sources(record):
            yield (*at, "publisher"), source.publisher
    elif isinstance(record, Entity) and record.part_of:
        yield ("part_of",), record.part_of


def named_series(record: Record) -> Iterator[Named]:
    """Every series that a record names, with the way to its id."""
    if isinstance(record, Claim):
        for place, figure in enumerate(record.figures):
            yield ("figures", place, "series"), figure.series
    elif isinstance(record, Series):
        if record.part_of:
            yield ("part_of",), record.part_of
        for place, id in enumerate(record.sum_of):
            yield ("sum_of", place), id


def named_claims(record: Record) -> Iterator[Named]:
    """Every claim that a claim is linked to, with the way to its id."""
    if isinstance(record, Claim) and (record.revises or record.disputes or record.repeats):
        for key, ids in (("revises", record.revises), ("disputes", record.disputes), ("repeats", record.repeats)):
            for place, id in enumerate(ids):
                yield (key, place), id


def sources(claim: Claim) -> Iterator[tuple[Path, Source]]:
    """Every source of a claim with the way to it."""
    for language, quote in claim.quotes.items():
        if quote.origin == "source":
            yield ("quotes", language, "source"), quote.source
    for place, report in enumerate(claim.reports):
        yield ("reports", place), report


_ENTITIES = {"": ("claimant", "relayed_by", "about", "publisher"), "entities": ("part_of",)}
_SERIES = {"": ("series",), "series": ("part_of", "sum_of")}
_CLAIMS = {"": ("revises", "disputes", "repeats")}
"""The keys that hold ids, by the folder of the record; a claim's folder is its year."""
_LISTS = frozenset(["relayed_by", "about", "sum_of", "revises", "disputes", "repeats"])
"""Those of them that hold several: in any other form, their values are wrong already."""


def _each(
    context: Context, named: Callable[[Record], Iterator[Named]], keys: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, Path, str]]:
    """The ids in whole records, and those that can be read in the others: all problems are told in one run."""
    for record in context.archive.records():
        file = record.file
        for at, id in named(record):
            yield file, at, id
    for file, rest in context.rests.items():
        folder = file.split("/")[1]
        wanted = keys.get("" if folder.isdigit() else folder, ())
        for at, id in _texts(rest):
            is_item = isinstance(at[-1], int) if at else False
            key = next(reversed(at[:-1] if is_item else at), "")
            if key in wanted and is_item == (key in _LISTS) and re.fullmatch(ID, id):
                yield file, at, id


def _texts(value: object, at: Path = ()) -> Iterator[Named]:
    """Every text among plain values with the way to it."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from _texts(item, (*at, place))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*at, key))


def _unknown(
    kind: type[Kind],
    context: Context,
    named: Iterable[tuple[str, Path, str]],
    known: Mapping[str, Record],
    file_of: Callable[[str], str],
) -> Iterator[Finding]:
    suggestions: dict[str, list[str]] = {}
    for file, at, id in named:
        if id not in known and not context.has_file(file_of(id)):
            if id not in suggestions and len(suggestions) < _MOST_SUGGESTIONS:
                suggestions[id] = difflib.get_close_matches(id, known, n=1)
            near = suggestions.get(id)
            yield Finding(kind, file, at, {"id": id} | ({"suggestion": near[0]} if near else {}))
