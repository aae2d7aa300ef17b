"""What hand-written pages show of the archive: slots that any page of `content/` may hold.

A page names one in a comment of its own, `<!-- slot:newest-claims -->`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder import urls
from site_builder.languages import Link
from site_builder.pages.series import Question, questions
from site_builder.pages.view import Card, View, newest_first

NEWEST = 5


@dataclass(frozen=True, slots=True)
class Slot:
    """What fills a slot: a template and what it prints."""

    template: str
    content: object


@dataclass(frozen=True, slots=True)
class NewestClaims:
    """The claims said last; none in an empty archive."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Questions:
    """Every series."""

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
    language, archive = view.language, view.archive
    years = [period for period in view.groups.in_period if len(period) == 4]
    ways = (
        WayIn(
            Link(language.text("All claims"), urls.CLAIMS),
            language.plural("{count} claim", "{count} claims", len(view.groups.shown)),
        ),
        WayIn(
            Link(language.text("By person, organization, topic"), urls.ENTITIES),
            language.plural("{count} entry", "{count} entries", len(archive.entities)),
        ),
        WayIn(
            Link(language.text("By date"), urls.DATES),
            language.plural("{count} year", "{count} years", len(years)),
        ),
        WayIn(
            Link(language.text("By question"), urls.SERIES),
            language.plural("{count} question", "{count} questions", len(archive.series)),
        ),
    )
    newest = newest_first(view.groups.shown)[:NEWEST]
    return {
        "newest-claims": Slot("newest-claims.html", NewestClaims(tuple(view.card(claim) for claim in newest))),
        "questions": Slot("questions-list.html", Questions(questions(view))),
        "ways-in": Slot("ways-in.html", WaysIn(ways)),
    }
