"""Check that the ids that a record names are there."""

import difflib
import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence

from site_builder.check.context import Context
from site_builder.model import walk
from site_builder.model.records import (
    ENTITY_KINDS,
    ID,
    PUBLISHERS,
    SPEAKERS,
    EntityKind,
    Record,
    claim_file,
    entity_file,
    series_file,
)
from site_builder.model.walk import Walk
from site_builder.problems import Finding, Kind, Path
from site_builder.problems.references import UnknownClaim, UnknownEntity, UnknownSeries, WrongPart
from site_builder.read.schema_lookup import type_of

_MOST_SUGGESTIONS = 50
"""Ids that are compared with all that are known. Each takes milliseconds; so many are no slips of writing."""


def unknown_entities(context: Context) -> Iterator[Finding]:
    """An entity that a record names has a record of its own."""
    return _unknown(
        UnknownEntity, context, walk.entity_ids, context.archive.entities, entity_file, context.unified.entity
    )


def unknown_series(context: Context) -> Iterator[Finding]:
    """A series that a record names has a record of its own."""
    return _unknown(
        UnknownSeries, context, walk.series_ids, context.archive.series, series_file, context.unified.question
    )


def unknown_claims(context: Context) -> Iterator[Finding]:
    """A claim that another one revises, disputes or repeats has a record."""
    return _unknown(UnknownClaim, context, walk.claim_ids, context.archive.claims, claim_file)


def wrong_parts(context: Context) -> Iterator[Finding]:
    """A claimant and a relay are somebody, and a publisher is an outlet or an organization."""
    for claim in context.archive.claims.values():
        named: list[tuple[Path, str, Sequence[EntityKind]]] = [(("claimant",), claim.claimant, SPEAKERS)]
        named += [(("relayed_by", place), id, SPEAKERS) for place, id in enumerate(claim.relayed_by)]
        named += [((*at, "publisher"), source.publisher, PUBLISHERS) for at, source in walk.sources(claim)]
        for at, id, kinds in named:
            entity = context.archive.entities.get(id)
            if entity and entity.kind not in kinds:
                known = ", ".join(kind for kind in ENTITY_KINDS if kind in kinds)
                values = {"id": id, "kind": entity.kind, "known": known}
                yield Finding(WrongPart, claim.file, at, values, related=(entity.file, ("kind",)))


def _unknown(
    kind: type[Kind],
    context: Context,
    ids: Walk[str],
    known: Mapping[str, Record],
    file_of: Callable[[str], str],
    staying: Callable[[str], str] = str,
) -> Iterator[Finding]:
    """Yield the ids without a record; what is suggested in place of one is the id that stays of what was merged."""
    suggestions: dict[str, list[str]] = {}
    for file, at, id in _named(context, ids, known):
        if not context.has_file(file_of(id)):
            if id not in suggestions and len(suggestions) < _MOST_SUGGESTIONS:
                suggestions[id] = [staying(near) for near in difflib.get_close_matches(id, known, n=1)]
            near = suggestions.get(id)
            yield Finding(kind, file, at, {"id": id} | ({"suggestion": near[0]} if near else {}))


def _named(context: Context, ids: Walk[str], known: Container[str]) -> Iterator[tuple[str, Path, str]]:
    """The ids that are not known, in whole records and as far as they can be read in others: one run tells of all."""
    for record in context.archive.records():
        for at, id in ids(record):
            if id not in known:
                yield record.file, at, id
    for file, values in context.partial_values.items():
        for at, id in ids.in_values(type_of(file), values):
            if id not in known and re.fullmatch(ID, id):  # what is no id is told of already
                yield file, at, id
