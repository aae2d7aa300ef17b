"""Claims put together: by entity, by date, by series, by what they say of each other.

A withdrawn claim is in no group: it keeps its own page and nothing else.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from site_builder.library.disagreements import Disagreement, disagreements
from site_builder.model import walk
from site_builder.model.figures import Answer, answers_of, meaning
from site_builder.model.records import Archive, Claim, Measure
from site_builder.runtime.digest import Fingerprint, digest

Claims = tuple[Claim, ...]
K = TypeVar("K", str, tuple[str, str])
T = TypeVar("T")


class Extremes(NamedTuple):
    """The lowest, the highest and the newest of some answers; of equal ones the latest."""

    lowest: Answer
    highest: Answer
    newest: Answer


@dataclass(frozen=True)
class Groups:
    """Every grouping that pages show. Claims stand in the order of their saying, oldest first.

    `claimants` are those who answered a series, the ones with the most answers first, `extremes` as in `extremes`.
    `disputes` are pairs of a claim and one that it disputes, as far as neither was revised since, the newest first.
    """

    shown: Claims
    made: Mapping[str, Claims]
    relayed: Mapping[str, Claims]
    about: Mapping[str, Claims]
    published: Mapping[str, Claims]
    parts: Mapping[str, tuple[str, ...]]
    subseries: Mapping[str, tuple[str, ...]]
    in_period: Mapping[str, Claims]
    answers: Mapping[str, tuple[Answer, ...]]
    measures: Mapping[str, Measure]
    claimants: Mapping[str, tuple[str, ...]]
    extremes: Mapping[str, "Extremes"]
    revised_by: Mapping[str, Claims]
    disputed_by: Mapping[str, Claims]
    repeated_by: Mapping[str, Claims]
    disputes: tuple[tuple[Claim, Claim], ...]

    @cached_property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """The disagreements in all series, the newest first; worked out when asked for, as few pages show them."""
        found = (each for id, answers in self.answers.items() for each in disagreements(id, self.measures[id], answers))
        return tuple(sorted(found, key=lambda each: (each.answers[-1].day, each.series), reverse=True))

    @cached_property
    def disagreements_over(self) -> Mapping[str, tuple[Disagreement, ...]]:
        """The disagreements in each series, the newest first."""
        index = defaultdict[str, list[Disagreement]](list)
        for each in self.disagreements:
            index[each.series].append(each)
        return _frozen(index)

    @cached_property
    def disputes_over(self) -> Mapping[str, tuple[tuple[Claim, Claim], ...]]:
        """The open disputes of which either side answers a series, the newest first."""
        index = defaultdict[str, list[tuple[Claim, Claim]]](list)
        for pair in self.disputes:
            for id in dict.fromkeys(figure.series for claim in pair for figure in claim.figures):
                index[id].append(pair)
        return _frozen(index)

    @cached_property
    def answers_by(self) -> Mapping[tuple[str, str], tuple[Answer, ...]]:
        """The answers to a series that a claimant gave, oldest first."""
        index = defaultdict[tuple[str, str], list[Answer]](list)
        for id, answers in self.answers.items():
            for answer in answers:
                index[id, answer.claim.claimant].append(answer)
        return _frozen(index)

    @cached_property
    def numbers(self) -> Mapping[str, Fingerprint]:
        """A digest of the numbers that answer each series, with their days and what they mean."""
        return {id: digest(list(map(number, answers))) for id, answers in self.answers.items()}

    def naming(self, id: str) -> Collection[Claim]:
        """The claims that name an entity in any way, each once."""
        groups = (self.made, self.relayed, self.about, self.published)
        return {claim.id: claim for group in groups for claim in group.get(id, ())}.values()


def in_order(claims: Mapping[str, Claim]) -> Claims:
    """Claims in the order of their saying."""
    return tuple(sorted(claims.values(), key=lambda claim: (claim.said.sort_key, claim.id)))


def group(archive: Archive) -> Groups:
    """Put the claims of an archive together in every way that pages show."""
    made, relayed, about, published, in_period, revised_by, disputed_by, repeated_by = (
        defaultdict[str, list[Claim]](list) for _ in range(8)
    )
    answers = defaultdict[str, list[Answer]](list)
    parts, subseries = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    shown = tuple(claim for claim in archive.claims.values() if not claim.withdrawn)
    for claim in shown:
        made[claim.claimant].append(claim)
        for index, ids in (
            (relayed, claim.relayed_by),
            (about, claim.about),
            (published, [source.publisher for _, source in walk.sources(claim)]),
            (in_period, claim.said.periods),
            (revised_by, claim.revises),
            (disputed_by, claim.disputes),
            (repeated_by, claim.repeats),
        ):
            for id in dict.fromkeys(ids) if ids else ():  # most of them are empty
                index[id].append(claim)
        for answer in answers_of(claim):
            answers[answer.figure.series].append(answer)
    for records, of_whole in ((archive.entities, parts), (archive.series, subseries)):
        for record in records.values():
            if record.part_of:
                of_whole[record.part_of].append(record.id)
    for in_series in answers.values():
        in_series.sort(key=lambda answer: answer.sort_key)
    return Groups(
        shown=shown,
        made=_frozen(made),
        relayed=_frozen(relayed),
        about=_frozen(about),
        published=_frozen(published),
        parts=_frozen(parts),
        subseries=_frozen(subseries),
        in_period=_frozen(in_period),
        answers=_frozen(answers),
        measures={id: series.measure for id, series in archive.series.items()},
        claimants={id: _claimants(in_series) for id, in_series in sorted(answers.items())},
        extremes={id: extremes(in_series) for id, in_series in sorted(answers.items())},
        revised_by=_frozen(revised_by),
        disputed_by=_frozen(disputed_by),
        repeated_by=_frozen(repeated_by),
        disputes=tuple(_open_disputes(archive, shown, revised_by)),
    )


def extremes(answers: Sequence[Answer]) -> Extremes:
    """The answers, of at least one in the order of their dates, that tell most of all of them."""
    return Extremes(
        min(reversed(answers), key=lambda answer: answer.figure.low),
        max(reversed(answers), key=lambda answer: answer.figure.high),
        answers[-1],
    )


def _open_disputes(
    archive: Archive, shown: Claims, revised_by: Mapping[str, Sequence[Claim]]
) -> Iterator[tuple[Claim, Claim]]:
    for claim in reversed(shown):
        for disputed in (archive.claims[id] for id in dict.fromkeys(claim.disputes)):
            if not (disputed.withdrawn or claim.id in revised_by or disputed.id in revised_by):
                yield claim, disputed


def _claimants(answers: Iterable[Answer]) -> tuple[str, ...]:
    counts = Counter(answer.claim.claimant for answer in answers)
    return tuple(sorted(counts, key=lambda id: (-counts[id], id)))


def number(answer: Answer) -> tuple[object, ...]:
    """What an answer says as plain values: when, which numbers are possible, and in what sense."""
    figure = answer.figure
    return (answer.as_of.text, figure.low, figure.high, meaning(figure).words)


def _frozen(index: Mapping[K, list[T]]) -> Mapping[K, tuple[T, ...]]:
    return {key: tuple(index[key]) for key in sorted(index)}
