"""Claims by question: the list of series, and each series with every answer to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import urls
from site_builder.groups import Answer
from site_builder.languages import Link
from site_builder.pages.view import Page, Slice, View, numbered_title, paged


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
    rows: Slice[Row]


def pages(view: View) -> Iterator[Page]:
    """The list of series, then each."""
    title = view.language.text("Questions")
    description = view.language.text("The questions that several claims answer with a number.")
    yield Page(urls.SERIES, urls.SERIES, title, description, "questions.html", Index(title, questions(view)))
    for id in view.archive.series:
        yield from _pages(view, id)


def questions(view: View) -> tuple[Question, ...]:
    """Every series with its newest answer."""
    found = []
    for id in view.archive.series:
        answers = view.groups.answers.get(id, ())
        count = view.language.plural("{count} answer", "{count} answers", len(answers))
        found.append(Question(view.series(id), count, _row(view, answers[-1]) if answers else None))
    return tuple(found)


def _pages(view: View, id: str) -> Iterator[Page]:
    series, language = view.archive.series[id], view.language
    title = series.question[language.tag]
    rows = [_row(view, answer) for answer in reversed(view.groups.answers.get(id, ()))]
    count = language.plural("{count} answer", "{count} answers", len(rows))
    newest = [
        language.text("Newest: {quantity}, {claimant}.", quantity=row.quantity, claimant=row.claimant)
        for row in rows[:1]
    ]
    for address, part in paged(urls.series(id), rows):
        yield Page(
            address,
            urls.SERIES,
            numbered_title(language, title, part.number),
            view.description(language.text("{question} {count}.", question=title, count=count), *newest),
            "series.html",
            Content(
                title,
                count,
                view.series(series.part_of) if series.part_of else None,
                tuple(view.series(other.id) for other in view.archive.series.values() if other.part_of == id),
                tuple(view.series(part) for part in series.sum_of),
                part,
            ),
        )


def _row(view: View, answer: Answer) -> Row:
    claim, figure = answer.claim, answer.figure
    return Row(
        view.language.figure(figure, view.archive.series[figure.series]),
        view.language.date(claim.as_of(figure)),
        view.entity(claim.claimant, short=True),
        view.claim(claim),
    )
