"""The page of disagreements: open disputes, then different answers to one question from the same days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from site_builder.language.language import Link
from site_builder.library.disagreements import Disagreement
from site_builder.library.library import Library
from site_builder.library.localized import Card, LocalizedLibrary
from site_builder.model import urls
from site_builder.model.figures import Answer
from site_builder.model.numbers import Number
from site_builder.model.records import Claim
from site_builder.pages.page import Page, PageContent
from site_builder.pages.pager import Pager, numbered_title, paginate
from site_builder.pages.series import Row, row


@dataclass(slots=True)
class ClaimantAnswers:
    """The answers of one claimant."""

    claimant: Link
    rows: tuple[Row, ...]


@dataclass(slots=True)
class DisagreementView:
    """A disagreement, or the part of it that stands on a page: its question, its days, its answers by claimant."""

    question: Link
    days: str
    answers: tuple[ClaimantAnswers, ...]


@dataclass(slots=True)
class DisagreementsContext:
    """One page of the open disputes, then of the disagreements in answers."""

    title: str
    disputes: tuple[tuple[Card, Card], ...]
    disagreements: tuple[DisagreementView, ...]
    pager: "Pager[_Entry]"


@dataclass(slots=True)
class _Dispute:
    claim: Claim
    disputed: Claim


@dataclass(slots=True)
class _Given:
    """One answer of a disagreement, so that those with a great many answers reach over several pages."""

    disagreement: Disagreement
    answer: Answer


_Entry = _Dispute | _Given


def pages(library: Library) -> Iterator[Page]:
    """The disagreements, in pages."""
    entries: list[_Entry] = [_Dispute(*pair) for pair in library.groups.disputes]
    entries += (_Given(each, answer) for each in library.groups.disagreements for answer in _by_claimant(each))
    for address, pager in paginate(urls.DISAGREEMENTS, entries):
        yield Page(address, partial(_dependencies, library, pager), partial(_show, pager=pager))


def _by_claimant(disagreement: Disagreement) -> list[Answer]:
    """Answers by claimant, those with the lowest answer first."""
    lowest: dict[str, Number] = {}
    for answer in disagreement.answers:
        claimant = answer.claim.claimant
        lowest[claimant] = min(answer.figure.low, lowest.get(claimant, answer.figure.low))
    return sorted(
        disagreement.answers, key=lambda each: (lowest[each.claim.claimant], each.claim.claimant, each.figure.low)
    )


def _dependencies(library: Library, pager: Pager[_Entry]) -> tuple[object, ...]:
    card, series = library.fingerprints.card, library.fingerprints.series
    return (
        pager.position,
        *(
            (card(entry.claim), card(entry.disputed))
            if isinstance(entry, _Dispute)
            else (card(entry.answer.claim), series(entry.disagreement.series), _ends(entry.disagreement))
            for entry in pager.entries
        ),
    )


def _ends(disagreement: Disagreement) -> tuple[str, ...]:
    """The dates of the first and the last answer."""
    return tuple(each.as_of.text for each in (disagreement.answers[0], disagreement.answers[-1]))


def _show(library: LocalizedLibrary, pager: Pager[_Entry]) -> PageContent:
    language = library.language
    title = language.text("Disagreements")
    disputes = (entry for entry in pager.entries if isinstance(entry, _Dispute))
    answers = (entry for entry in pager.entries if isinstance(entry, _Given))
    return PageContent(
        numbered_title(language, title, pager.number),
        language.text("Claims that dispute each other, and different answers to one question from the same days."),
        "disagreements.html",
        DisagreementsContext(
            title,
            tuple((library.card(entry.disputed), library.card(entry.claim)) for entry in disputes),
            tuple(
                _disagreement(library, disagreement, [entry.answer for entry in entries])
                for disagreement, entries in groupby(answers, lambda entry: entry.disagreement)
            ),
            pager,
        ),
    )


def _disagreement(library: LocalizedLibrary, disagreement: Disagreement, answers: Iterable[Answer]) -> DisagreementView:
    first, last = (each.as_of for each in (disagreement.answers[0], disagreement.answers[-1]))
    language = library.language
    days = language.date(first) if first.text == last.text else language.period(first, last)
    return DisagreementView(
        library.series(disagreement.series),
        days,
        tuple(
            ClaimantAnswers(library.entity(claimant, short=True), tuple(row(library, each) for each in given))
            for claimant, given in groupby(answers, lambda answer: answer.claim.claimant)
        ),
    )
