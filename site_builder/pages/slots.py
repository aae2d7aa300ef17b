"""What hand-written pages show of the archive: slots that any page of `content/` may hold.

A page names one in a comment of its own, `<!-- slot:newest-claims -->`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from site_builder.language.language import Language, Link
from site_builder.library.library import Holdings
from site_builder.model import urls
from site_builder.pages import calendar
from site_builder.pages.calendar import Years
from site_builder.pages.series import Question, most_answered, question_inputs, questions
from site_builder.pages.view import Card, View

NEWEST = 5
MOST_ANSWERED = 8
MOST_NAMED = 15
YEARS = 12


@dataclass(slots=True)
class Slot:
    """What fills a slot: a template and what it prints, which is the same as long as the inputs are."""

    inputs: Callable[[], tuple[object, ...]]
    template: str
    show: Callable[[View], object]


@dataclass(slots=True)
class NewestClaimsContext:
    """The claims said last; none in an empty archive."""

    cards: tuple[Card, ...]


@dataclass(slots=True)
class QuestionsListContext:
    """The series with the most answers."""

    questions: tuple[Question, ...]


@dataclass(slots=True)
class MostNamedContext:
    """The entities that the most claims name, outlets aside, each with its number of claims."""

    entities: tuple[tuple[Link, str], ...]


@dataclass(slots=True)
class YearsContext:
    """The newest years, month by month, and the `earlier` ones; none in an empty archive."""

    years: Years
    earlier: tuple[Link, ...]


@dataclass(slots=True)
class WayIn:
    """A list of the archive, and how much is in it."""

    name: Link
    count: str


@dataclass(slots=True)
class WaysInContext:
    """The lists by which a reader can go on."""

    ways: tuple[WayIn, ...]


def slots(holdings: Holdings) -> Mapping[str, Slot]:
    """Every slot by its name."""
    newest = holdings.groups.shown[: -NEWEST - 1 : -1]
    asked = most_answered(holdings, MOST_ANSWERED)
    years = calendar.all_years(holdings)
    named = _most_named(holdings)

    def counts() -> tuple[int, int, int, int, int]:
        groups, archive = holdings.groups, holdings.archive
        disagreements = len(groups.disputes) + len(groups.disagreements)
        return len(groups.shown), len(archive.entities), len(years), len(archive.series), disagreements

    return {
        "newest-claims": Slot(
            lambda: tuple(map(holdings.stamps.card, newest)),
            "newest-claims.html",
            lambda view: NewestClaimsContext(tuple(map(view.card, newest))),
        ),
        "questions": Slot(
            lambda: question_inputs(holdings, asked),
            "questions-list.html",
            lambda view: QuestionsListContext(questions(view, asked)),
        ),
        "most-named": Slot(
            lambda: tuple((holdings.stamps.entity(id), count) for id, count in named),
            "most-named.html",
            lambda view: MostNamedContext(
                tuple((view.entity(id, short=True), view.language.number(count)) for id, count in named)
            ),
        ),
        "calendar": Slot(
            lambda: (calendar.inputs(holdings, years[:YEARS]), years[YEARS:]),
            "years.html",
            lambda view: YearsContext(
                calendar.years(view, years[:YEARS]), tuple(calendar.link(view, year) for year in years[YEARS:])
            ),
        ),
        "ways-in": Slot(counts, "ways-in.html", lambda view: _ways_in(view.language, *counts())),
    }


def _most_named(holdings: Holdings) -> list[tuple[str, int]]:
    groups = holdings.groups
    counts = {
        id: sum(len(group.get(id, ())) for group in (groups.made, groups.relayed, groups.about))
        for id, entity in holdings.archive.entities.items()
        if entity.kind != "outlet"
    }
    most = sorted(filter(counts.__getitem__, counts), key=lambda id: (-counts[id], id))[:MOST_NAMED]
    return [(id, groups.naming(id)) for id in most]


def _ways_in(
    language: Language, claims: int, entities: int, years: int, series: int, disagreements: int
) -> WaysInContext:
    text, plural = language.text, language.plural
    return WaysInContext(
        (
            WayIn(Link(text("All claims"), urls.CLAIMS), plural("{count} claim", "{count} claims", claims)),
            WayIn(
                Link(text("By person or topic"), urls.ENTITIES),
                plural("{count} entry", "{count} entries", entities),
            ),
            WayIn(Link(text("By date"), urls.DATES), plural("{count} year", "{count} years", years)),
            WayIn(Link(text("By question"), urls.SERIES), plural("{count} question", "{count} questions", series)),
            WayIn(
                Link(text("Disagreements"), urls.DISAGREEMENTS), plural("{count} case", "{count} cases", disagreements)
            ),
        )
    )
