"""What a night's look at an archive found: of the sources of its quotes, and of the packages that it is built with.

The look visits pages of others, so it happens in a job that may change nothing; what it found travels as a file to the
one that tells people.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter
from pydantic.dataclasses import dataclass

from site_builder.github import handover
from site_builder.github.advisories import ID
from site_builder.model.records import ClaimId, LanguageTag
from site_builder.model.verification import Ledger
from site_builder.read.loader import Loaded
from site_builder.sources.again import FoundQuote, News, Visiting, Visitors, found_quotes
from site_builder.sources.troubles import Kind, Trouble
from site_builder.text.characters import visible

_ALL = 50
"""Quotes that are looked at every night; of more than that, so many that each has its turn once a week."""
_MOST = 300
"""Quotes for which there is time in one night."""
_NIGHTS = 7

_LARGEST = 2_000_000
"""Bytes of an examination."""
_LINE, _PACKAGES, _IDS = 300, 1_000, 20
"""Characters of an address or a name, packages, and weaknesses of one of them."""

_Count = Annotated[int, Field(ge=0, le=10_000_000)]
_Line = Annotated[str, Field(max_length=_LINE)]
_WeaknessId = Annotated[str, Field(pattern=ID)]


@dataclass(config=handover.FORM, frozen=True, slots=True)
class Sighting:
    """What a visit told of a quote, as `sources.again` says it; `url` is that of the page, as far as it has room."""

    claim: ClaimId
    language: LanguageTag
    news: News
    url: _Line
    trouble: Kind | None = None
    detail: _Line = ""


@dataclass(config=handover.FORM, frozen=True, slots=True)
class Round:
    """How many quotes there are to look at, and how many have their turn in a night."""

    quotes: _Count = 0
    a_night: _Count = 0

    @property
    def nights(self) -> int:
        """The nights until each quote had its turn."""
        return -(-self.quotes // self.a_night) if self.a_night else 0

    @property
    def is_slow(self) -> bool:
        """Tell whether that takes longer than it should."""
        return self.nights > _NIGHTS


@dataclass(config=handover.FORM, frozen=True, slots=True)
class Examination:
    """The day of the look, what was seen, and weak packages: None where nobody could be asked about these."""

    day: date
    round: Round
    seen: Annotated[tuple[Sighting, ...], Field(max_length=2 * _MOST)]  # a page, and its archived copy
    packages: Annotated[Mapping[_Line, _Line], Field(max_length=_PACKAGES)]
    weaknesses: (
        Annotated[Mapping[_Line, Annotated[Sequence[_WeaknessId], Field(max_length=_IDS)]], Field(max_length=_PACKAGES)]
        | None
    )
    version: Literal[1] = 1


_EXAMINATIONS: TypeAdapter[Examination] = TypeAdapter(Examination)


def read(file: Path) -> Examination:
    """Read what a night's look found, from the job that visited strangers; `handover.Unreadable` if it is not that."""
    return handover.read(file, _EXAMINATIONS, _LARGEST)


def write(found: Examination) -> bytes:
    """Write what was found, as a file."""
    return _EXAMINATIONS.dump_json(found)


def of(
    day: date,
    round: Round,
    seen: tuple[Sighting, ...],
    packages: Mapping[str, str],
    weaknesses: Mapping[str, Sequence[str]] | None,
) -> Examination:
    """Put together what was found, with as much of it as it may have."""
    known = {name[:_LINE]: version[:_LINE] for name, version in islice(packages.items(), _PACKAGES)}
    weak = {name[:_LINE]: ids[:_IDS] for name, ids in islice((weaknesses or {}).items(), _PACKAGES)}
    return Examination(day, round, seen, known, None if weaknesses is None else weak)


def quotes(loaded: Loaded) -> list[FoundQuote]:
    """The quotes whose pages can be visited again, in their order."""
    ledger: Ledger = loaded.ledger
    return [*found_quotes(loaded.archive.claims.values(), lambda claim: ledger.get(claim.id, {}))]


def round_of(count: int) -> Round:
    """How so many quotes have their turns: all of few every night, of many each once a week, if there is time."""
    return Round(count, min(count, max(_ALL, -(-count // _NIGHTS)), _MOST))


def sightings(
    listed: Sequence[FoundQuote], visiting: Visiting, today: date, is_late: Callable[[], bool]
) -> tuple[Sighting, ...]:
    """Visit the pages of those quotes whose turn it is; when it is late, the rest waits for another night."""
    visitors = Visitors(visiting, lambda digest: None, today)
    found = list[Sighting]()
    for each in _turn(listed, today):
        if is_late():
            break
        for seen in visitors.seen(each.claim, each.language, each.quote, each.line):
            copy = each.quote.source.archived if seen.news == "copy-bad" else None
            found.append(_sighting(each, seen.news, copy or each.quote.source.url, seen.trouble))
    return tuple(found)


def _sighting(quote: FoundQuote, news: News, url: str, trouble: Trouble | None) -> Sighting:
    kind, detail = (trouble.kind, visible(trouble.detail)) if trouble else (None, "")
    return Sighting(quote.claim.id, quote.language, news, url[:_LINE], kind, detail[:_LINE])


def _turn(listed: Sequence[FoundQuote], today: date) -> list[FoundQuote]:
    """The quotes whose turn it is on a day: of many the next ones after those of the night before."""
    count = round_of(len(listed)).a_night
    start = today.toordinal() * count % len(listed) if listed else 0
    return [*islice(chain(listed[start:], listed), count)]
