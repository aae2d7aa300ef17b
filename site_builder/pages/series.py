"""Claims by question: the list of series, and each series with every answer to it, as a chart and as a table."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from site_builder.language.language import Link
from site_builder.library.library import Holdings
from site_builder.model import urls
from site_builder.model.figures import Answer
from site_builder.model.records import Series
from site_builder.pages import answers
from site_builder.pages.answers import Drawing
from site_builder.pages.chart import Canvas
from site_builder.pages.pager import Pager, numbered_title, paginate
from site_builder.pages.view import Page, Shown, View
from site_builder.runtime.digest import Stamp


@dataclass(slots=True)
class Row:
    """One answer: the figure, the date it holds for, who said it, in which claim."""

    quantity: str
    as_of: str
    claimant: Link
    claim: Link


@dataclass(slots=True)
class Question:
    """A series in the list, with its newest answer and, where it has any, its small chart."""

    name: Link
    count: str
    newest: Row | None
    drawing: Drawing | None


@dataclass(slots=True)
class QuestionsContext:
    """One page of the series."""

    title: str
    questions: tuple[Question, ...]
    pager: Pager[str]


@dataclass(slots=True)
class SeriesContext:
    """One page of the answers in a series, newest first."""

    title: str
    count: str
    disagreements: Link | None
    part_of: Link | None
    parts: tuple[Link, ...]
    sum_of: tuple[Link, ...]
    drawing: Drawing | None
    rows: tuple[Row, ...]
    pager: Pager[Answer]


def pages(holdings: Holdings) -> Iterator[Page]:
    """The list of series, then each."""
    for address, index in paginate(urls.SERIES, list(holdings.archive.series)):
        yield Page(address, partial(_inputs_of_index, holdings, index), partial(_show_index, pager=index))
    for series in holdings.archive.series.values():
        newest_first = tuple(reversed(holdings.groups.answers.get(series.id, ())))
        parts = holdings.groups.subseries.get(series.id, ())
        drawn = cache(partial(answers.stamp, holdings, series.id))
        canvas = cache(partial(answers.canvas, id=series.id))
        for address, pager in paginate(urls.series(series.id), newest_first, parts):
            yield Page(
                address,
                partial(_inputs, holdings, series, pager, drawn),
                partial(_show, series=series, pager=pager, canvas=canvas),
            )


def _inputs_of_index(holdings: Holdings, pager: Pager[str]) -> tuple[object, ...]:
    return (pager.position, question_inputs(holdings, pager.entries))


def _inputs(holdings: Holdings, series: Series, pager: Pager[Answer], drawn: Callable[[], Stamp]) -> tuple[object, ...]:
    whole = (series.part_of,) if series.part_of else ()
    parts = pager.part_of(holdings.groups.subseries.get(series.id, ()))
    named = tuple(map(holdings.stamps.series, (series.id, *whole, *parts, *series.sum_of)))
    return (
        pager.position,
        named,
        drawn(),
        holdings.groups.disagreement_counts[series.id],
        *(holdings.stamps.card(answer.claim) for answer in pager.entries),
    )


def most_answered(holdings: Holdings, count: int) -> list[str]:
    """The series with the most answers."""
    given = holdings.groups.answers
    return sorted(holdings.archive.series, key=lambda id: (-len(given.get(id, ())), id))[:count]


def questions(view: View, ids: Iterable[str]) -> tuple[Question, ...]:
    """Series with their newest answers."""
    found = []
    for id in ids:
        given = view.groups.answers.get(id, ())
        count = view.language.plural("{count} answer", "{count} answers", len(given))
        newest = row(view, given[-1]) if given else None
        found.append(Question(view.series(id), count, newest, answers.small(view, id) if given else None))
    return tuple(found)


def question_inputs(holdings: Holdings, ids: Iterable[str]) -> tuple[object, ...]:
    """What `questions` depends on."""
    return tuple(answers.stamp(holdings, id) for id in ids)


def _show_index(view: View, pager: Pager[str]) -> Shown:
    title = view.language.text("Questions")
    description = view.language.text("The questions that several claims answer with a number.")
    context = QuestionsContext(title, questions(view, pager.entries), pager)
    return Shown(numbered_title(view.language, title, pager.number), description, "questions.html", context)


def _show(view: View, series: Series, pager: Pager[Answer], canvas: Callable[[View], Canvas]) -> Shown:
    language = view.language
    title = series.question[language.tag]
    count = language.plural("{count} answer", "{count} answers", pager.total)
    said = answers.summary(view, series.id)
    return Shown(
        numbered_title(language, title, pager.number),
        view.description(language.text("{question} {count}.", question=title, count=count), said),
        "series.html",
        SeriesContext(
            title,
            count,
            _link_to_disagreements(view, series),
            view.series(series.part_of) if series.part_of else None,
            tuple(view.series(id) for id in pager.part_of(view.groups.subseries.get(series.id, ()))),
            tuple(map(view.series, series.sum_of)),
            answers.drawing(view, series.id, canvas(view), pager.entries) if pager.entries else None,
            tuple(row(view, answer) for answer in pager.entries),
            pager,
        ),
    )


def _link_to_disagreements(view: View, series: Series) -> Link | None:
    count = view.groups.disagreement_counts[series.id]
    text = view.language.plural("{count} case of differing answers", "{count} cases of differing answers", count)
    return Link(text, urls.DISAGREEMENTS) if count else None


def row(view: View, answer: Answer) -> Row:
    """One answer as tables show it."""
    return Row(
        view.figure(answer),
        view.language.date(answer.as_of),
        view.entity(answer.claim.claimant, short=True),
        view.claim(answer.claim),
    )
