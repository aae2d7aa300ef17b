"""The page of work to do: what waits for a person's eye, for contributors alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import NamedTuple

from site_builder.language.language import Language, Link
from site_builder.library.library import Library
from site_builder.library.localized import LocalizedLibrary
from site_builder.library.work import TODOS, Task, Tasks, Todo, tasks
from site_builder.model import urls
from site_builder.model.records import Claim, SourceQuote, Translation
from site_builder.pages.page import Page, PageContent
from site_builder.pages.pager import Pager, numbered_title, page_number, paginate_by_language
from site_builder.pages.quotes import translated_how
from site_builder.problems import message

_WEIGHT = 2
"""Room that a task takes, with the address at which it is done, beside a claim in a list."""


class _Wording(NamedTuple):
    """What a kind of work is called, and what to do, as message ids."""

    name: str
    what: str


_WORDINGS: Mapping[Todo, _Wording] = {
    "not-found": _Wording(
        message("Quotes not found in their source"),
        message("Compare the quote with the source letter for letter, and correct it, its address or its source."),
    ),
    "changed-since": _Wording(
        message("Quotes no longer in their source"),
        message("Read the source again: say in the notes what it says now, and add an archived copy of what it said."),
    ),
    "stale": _Wording(
        message("Translations of words that have changed"),
        message("Bring the translation up to date with the quote that it translates."),
    ),
    "machine": _Wording(
        message("Machine translations to review"),
        message("Compare the translation with the original, correct it, and write “reviewed: true”."),
    ),
    "human": _Wording(
        message("Translations that await a second person"),
        message("If you are not the translator, compare it with the original, and write “reviewed: true”."),
    ),
    "not-yet-checked": _Wording(
        message("Quotes not yet checked against their source"),
        message("On your own computer, run “claims snapshot” and then “claims verify”."),
    ),
    "not-verifiable": _Wording(
        message("Quotes that no program could check"),
        message("Read the source yourself. If you can save its text, give it to “claims snapshot --from”."),
    ),
    "not-archived": _Wording(
        message("Sources without an archived copy"),
        message("Save the page in a web archive, and put the address of the copy under the key “archived”."),
    ),
    "not-described": _Wording(
        message("Entries without a description"),
        message("Write one sentence of common knowledge in every language under the key “description”."),
    ),
}


@dataclass(slots=True)
class Row:
    """One task: its record, what is to be looked at there, and where the record is changed, if that is known."""

    record: Link
    told: str
    edit: str | None


@dataclass(slots=True)
class Kind:
    """A kind of work as the menu names it."""

    name: Link
    count: str


@dataclass(slots=True)
class Listed:
    """The tasks of one kind on a page: what to do with them, and how many there are beside those that are listed."""

    anchor: str
    name: str
    what: str
    more: str
    rows: tuple[Row, ...]


@dataclass(slots=True)
class WorkContext:
    """One page of the tasks, cut into kinds; none of them where nothing is to do."""

    title: str
    kinds: tuple[Kind, ...]
    lists: tuple[Listed, ...]
    pager: "Pager[_Entry]"


class _Entry(NamedTuple):
    todo: Todo
    task: Task


def pages(library: Library) -> Iterator[Page]:
    """The list of what is to be done, in pages."""
    found = tasks(library)
    ordered = partial(_ordered, found)
    for address, pagers in paginate_by_language(urls.WORK, library.site.languages, ordered, weight=_WEIGHT):
        yield Page(
            address,
            partial(_dependencies, library, found, pagers),
            partial(_show, found=found, pagers=pagers),
            is_indexed=False,
        )


def _ordered(found: Mapping[Todo, Tasks], language: Language) -> list[_Entry]:
    return [_Entry(todo, task) for todo in TODOS if todo in found for task in found[todo].first_for(language.tag)]


def _dependencies(
    library: Library, found: Mapping[Todo, Tasks], pagers: Mapping[str, Pager[_Entry]]
) -> tuple[object, ...]:
    counts = [(todo, each.count) for todo, each in found.items()]
    return (counts, *[(pager.position, _of_entries(library, pager)) for pager in pagers.values()])


def _of_entries(library: Library, pager: Pager[_Entry]) -> list[tuple[object, ...]]:
    return [(todo, *_of_task(library, task)) for todo, task in pager.entries]


def _of_task(library: Library, task: Task) -> tuple[object, ...]:
    fingerprints, record = library.fingerprints, task.record
    if not isinstance(record, Claim):
        return (fingerprints.entity(record.id),)
    quote = record.quotes.get(task.language)
    publisher = fingerprints.entity(quote.source.publisher) if isinstance(quote, SourceQuote) else ""
    return (fingerprints.claim(record), task.language, publisher)


def _show(library: LocalizedLibrary, found: Mapping[Todo, Tasks], pagers: Mapping[str, Pager[_Entry]]) -> PageContent:
    language, pager = library.language, pagers[library.language.tag]
    title = language.text("Work to do")
    return PageContent(
        numbered_title(language, title, pager.number),
        language.text("Translations to review, quotes to check, sources to archive, entries to describe."),
        "work.html",
        WorkContext(title, tuple(_kinds(language, found)), tuple(_lists(library, found, pager)), pager),
    )


def _kinds(language: Language, found: Mapping[Todo, Tasks]) -> Iterator[Kind]:
    before = 0
    for todo, each in found.items():
        page = urls.numbered(urls.WORK, page_number(before, _WEIGHT))
        yield Kind(Link(language.text(_WORDINGS[todo].name), urls.anchored(page, todo)), language.number(each.count))
        before += len(each.first_for(language.tag))


def _lists(library: LocalizedLibrary, found: Mapping[Todo, Tasks], pager: Pager[_Entry]) -> Iterator[Listed]:
    language = library.language
    for todo, entries in groupby(pager.entries, lambda entry: entry.todo):
        wording, rest = _WORDINGS[todo], found[todo].count - len(found[todo].first_for(language.tag))
        yield Listed(
            todo,
            language.text(wording.name),
            language.text(wording.what),
            language.plural("{count} more is not listed.", "{count} more are not listed.", rest) if rest else "",
            tuple(_row(library, task) for _, task in entries),
        )


def _row(library: LocalizedLibrary, task: Task) -> Row:
    edit = library.site.repository.edit(task.record.file)
    if not isinstance(task.record, Claim):
        return Row(library.entity(task.record.id), "", edit)
    return Row(library.claim(task.record), _told(library, task.record, task), edit)


def _told(library: LocalizedLibrary, claim: Claim, task: Task) -> str:
    language = library.language
    if not task.language:
        return language.plural("{count} source", "{count} sources", task.count)
    quote, name = claim.quotes[task.language], language.name_of(task.language)
    if isinstance(quote, Translation):
        return f"{name} · {translated_how(language, quote)}"
    return f"{name} · {library.entity(quote.source.publisher, short=True).text}"
