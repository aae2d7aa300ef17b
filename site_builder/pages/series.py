"""Claims by question: the list of series, and each series with every answer to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from site_builder import urls
from site_builder.groups import Answer
from site_builder.languages import Link
from site_builder.model import Series
from site_builder.pages.view import Page, Shown, Slice, View, numbered_title, paged
from site_builder.stamps import Stamp


@dataclass(frozen=True, slots=True)
class Row:
    """One answer: the figure, the date it holds for, who said it, in which claim."""

    quantity: str
    as_of: str
    claimant: Link
    claim: Link


@dataclass(frozen=True, slots=True)
class Question:
    """A series in the list, with its newest answer."""

    name: Link
    count: str
    newest: Row | None


@dataclass(frozen=True, slots=True)
class Index:
    """All series."""

    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """One page of the answers in a series, newest first."""

    title: str
    count: str
    part_of: Link | None
    parts: tuple[Link, ...]
    sum_of: tuple[Link, ...]
    rows: tuple[Row, ...]
    part: Slice[Answer]


def pages(view: View) -> Iterator[Page]:
    """The list of series, then each."""
    yield Page(urls.SERIES, urls.SERIES, question_inputs(view), partial(_show_index, view))
    for series in view.archive.series.values():
        newest_first = tuple(reversed(view.groups.answers.get(series.id, ())))
        named = tuple(view.stamps.series(other) for other in (series.id, *_others(view, series)))
        newest = _stamp(view, newest_first[0]) if newest_first else None
        for address, part in paged(urls.series(series.id), newest_first):
            inputs = (part.position, named, newest, *(_stamp(view, answer) for answer in part.entries))
            yield Page(address, urls.SERIES, inputs, partial(_show, view, series, part))


def questions(view: View) -> tuple[Question, ...]:
    """Every series with its newest answer."""
    found = []
    for id in view.archive.series:
        answers = view.groups.answers.get(id, ())
        count = view.language.plural("{count} answer", "{count} answers", len(answers))
        found.append(Question(view.series(id), count, _row(view, answers[-1]) if answers else None))
    return tuple(found)


def question_inputs(view: View) -> tuple[object, ...]:
    """What `questions` depends on."""
    answers = view.groups.answers
    return tuple(
        (
            view.stamps.series(id),
            len(answers.get(id, ())),
            [_stamp(view, newest) for newest in answers.get(id, ())[-1:]],
        )
        for id in view.archive.series
    )


def _show_index(view: View) -> Shown:
    title = view.language.text("Questions")
    description = view.language.text("The questions that several claims answer with a number.")
    return Shown(title, description, "questions.html", Index(title, questions(view)))


def _show(view: View, series: Series, part: Slice[Answer]) -> Shown:
    language = view.language
    title = series.question[language.tag]
    count = language.plural("{count} answer", "{count} answers", part.total)
    rows = tuple(_row(view, answer) for answer in part.entries)
    newest = [_row(view, answer) for answer in view.groups.answers.get(series.id, ())[-1:]]
    said = [
        language.text("Newest: {quantity}, {claimant}.", quantity=row.quantity, claimant=row.claimant) for row in newest
    ]
    return Shown(
        numbered_title(language, title, part.number),
        view.description(language.text("{question} {count}.", question=title, count=count), *said),
        "series.html",
        Content(
            title,
            count,
            view.series(series.part_of) if series.part_of else None,
            tuple(view.series(id) for id in _parts(view, series)),
            tuple(view.series(part) for part in series.sum_of),
            rows,
            part,
        ),
    )


def _others(view: View, series: Series) -> tuple[str, ...]:
    """The series that a series' page names."""
    return (*([series.part_of] if series.part_of else []), *_parts(view, series), *series.sum_of)


def _parts(view: View, series: Series) -> tuple[str, ...]:
    return tuple(other.id for other in view.archive.series.values() if other.part_of == series.id)


def _stamp(view: View, answer: Answer) -> Stamp:
    return view.stamps.card(answer.claim)


def _row(view: View, answer: Answer) -> Row:
    claim, figure = answer.claim, answer.figure
    return Row(
        view.language.figure(figure, view.archive.series[figure.series]),
        view.language.date(claim.as_of(figure)),
        view.entity(claim.claimant, short=True),
        view.claim(claim),
    )
