"""The pages that explain problems to editors: one a topic, from the docstrings of the kinds."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from inspect import cleandoc

from site_builder.check import reports
from site_builder.language.language import Language, Link
from site_builder.library.library import Library
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.pages.page import Page, PageContent, description
from site_builder.problems import Kind, Place, Problem, sample, why
from site_builder.problems.catalogue import TOPICS, Topic


@dataclass(slots=True)
class Spoken:
    """The language in which contributors are told of problems where it is not that of the page."""

    tag: str
    direction: str
    label: str


@dataclass(slots=True)
class ProblemsContext:
    """Every code with its message, by topic."""

    title: str
    topics: tuple[tuple[Link, tuple[Link, ...]], ...]
    spoken: Spoken | None


@dataclass(slots=True)
class Explained:
    """One code: why it matters, what it looks like, how it should look."""

    anchor: str
    title: str
    is_error: bool
    why: tuple[str, ...]
    help: str
    wrong: str
    right: str


@dataclass(slots=True)
class TopicContext:
    """The codes of one topic."""

    title: str
    kinds: tuple[Explained, ...]
    spoken: Spoken | None


def pages(library: Library) -> Iterator[Page]:
    """Yield the list of codes, then each topic, for editors alone. They depend on the code, as every page does."""
    yield Page(urls.PROBLEMS, tuple, _show_index, is_indexed=False)
    for topic in TOPICS:
        yield Page(urls.problems(topic.id), tuple, partial(_show, topic=topic), is_indexed=False)


def _show_index(library: LocalizedLibrary) -> PageContent:
    language = library.language
    title = language.text("What the check can find")
    told = language.text("Every error and warning of the check, with a wrong and a right sample.")
    spoken = language.for_contributors
    context = ProblemsContext(title, tuple(_listed(topic, spoken) for topic in TOPICS), _spoken(language))
    return PageContent(title, told, "problems.html", context)


def _spoken(language: Language) -> Spoken | None:
    spoken = language.for_contributors
    if spoken is language:
        return None
    label = language.text("in {language}", language=language.name_of(spoken.tag))
    return Spoken(spoken.tag, spoken.direction, label)


def _listed(topic: Topic, language: Language) -> tuple[Link, tuple[Link, ...]]:
    address = urls.problems(topic.id)
    kinds = [Link(_title(kind, language), urls.anchored(address, _anchor(kind))) for kind in topic.kinds()]
    return Link(language.text(topic.title), address), tuple(kinds)


def _show(library: LocalizedLibrary, topic: Topic) -> PageContent:
    spoken = library.language.for_contributors
    title = spoken.text(topic.title)
    context = TopicContext(title, tuple(_explained(kind, spoken) for kind in topic.kinds()), _spoken(library.language))
    told = description(title, *(kind.title for kind in context.kinds))
    return PageContent(title, told, "problems-of-topic.html", context)


def _explained(kind: type[Kind], language: Language) -> Explained:
    docstring = cleandoc(kind.__doc__ or "")
    return Explained(
        _anchor(kind),
        _title(kind, language),
        kind.code.startswith("E"),
        tuple(language.text(paragraph) for paragraph in why(docstring)),
        reports.help_text(_example(kind), language),
        sample(docstring, "Wrong"),
        sample(docstring, "Right"),
    )


def _title(kind: type[Kind], language: Language) -> str:
    return f"{kind.code}: {reports.message(_example(kind), language)}"


def _anchor(kind: type[Kind]) -> str:
    return kind.code.lower()


def _example(kind: type[Kind]) -> Problem:
    """The problem of the wrong sample."""
    return Problem(kind, Place(""), kind.example)
