"""What is new in the archive, and what was corrected in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from site_builder import dates, urls
from site_builder.languages import Link
from site_builder.model import Claim
from site_builder.pages.claim import CorrectionView, correction_kind, paragraphs
from site_builder.pages.view import Card, Page, Slice, View, numbered_title, paged


@dataclass(frozen=True, slots=True)
class New:
    """One page of the claims by the day on which they came into the archive, newest first."""

    title: str
    days: tuple[tuple[str, tuple[Card, ...]], ...]
    part: Slice[tuple[str, Card]]


@dataclass(frozen=True, slots=True)
class Corrected:
    """One page of the corrections and withdrawals, newest first."""

    title: str
    part: Slice[tuple[CorrectionView, Link]]


def pages(view: View) -> Iterator[Page]:
    """What is new; what was corrected."""
    yield from _new(view)
    yield from _corrected(view)


def _new(view: View) -> Iterator[Page]:
    language = view.language
    title = language.text("New claims")
    description = language.text("Claims by the day on which they came into the archive.")
    claims = sorted(view.groups.shown, key=lambda claim: (_added(view, claim), claim.said.sort_key, claim.id))
    entries = [(_day(view, claim), view.card(claim)) for claim in reversed(claims)]
    for address, part in paged(urls.CHANGES, entries):
        days = groupby(part.entries, lambda entry: entry[0])
        content = New(title, tuple((day, tuple(card for _, card in group)) for day, group in days), part)
        yield Page(
            address,
            urls.CHANGES,
            numbered_title(language, title, part.number),
            description,
            "changes.html",
            content,
        )


def _corrected(view: View) -> Iterator[Page]:
    language = view.language
    title = language.text("Corrections")
    description = language.text("Every correction and withdrawal, newest first.")
    entries = sorted(_corrections(view), key=lambda entry: (entry[0], entry[2].address), reverse=True)
    for address, part in paged(urls.CORRECTIONS, [(correction, claim) for _, correction, claim in entries]):
        yield Page(
            address,
            urls.CORRECTIONS,
            numbered_title(language, title, part.number),
            description,
            "corrections.html",
            Corrected(title, part),
        )


def _corrections(view: View) -> Iterator[tuple[date, CorrectionView, Link]]:
    tag = view.language.tag
    for claim in view.archive.claims.values():
        made = [(each.on, each.kind, each.note) for each in claim.corrections]
        if claim.withdrawn:
            made.append((claim.withdrawn.on, "withdrawal", claim.withdrawn.reason))
        for on, kind, note in made:
            shown = CorrectionView(view.language.date(on), correction_kind(view, kind), paragraphs(note[tag]))
            yield on.first, shown, view.claim(claim)


def _added(view: View, claim: Claim) -> date:
    return view.added.get(claim.file, date.min)


def _day(view: View, claim: Claim) -> str:
    added = view.added.get(claim.file)
    if added is None:
        return view.language.text("Day of addition not known")
    return view.language.date(dates.of_period(added.isoformat()))
