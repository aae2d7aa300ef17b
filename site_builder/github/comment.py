"""A report as the comment on its pull request, in Markdown: in every language of the site, the author's own first.

All that comes from the report stands in code, which it cannot leave: GitHub looks there for no mention, no number of an
issue, no picture, no HTML and no address.
"""

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from site_builder.check.reports import in_other_places
from site_builder.github.report import Fix, Page, Report, Told
from site_builder.github.room import LONGEST, length
from site_builder.language.language import Language
from site_builder.text.characters import visible, width
from site_builder.text.markdown import fenced

MARKER = "<!-- claims: report on this pull request -->"
"""The first line of the comment, by which it is found again."""
_WIDE, _SHORT = 100, 10
_PLAIN_PATH = re.compile(r"\w[\w.-]*(?:/\w[\w.-]*)*", re.ASCII)
"""The path of a file as archives have them: nothing in it means anything to Markdown, or leads out of its folder."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What GitHub itself tells of a run: of which commit it was, whether it went well, where one comes from here.

    `runs_own` says that the pull request may change the programs that wrote the report. `edit` leads to a line of a
    file of the pull request, `preview` is empty where there is none.
    """

    commit: str
    went_well: bool
    runs_own: bool
    edit: Callable[[str, int], str]
    run: str
    preview: str


def markdown(report: Report, languages: Sequence[Language], facts: Facts) -> str:
    """Write the comment; what has no room is counted. Languages without words for contributors share a section."""
    sections = dict[Language, list[str]]()
    for language in languages:
        sections.setdefault(language.for_contributors, []).append(language.tag)
    room = (LONGEST - len(MARKER)) // len(sections) - 200  # for what stands around a section
    written = [_section(report, language, tags, facts, room) for language, tags in sections.items()]
    first, *others = zip(sections, written, strict=True)
    folded = [f"<details><summary>{language.name}</summary>\n\n{text}\n\n</details>" for language, text in others]
    return "\n\n".join([MARKER, first[1], *folded])


def _section(report: Report, language: Language, tags: Sequence[str], facts: Facts, room: int) -> str:
    head = [_counts(report, language), *_doubts(report, language, facts), *_mixed(report, language)]
    end = [*_end(report, language, facts)]
    used = sum(length(part) + 2 for part in [*head, *end])
    parts = list[str]()
    unlisted = report.errors + report.warnings - len(report.problems)
    problems = [_problem(told, language, facts) for told in report.problems]
    pages = _site(report, language, tags)
    for is_problem, part in [*((True, each) for each in problems), *((False, each) for each in pages)]:
        if used + length(part) + 2 <= room:
            used += length(part) + 2
            parts.append(part)
        else:
            unlisted += is_problem
    more = [language.plural("{count} more problem", "{count} more problems", unlisted)] if unlisted > 0 else []
    return "\n\n".join([*head, *parts, *more, *end])


def _counts(report: Report, language: Language) -> str:
    counts = [
        language.plural("{count} error", "{count} errors", report.errors) if report.errors else "",
        language.plural("{count} warning", "{count} warnings", report.warnings) if report.warnings else "",
    ]
    found = ", ".join(filter(None, counts))
    if found:
        said = language.text("The check found: {counts}.", counts=found)
    elif report.elsewhere:
        said = language.text("The check found nothing new.")
    else:
        said = language.text("The check found no problems.")
    others = [in_other_places(report.elsewhere, language)] if report.elsewhere else []
    return " ".join([f"**{said}**", *others])


def _doubts(report: Report, language: Language, facts: Facts) -> Iterator[str]:
    """Say what a report does not say of itself: that the run failed otherwise, and that it may be anybody's."""
    if not facts.went_well and not report.errors and report.kind != "mixed":
        yield language.text("But the run as a whole failed: see which of its jobs did.")
    if facts.runs_own:
        yield language.text(
            "This pull request changes programs. What is said here, and the page with the changed pages, was made by "
            "these, not by those that are published."
        )


def _mixed(report: Report, language: Language) -> Iterator[str]:
    if report.kind == "mixed":
        yield language.text(
            "This pull request changes records or pages together with the programs that check and build them. Please "
            "make two of it: first one with the programs, and when that is accepted, one with these files:"
        )
        yield fenced("\n".join(map(visible, report.data)))


def _problem(told: Told, language: Language, facts: Facts) -> str:
    said = told.said.get(language.tag) or next(iter(told.said.values()), told.code)
    parts = [f"#### {told.code}, {_place(told, language, facts)}", fenced(_lines(said))]
    for fix in told.fixes:
        parts += [_invitation(fix, language), fenced(_lines(fix.text, wrapped=False), "yaml")]
    return "\n\n".join(parts)


def _place(told: Told, language: Language, facts: Facts) -> str:
    """Where a problem is, leading there; a file with a name that no archive gives is named by its problem alone."""
    line = language.text("line {number}", number=told.line)
    if not _PLAIN_PATH.fullmatch(told.path):
        return line
    return f"[`{told.path}`]({facts.edit(told.path, told.line)}), {line}"


def _invitation(fix: Fix, language: Language) -> str:
    last = fix.end_line - 1
    if last < fix.line:
        return language.text("Ready to be put in front of line {number}:", number=fix.line)
    if last == fix.line:
        return language.text("Ready to take the place of line {number}:", number=fix.line)
    return language.text("Ready to take the place of lines {first} to {last}:", first=fix.line, last=last)


def _site(report: Report, language: Language, tags: Sequence[str]) -> Iterator[str]:
    site = report.site
    if site is None:
        return
    yield f"**{language.text('What the site would change')}**"
    counted = [
        language.plural("{count} new page", "{count} new pages", site.new) if site.new else "",
        language.plural("{count} page changes", "{count} pages change", site.changed) if site.changed else "",
        language.plural("{count} page goes", "{count} pages go", site.gone) if site.gone else "",
    ]
    yield ", ".join(filter(None, counted)) or language.text("No page changes.")
    if site.gone_permalinks:
        yield language.text("Permanent links that would lead nowhere:")
        yield fenced("\n".join(map(visible, site.gone_permalinks)))
    for page in site.pages:
        if page.shown:
            yield fenced("\n".join(_page(page, tags, language)), "diff")
    if followers := [page for page in site.pages if not page.shown]:
        yield language.text("Other pages that change")
        yield fenced("\n".join(_titled(page, tags) for page in followers))


def _titled(page: Page, tags: Sequence[str]) -> str:
    titles = [page.title[tag] for tag in tags if page.title.get(tag)]
    return visible("  ".join([page.address or "/", *dict.fromkeys(titles)]))


def _page(page: Page, tags: Sequence[str], language: Language) -> Iterator[str]:
    """The title of a page, with the lines that go and come; in a block of differences, which shows these in colour."""
    address = visible(page.address) or "/"
    match page.change:
        case "new":
            yield f"  {language.text('New page: {address}', address=address)}"
        case "changed":
            yield f"  {language.text('Changed: {address}', address=address)}"
        case "gone":
            yield f"  {language.text('Gone: {address}', address=address)}"
    for tag in tags:
        if page.change != "new" and (title := page.title.get(tag)):  # that of a new one is among its words
            yield f"  {visible(title)}"
        yield from map(visible, page.differences.get(tag, ()))


def _end(report: Report, language: Language, facts: Facts) -> Iterator[str]:
    if facts.preview:
        yield f"[{language.text('The pages before and after, side by side')}]({facts.preview})"
    yield f"[{language.text('The whole run')}]({facts.run}) · `{facts.commit[:_SHORT]}`"


def _lines(text: str, wrapped: bool = True) -> str:
    """A text whose characters all show, in lines that need no scrolling unless they are a file's."""
    lines = [visible(line) for line in text.split("\n")]
    return "\n".join(part for line in lines for part in (_wrapped(line) if wrapped else [line]))


def _wrapped(line: str) -> Iterable[str]:
    if width(line) <= _WIDE or re.match(r" *\d* \|", line):  # a line of a file, with marks beneath
        return [line]
    narrow = _WIDE * len(line) // width(line)
    return textwrap.wrap(line, narrow, subsequent_indent="       ", break_on_hyphens=False) or [line]
