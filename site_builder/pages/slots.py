"""Slots of hand-written pages: what any page of `content/` may show of the archive.

A page names one in a comment of its own, `<!-- slot:newest-claims -->`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from site_builder.language.language import Language, Link
from site_builder.library.library import Library
from site_builder.library.localized import Card, LocalizedLibrary
from site_builder.model import urls
from site_builder.model.records import Claim
from site_builder.model.slots import QUOTE_STATES
from site_builder.new import blank
from site_builder.pages import calendar, licence, quote_folding, quote_states
from site_builder.pages.calendar import Years
from site_builder.pages.entity import counted
from site_builder.pages.series import Question, most_answered, question_dependencies, questions
from site_builder.runtime import clock
from site_builder.text.escaping import Markup

NEWEST = 5
MOST_ANSWERED = 8
MOST_NAMED = 15
YEARS = 12


@dataclass(slots=True)
class Slot:
    """The content of a slot: a template and what it prints, which is the same as long as the dependencies are."""

    dependencies: Callable[[], tuple[object, ...]]
    template: str
    show: Callable[[LocalizedLibrary], object]


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
class RepositoryContext:
    """The address of the repository; empty where there is none."""

    url: str


@dataclass(slots=True)
class LicenceContext:
    """The licence of the records, as a link."""

    link: Markup


@dataclass(slots=True)
class SearchContext:
    """Nothing but whether readers can search the site."""

    is_there: bool


@dataclass(slots=True)
class NewClaimContext:
    """The addresses at which a claim is begun: a file with its keys, a form with questions; None where there is none.

    Below them those of files for what it may name: an entity, a question.
    """

    url: str | None
    form: str | None
    entity: str | None
    question: str | None


@dataclass(slots=True)
class WayIn:
    """A list of the archive, and how much is in it."""

    name: Link
    count: str


@dataclass(slots=True)
class WaysInContext:
    """The lists by which a reader can go on."""

    ways: tuple[WayIn, ...]


def slots(library: Library) -> Mapping[str, Slot]:
    """Every slot by its name."""
    newest = library.groups.shown[: -NEWEST - 1 : -1]
    asked = most_answered(library, MOST_ANSWERED)
    years = calendar.all_years(library)
    named = _most_named(library)

    def counts() -> tuple[int, int, int, int, int]:
        groups, archive = library.groups, library.archive
        disagreements = len(groups.disputes) + len(groups.disagreements)
        return len(groups.shown), len(archive.entities), len(years), len(archive.series), disagreements

    return {
        "newest-claims": Slot(
            lambda: tuple(map(library.fingerprints.card, newest)),
            "newest-claims.html",
            lambda localized: NewestClaimsContext(tuple(_cards(localized, newest))),
        ),
        "questions": Slot(
            lambda: question_dependencies(library, asked),
            "questions-list.html",
            lambda localized: QuestionsListContext(tuple(_questions(localized, asked))),
        ),
        "most-named": Slot(
            lambda: tuple((library.fingerprints.entity(id), count) for id, count in named),
            "most-named.html",
            lambda localized: MostNamedContext(counted(localized, named, localized.introduced)),
        ),
        "calendar": Slot(
            lambda: (calendar.dependencies(library, years[:YEARS]), years[YEARS:]),
            "years.html",
            lambda localized: YearsContext(
                calendar.years(localized, years[:YEARS]),
                tuple(calendar.link(localized, year) for year in years[YEARS:]),
            ),
        ),
        QUOTE_STATES: Slot(tuple, "quote-states.html", lambda localized: quote_states.explained(localized.language)),
        "quote-folding": Slot(tuple, "quote-folding.html", lambda localized: quote_folding.tables(localized.language)),
        "licence": Slot(tuple, "licence.html", lambda localized: LicenceContext(licence.link(localized.site.licence))),
        "repository": Slot(
            tuple,
            "repository.html",
            lambda localized: RepositoryContext(localized.site.repository.url),
        ),
        "search": Slot(tuple, "search.html", lambda localized: SearchContext(localized.site.search)),
        "new-claim": Slot(lambda: (_newest_year(library),), "new-claim.html", _new_claim),
        "ways-in": Slot(counts, "ways-in.html", lambda localized: _ways_in(localized.language, *counts())),
    }


def _cards(library: LocalizedLibrary, claims: Sequence[Claim]) -> Iterator[Card]:
    names = _introduced(library, [claim.claimant for claim in claims])
    for card, name in zip(map(library.card, claims), names, strict=True):
        yield replace(card, claimant=name.text)


def _questions(library: LocalizedLibrary, ids: Sequence[str]) -> Iterator[Question]:
    given = library.groups.answers
    names = _introduced(library, [given[id][-1].claim.claimant for id in ids if given.get(id)])
    for question in questions(library, ids):
        yield replace(question, newest=replace(question.newest, claimant=next(names))) if question.newest else question


def _introduced(library: LocalizedLibrary, ids: Iterable[str]) -> Iterator[Link]:
    """Name entities to a reader who may not know them: in full the first time, from then on by their short names."""
    met = set[str]()
    for id in ids:
        yield library.entity(id, short=True) if id in met else library.introduced(id)
        met.add(id)


def _new_claim(library: LocalizedLibrary) -> NewClaimContext:
    language, tags = library.language, [language.tag for language in library.site.languages]
    return NewClaimContext(
        url=_new_file(library, *blank.claim(_newest_year(library), language, tags)),
        form=library.site.repository.propose({}),
        entity=_new_file(library, *blank.entity(language, tags)),
        question=_new_file(library, *blank.series(language, tags)),
    )


def _new_file(library: LocalizedLibrary, file: str, text: str) -> str | None:
    folder, _, name = file.rpartition("/")
    return library.site.repository.new(folder, name, text)


def _newest_year(library: Library) -> str:
    """The year of most new claims: that of the newest one, or else of today."""
    shown = library.groups.shown
    return shown[-1].id[:4] if shown else f"{clock.today().year:04}"


def _most_named(library: Library) -> list[tuple[str, int]]:
    groups = library.groups
    counts = {
        id: sum(len(group.get(id, ())) for group in (groups.made, groups.relayed, groups.about))
        for id, entity in library.archive.entities.items()
        if entity.kind != "outlet"
    }
    most = sorted(filter(counts.__getitem__, counts), key=lambda id: (-counts[id], id))[:MOST_NAMED]
    return [(id, len(groups.naming(id))) for id in most]


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
