"""Dates that cannot be, or not in this order."""

from collections.abc import Iterator
from datetime import timedelta

from site_builder.check.context import Context
from site_builder.check.references import sources
from site_builder.model.dates import EdtfDate
from site_builder.model.records import Claim
from site_builder.problems import Finding, Path, message
from site_builder.problems.dates import CorrectionsOrder, PublishedBeforeSaid, TooLate

_A_DAY = timedelta(days=1)


def claim_dates(context: Context) -> Iterator[Finding]:
    """No date of a claim lies after tomorrow, and its corrections stand in the order of their days.

    What a figure is for (`as_of`) may lie ahead: projections are claims too.
    """
    tomorrow = context.today + _A_DAY
    for claim in context.archive.claims.values():
        if claim.said.first > tomorrow:
            yield _after_tomorrow(claim, ("said",), claim.said, context)
        for place, correction in enumerate(claim.corrections):
            at: Path = ("corrections", place, "on")
            previous = claim.corrections[place - 1] if place else correction
            if correction.on.first > tomorrow:
                yield _after_tomorrow(claim, at, correction.on, context)
            elif correction.on.first < previous.on.first <= tomorrow:
                values = {"date": correction.on.text, "previous": previous.on.text}
                related = (claim.file, ("corrections", place - 1, "on"))
                yield Finding(CorrectionsOrder, claim.file, at, values, related=related)
        if claim.withdrawn and claim.withdrawn.on.first > tomorrow:
            yield _after_tomorrow(claim, ("withdrawn", "on"), claim.withdrawn.on, context)


def source_dates(context: Context) -> Iterator[Finding]:
    """A source is published when the claim has been said, give or take a day, then read; all of that until tomorrow."""
    tomorrow = context.today + _A_DAY
    for claim in context.archive.claims.values():
        earliest = claim.said.first - _A_DAY
        is_certain = not claim.said.approximate and earliest < tomorrow
        for at, source in sources(claim):
            published, accessed = source.published, source.accessed
            if accessed and accessed.first > tomorrow:
                yield _after_tomorrow(claim, (*at, "accessed"), accessed, context)
            if not published:
                continue
            if published.first > tomorrow:
                yield _after_tomorrow(claim, (*at, "published"), published, context)
            elif accessed and published.first > accessed.last:
                limit = {"limit": accessed.text, "reason": message("the day on which the source was read")}
                values = {"date": published.text, **limit}
                related = (claim.file, (*at, "accessed"))
                yield Finding(TooLate, claim.file, (*at, "published"), values, related=related)
            elif published.last < earliest and is_certain and not published.approximate:
                values = {"published": published.text, "said": claim.said.text}
                yield Finding(
                    PublishedBeforeSaid, claim.file, (*at, "published"), values, related=(claim.file, ("said",))
                )


def _after_tomorrow(claim: Claim, at: Path, date: EdtfDate, context: Context) -> Finding:
    limit = {"limit": (context.today + _A_DAY).isoformat(), "reason": message("tomorrow")}
    return Finding(TooLate, claim.file, at, {"date": date.text, **limit})
