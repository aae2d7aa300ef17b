"""Dates that cannot be, or not in this order."""

from collections.abc import Iterator
from datetime import timedelta

from site_builder.checks.context import Context
from site_builder.checks.references import sources
from site_builder.dates import EdtfDate
from site_builder.model import Claim
from site_builder.problems import Finding, Kind, Path, message

_A_DAY = timedelta(days=1)


class TooLate(Kind):
    """A record can only tell of what has happened: no date lies beyond tomorrow, and nothing is read before it exists.

    Such a date is nearly always a slip of the finger, and a reader who notices it will doubt the rest of the record.
    Tomorrow is allowed because the day begins earlier in some parts of the world.

    Wrong:
        reports:
          - url: https://example.org/news/ships-held-late
            publisher: avel-post
            published: 2031-03-16
            accessed: 2031-03-15

    Right:
        reports:
          - url: https://example.org/news/ships-held-late
            publisher: avel-post
            published: 2031-03-15
            accessed: 2031-03-16
    """

    code = "E305"
    message = "the date {date} is too late"
    help = "check year, month and day; it cannot be later than {limit}, {reason}"


class CorrectionsOrder(Kind):
    """Readers follow the corrections of a record from top to bottom, as a history.

    Wrong:
        corrections:
          - on: 2031-03-21
            kind: figure
            note:
              en: The number held is now 40, not 400.
              ko: 출항 금지 척수를 400척에서 40척으로 바로잡았습니다.
          - on: 2031-03-20
            kind: typo
            note:
              en: The name of the port was misspelt.
              ko: 항구 이름의 오자를 바로잡았습니다.

    Right:
        corrections:
          - on: 2031-03-20
            kind: typo
            note:
              en: The name of the port was misspelt.
              ko: 항구 이름의 오자를 바로잡았습니다.
          - on: 2031-03-21
            kind: figure
            note:
              en: The number held is now 40, not 400.
              ko: 출항 금지 척수를 400척에서 40척으로 바로잡았습니다.
    """

    code = "E321"
    message = "the correction of {date} stands below that of {previous}"
    help = "put the newest correction last"


class PublishedBeforeSaid(Kind):
    """Words are seldom printed before they are spoken: either the claim or its source has a wrong date.

    A difference of one day is not reported, because clocks differ around the world.

    Wrong:
        reports:
          - url: https://example.org/news/ships-held-early
            publisher: avel-post
            published: 2031-03-04

    Right:
        reports:
          - url: https://example.org/news/ships-held-early
            publisher: avel-post
            published: 2031-03-14
    """

    code = "W322"
    message = "the source was published ({published}) before the claim was said ({said})"
    help = "check both dates, or quote a source that came after the claim"


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
