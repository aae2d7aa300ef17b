"""Claims in relation to one: those that it revises, disputes or repeats, and that revise, dispute or repeat it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from site_builder.language.language import Language
from site_builder.library.groups import in_order
from site_builder.library.library import Library
from site_builder.library.localized import Card, LocalizedLibrary
from site_builder.model import urls
from site_builder.model.records import Claim

DISPUTES, DISPUTED_BY = 2, 3
"""The places of these relations in `_names`."""
_STEPS = 4
"""Claims of a chain of revisions that are shown before and after one."""

Relation = tuple[int, Claim]
"""A relation, by its place in `_names`, and the other claim."""


@dataclass(slots=True)
class Related:
    """Claims in one relation to another one."""

    relation: str
    cards: tuple[Card, ...]


@dataclass(slots=True)
class Step:
    """One claim in a chain of revisions, by its figures or, without any, its title."""

    date: str
    words: str
    address: str
    is_this: bool


def relations(library: Library, claim: Claim) -> list[Relation]:
    """The claims that this one speaks of, and those that speak of it, newest first within each of `_names`."""
    groups, by_id, id = library.groups, library.archive.claims, claim.id
    if not (
        claim.revises
        or claim.disputes
        or claim.repeats
        or id in groups.revised_by
        or id in groups.disputed_by
        or id in groups.repeated_by
    ):
        return []
    found: tuple[Sequence[Claim], ...] = (
        [by_id[id] for id in claim.revises],
        groups.revised_by.get(id, ()),
        [by_id[id] for id in claim.disputes],
        groups.disputed_by.get(id, ()),
        [by_id[id] for id in claim.repeats],
        groups.repeated_by.get(id, ()),
    )
    return [(relation, other) for relation, claims in enumerate(found) for other in _newest_first(claims)]


def _newest_first(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Claims in the order in which lists show them; those of a group need only be turned round."""
    return sorted(claims, key=lambda claim: (claim.said.sort_key, claim.id), reverse=True)


def _names(language: Language) -> tuple[str, ...]:
    return (
        language.text("Revises"),
        language.text("Revised by"),
        language.text("Disputes"),
        language.text("Disputed by"),
        language.text("Repeats"),
        language.text("Repeated by"),
    )


def related(library: LocalizedLibrary, found: Iterable[Relation]) -> tuple[Related, ...]:
    """Claims in relation to one, as lists."""
    names = _names(library.language)
    return tuple(
        Related(names[relation], tuple(library.card(other) for _, other in entries))
        for relation, entries in groupby(found, lambda entry: entry[0])
    )


def chain(library: Library, claim: Claim) -> Sequence[Claim]:
    """The claims that lead to this one and on from it by revision, oldest first; none where there is only this one."""
    revised_by, by_id = library.groups.revised_by, library.archive.claims
    if not claim.revises and claim.id not in revised_by:
        return ()
    found, open_ends = {claim.id: claim}, [claim]
    while open_ends:
        one = open_ends.pop()
        for other in (*(by_id[id] for id in one.revises), *revised_by.get(one.id, ())):
            if other.id not in found and not other.withdrawn:
                found[other.id] = other
                open_ends.append(other)
    ordered = in_order(found)
    place = ordered.index(claim)
    return ordered[max(0, place - _STEPS) : place + _STEPS + 1] if len(ordered) > 1 else ()


def steps(library: LocalizedLibrary, claim: Claim) -> tuple[Step, ...]:
    """The chain of revisions that a claim is part of."""
    return tuple(
        Step(
            library.language.date(each.said),
            ", ".join(library.figures(each)) or each.title[library.language.tag],
            urls.claim(each.id),
            each is claim,
        )
        for each in chain(library, claim)
    )
