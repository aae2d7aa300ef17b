"""Where claims stand against each other: open disputes, and different answers to one question from the same days."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import NamedTuple

from site_builder.language.language import Link
from site_builder.library.disagreements import Answer, Contrast
from site_builder.library.library import Holdings
from site_builder.model import urls
from site_builder.model.records import Claim
from site_builder.pages.series import Row, row
from site_builder.pages.view import Card, Page, Shown, Slice, View, numbered_title, paged


class Side(NamedTuple):
    """Answers of one claimant."""

    claimant: Link
    rows: tuple[Row, ...]


class Beside(NamedTuple):
    """Answers to one question, by claimant, and the days that they are from."""

    question: Link
    days: str
    sides: tuple[Side, ...]


class Content(NamedTuple):
    """One page of the open disputes, then of the differing answers."""

    title: str
    disputes: tuple[tuple[Card, Card], ...]
    beside: tuple[Beside, ...]
    part: "Slice[_Entry]"


class _Dispute(NamedTuple):
    claim: Claim
    disputed: Claim


class _Answer(NamedTuple):
    """One answer of a contrast, so that those with a great many answers reach over several pages."""

    contrast: Contrast
    answer: Answer


_Entry = _Dispute | _Answer


def pages(holdings: Holdings) -> Iterator[Page]:
    """The disagreements, in pages."""
    entries: list[_Entry] = [_Dispute(*pair) for pair in holdings.groups.disputes]
    entries += (_Answer(contrast, answer) for contrast in holdings.groups.contrasts for answer in _sorted(contrast))
    for address, part in paged(urls.DISAGREEMENTS, entries):
        yield Page(address, partial(_inputs, holdings, part), partial(_show, part=part))


def _sorted(contrast: Contrast) -> list[Answer]:
    """By claimant, those with the lowest answer first."""
    lowest: dict[str, int] = {}
    for answer in contrast.answers:
        claimant = answer.claim.claimant
        lowest[claimant] = min(answer.figure.low, lowest.get(claimant, answer.figure.low))
    return sorted(
        contrast.answers, key=lambda each: (lowest[each.claim.claimant], each.claim.claimant, each.figure.low)
    )


def _inputs(holdings: Holdings, part: Slice[_Entry]) -> tuple[object, ...]:
    card, series = holdings.stamps.card, holdings.stamps.series
    return (
        part.position,
        *(
            (card(entry.claim), card(entry.disputed))
            if isinstance(entry, _Dispute)
            else (card(entry.answer.claim), series(entry.contrast.series), _ends(entry.contrast))
            for entry in part.entries
        ),
    )


def _ends(contrast: Contrast) -> tuple[str, ...]:
    """The dates of the first and the last answer."""
    return tuple(each.claim.as_of(each.figure).text for each in (contrast.answers[0], contrast.answers[-1]))


def _show(view: View, part: Slice[_Entry]) -> Shown:
    language = view.language
    title = language.text("Disagreements")
    disputes = (entry for entry in part.entries if isinstance(entry, _Dispute))
    answers = (entry for entry in part.entries if isinstance(entry, _Answer))
    return Shown(
        numbered_title(language, title, part.number),
        language.text("Claims that dispute each other, and different answers to one question from the same days."),
        "disagreements.html",
        Content(
            title,
            tuple((view.card(entry.disputed), view.card(entry.claim)) for entry in disputes),
            tuple(
                _beside(view, contrast, [entry.answer for entry in entries])
                for contrast, entries in groupby(answers, lambda entry: entry.contrast)
            ),
            part,
        ),
    )


def _beside(view: View, contrast: Contrast, answers: Iterable[Answer]) -> Beside:
    first, last = (each.claim.as_of(each.figure) for each in (contrast.answers[0], contrast.answers[-1]))
    days = view.language.date(first)
    if last.text != first.text:
        days = view.language.text("{start} to {end}", start=days, end=view.language.date(last))
    return Beside(
        view.series(contrast.series),
        days,
        tuple(
            Side(view.entity(claimant, short=True), tuple(row(view, each) for each in given))
            for claimant, given in groupby(answers, lambda answer: answer.claim.claimant)
        ),
    )
