"""What can be wrong with a record, for editors: a page for each code, from the docstrings of the kinds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from inspect import cleandoc

from site_builder.language.language import Language, Link
from site_builder.library.library import Library
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.pages.page import Page, PageContent, description
from site_builder.problems import Kind, sample, why
from site_builder.problems.catalogue import kinds


@dataclass(slots=True)
class ProblemsContext:
    """Every code with its message."""

    title: str
    kinds: tuple[Link, ...]


@dataclass(slots=True)
class ProblemContext:
    """One code: why it matters, what it looks like, how it should look."""

    title: str
    is_error: bool
    why: tuple[str, ...]
    help: tuple[str, ...]
    wrong: str
    right: str


def pages(library: Library) -> Iterator[Page]:
    """The list of codes, then each. Their dependencies are the code itself, on which every page depends."""
    yield Page(urls.PROBLEMS, tuple, _show_index)
    for kind in kinds():
        yield Page(urls.problem(kind.code), tuple, partial(_show, kind=kind))


def _show_index(library: LocalizedLibrary) -> PageContent:
    language = library.language
    title = language.text("What the check can find")
    description = language.text("Every error and warning of the check, with a wrong and a right sample.")
    index = ProblemsContext(title, tuple(Link(_title(language, kind), urls.problem(kind.code)) for kind in kinds()))
    return PageContent(title, description, "problems.html", index)


def _show(library: LocalizedLibrary, kind: type[Kind]) -> PageContent:
    language, docstring = library.language, cleandoc(kind.__doc__ or "")
    context = ProblemContext(
        _title(language, kind),
        kind.code.startswith("E"),
        tuple(language.text(paragraph) for paragraph in why(docstring)),
        tuple(_shown(language, text) for text in (kind.help, kind.otherwise) if text),
        sample(docstring, "Wrong"),
        sample(docstring, "Right"),
    )
    return PageContent(context.title, description(*context.why), "problem.html", context)


def _title(language: Language, kind: type[Kind]) -> str:
    return f"{kind.code}: {_shown(language, kind.message)}"


def _shown(language: Language, message: str) -> str:
    """A message with dots where a problem has its values."""
    return language.text(message, **dict.fromkeys(re.findall(r"{(\w+)", message), "…"))
