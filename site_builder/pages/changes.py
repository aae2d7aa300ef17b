"""The pages of what is new in the archive, and of what was corrected in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

from site_builder.language.language import Link, Part
from site_builder.library.library import Library
from site_builder.library.localized import Card, LocalizedLibrary
from site_builder.model import dates, urls
from site_builder.model.records import Claim
from site_builder.pages import claim as claim_pages
from site_builder.pages import head
from site_builder.pages.claim import CorrectionView, correction_kind
from site_builder.pages.page import Page, PageContent
from site_builder.pages.pager import Pager, numbered_title, paginate

_WEIGHT = 2
"""Room that a correction takes, with its note, beside a claim in a list."""


@dataclass(slots=True)
class ChangesContext:
    """One page of the claims by the day on which they came into the archive, newest first."""

    title: str
    told: tuple[Part, ...]
    days: tuple[tuple[str, tuple[Card, ...]], ...]
    pager: Pager[Claim]


@dataclass(slots=True)
class CorrectionsContext:
    """One page of the corrections and withdrawals, newest first."""

    title: str
    told: tuple[Part, ...]
    entries: tuple[tuple[CorrectionView, Link], ...]
    pager: "Pager[Correction]"


def new(library: Library) -> Iterator[Page]:
    """Yield the pages of what is new."""
    claims = sorted(library.groups.shown, key=lambda claim: (_added(library, claim), claim.said.sort_key, claim.id))
    for address, pager in paginate(urls.CHANGES, claims[::-1]):
        yield Page(address, partial(_dependencies_of_new, library, pager), partial(_show_new, pager=pager))


def _dependencies_of_new(library: Library, pager: Pager[Claim]) -> tuple[object, ...]:
    days = tuple(_added(library, claim).isoformat() for claim in pager.entries)
    return (pager.position, days, *map(library.fingerprints.card, pager.entries))


def _show_new(library: LocalizedLibrary, pager: Pager[Claim]) -> PageContent:
    language = library.language
    title = language.text("New claims")
    days = groupby(pager.entries, lambda claim: _day(library, claim))
    told = language.sentence(
        "What came into the archive last stands first. What was changed in it later stands under {corrections}.",
        corrections=Link(language.text("Corrections"), urls.CORRECTIONS),
    )
    context = ChangesContext(title, told, tuple((day, tuple(map(library.card, claims))) for day, claims in days), pager)
    feed = head.of_feed(library, urls.HOME, title)
    description = language.text("Claims by the day on which they came into the archive.")
    return PageContent(numbered_title(language, title, pager.number), description, "changes.html", context, feed)


def corrected(library: Library) -> Iterator[Page]:
    """Yield the pages of what was corrected."""
    for address, pager in paginate(urls.CORRECTIONS, corrections(library), weight=_WEIGHT):
        dependencies, show = partial(_dependencies_of_corrected, library, pager), partial(_show_corrected, pager=pager)
        yield Page(address, dependencies, show)


def _dependencies_of_corrected(library: Library, pager: "Pager[Correction]") -> tuple[object, ...]:
    return (pager.position, *(library.fingerprints.record(entry.claim) for entry in pager.entries))


@dataclass(slots=True)
class Correction:
    """A correction or withdrawal, the claim that it is about, and its anchor on the page of that."""

    on: date
    kind: str
    note: Mapping[str, str]
    claim: Claim
    anchor: str


def corrections(library: Library) -> list[Correction]:
    """Every correction and withdrawal, the newest first."""
    found = [each for claim in library.archive.claims.values() for each in _corrections(claim)]
    return sorted(found, key=lambda each: (each.on, each.claim.id), reverse=True)


def _corrections(claim: Claim) -> Iterator[Correction]:
    for number, each in enumerate(claim_pages.corrections(claim), start=1):
        yield Correction(each.on.first, each.kind, each.note, claim, urls.correction(number))
    if claim.withdrawn:
        yield Correction(claim.withdrawn.on.first, "withdrawal", claim.withdrawn.reason, claim, urls.WITHDRAWN)


def _show_corrected(library: LocalizedLibrary, pager: Pager[Correction]) -> PageContent:
    language = library.language
    title = language.text("Corrections")
    told = language.sentence(
        "What was changed in published claims, newest first. What came into the archive stands under {new}.",
        new=Link(language.text("New claims"), urls.CHANGES),
    )
    entries = tuple((_correction(library, entry), library.claim(entry.claim)) for entry in pager.entries)
    context = CorrectionsContext(title, told, entries, pager)
    feed = head.of_feed(library, urls.CORRECTIONS, title)
    description = language.text("Every correction and withdrawal, newest first.")
    return PageContent(numbered_title(language, title, pager.number), description, "corrections.html", context, feed)


def _correction(library: LocalizedLibrary, entry: Correction) -> CorrectionView:
    return CorrectionView(
        library.language.date(dates.of_period(entry.on.isoformat())),
        correction_kind(library, entry.kind),
        library.prose(entry.note),
    )


def _added(library: Library, claim: Claim) -> date:
    return library.history.added(claim.file) or date.min


def _day(library: LocalizedLibrary, claim: Claim) -> str:
    added = library.history.added(claim.file)
    if added is None:
        return library.language.text("Day of addition not known")
    return library.language.date(dates.of_period(added.isoformat()))
