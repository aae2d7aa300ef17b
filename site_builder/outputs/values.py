"""Records as plain values, as all data of the site have them: version 1.

Every key is always there; what is not known is None, and where there is nothing the list is empty. Dates are as the
record has them (EDTF), numbers are numbers, a share that is no decimal its text ("2/3").
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from site_builder.library.library import Library
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.model.dates import EdtfDate
from site_builder.model.numbers import Number
from site_builder.model.records import Claim, Correction, Entity, Figure, Quote, Series, Source, SourceQuote, Speech

VERSION = 1
"""A key that changes its meaning or goes makes the next version; a new one does not."""
Values = dict[str, Any]


def of_claim(libraries: Sequence[LocalizedLibrary], claim: Claim) -> Values:
    """All that is known of a claim, in every language of the site."""
    library = libraries[0]
    history, groups = library.history, library.groups
    last = history.last.get(claim.file)
    return {
        "id": claim.id,
        "url": library.site.absolute(urls.permalink(claim.id)),
        "added": day(history.added(claim.file)),
        "modified": day(history.modified(claim.file)),
        "revision": last.hash if last else None,
        "title": claim.title,
        "said": claim.said.text,
        "said_from": claim.said.first.isoformat(),
        "said_to": claim.said.last.isoformat(),
        "claimant": claim.claimant,
        "relayed_by": claim.relayed_by,
        "about": claim.about,
        "quotes": {
            tag: {**_of_quote(quote, claim.speech(tag)), "verification": of_verification(library, claim, tag)}
            for tag, quote in claim.quotes.items()
        },
        "reports": [_of_source(report) for report in claim.reports],
        "figures": [
            _of_figure(claim, figure, {each.language.tag: each.figures(claim)[place] for each in libraries})
            for place, figure in enumerate(claim.figures)
        ],
        "revises": claim.revises,
        "revised_by": _ids(groups.revised_by.get(claim.id, ())),
        "disputes": claim.disputes,
        "disputed_by": _ids(groups.disputed_by.get(claim.id, ())),
        "repeats": claim.repeats,
        "repeated_by": _ids(groups.repeated_by.get(claim.id, ())),
        "notes": claim.notes,
        "corrections": [_of_correction(each) for each in claim.corrections],
        "withdrawn": {"on": claim.withdrawn.on.text, "reason": claim.withdrawn.reason} if claim.withdrawn else None,
    }


def of_entity(libraries: Sequence[LocalizedLibrary], entity: Entity) -> Values:
    """All that is known of an entity."""
    return {
        "id": entity.id,
        "url": _pages(libraries, urls.entity(entity.id)),
        "kind": entity.kind,
        "name": entity.name,
        "short": entity.short,
        "aliases": entity.aliases,
        "description": entity.description,
        "wikidata": entity.wikidata,
        "part_of": entity.part_of,
        "merged_into": entity.merged_into,
    }


def of_series(libraries: Sequence[LocalizedLibrary], series: Series) -> Values:
    """All that is known of a series."""
    return {
        "id": series.id,
        "url": _pages(libraries, urls.series(series.id)),
        "question": series.question,
        "measure": series.measure,
        "currency": series.currency,
        "unit": {tag: unit.forms for tag, unit in series.unit.items()} if series.unit else None,
        "part_of": series.part_of,
        "sum_of": series.sum_of,
        "merged_into": series.merged_into,
    }


def of_verification(library: Library, claim: Claim, tag: str) -> Values:
    """What was found of a claim's quote in its source; of a translation, what was found of the words it translates.

    `text` is the digest of the stored text of the source, `place` where the quote begins and ends in it.
    """
    found = library.verification(claim, tag)
    line = found.line
    return {
        "state": found.state,
        "day": day(line.day) if line else None,
        "engine": line.engine if line else None,
        "text": line.text if line else None,
        "place": line.place if line else None,
        "why": line.why if line else None,
        "missed": [day(each) for each in line.missed] if line else [],
        "stale": found.is_stale,
    }


def day(known: date | None) -> str | None:
    """A day as all data have it (ISO 8601)."""
    return known.isoformat() if known else None


def number(value: Number | None) -> int | float | str | None:
    """A number as JSON has it; a share that is no decimal as its text."""
    if isinstance(value, Decimal):
        return float(value)  # at most fifteen digits before the point and six behind: JSON readers know no more
    return str(value) if isinstance(value, Fraction) else value


def decimal(value: Number) -> int | float:
    """A number as a decimal, where it is not whole."""
    return value if isinstance(value, int) else float(value)


def _pages(libraries: Iterable[LocalizedLibrary], address: str) -> Mapping[str, str]:
    return {library.language.tag: library.site.page(library.language.tag, address) for library in libraries}


def _ids(claims: Iterable[Claim]) -> list[str]:
    return [claim.id for claim in claims]


def _of_quote(quote: Quote, speech: Speech) -> Values:
    told = {"text": quote.text, "speech": speech, "origin": quote.origin}
    if isinstance(quote, SourceQuote):
        return {**told, "source": _of_source(quote.source)}
    return {
        **told,
        "from": quote.from_,
        "method": quote.method,
        "by": quote.by,
        "reviewed": quote.reviewed,
    }


def _of_source(source: Source) -> Values:
    return {
        "url": source.url,
        "publisher": source.publisher,
        "title": source.title,
        "published": _text(source.published),
        "archived": source.archived,
        "accessed": _text(source.accessed),
        "snapshot": source.snapshot,
    }


def _of_figure(claim: Claim, figure: Figure, text: Mapping[str, str]) -> Values:
    return {
        "series": figure.series,
        "value": number(figure.value),
        "min": number(figure.min),
        "max": number(figure.max),
        "hedge": figure.hedge,
        "as_of": claim.as_of(figure).text,
        "text": text,
        "basis": figure.basis,
    }


def _of_correction(correction: Correction) -> Values:
    return {"on": correction.on.text, "kind": correction.kind, "note": correction.note}


def _text(date: EdtfDate | None) -> str | None:
    return date.text if date else None
