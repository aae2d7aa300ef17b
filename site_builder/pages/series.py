"""Claims by question: the list of series, and each series with every answer to it, as a chart and as a table."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from site_builder.language.language import Link
from site_builder.library.library import Library
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.model.figures import Answer
from site_builder.model.records import Series
from site_builder.pages import answers
from site_builder.pages.answers import Drawing
from site_builder.pages.chart import Canvas
from site_builder.pages.page import Page, PageContent, description
from site_builder.pages.pager import Pager, numbered_title, paginate
from site_builder.runtime.digest import Fingerprint


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
    """One page of the answers in a series, newest first; the question was also `asked_as` what was merged into it."""

    title: str
    count: str
    disagreements: Link | None
    asked_as: tuple[str, ...]
    part_of: Link | None
    parts: tuple[Link, ...]
    sum_of: tuple[Link, ...]
    drawing: Drawing | None
    rows: tuple[Row, ...]
    pager: Pager[Answer]


def pages(library: Library) -> Iterator[Page]:
    """The list of series, then each."""
    for address, index in paginate(urls.SERIES, list(library.archive.series)):
        yield Page(address, partial(_dependencies_of_index, library, index), partial(_show_index, pager=index))
    for series in library.archive.series.values():
        newest_first = tuple(reversed(library.groups.answers.get(series.id, ())))
        parts = library.groups.subseries.get(series.id, ())
        drawn = cache(partial(answers.fingerprint, library, series.id))
        canvas = cache(partial(answers.canvas, id=series.id))
        for address, pager in paginate(urls.series(series.id), newest_first, parts):
            yield Page(
                address,
                partial(_dependencies, library, series, pager, drawn),
                partial(_show, series=series, pager=pager, canvas=canvas),
            )


def _dependencies_of_index(library: Library, pager: Pager[str]) -> tuple[object, ...]:
    return (pager.position, question_dependencies(library, pager.entries))


def _dependencies(
    library: Library, series: Series, pager: Pager[Answer], drawn: Callable[[], Fingerprint]
) -> tuple[object, ...]:
    whole = (series.part_of,) if series.part_of else ()
    parts = pager.part_of(library.groups.subseries.get(series.id, ()))
    named = tuple(map(library.fingerprints.series, (series.id, *whole, *parts, *series.sum_of)))
    return (
        pager.position,
        named,
        tuple(library.fingerprints.series(each.id) for each in library.merged_into(series)),
        drawn(),
        library.groups.disagreement_counts[series.id],
        *(library.fingerprints.card(answer.claim) for answer in pager.entries),
    )


def most_answered(library: Library, count: int) -> list[str]:
    """The series with the most answers."""
    given = library.groups.answers
    return sorted(library.archive.series, key=lambda id: (-len(given.get(id, ())), id))[:count]


def questions(library: LocalizedLibrary, ids: Iterable[str]) -> tuple[Question, ...]:
    """Series with their newest answers."""
    found = []
    for id in ids:
        given = library.groups.answers.get(id, ())
        count = library.language.plural("{count} answer", "{count} answers", len(given))
        newest = row(library, given[-1]) if given else None
        found.append(Question(library.series(id), count, newest, answers.small(library, id) if given else None))
    return tuple(found)


def question_dependencies(library: Library, ids: Iterable[str]) -> tuple[object, ...]:
    """Return what `questions` depends on."""
    return tuple(answers.fingerprint(library, id) for id in ids)


def _show_index(library: LocalizedLibrary, pager: Pager[str]) -> PageContent:
    title = library.language.text("Questions")
    description = library.language.text("The questions that several claims answer with a number.")
    context = QuestionsContext(title, questions(library, pager.entries), pager)
    return PageContent(numbered_title(library.language, title, pager.number), description, "questions.html", context)


def _show(
    library: LocalizedLibrary, series: Series, pager: Pager[Answer], canvas: Callable[[LocalizedLibrary], Canvas]
) -> PageContent:
    language = library.language
    title = series.question[language.tag]
    count = language.plural("{count} answer", "{count} answers", pager.total)
    said = answers.summary(library, series.id)
    return PageContent(
        numbered_title(language, title, pager.number),
        description(language.text("{question} {count}.", question=title, count=count), said),
        "series.html",
        SeriesContext(
            title,
            count,
            _link_to_disagreements(library, series),
            _asked_as(library, series),
            library.series(series.part_of) if series.part_of else None,
            tuple(library.series(id) for id in pager.part_of(library.groups.subseries.get(series.id, ()))),
            tuple(map(library.series, series.sum_of)),
            answers.drawing(library, series.id, canvas(library), pager.entries) if pager.entries else None,
            tuple(row(library, answer) for answer in pager.entries),
            pager,
        ),
    )


def _asked_as(library: LocalizedLibrary, series: Series) -> tuple[str, ...]:
    tag = library.language.tag
    asked = dict.fromkeys(each.question[tag] for each in library.merged_into(series))
    return tuple(question for question in asked if question != series.question[tag])


def _link_to_disagreements(library: LocalizedLibrary, series: Series) -> Link | None:
    count = library.groups.disagreement_counts[series.id]
    text = library.language.plural("{count} case of differing answers", "{count} cases of differing answers", count)
    return Link(text, urls.DISAGREEMENTS) if count else None


def row(library: LocalizedLibrary, answer: Answer) -> Row:
    """One answer as tables show it."""
    return Row(
        library.figure(answer),
        library.language.date(answer.as_of),
        library.entity(answer.claim.claimant, short=True),
        library.claim(answer.claim),
    )
