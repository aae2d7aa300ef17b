"""What stands against each other, side by side: claims of which one disputes the other, and differing answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

from site_builder.language.language import Link, Part
from site_builder.library.disagreements import Disagreement
from site_builder.library.library import Library
from site_builder.library.localized import LocalizedLibrary, Prose
from site_builder.model import urls
from site_builder.model.figures import Answer, answers_of
from site_builder.model.numbers import Number
from site_builder.model.records import Claim
from site_builder.pages.quotes import QuoteView, clipped, quotes_for_reader

_DISPUTES, _DISAGREEMENTS = 3, 2
"""How many of each stand on the page of a series."""
_ANSWERS = 12
"""Answers of the largest disagreement that stands on the page of a series."""
_LETTERS = 160
"""Letters of a quote or a note in a list; the rest stands on the page of the claim."""


Dispute = tuple[Claim, Claim]
"""A claim and the one that it disputes."""


@dataclass(slots=True)
class Answered:
    """A figure with the question that it answers."""

    question: Link
    quantity: str
    as_of: str


@dataclass(slots=True)
class Side:
    """A claim beside another one; `relation` says which of them it is."""

    relation: str
    title: Link
    claimant: Link
    date: str
    figures: tuple[Answered, ...]
    quotes: tuple[QuoteView, ...]
    notes: Prose | None


@dataclass(slots=True)
class DisputeView:
    """A claim and the one that it disputes, with a sentence that says who disputes whom."""

    sentence: tuple[Part, ...]
    sides: tuple[Side, ...]


@dataclass(slots=True)
class AnswerView:
    """One answer among differing ones; of two, each with the words that give it."""

    quantity: Link
    as_of: str
    quotes: tuple[QuoteView, ...]


@dataclass(slots=True)
class ClaimantAnswers:
    """The answers of one claimant."""

    claimant: Link
    answers: tuple[AnswerView, ...]


@dataclass(slots=True)
class DisagreementView:
    """A disagreement, or the part of it that stands on a page: its question, its days, its answers by claimant."""

    question: Link
    days: str
    claimants: tuple[ClaimantAnswers, ...]


@dataclass(slots=True)
class OpposedInSeries:
    """The newest of what stands against each other in a series; `more` leads to the rest."""

    disputes: tuple[DisputeView, ...]
    disagreements: tuple[DisagreementView, ...]
    more: Link | None


def dependencies(library: Library, claim: Claim) -> tuple[object, ...]:
    """Return what a side or an answer depends on: a card, and the words with what was found of them."""
    fingerprints, publishers = library.fingerprints, (source.publisher for source in claim.sources)
    return (fingerprints.card(claim), fingerprints.claim(claim), *map(fingerprints.entity, publishers))


def side(library: LocalizedLibrary, claim: Claim, relation: str, letters: int | None = None) -> Side:
    """A claim: its figures with their questions, its words and its notes, in so many letters at most."""
    notes = library.prose(claim.notes) if claim.notes else None
    return Side(
        relation,
        library.claim(claim),
        library.entity(claim.claimant, short=True),
        library.language.date(claim.said),
        tuple(
            Answered(library.series(each.figure.series), library.figure(each), library.language.date(each.as_of))
            for each in answers_of(claim)
        ),
        quotes_for_reader(library, claim, letters),
        replace(notes, text=clipped(notes.text, letters)) if notes and letters else notes,
    )


def dispute(library: LocalizedLibrary, claim: Claim, disputed: Claim) -> DisputeView:
    """A claim and the one that it disputes, as lists show them."""
    language = library.language
    sides = (
        side(library, disputed, language.text("Disputed claim"), _LETTERS),
        side(library, claim, language.text("Claim that disputes it"), _LETTERS),
    )
    return DisputeView(
        language.sentence(
            "{claimant} disputes {other}",
            claimant=library.entity(claim.claimant, short=True),
            other=library.entity(disputed.claimant, short=True),
        ),
        sides,
    )


def disagreement(
    library: LocalizedLibrary, disagreement: Disagreement, answers: Iterable[Answer] | None = None
) -> DisagreementView:
    """A disagreement with all of its answers, or with some that follow each other in `by_claimant`.

    Two answers stand side by side in words. Where there are more, they are compared as numbers, and the words of each
    are one step away: they would be half of the page.
    """
    first, last = (each.as_of for each in (disagreement.answers[0], disagreement.answers[-1]))
    language = library.language
    days = language.date(first) if first.text == last.text else language.period(first, last)
    with_words = len(disagreement.answers) == 2
    return DisagreementView(
        library.series(disagreement.series),
        days,
        tuple(
            ClaimantAnswers(
                library.entity(claimant, short=True), tuple(_answer(library, each, with_words) for each in given)
            )
            for claimant, given in groupby(
                by_claimant(disagreement) if answers is None else answers, lambda answer: answer.claim.claimant
            )
        ),
    )


def in_series(library: LocalizedLibrary, id: str) -> OpposedInSeries | None:
    """What stands against each other in a series, as its page shows it."""
    disputes, disagreements = _newest(library, id)
    count = count_in_series(library, id)
    more = Link(library.language.text("All disagreements"), urls.DISAGREEMENTS)
    if not count:
        return None
    return OpposedInSeries(
        tuple(dispute(library, *pair) for pair in disputes),
        tuple(disagreement(library, each) for each in disagreements),
        more if count > len(disputes) + len(disagreements) else None,
    )


def count_in_series(library: Library, id: str) -> int:
    """Count what stands against each other in a series."""
    return sum(map(len, _all(library, id)))


def dependencies_in_series(library: Library, id: str) -> tuple[object, ...]:
    """Return what `in_series` depends on."""
    disputes, disagreements = _newest(library, id)
    answers = [each.answers for each in disagreements]
    claims = [*chain.from_iterable(disputes), *(answer.claim for each in answers for answer in each)]
    return (tuple(map(len, answers)), tuple(dependencies(library, claim) for claim in claims))


def _newest(library: Library, id: str) -> tuple[Sequence[Dispute], Sequence[Disagreement]]:
    disputes, disagreements = _all(library, id)
    short = [each for each in disagreements if len(each.answers) <= _ANSWERS]
    return disputes[:_DISPUTES], short[:_DISAGREEMENTS]


def _all(library: Library, id: str) -> tuple[Sequence[Dispute], Sequence[Disagreement]]:
    """The disputes and the disagreements in a series; two answers of which one disputes the other count once."""
    disputes = library.groups.disputes_over.get(id, ())
    pairs = {frozenset(claim.id for claim in pair) for pair in disputes}
    differing = library.groups.disagreements_over.get(id, ())
    return disputes, [each for each in differing if frozenset(answer.claim.id for answer in each.answers) not in pairs]


def by_claimant(disagreement: Disagreement) -> Sequence[Answer]:
    """Answers by claimant, those with the lowest answer first."""
    lowest: dict[str, Number] = {}
    for answer in disagreement.answers:
        claimant = answer.claim.claimant
        lowest[claimant] = min(answer.figure.low, lowest.get(claimant, answer.figure.low))
    return sorted(
        disagreement.answers, key=lambda each: (lowest[each.claim.claimant], each.claim.claimant, each.figure.low)
    )


def _answer(library: LocalizedLibrary, answer: Answer, with_words: bool) -> AnswerView:
    return AnswerView(
        Link(library.figure(answer), urls.claim(answer.claim.id)),
        library.language.date(answer.as_of),
        quotes_for_reader(library, answer.claim, _LETTERS) if with_words else (),
    )
