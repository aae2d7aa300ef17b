"""What a night's look at an archive found: of the sources of its quotes, and of the packages that it is built with.

The look visits pages of others, so it happens in a job that may change nothing; what it found travels as a file to the
one that tells people.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import chain, islice
from typing import Annotated

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass

from site_builder.github.advisories import ID
from site_builder.model.records import ClaimId, LanguageTag
from site_builder.model.verification import Ledger
from site_builder.read.loader import Loaded
from site_builder.sources.again import FoundQuote, News, Visiting, Visitors, found_quotes
from site_builder.sources.troubles import Kind, Trouble

_ALL = 50
"""Quotes that are looked at every night; of more than that, so many that each has its turn once a week."""
_MOST = 300
"""Quotes for which there is time in one night."""
_NIGHTS = 7

WeaknessId = Annotated[str, Field(pattern=ID)]


@dataclass(config=ConfigDict(extra="forbid"), frozen=True, slots=True)
class Sighting:
    """What a visit told of a quote, as `sources.again` says it; `url` is that of the page."""

    claim: ClaimId
    language: LanguageTag
    news: News
    url: str
    trouble: Kind | None = None
    detail: str = ""


@dataclass(config=ConfigDict(extra="forbid"), frozen=True, slots=True)
class Examination:
    """The day of the look, what was seen, and weak packages: None where nobody could be asked about these."""

    day: date
    seen: tuple[Sighting, ...]
    packages: Mapping[str, str]
    weaknesses: Mapping[str, Sequence[WeaknessId]] | None


JSON: TypeAdapter[Examination] = TypeAdapter(Examination)
"""Makes a file of it, and reads it again."""


def sightings(loaded: Loaded, visiting: Visiting, today: date, is_late: Callable[[], bool]) -> tuple[Sighting, ...]:
    """Visit the pages of those quotes whose turn it is; when it is late, the rest waits for another night."""
    ledger: Ledger = loaded.ledger
    listed = [*found_quotes(loaded.archive.claims.values(), lambda claim: ledger.get(claim.id, {}))]
    visitors = Visitors(visiting, lambda digest: None, today)
    found = list[Sighting]()
    for each in _turn(listed, today):
        if is_late():
            break
        for seen in visitors.seen(each.claim, each.language, each.quote, each.line):
            copy = each.quote.source.archived if seen.news == "copy-bad" else None
            found.append(_sighting(each, seen.news, copy or each.quote.source.url, seen.trouble))
    return tuple(found)


def _sighting(of: FoundQuote, news: News, url: str, trouble: Trouble | None) -> Sighting:
    kind, detail = (trouble.kind, trouble.detail) if trouble else (None, "")
    return Sighting(of.claim.id, of.language, news, url, kind, detail)


def _turn(listed: Sequence[FoundQuote], today: date) -> list[FoundQuote]:
    """The quotes whose turn it is on a day: all of few, of many the next ones after those of the night before."""
    count = min(len(listed), max(_ALL, -(-len(listed) // _NIGHTS)), _MOST)
    start = today.toordinal() * count % len(listed) if listed else 0
    return [*islice(chain(listed[start:], listed), count)]
