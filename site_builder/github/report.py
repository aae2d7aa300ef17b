"""The report of a pull request: what a run that trusts nothing of it hands to one that may write a comment.

Whoever proposes a change to the workflow can write anything in its place. So it is read strictly: a form with limits,
in which every text is a stranger's.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter
from pydantic.dataclasses import dataclass

from site_builder.check import reports
from site_builder.check.reports import Lines
from site_builder.fix.advice import advice
from site_builder.github import handover
from site_builder.github.comparison import ChangedPage
from site_builder.github.scope import Kind, Scope
from site_builder.language.language import Language
from site_builder.model.records import LANGUAGE_TAG
from site_builder.problems import Problem
from site_builder.text.characters import visible

FILE = "report.json"
LARGEST = 400_000
"""Bytes of a report."""
_PROBLEMS, _FIXES, _SHOWN, _PAGES, _DIFFERENCES, _FILES = 30, 3, 8, 40, 12, 10
_TEXT, _LINE, _NAME = 4_000, 300, 300

_Count = Annotated[int, Field(ge=0, le=10_000_000)]
_Text = Annotated[str, Field(max_length=_TEXT)]
_Line = Annotated[str, Field(max_length=_LINE)]
_Name = Annotated[str, Field(max_length=_NAME)]
_Tag = Annotated[str, Field(pattern=f"^{LANGUAGE_TAG}$", max_length=35)]


@dataclass(config=handover.FORM, frozen=True, kw_only=True, slots=True)
class Fix:
    """Lines that are right in place of those from `line` up to, but not including, `end_line`."""

    line: _Count
    end_line: _Count
    text: _Text


@dataclass(config=handover.FORM, frozen=True, kw_only=True, slots=True)
class Told:
    """A problem with its place, and in each language what is said of it."""

    code: Annotated[str, Field(pattern=r"^[EW][0-9]{3}$")]
    path: _Name
    line: _Count
    said: dict[_Tag, _Text]
    fixes: Annotated[list[Fix], Field(max_length=_FIXES)]


@dataclass(config=handover.FORM, frozen=True, kw_only=True, slots=True)
class Page:
    """A page that differs: its title in each language, and the lines that went (`- …`) and came (`+ …`).

    Of those that only follow from others, no lines are told, and it is not `shown`.
    """

    address: _Name
    shown: bool
    change: Literal["new", "changed", "gone"]
    title: dict[_Tag, _Line]
    differences: dict[_Tag, Annotated[list[_Line], Field(max_length=_DIFFERENCES)]]


@dataclass(config=handover.FORM, frozen=True, kw_only=True, slots=True)
class Site:
    """What the site would change: how many pages in each language, and the first of them."""

    new: _Count
    changed: _Count
    gone: _Count
    gone_permalinks: Annotated[list[_Name], Field(max_length=_FILES)]
    pages: Annotated[list[Page], Field(max_length=_PAGES)]


@dataclass(config=handover.FORM, frozen=True, kw_only=True, slots=True)
class Report:
    """All of it; `site` is null where none was built. A program refuses a version that it does not know.

    `elsewhere` counts the warnings with which the pull request has nothing to do.
    """

    version: Literal[1] = 1
    kind: Literal["data", "engine", "mixed"]
    data: Annotated[list[_Name], Field(max_length=_FILES)]
    engine: Annotated[list[_Name], Field(max_length=_FILES)]
    errors: _Count
    warnings: _Count
    elsewhere: _Count
    problems: Annotated[list[Told], Field(max_length=_PROBLEMS)]
    site: Site | None = None


_REPORTS: TypeAdapter[Report] = TypeAdapter(Report)


def read(file: Path) -> Report:
    """Read a report that anybody may have written; `handover.Unreadable` if it is not one."""
    return handover.read(file, _REPORTS, LARGEST)


def write(report: Report) -> bytes:
    """Write a report, with as much of it as it may have: the last pages go first, then the last problems."""
    while len(written := _REPORTS.dump_json(report)) > LARGEST:
        crowded = report.site.pages if report.site and report.site.pages else report.problems
        del crowded[len(crowded) // 2 :]
    return written


def of_problems(
    problems: Sequence[Problem], elsewhere: int, lines: Lines, languages: Sequence[Language], scope: Scope
) -> Report:
    """Report the problems that a change brings, errors first, count the warnings elsewhere, and say what changes."""
    listed = sorted(problems, key=lambda problem: not problem.is_error)[:_PROBLEMS]
    errors = sum(problem.is_error for problem in problems)
    return Report(
        kind=scope.kind.value,
        data=_names(scope.data) if scope.kind is Kind.MIXED else [],
        engine=_names(scope.engine) if scope.kind is Kind.MIXED else [],
        errors=errors,
        warnings=len(problems) - errors,
        elsewhere=elsewhere,
        problems=[_told(problem, lines, languages) for problem in listed],
    )


def of_pages(shown: Sequence[ChangedPage], others: Sequence[ChangedPage], gone: Sequence[str]) -> Site:
    """Report the pages that differ: those that are shown with their differences, the others by their titles."""
    pages = [*shown, *others]
    new, old = sum(page.is_new for page in pages), sum(page.is_gone for page in pages)
    looked_at = min(len(shown), _SHOWN)
    return Site(
        new=new,
        changed=len(pages) - new - old,
        gone=old,
        gone_permalinks=_names(gone),
        pages=[_page(page, number < looked_at) for number, page in enumerate(pages[:_PAGES])],
    )


def _told(problem: Problem, lines: Lines, languages: Sequence[Language]) -> Told:
    of_file = lines(problem.place.path)
    fixes = [
        Fix(line=edit.first, end_line=edit.first + edit.count, text="\n".join(edit.lines))
        for edit in advice(problem, of_file)
        if len("\n".join(edit.lines)) <= _TEXT
    ]
    return Told(
        code=problem.kind.code,
        path=visible(problem.place.path)[:_NAME],
        line=problem.place.line,
        said={each.tag: reports.in_place(problem, lines, each)[:_TEXT] for each in languages},
        fixes=fixes[:_FIXES],
    )


def _page(page: ChangedPage, is_shown: bool) -> Page:
    has_words = is_shown and not page.is_gone
    return Page(
        address=page.address[:_NAME],
        shown=is_shown,
        change="new" if page.is_new else "gone" if page.is_gone else "changed",
        title={tag: version.title[:_LINE] for tag, version in page.versions.items()},
        differences={
            tag: [line[:_LINE] for line in version.differences(_DIFFERENCES)]
            for tag, version in page.versions.items()
            if has_words
        },
    )


def _names(files: Sequence[str]) -> list[str]:
    return [file[:_NAME] for file in files[:_FILES]]
