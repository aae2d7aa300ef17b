"""Relations that records may lack, proposed for a person to decide: each kind a generator of pairs of answers.

What is proposed would pass the check. Nothing is proposed between claims that are linked already, in whatever way:
somebody has decided how these two stand to each other.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Literal, NamedTuple

from site_builder.library.disagreements import opposed
from site_builder.library.library import Library
from site_builder.library.occasions import day_of, occasion
from site_builder.model import walk
from site_builder.model.figures import Answer
from site_builder.model.numbers import Number
from site_builder.model.records import Archive, Claim, Hedge

Key = Literal["revises", "disputes", "repeats"]


class Pair(NamedTuple):
    """An answer, and the one of another claim that its own may be linked to."""

    answer: Answer
    other: Answer


@dataclass(frozen=True, slots=True)
class Proposal:
    """Links that the record of a claim may lack under one of its keys, with the answers that speak for them."""

    claim: Claim
    key: Key
    pairs: tuple[Pair, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids that would stand under the key: those that are there, and the new ones."""
        there: tuple[str, ...] = getattr(self.claim, self.key)
        return tuple(dict.fromkeys([*there, *(pair.other.claim.id for pair in self.pairs)]))

    @property
    def is_there(self) -> bool:
        """Tell whether the record has the key already, so that the proposed line replaces another one."""
        return bool(getattr(self.claim, self.key))


def proposals(library: Library) -> list[Proposal]:
    """All proposals, those for the newest claims first."""
    found = defaultdict[tuple[str, Key], list[Pair]](list)
    kinds: tuple[tuple[Key, Iterator[Pair]], ...] = (
        ("revises", revisions(library)),
        ("disputes", disputes(library)),
        ("repeats", repetitions(library)),
    )
    for key, pairs in kinds:
        for pair in pairs:
            found[pair.answer.claim.id, key].append(pair)
    claims = library.archive.claims
    listed = [Proposal(claims[id], key, tuple(pairs)) for (id, key), pairs in found.items()]
    return sorted(listed, key=lambda each: (each.claim.said.sort_key, each.claim.id), reverse=True)


def revisions(library: Library) -> Iterator[Pair]:
    """Yield each later answer of a claimant to a question with those before it that its claim does not revise."""
    links, revised = _Links(library.archive), _Revisions(library.archive)
    for answers in library.groups.answers_by.values():
        for place, answer in enumerate(answers):
            for other in _replaced(answers, place):
                if not links.join(answer.claim, other.claim) and revised.may_have(answer.claim, other.claim):
                    revised.add(answer.claim, other.claim)
                    yield Pair(answer, other)


def disputes(library: Library) -> Iterator[Pair]:
    """Yield the answers that disagree with another claimant's without disputing it; what was revised is settled."""
    links, groups = _Links(library.archive), library.groups
    for series, answers in groups.answers.items():
        standing = [answer for answer in answers if answer.claim.id not in groups.revised_by]
        for pair in opposed(groups.measures[series], standing):
            if not links.join(pair[0].claim, pair[1].claim):
                yield _in_order(*pair)


def repetitions(library: Library) -> Iterator[Pair]:
    """Yield the answers that pass on another claimant's: the same number, told by the same people on the same day."""
    links = _Links(library.archive)
    for same in _same_numbers(library).values():
        for one, other in combinations(same, 2):
            if one.claim.claimant != other.claim.claimant and not links.join(one.claim, other.claim):
                if one.claim.claimant in other.claim.relayed_by and not other.claim.said.is_after(one.claim.said):
                    yield Pair(one, other)
                elif other.claim.claimant in one.claim.relayed_by and not one.claim.said.is_after(other.claim.said):
                    yield Pair(other, one)
                elif one.claim.relayed_by and set(one.claim.relayed_by) == set(other.claim.relayed_by):
                    yield _in_order(one, other)


class _Links:
    """The links between claims, whichever of two names the other."""

    def __init__(self, archive: Archive) -> None:
        self._named = {id: {named for _, named in walk.claim_ids(claim)} for id, claim in archive.claims.items()}

    def join(self, one: Claim, other: Claim) -> bool:
        """Tell whether one of two claims names the other."""
        return other.id in self._named[one.id] or one.id in self._named[other.id]


class _Revisions:
    """The claims that each one revises, with those proposed so far: all of them together must make no circle."""

    def __init__(self, archive: Archive) -> None:
        self._claims = archive.claims
        self._revised = {id: list(claim.revises) for id, claim in archive.claims.items()}
        self._added = set[tuple[str, str]]()

    def add(self, claim: Claim, other: Claim) -> None:
        """Let a claim revise another one too."""
        self._revised[claim.id].append(other.id)
        self._added.add((claim.id, other.id))

    def may_have(self, claim: Claim, other: Claim) -> bool:
        """Tell whether neither of two claims revises the other, by whatever steps, but for this very one proposed."""
        return (claim.id, other.id) in self._added or not (self._leads(claim, other) or self._leads(other, claim))

    def _leads(self, start: Claim, end: Claim) -> bool:
        """Follow revisions back in time, no further than to claims that can be as early as the end."""
        seen, ways = {start.id}, [start.id]
        for id in ways:
            for step in self._revised[id]:
                if step == end.id:
                    return True
                if step not in seen and not end.said.is_after(self._claims[step].said):
                    seen.add(step)
                    ways.append(step)
        return False


def _replaced(answers: Sequence[Answer], place: int) -> Iterator[Answer]:
    """The answers before one that it follows, back to the first that another of them follows."""
    newest: list[Answer] = []
    for other in map(answers.__getitem__, range(place - 1, -1, -1)):
        if any(_follows(each, other) for each in newest):
            return
        if _follows(answers[place], other):
            newest.append(other)
            yield other


def _follows(answer: Answer, other: Answer) -> bool:
    """Tell whether a claimant gave one answer after another one, or one for a later day, and not in one breath."""
    if other.claim.said.is_after(answer.claim.said) or other.as_of.is_after(answer.as_of):
        return False
    is_later = answer.claim.said.is_after(other.claim.said) or answer.as_of.is_after(other.as_of)
    return is_later and occasion(answer.claim) != occasion(other.claim)


def _in_order(one: Answer, other: Answer) -> Pair:
    """Two answers as the claim that was made later would name the other."""
    first, last = sorted((one, other), key=lambda each: (each.claim.said.sort_key, each.claim.id))
    # Days are those of the place; where both times are known, they decide.
    return Pair(first, last) if first.claim.said.is_after(last.claim.said) else Pair(last, first)


_Said = tuple[str, date, Number, Number, Hedge]
"""A question, a day, and a number as it was put."""


def _same_numbers(library: Library) -> Mapping[_Said, Sequence[Answer]]:
    """The answers that give the same number, put in the same way, on the same day."""
    same = defaultdict[_Said, list[Answer]](list)
    for series, answers in library.groups.answers.items():
        for answer in answers:
            figure, day = answer.figure, day_of(answer.claim)
            if day:
                same[series, day, figure.low, figure.high, figure.hedge].append(answer)
    return same
