"""Problems as people and machines read them: pure functions from problems to text."""

import json
import re
from collections.abc import Callable, Collection, Sequence

from site_builder.fix.advice import advice
from site_builder.language.language import Language
from site_builder.problems import Edit, Hint, Place, Problem, Share
from site_builder.text.characters import visible, width
from site_builder.text.escaping import in_workflow_command, in_workflow_property
from site_builder.text.markdown import fenced

Lines = Callable[[str], Sequence[str]]
"""The lines of a file by its path; none where the file cannot be read."""


def message(problem: Problem, language: Language) -> str:
    """Say what is wrong, in one sentence."""
    return visible(language.text(problem.kind.message, **_values(problem, language)))


def help_text(problem: Problem, language: Language) -> str:
    """Say what to do about it."""
    values = _values(problem, language)
    needed = re.findall(r"{(\w+)", problem.kind.help)
    is_known = all(name in values for name in needed)
    wording = problem.kind.help if is_known or not problem.kind.otherwise else problem.kind.otherwise
    return visible(language.text(wording, **values))


def notice(language: Language) -> str:
    """Say that contributors are told in another language than this one, if they are; else nothing."""
    spoken = language.for_contributors
    if spoken == language:
        return ""
    return spoken.text("Messages for contributors are not translated to {tag} yet.", tag=language.tag)


def as_text(problems: Sequence[Problem], lines: Lines, language: Language) -> str:
    """Problems for a terminal: place and message, the source line with a caret, and the help."""
    shown = [_one(problem, lines, language) for problem in problems]
    return "\n\n".join([*shown, summary(problems, language)])


def as_github(
    problems: Sequence[Problem],
    lines: Lines,
    languages: Sequence[Language],
    changed: Collection[str] = (),
    elsewhere: int = 0,
    limit: int = 10,
) -> str:
    """Problems as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.

    Each is said in all languages, in their order. GitHub drops all but the first ten of a kind without a word, so those
    in changed files come first and the rest are counted; see docs.github.com, "Workflow commands for GitHub Actions".
    `elsewhere` counts the warnings that are left out, since the pull request has nothing to do with them.
    """
    first = sorted(problems, key=lambda problem: problem.place.path not in changed)
    shown: list[str] = []
    for level, of_level in (
        ("error", [problem for problem in first if problem.is_error]),
        ("warning", [problem for problem in first if not problem.is_error]),
    ):
        shown += [_annotation(level, problem, lines, languages) for problem in of_level[:limit]]
        if len(of_level) > limit:
            more = len(of_level) - limit
            rest = [
                each.text("{count} more; all are listed in the summary of this run", count=more) for each in languages
            ]
            shown.append(command("notice", rest, title=level))
    counted = [each for language in languages for each in _counted(problems, elsewhere, language)]
    return "\n".join([*shown, *counted])


def _counted(problems: Sequence[Problem], elsewhere: int, language: Language) -> list[str]:
    """Count the problems, and the warnings that are left out."""
    if not elsewhere:
        return [summary(problems, language)]
    first = summary(problems, language) if problems else language.text("nothing new")
    return [first, in_other_places(elsewhere, language)]


def in_other_places(count: int, language: Language) -> str:
    """Count the warnings with which a change has nothing to do."""
    return language.plural(
        "{count} warning elsewhere was there before.", "{count} warnings elsewhere were there before.", count
    )


def command(level: str, said: Sequence[str], **properties: str) -> str:
    """A workflow command that shows some lines; nothing in them can end it, or begin another one."""
    listed = ",".join(f"{name}={in_workflow_property(value)}" for name, value in properties.items())
    data = in_workflow_command("\n".join(said))
    return f"::{level} {listed}".rstrip() + f"::{data}"


def as_markdown(problems: Sequence[Problem], lines: Lines, languages: Sequence[Language]) -> str:
    """All problems for the summary of a workflow run; what records say stands in code blocks that it cannot leave.

    In each language that there is room for: GitHub shows nothing of a summary that is larger than it may be.
    """
    blocks = list[str]()
    for language in languages:
        block = f"{fenced(as_text(problems, lines, language))}\n"
        if blocks and sum(len(each.encode()) for each in [*blocks, block]) > _SUMMARY:
            break
        blocks.append(block)
    return "\n".join(blocks)


def as_json(problems: Sequence[Problem], lines: Lines, language: Language) -> str:
    """Problems for programs. `version` changes when a field does; lines and columns count from 1, in characters."""
    found = [
        {
            "code": problem.kind.code,
            "level": "error" if problem.is_error else "warning",
            **_place(problem.place),
            "message": message(problem, language),
            "help": help_text(problem, language),
            "suggestions": [_suggestion(edit) for edit in advice(problem, lines(problem.place.path))],
            "related": _place(problem.related) if problem.related else None,
        }
        for problem in problems
    ]
    errors = sum(problem.is_error for problem in problems)
    counts = {"errors": errors, "warnings": len(problems) - errors}
    report = {"version": 1, "language": language.tag, "problems": found, **counts}
    return json.dumps(report, ensure_ascii=False, indent=1)


def _place(place: Place) -> dict[str, str | int]:
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_column": place.column + place.length,
    }


def _suggestion(edit: Edit) -> dict[str, int | str]:
    """Whole lines in place of those from `line` up to, but not including, `end_line`."""
    text = "".join(f"{line}\n" for line in edit.lines)
    return {"line": edit.first, "end_line": edit.first + edit.count, "text": text}


def _annotation(level: str, problem: Problem, lines: Lines, languages: Sequence[Language]) -> str:
    place = problem.place
    said = list[str]()
    for language in languages:  # the lines to copy are the same in each, and stand behind the first
        told = [message(problem, language), *_advice(problem, lines, language)]
        said += told if not said else ["", *told[:2]]
    return command(
        level,
        said,
        file=place.path,
        line=str(place.line),
        col=str(place.column),
        endColumn=str(place.column + place.length),
        title=problem.kind.code,
    )


def summary(problems: Sequence[Problem], language: Language) -> str:
    """Count the errors, the warnings and their files."""
    errors = sum(problem.is_error for problem in problems)
    warnings = len(problems) - errors
    files = len({problem.place.path for problem in problems})
    if not problems:
        return language.text("no problems")
    counts = [
        language.plural("{count} error", "{count} errors", errors) if errors else "",
        language.plural("{count} warning", "{count} warnings", warnings) if warnings else "",
    ]
    where = language.plural("in {count} file", "in {count} files", files)
    return language.text("{counts} {where}", counts=", ".join(filter(None, counts)), where=where)


def in_place(problem: Problem, lines: Lines, language: Language) -> str:
    """A problem as `as_text` has it, without the lines that would be right."""
    return "\n".join(_said(problem, lines, language, [_help(problem, language)]))


def _one(problem: Problem, lines: Lines, language: Language) -> str:
    return "\n".join(_said(problem, lines, language, _advice(problem, lines, language)))


def _said(problem: Problem, lines: Lines, language: Language, advised: Sequence[str]) -> list[str]:
    level = language.text("error") if problem.is_error else language.text("warning")
    parts = [f"{visible(str(problem.place))}: {level}[{problem.kind.code}]: {message(problem, language)}"]
    related = problem.related
    if related and related.path == problem.place.path:
        parts += _snippet(related, lines(related.path), "-", language.text(problem.kind.related))
    elif related:
        parts.append(f"     = {visible(str(related))}")
    help_line, *right = advised
    return [*parts, *_snippet(problem.place, lines(problem.place.path), "^", ""), f"     = {help_line}", *right]


def _help(problem: Problem, language: Language) -> str:
    return f"{language.text('help')}: {help_text(problem, language)}"


def _advice(problem: Problem, lines: Lines, language: Language) -> list[str]:
    """The help, and below it the lines that would be right, to be copied; of several ways each by itself."""
    shown = [_help(problem, language)]
    for number, edit in enumerate(advice(problem, lines(problem.place.path))):
        shown += [f"     = {language.text('or')}"] if number else []
        gone = lines(problem.place.path)[edit.first - 1 :][: edit.count]
        if not edit.count == len(edit.lines) == 1:  # one line takes the place of one: it is shown already
            shown += [f"{edit.first + place:>4} - {visible(line)}" for place, line in enumerate(gone)]
        shown += [f"{edit.first + place:>4} + {visible(line)}" for place, line in enumerate(edit.lines)]
    return shown


def _snippet(place: Place, lines: Sequence[str], mark: str, label: str) -> list[str]:
    if place.line > len(lines) or not lines[place.line - 1].strip():
        return []
    line = lines[place.line - 1]
    start, before = _shortened(line[: place.column - 1])
    behind = line[place.column - 1 : place.column - 1 + _WIDTH]
    shown, under = (start + before + behind)[:_WIDTH], behind[: place.length]
    marks = " " * width(visible(start + before)) + mark * max(1, min(width(visible(under)), _WIDTH))
    return [f"{place.line:>4} | {visible(shown)}", f"     | {marks} {label}".rstrip()]


_WIDTH = 120
_SUMMARY = 1_000_000
"""Bytes of a summary that are safely shown (a MiB, of which a step has its share)."""


def _shortened(before: str) -> tuple[str, str]:
    """The text before a caret, cut where the line is too long for a terminal, with the mark of the cut."""
    return ("…", before[-_WIDTH // 2 :]) if len(before) > _WIDTH // 2 + 20 else ("", before)


_MESSAGES = frozenset(["reason", "expected", "example", "meaning", "what", "advice"])
"""Values of problems that are message ids themselves."""


def _values(problem: Problem, language: Language) -> dict[str, str]:
    """The values of a problem as text; messages (a reason, a type) in the language, languages by their names."""
    values = {name: _word(value, language) for name, value in problem.values.items() if value is not None}
    values |= {name: language.text(value) for name, value in values.items() if name in _MESSAGES}
    if "language" in values:  # then `other` is a language as well
        values |= {name: _named(values[name], language) for name in ("language", "other") if name in values}
    return values


def _word(value: object, language: Language) -> str:
    """A value as text: some are lists of what is said of several names, or of shares of a whole."""
    if not isinstance(value, tuple):
        return str(value)
    hints = [f"{each.names}: {language.text(each.says)}" for each in value if isinstance(each, Hint)]
    shares = [
        f"{language.text(each.name)} {language.percent(each.of_whole)}" for each in value if isinstance(each, Share)
    ]
    return " · ".join(hints) or ", ".join(shares)


def _named(tag: str, language: Language) -> str:
    name = language.name_of(tag)
    return tag if name == tag else language.text("{name} ({tag})", name=name, tag=tag)
