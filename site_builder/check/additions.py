"""Check that a claim that was added has nothing left of the record that it was copied from."""

import re
from collections.abc import Iterator, Sequence

from site_builder.check.context import Context
from site_builder.check.permanence import History, PermanenceCheck
from site_builder.model import walk
from site_builder.model.addresses import normalised
from site_builder.model.records import Archive, Claim
from site_builder.problems import Finding
from site_builder.problems.duplicates import CopiedRelays
from site_builder.text.folding import folded


def copied_relays(history: History, context: Context) -> Iterator[Finding]:
    """A new claim from another page than all others with the same relays names one of these somewhere in its words."""
    claims = [claim for claim in context.archive.claims.values() if claim.relayed_by]
    for claim in claims:
        if claim.file in history.after and claim.file not in history.before:
            alike = [each for each in claims if each is not claim and set(each.relayed_by) == set(claim.relayed_by)]
            is_apart = not any(_are_linked(claim, each) or _pages(claim) & _pages(each) for each in alike)
            if alike and is_apart and not _names_a_relay(claim, context.archive):
                values = {"other": alike[0].id, "relays": ", ".join(claim.relayed_by)}
                yield Finding(CopiedRelays, claim.file, ("relayed_by",), values)


CHECKS: Sequence[PermanenceCheck] = (copied_relays,)


def _pages(claim: Claim) -> set[str]:
    """The addresses at which a claim was published or reported."""
    return {normalised(source.url) for _, source in walk.sources(claim)}


def _are_linked(claim: Claim, other: Claim) -> bool:
    links = (*claim.revises, *claim.disputes, *claim.repeats)
    return other.id in links or claim.id in (*other.revises, *other.disputes, *other.repeats)


def _names_a_relay(claim: Claim, archive: Archive) -> bool:
    """Tell whether the quotes, the titles or the notes of a claim have one of the names of its relays."""
    titles = [source.title for _, source in walk.sources(claim) if source.title]
    texts = [
        *claim.title.values(),
        *(claim.notes or {}).values(),
        *(quote.text for quote in claim.quotes.values()),
        *titles,
    ]
    said = f" {folded(' '.join(texts))} "
    return any(re.search(rf"\b{re.escape(name)}", said) for name in _names(claim, archive))


def _names(claim: Claim, archive: Archive) -> Iterator[str]:
    """The names of the relays of a claim, and of people each part of them, in the form in which texts are compared."""
    for entity in filter(None, map(archive.entities.get, claim.relayed_by)):
        for name in (*entity.name.values(), *(entity.short or {}).values(), *entity.aliases):
            yield folded(name)
            if entity.kind == "person":
                yield from (part for part in folded(name).split() if len(part) > 2)
