"""The page of disagreements: open disputes, then different answers to one question from the same days."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from site_builder.library.disagreements import Disagreement
from site_builder.library.library import Library
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.model.figures import Answer
from site_builder.model.records import Claim
from site_builder.pages import opposed
from site_builder.pages.opposed import DisagreementView, DisputeView, by_claimant, disagreement, dispute
from site_builder.pages.page import Page, PageContent
from site_builder.pages.pager import Pager, numbered_title, paginate

_WEIGHT = 4
"""Room on a page that claims side by side take, beside the entries of other lists."""
_TOGETHER = 8
"""Answers without their words that take as much room as two claims side by side."""


@dataclass(slots=True)
class DisagreementsContext:
    """One page of the open disputes, then of the disagreements in answers."""

    title: str
    disputes: tuple[DisputeView, ...]
    disagreements: tuple[DisagreementView, ...]
    pager: "Pager[_Entry]"


@dataclass(slots=True)
class _Dispute:
    claim: Claim
    disputed: Claim


@dataclass(slots=True)
class _Given:
    """Some answers of a disagreement, so that those with a great many answers reach over several pages."""

    disagreement: Disagreement
    answers: tuple[Answer, ...]


_Entry = _Dispute | _Given


def pages(library: Library) -> Iterator[Page]:
    """The disagreements, in pages."""
    entries: list[_Entry] = [_Dispute(*pair) for pair in library.groups.disputes]
    entries += (given for each in library.groups.disagreements for given in _given(each))
    for address, pager in paginate(urls.DISAGREEMENTS, entries, weight=_WEIGHT):
        yield Page(address, partial(_dependencies, library, pager), partial(_show, pager=pager))


def _given(disagreement: Disagreement) -> Iterator[_Given]:
    """Cut the answers of a disagreement; two, which are shown with their words, stay together."""
    answers = tuple(by_claimant(disagreement))
    for start in range(0, len(answers), _TOGETHER):
        yield _Given(disagreement, answers[start : start + _TOGETHER])


def _dependencies(library: Library, pager: Pager[_Entry]) -> tuple[object, ...]:
    series = library.fingerprints.series
    return (
        pager.position,
        *(
            (opposed.dependencies(library, entry.claim), opposed.dependencies(library, entry.disputed))
            if isinstance(entry, _Dispute)
            else (
                *(opposed.dependencies(library, answer.claim) for answer in entry.answers),
                series(entry.disagreement.series),
                _ends(entry.disagreement),
            )
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
            tuple(dispute(library, entry.claim, entry.disputed) for entry in disputes),
            tuple(
                disagreement(library, each, [answer for entry in entries for answer in entry.answers])
                for each, entries in groupby(answers, lambda entry: entry.disagreement)
            ),
            pager,
        ),
    )
