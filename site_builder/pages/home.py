"""What hand-written pages show of the archive: slots that any page of `content/` may hold.

A page names one in a comment of its own, `<!-- slot:newest-claims -->`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from site_builder import urls
from site_builder.languages import Language, Link
from site_builder.pages.series import Question, most_answered, question_inputs, questions
from site_builder.pages.view import Card, View

NEWEST = 5
MOST_ANSWERED = 8


@dataclass(frozen=True, slots=True)
class Slot:
    """What fills a slot: a template and what it prints, which is the same as long as the inputs are."""

    inputs: Callable[[], tuple[object, ...]]
    template: str
    show: Callable[[], object]


@dataclass(frozen=True, slots=True)
class NewestClaims:
    """The claims said last; none in an empty archive."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Questions:
    """The series with the most answers."""

    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class WayIn:
    """A list of the archive, and how much is in it."""

    name: Link
    count: str


@dataclass(frozen=True, slots=True)
class WaysIn:
    """The lists by which a reader can go on."""

    ways: tuple[WayIn, ...]


def slots(view: View) -> Mapping[str, Slot]:
    """Every slot by its name."""
    newest = view.groups.shown[: -NEWEST - 1 : -1]
    asked = most_answered(view, MOST_ANSWERED)
    years = [period for period in view.groups.in_period if len(period) == 4]
    counts = (len(view.groups.shown), len(view.archive.entities), len(years), len(view.archive.series))
    return {
        "newest-claims": Slot(
            lambda: tuple(map(view.stamps.card, newest)),
            "newest-claims.html",
            lambda: NewestClaims(tuple(map(view.card, newest))),
        ),
        "questions": Slot(
            lambda: question_inputs(view, asked), "questions-list.html", lambda: Questions(questions(view, asked))
        ),
        "ways-in": Slot(lambda: counts, "ways-in.html", lambda: _ways_in(view.language, *counts)),
    }


def _ways_in(language: Language, claims: int, entities: int, years: int, series: int) -> WaysIn:
    return WaysIn(
        (
            WayIn(
                Link(language.text("All claims"), urls.CLAIMS),
                language.plural("{count} claim", "{count} claims", claims),
            ),
            WayIn(
                Link(language.text("By person, organization, topic"), urls.ENTITIES),
                language.plural("{count} entry", "{count} entries", entities),
            ),
            WayIn(Link(language.text("By date"), urls.DATES), language.plural("{count} year", "{count} years", years)),
            WayIn(
                Link(language.text("By question"), urls.SERIES),
                language.plural("{count} question", "{count} questions", series),
            ),
        )
    )
