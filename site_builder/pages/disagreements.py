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
    """One answer of a disagreement, so that those with a great many answers reach over several pages."""

    disagreement: Disagreement
    answer: Answer


_Entry = _Dispute | _Given


def pages(library: Library) -> Iterator[Page]:
    """The disagreements, in pages."""
    entries: list[_Entry] = [_Dispute(*pair) for pair in library.groups.disputes]
    entries += (_Given(each, answer) for each in library.groups.disagreements for answer in by_claimant(each))
    for address, pager in paginate(urls.DISAGREEMENTS, entries, weight=_WEIGHT):
        yield Page(address, partial(_dependencies, library, pager), partial(_show, pager=pager))


def _dependencies(library: Library, pager: Pager[_Entry]) -> tuple[object, ...]:
    series = library.fingerprints.series
    return (
        pager.position,
        *(
            (opposed.dependencies(library, entry.claim), opposed.dependencies(library, entry.disputed))
            if isinstance(entry, _Dispute)
            else (
                opposed.dependencies(library, entry.answer.claim),
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
                disagreement(library, each, [entry.answer for entry in entries])
                for each, entries in groupby(answers, lambda entry: entry.disagreement)
            ),
            pager,
        ),
    )
