"""Suggestions for a new claim, from its words and from the claims that the archive has already."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from fractions import Fraction
from typing import Any
from urllib.parse import urlsplit

from site_builder.check.numbers import WORTH, Asked, read_in
from site_builder.check.text import script_of
from site_builder.language.tags import scripts
from site_builder.model import records, walk
from site_builder.model.dates import EdtfDate
from site_builder.model.figures import WINDOW, bounds
from site_builder.model.numbers import decimal, exact
from site_builder.model.records import Archive, Claim, Figure, Measure, Source, Unit
from site_builder.new.statement import Answer


def language_of(text: str, languages: Sequence[str]) -> str:
    """The language in whose script most letters of a text are; the first one if that is not clear."""
    letters = Counter(map(script_of, text))
    return max(languages, key=lambda tag: sum(letters[script] for script in scripts(tag)))


def number(text: str, tag: str, measure: Measure, unit: Mapping[str, Unit]) -> str:
    """The number of a quote that can answer a question; none where there are several, or none that is precise.

    Nor one of percent: words say elsewhere whether something rose or fell.
    """
    found = {
        (exact(each.low) * worth, exact(each.high) * worth, each.vague)
        for each in read_in(text, tag, [unit]) or ()
        if (worth := WORTH.get((measure, each.kind))) and not each.measured
    }
    if len(found) != 1 or measure == "percent":
        return ""
    ((low, high, vague),) = found
    return "" if vague else "-".join(_written(end, measure) for end in dict.fromkeys((low, high)))


def _written(number: int | Fraction, measure: Measure) -> str:
    """A number as a person types it."""
    digits = number if measure == "share" else decimal(number)
    return "" if digits is None else str(digits)


def hedge(texts: Mapping[str, str], low: str, high: str, measure: Measure, unit: Mapping[str, Unit]) -> records.Hedge:
    """The hedge with which the words of one of some quotes, by language, give a number; none where they do not."""
    numbers: dict[str, Any] = {"min": low, "max": high} if high else {"value": low}
    asked = Asked(Figure(series="asked", hedge="exact", **numbers), measure, unit)
    read = (each for tag, text in texts.items() for each in read_in(text, tag, [unit]) or ())
    return next((each.hedge for each in read if asked.is_given_by(each) and each.hedge != "exact"), "exact")


def source_at(archive: Archive, url: str) -> Source | None:
    """The source at an address, if a claim names it already; of another one there, the publisher alone is known."""
    newest_first = reversed(list(archive.claims.values()))
    known = [source for claim in newest_first for _, source in walk.sources(claim)]
    same = next((source for source in known if source.url == url), None)
    host = _host(url)
    near = next((source for source in known if host and _host(source.url) == host), None)
    # The address itself may be none: nothing has looked at it yet.
    return same or (Source(url=near.url, publisher=near.publisher) if near else None)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def revisable(archive: Archive, claimant: str, series: str, said: EdtfDate) -> Claim | None:
    """The claim that a new one may revise: the newest earlier one by the same claimant on the same question."""
    earlier = [
        claim for claim, _ in _answers(archive, series) if claim.claimant == claimant and _is_earlier(claim.said, said)
    ]
    return max(earlier, key=lambda claim: (claim.said.sort_key, claim.id), default=None)


def disputable(archive: Archive, claimant: str, answer: Answer, said: EdtfDate) -> list[Claim]:
    """The claims that a new one may contradict: of each other claimant the newest, if near and not both hold."""
    newest: dict[str, tuple[Claim, Figure]] = {}
    for claim, figure in _answers(archive, answer.series):
        if claim.claimant != claimant and _is_near(claim.said, said):
            newest[claim.claimant] = (claim, figure)
    return [claim for claim, figure in newest.values() if bounds(figure, answer.measure).exclude(answer.bounds)]


def _answers(archive: Archive, series: str) -> Iterator[tuple[Claim, Figure]]:
    for claim in archive.claims.values():
        if not claim.withdrawn:
            yield from ((claim, figure) for figure in claim.figures if figure.series == series)


def _is_earlier(one: EdtfDate, other: EdtfDate) -> bool:
    """Tell whether a date comes before another one: by their times if both have one, else by their days alone."""
    if one.time_of_day and other.time_of_day:
        return other.is_after(one)
    return one.day.sort_key < other.day.sort_key


def _is_near(one: EdtfDate, other: EdtfDate) -> bool:
    near = timedelta(days=WINDOW)
    return one.first - other.last <= near and other.first - one.last <= near
