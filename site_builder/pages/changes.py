"""What is new in the archive, and what was corrected in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

from site_builder.language.language import Link
from site_builder.library.library import Holdings
from site_builder.model import dates, urls
from site_builder.model.records import Claim
from site_builder.pages.claim import CorrectionView, correction_kind
from site_builder.pages.pager import Pager, numbered_title, paginate
from site_builder.pages.view import Card, Page, Shown, View


@dataclass(slots=True)
class ChangesContext:
    """One page of the claims by the day on which they came into the archive, newest first."""

    title: str
    days: tuple[tuple[str, tuple[Card, ...]], ...]
    pager: Pager[Claim]


@dataclass(slots=True)
class CorrectionsContext:
    """One page of the corrections and withdrawals, newest first."""

    title: str
    entries: tuple[tuple[CorrectionView, Link], ...]
    pager: "Pager[_Entry]"


def new(holdings: Holdings) -> Iterator[Page]:
    """Yield the pages of what is new."""
    claims = sorted(holdings.groups.shown, key=lambda claim: (_added(holdings, claim), claim.said.sort_key, claim.id))
    for address, pager in paginate(urls.CHANGES, claims[::-1]):
        yield Page(address, partial(_inputs_of_new, holdings, pager), partial(_show_new, pager=pager))


def _inputs_of_new(holdings: Holdings, pager: Pager[Claim]) -> tuple[object, ...]:
    days = tuple(_added(holdings, claim).isoformat() for claim in pager.entries)
    return (pager.position, days, *map(holdings.stamps.card, pager.entries))


def _show_new(view: View, pager: Pager[Claim]) -> Shown:
    language = view.language
    title = language.text("New claims")
    days = groupby(pager.entries, lambda claim: _day(view, claim))
    context = ChangesContext(title, tuple((day, tuple(map(view.card, claims))) for day, claims in days), pager)
    description = language.text("Claims by the day on which they came into the archive.")
    return Shown(numbered_title(language, title, pager.number), description, "changes.html", context)


def corrected(holdings: Holdings) -> Iterator[Page]:
    """Yield the pages of what was corrected."""
    entries = sorted(_corrections(holdings), key=lambda entry: (entry.on, entry.claim.id), reverse=True)
    for address, pager in paginate(urls.CORRECTIONS, entries):
        inputs, show = partial(_inputs_of_corrected, holdings, pager), partial(_show_corrected, pager=pager)
        yield Page(address, inputs, show)


def _inputs_of_corrected(holdings: Holdings, pager: "Pager[_Entry]") -> tuple[object, ...]:
    return (pager.position, *(holdings.stamps.claim(entry.claim) for entry in pager.entries))


@dataclass(slots=True)
class _Entry:
    """A correction or withdrawal, and the claim that it is about."""

    on: date
    kind: str
    note: Mapping[str, str]
    claim: Claim


def _corrections(holdings: Holdings) -> Iterator[_Entry]:
    for claim in holdings.archive.claims.values():
        for each in claim.corrections:
            yield _Entry(each.on.first, each.kind, each.note, claim)
        if claim.withdrawn:
            yield _Entry(claim.withdrawn.on.first, "withdrawal", claim.withdrawn.reason, claim)


def _show_corrected(view: View, pager: Pager[_Entry]) -> Shown:
    language = view.language
    title = language.text("Corrections")
    context = CorrectionsContext(
        title, tuple((_correction(view, entry), view.claim(entry.claim)) for entry in pager.entries), pager
    )
    description = language.text("Every correction and withdrawal, newest first.")
    return Shown(numbered_title(language, title, pager.number), description, "corrections.html", context)


def _correction(view: View, entry: _Entry) -> CorrectionView:
    return CorrectionView(
        view.language.date(dates.of_period(entry.on.isoformat())),
        correction_kind(view, entry.kind),
        view.prose(entry.note),
    )


def _added(holdings: Holdings, claim: Claim) -> date:
    return holdings.added.get(claim.file, date.min)


def _day(view: View, claim: Claim) -> str:
    added = view.added.get(claim.file)
    if added is None:
        return view.language.text("Day of addition not known")
    return view.language.date(dates.of_period(added.isoformat()))
