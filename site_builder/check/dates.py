"""Check that dates are possible, and in order."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from site_builder.check.context import Context
from site_builder.model import walk
from site_builder.model.roles import Role
from site_builder.problems import Finding, Path, message
from site_builder.problems.dates import (
    CorrectedBeforeSaid,
    CorrectionsOrder,
    NotWithdrawn,
    PublishedBeforeSaid,
    TooLate,
)

_A_DAY = timedelta(days=1)
_DATES = walk.values(Role.DATE)


def late_dates(context: Context) -> Iterator[Finding]:
    """No date lies after tomorrow, but for those that may lie ahead: projections are claims too."""
    tomorrow = context.today + _A_DAY
    for record in context.archive.records():
        for at, date in _DATES(record):
            if date.first > tomorrow:
                values = {"date": date.text, "limit": tomorrow.isoformat(), "reason": message("tomorrow")}
                yield Finding(TooLate, record.file, at, values)


def correction_dates(context: Context) -> Iterator[Finding]:
    """The corrections of a claim stand in the order of their days."""
    tomorrow = context.today + _A_DAY
    for claim in context.archive.claims.values():
        for place, (previous, correction) in enumerate(pairwise(claim.corrections), 1):
            if correction.on.first < previous.on.first <= tomorrow:
                values = {"date": correction.on.text, "previous": previous.on.text}
                related = (claim.file, ("corrections", place - 1, "on"))
                yield Finding(CorrectionsOrder, claim.file, ("corrections", place, "on"), values, related=related)


def untimely_corrections(context: Context) -> Iterator[Finding]:
    """No correction is older than its claim, give or take a day, and one that tells of a withdrawal has its key."""
    for claim in context.archive.claims.values():
        for place, correction in enumerate(claim.corrections):
            if claim.said.first - correction.on.last > _A_DAY and not claim.said.approximate:
                values = {"date": correction.on.text, "said": claim.said.text}
                related = (claim.file, ("said",))
                yield Finding(CorrectedBeforeSaid, claim.file, ("corrections", place, "on"), values, related=related)
            if correction.kind == "withdrawal" and not claim.withdrawn:
                yield Finding(NotWithdrawn, claim.file, ("corrections", place, "kind"))


def source_dates(context: Context) -> Iterator[Finding]:
    """A source is published when the claim has been said, give or take a day, and read after that."""
    tomorrow = context.today + _A_DAY
    for claim in context.archive.claims.values():
        is_certain = not claim.said.approximate and claim.said.first - tomorrow < _A_DAY
        for at, source in walk.sources(claim):
            published, accessed = source.published, source.accessed
            if not published or published.first > tomorrow:
                continue
            place: Path = (*at, "published")
            if accessed and published.first > accessed.last:
                limit = {"limit": accessed.text, "reason": message("the day on which the source was read")}
                related = (claim.file, (*at, "accessed"))
                yield Finding(TooLate, claim.file, place, {"date": published.text, **limit}, related=related)
            elif claim.said.first - published.last > _A_DAY and is_certain and not published.approximate:
                values = {"published": published.text, "said": claim.said.text}
                yield Finding(PublishedBeforeSaid, claim.file, place, values, related=(claim.file, ("said",)))
