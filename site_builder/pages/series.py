"""Claims by question: the list of series, and each series with every answer to it, as a chart and as a table."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial

from site_builder.language.language import Language, Link, Part
from site_builder.library import occasions
from site_builder.library.library import Library
from site_builder.library.localized import LocalizedLibrary
from site_builder.library.occasions import Coverage
from site_builder.model import urls
from site_builder.model.figures import Answer
from site_builder.model.records import Series
from site_builder.pages import answers, coverage, head, opposed
from site_builder.pages.answers import Drawing
from site_builder.pages.chart import Canvas
from site_builder.pages.cited import CitedCharts, changed, cited
from site_builder.pages.opposed import OpposedInSeries
from site_builder.pages.page import NOTHING, Page, PageContent, description
from site_builder.pages.pager import Pager, numbered_title, paginate, paginate_by_language
from site_builder.runtime.digest import Fingerprint


@dataclass(slots=True)
class Row:
    """One answer: the figure, the date it holds for, who said it, in which claim, and whether that was corrected."""

    quantity: str
    as_of: str
    claimant: Link
    claim: Link
    corrected: Link | None


@dataclass(slots=True)
class Question:
    """A series in a list, with its newest answer and, where they differ, the small chart of all.

    The answers may be those of one claimant alone.
    """

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
    """One page of the answers in a series, newest first; the question was also `asked_as` what was merged into it.

    `coverage` says how few occasions the answers of many outlets go back to.
    """

    title: str
    count: str
    disagreements: Link | None
    coverage: str
    asked_as: tuple[str, ...]
    part_of: Link | None
    parts: tuple[Link, ...]
    sum_of: tuple[Link, ...]
    drawing: Drawing | None
    sentence: tuple[Part, ...]
    rows: tuple[Row, ...]
    opposed: OpposedInSeries | None
    cited: CitedCharts | None
    pager: Pager[Answer]


_WEIGHT = 2
"""Room that an answer takes, with its mark on the chart, beside a claim in a list."""


def pages(library: Library) -> Iterator[Page]:
    """The list of series, then each."""
    ordered = partial(_ordered, library)
    for address, index in paginate_by_language(urls.SERIES, library.site.languages, ordered):
        yield Page(address, partial(_dependencies_of_index, library, index), partial(_show_index, pagers=index))
    for series in library.archive.series.values():
        newest_first = tuple(reversed(library.groups.answers.get(series.id, ())))
        parts = library.groups.subseries.get(series.id, ())
        drawn = cache(partial(answers.fingerprint, library, series.id))
        canvas = cache(partial(answers.canvas, id=series.id))
        covered = cache(partial(_coverage, library, series.id))
        for address, pager in paginate(urls.series(series.id), newest_first, parts, weight=_WEIGHT):
            yield Page(
                address,
                partial(_dependencies, library, series, pager, drawn, covered),
                partial(_show, series=series, pager=pager, canvas=canvas, covered=covered),
                file=series.file,
                card=urls.series_card(series.id),
            )


def _ordered(library: Library, language: Language) -> list[str]:
    """The ids of all series, by the questions as a language asks them."""
    asked = {id: language.sort_key(each.question[language.tag]) for id, each in library.archive.series.items()}
    return sorted(asked, key=lambda id: (asked[id], id))


def _dependencies_of_index(library: Library, pagers: Mapping[str, Pager[str]]) -> tuple[object, ...]:
    return tuple((pager.position, question_dependencies(library, pager.entries)) for pager in pagers.values())


def _dependencies(
    library: Library,
    series: Series,
    pager: Pager[Answer],
    drawn: Callable[[], Fingerprint],
    covered: Callable[[], Coverage],
) -> tuple[object, ...]:
    whole = (series.part_of,) if series.part_of else ()
    parts = pager.part_of(library.groups.subseries.get(series.id, ()))
    named = tuple(map(library.fingerprints.series, (series.id, *whole, *parts, *series.sum_of)))
    return (
        pager.position,
        named,
        tuple(library.fingerprints.series(each.id) for each in library.merged_into(series)),
        drawn(),
        opposed.count_in_series(library, series.id),
        _dependencies_of_first(library, series, covered()) if pager.number == 1 else (),
        *(library.fingerprints.card(answer.claim) for answer in pager.entries),
    )


def _dependencies_of_first(library: Library, series: Series, covered: Coverage) -> tuple[object, ...]:
    return (opposed.dependencies_in_series(library, series.id), changed(library, series.id), covered)


def most_answered(library: Library, count: int) -> list[str]:
    """The series with the most answers."""
    given = library.groups.answers
    return sorted(library.archive.series, key=lambda id: (-len(given.get(id, ())), id))[:count]


def questions(library: LocalizedLibrary, ids: Iterable[str]) -> tuple[Question, ...]:
    """Series with their newest answers."""
    return tuple(question(library, id) for id in ids)


def question(library: LocalizedLibrary, id: str, by: str | None = None) -> Question:
    """A series with its answers, or those of one claimant."""
    given, plural = answers.given(library, id, by), library.language.plural
    differ = answers.differ(given)
    if differ or len(given) < 2:
        count = plural("{count} answer", "{count} answers", len(given))
    else:
        count = plural("{count} answer, the same number", "{count} answers, all the same number", len(given))
    newest = row(library, given[-1]) if given else None
    return Question(library.series(id), count, newest, answers.small(library, id, by) if differ else None)


def question_dependencies(library: Library, ids: Iterable[str]) -> tuple[object, ...]:
    """Return what `questions` depends on."""
    return tuple(answers.fingerprint(library, id) for id in ids)


def _show_index(library: LocalizedLibrary, pagers: Mapping[str, Pager[str]]) -> PageContent:
    pager = pagers[library.language.tag]
    title = library.language.text("Questions")
    description = library.language.text("The questions that several claims answer with a number.")
    context = QuestionsContext(title, questions(library, pager.entries), pager)
    return PageContent(numbered_title(library.language, title, pager.number), description, "questions.html", context)


def _show(
    library: LocalizedLibrary,
    series: Series,
    pager: Pager[Answer],
    canvas: Callable[[LocalizedLibrary], Canvas],
    covered: Callable[[], Coverage],
) -> PageContent:
    language = library.language
    title = series.question[language.tag]
    count = language.plural("{count} answer", "{count} answers", pager.total)
    said, differ = answers.summary(library, series.id), answers.differ(answers.given(library, series.id))
    return PageContent(
        numbered_title(language, title, pager.number),
        description(language.text("{question} {count}.", question=title, count=count), said),
        "series.html",
        SeriesContext(
            title,
            count,
            _link_to_opposed(library, series),
            coverage.told(language, covered()) if pager.number == 1 else "",
            _asked_as(library, series),
            library.series(series.part_of) if series.part_of else None,
            tuple(library.series(id) for id in pager.part_of(library.groups.subseries.get(series.id, ()))),
            tuple(map(library.series, series.sum_of)),
            answers.drawing(library, series.id, canvas(library), pager.entries) if pager.entries and differ else None,
            () if differ else said,
            tuple(row(library, answer) for answer in pager.entries),
            opposed.in_series(library, series.id) if pager.number == 1 else None,
            cited(library, urls.series(series.id), [series.id]) if pager.number == 1 and pager.total else None,
            pager,
        ),
        head.of_feed(library, urls.series(series.id), title) if pager.total else NOTHING,
    )


def _coverage(library: Library, id: str) -> Coverage:
    """Count who reported the claims that answer a series, and when these were made."""
    return occasions.coverage([answer.claim for answer in library.groups.answers.get(id, ())])


def _asked_as(library: LocalizedLibrary, series: Series) -> tuple[str, ...]:
    tag = library.language.tag
    asked = dict.fromkeys(each.question[tag] for each in library.merged_into(series))
    return tuple(question for question in asked if question != series.question[tag])


def _link_to_opposed(library: LocalizedLibrary, series: Series) -> Link | None:
    count = opposed.count_in_series(library, series.id)
    text = library.language.plural("{count} disagreement", "{count} disagreements", count)
    return Link(text, urls.anchored(urls.series(series.id), "disagreements")) if count else None


def row(library: LocalizedLibrary, answer: Answer) -> Row:
    """One answer as tables show it."""
    return Row(
        library.figure(answer),
        library.language.date(answer.as_of),
        library.entity(answer.claim.claimant, short=True),
        library.claim(answer.claim),
        answers.corrected(library, answer.claim),
    )
