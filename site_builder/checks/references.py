"""Ids that a record names must be there."""

import difflib
from collections.abc import Iterable, Iterator

from site_builder.checks.context import Context
from site_builder.model import Claim, Record, Source, claim_file, entity_file, series_file
from site_builder.problems import Finding, Kind, Path


class UnknownEntity(Kind):
    """TODO."""

    code = "E703"
    message = "there is no entity {id}"
    help = "did you mean {suggestion}?"
    otherwise = "add the file claims/entities/{id}.yml"


class UnknownSeries(Kind):
    """TODO."""

    code = "E706"
    message = "there is no series {id}"
    help = "did you mean {suggestion}?"
    otherwise = "add the file claims/series/{id}.yml"


class UnknownClaim(Kind):
    """TODO."""

    code = "E707"
    message = "there is no claim {id}"
    help = "did you mean {suggestion}?"
    otherwise = "write the id of a claim: its file's name without .yml"


def unknown_entities(context: Context) -> Iterator[Finding]:
    """An entity that a record names has a record of its own."""
    for claim in context.archive.claims.values():
        named: list[tuple[Path, str]] = [(("claimant",), claim.claimant)]
        named += [(("relayed_by", place), id) for place, id in enumerate(claim.relayed_by)]
        named += [(("about", place), id) for place, id in enumerate(claim.about)]
        named += [((*at, "publisher"), source.publisher) for at, source in sources(claim)]
        yield from _unknown_entities(context, claim, named)
    for entity in context.archive.entities.values():
        if entity.part_of:
            yield from _unknown_entities(context, entity, [(("part_of",), entity.part_of)])


def unknown_series(context: Context) -> Iterator[Finding]:
    """A series that a record names has a record of its own."""
    for claim in context.archive.claims.values():
        named: list[tuple[Path, str]] = [
            (("figures", place, "series"), figure.series) for place, figure in enumerate(claim.figures)
        ]
        yield from _unknown_series(context, claim, named)
    for series in context.archive.series.values():
        named = [(("part_of",), series.part_of)] if series.part_of else []
        named += [(("sum_of", place), id) for place, id in enumerate(series.sum_of)]
        yield from _unknown_series(context, series, named)


def unknown_claims(context: Context) -> Iterator[Finding]:
    """A claim that another one revises, disputes or repeats has a record."""
    for claim in context.archive.claims.values():
        links = {"revises": claim.revises, "disputes": claim.disputes, "repeats": claim.repeats}
        for key, ids in links.items():
            for place, id in enumerate(ids):
                if not context.has_file(claim_file(id)):
                    yield _unknown(UnknownClaim, claim, (key, place), id, context.archive.claims)


def sources(claim: Claim) -> Iterator[tuple[Path, Source]]:
    """Every source of a claim with the way to it."""
    for language, quote in claim.quotes.items():
        if quote.origin == "source":
            yield ("quotes", language, "source"), quote.source
    for place, report in enumerate(claim.reports):
        yield ("reports", place), report


def _unknown_entities(context: Context, record: Record, named: list[tuple[Path, str]]) -> Iterator[Finding]:
    for at, id in named:
        if not context.has_file(entity_file(id)):
            yield _unknown(UnknownEntity, record, at, id, context.archive.entities)


def _unknown_series(context: Context, record: Record, named: list[tuple[Path, str]]) -> Iterator[Finding]:
    for at, id in named:
        if not context.has_file(series_file(id)):
            yield _unknown(UnknownSeries, record, at, id, context.archive.series)


def _unknown(kind: type[Kind], record: Record, at: Path, id: str, known: Iterable[str]) -> Finding:
    near = difflib.get_close_matches(id, known, n=1)
    return Finding(kind, record.file, at, {"id": id} | ({"suggestion": near[0]} if near else {}))
