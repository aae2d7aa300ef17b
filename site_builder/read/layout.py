"""Lines in the wrong column, and items of lists without a dash: found by trying where they fit.

YAML complains where it lost its way, which is seldom where the mistake is. What a line was meant to belong to shows
when it is moved: if the record is right with the line elsewhere, that is its place.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from site_builder.problems import Edit, Place, Problem, message
from site_builder.problems.shape import EmptyText, MissingKey, UnknownKey, WrongForm, WrongType
from site_builder.problems.syntax import (
    BadStart,
    ColonInValue,
    DuplicateKey,
    Indent,
    Misplaced,
    NoColon,
    NoDash,
    OpenBracket,
    Syntax,
    Tab,
)
from site_builder.read import records, schema_lookup, yaml_errors, yaml_tree

LARGEST = 16_000
"""Characters of a text that a person wrote; in a longer one no line is moved, and no advice is worked out."""
_TRIES = 120
"""Ways to move lines that are tried for one problem."""
_AROUND = 3
"""Lines above a complaint among which its cause is looked for."""
_SIBLINGS = 6
"""Lines of one level that are moved together at most."""
_FATAL = frozenset([Syntax, Indent, BadStart, ColonInValue, OpenBracket])
_OF_SHAPE = frozenset([UnknownKey, WrongType, WrongForm, MissingKey, EmptyText, DuplicateKey])
"""What a line in the wrong column leads to."""
_SUSPECT = frozenset([UnknownKey, WrongType, WrongForm])
_GAP = re.compile(r"\s*")
_STRANGE = {"\t": yaml_errors.A_TAB, "\u3000": message("a full-width space"), "\u00a0": message("a no-break space")}
"""What people indent with in place of spaces."""
_DASH = re.compile(r"(?:[-–—•·]\s*)?(?=\S)")
_BARE_KEY = re.compile(r"(?P<before> *(?:- +)*)(?P<key>[\w-]+)(?: +(?P<value>\S.*)|\s*)")
_KEY = re.compile(r"(?:- +)*([\w-]+):(?: |$)")


class _Outcome(NamedTuple):
    """The reading of a text: how far it can be read, and what is wrong with its shape."""

    broken_at: int
    problems: tuple[Problem, ...]

    @property
    def is_whole(self) -> bool:
        return not self.broken_at

    @property
    def rank(self) -> tuple[bool, int]:
        """The greater, the better it can be read."""
        return self.is_whole, -len(self.problems) if self.is_whole else self.broken_at


def explained(text: str, file: str, found: Sequence[Problem]) -> list[Problem]:
    """The problems of a record's text; those that come from the place of a line say so, with the right line."""
    lines = text.split("\n")
    strange = _strange_indents(lines) if found else []
    if len(text) > LARGEST or not (strange or any(map(_may_come_of_a_place, found))):
        return [*found]
    now = _read(text, file)
    if strange and (spaced := _with_spaces(lines, strange, file, now)):
        left = _read("\n".join(spaced), file)
        told = [_strange_indent(lines, spaced, number, file) for number in strange]
        return [*_still(found, left, now), *told, *([] if left.is_whole else left.problems[-1:])]
    return _moved(lines, file, found, now)


def _read(text: str, file: str) -> _Outcome:
    root, problems = yaml_tree.parse(text, file)
    if root is None:
        return _Outcome(max((each.place.line for each in problems[-1:]), default=1), tuple(problems))
    return _Outcome(0, (*problems, *records.record(root, file)[1]))


def _still(found: Sequence[Problem], outcome: _Outcome, now: _Outcome) -> list[Problem]:
    """The problems that a text still has after it was changed; that which broke it off is gone."""
    left = [(each.kind, each.values) for each in outcome.problems]
    return [each for each in (found if now.is_whole else found[:-1]) if (each.kind, each.values) in left]


def _moved(lines: Sequence[str], file: str, found: Sequence[Problem], now: _Outcome) -> list[Problem]:
    for problem in _suspects(found, now):
        best: tuple[Problem, _Outcome] | None = None
        for told, edit in islice(_trials(lines, problem.place.line, file, now.is_whole), _TRIES):
            outcome = _read("\n".join(edit.applied(lines)), file)
            if _is_better(outcome, now, edit, problem) and (best is None or outcome.rank > best[1].rank):
                best = replace(problem if problem.kind is Indent else told, edit=edit), outcome
                if outcome.is_whole and not outcome.problems:
                    break
        if best:
            return [*_still(found, best[1], now), best[0]]
    return [*found]


def _suspects(found: Sequence[Problem], now: _Outcome) -> list[Problem]:
    """The problems that may come from the place of a line."""
    if not now.is_whole:
        return [problem for problem in found[-1:] if problem.kind in _FATAL]
    return [problem for problem in found if problem.kind in _SUSPECT and _may_come_of_a_place(problem)][:3]


def _may_come_of_a_place(problem: Problem) -> bool:
    """Tell whether a problem may come from the place of a line; a word that is a key nowhere is misspelt instead."""
    key = str(problem.values.get("key", ""))
    is_misspelt = re.fullmatch("[a-z_]+", key) is not None and not schema_lookup.is_key(key)
    return problem.kind in _FATAL | _SUSPECT and not is_misspelt


def _is_better(outcome: _Outcome, now: _Outcome, edit: Edit, problem: Problem) -> bool:
    changed = range(edit.first, edit.first + len(edit.lines))
    if any(each.place.line in changed and each.kind in _OF_SHAPE for each in outcome.problems):
        return False
    if now.is_whole or outcome.is_whole:
        return bool(outcome.rank > now.rank)
    return outcome.broken_at >= max(now.broken_at + 1, problem.place.line + 1, changed.stop)


_Trial = tuple[Problem, Edit]


def _trials(lines: Sequence[str], number: int, file: str, is_whole: bool) -> Iterator[_Trial]:
    """Ways to move lines around a complaint, the nearest and smallest first, each with the problem that it would solve.

    What YAML can read is complained of where it stands; else the cause may be above.
    """
    above = [each for each in range(number - 1, 0, -1) if lines[each - 1].strip()][: 0 if is_whole else _AROUND]
    below = [each for each in range(number + 1, len(lines) + 1) if lines[each - 1].strip()][:1]
    level = _level(lines, number)
    starts = [each for each in (number, *above, *below, *level) if each <= len(lines) and lines[each - 1].strip()]
    starts = list(dict.fromkeys(starts))
    yield from (trial for start in starts if (trial := _without_colon(lines, start, file)))
    for size in range(1, _SIBLINGS + 1):
        for start in starts:
            columns, dashes = _columns(lines, start)
            for end in _ends(lines, start, size):
                for indent in columns:
                    if indent != _indent(lines[start - 1]):
                        yield _misplaced(lines, start, end, indent, file)
                if size > 1 or not lines[start - 1].lstrip().startswith("- "):
                    for indent in dashes:
                        yield _without_dash(lines, start, end, indent, file)


def _level(lines: Sequence[str], number: int) -> list[int]:
    """The line of the key that a line seems to belong to, and the one below it."""
    indent = _indent(lines[number - 1]) if number <= len(lines) else 0
    first = number
    for each in range(number - 1, 0, -1):
        if lines[each - 1].strip():
            if _indent(lines[each - 1]) < indent:
                return [each, first]
            first = each
    return [first]


def _ends(lines: Sequence[str], start: int, size: int) -> list[int]:
    """The lines below some lines of one level: those lines alone, and with all that stands deeper below them."""
    alone = lines[start - 1 : start - 1 + size]
    is_run = len(alone) == size and all(line.strip() and _indent(line) == _indent(lines[start - 1]) for line in alone)
    end = _end(lines, start, size)
    return sorted({*([start + size] if is_run else []), *([end] if end else [])})


def _end(lines: Sequence[str], start: int, size: int) -> int | None:
    """The line below some lines of one level and all that belongs to them; None if there are not so many."""
    indent, level = _indent(lines[start - 1]), 0
    for number in range(start, len(lines) + 1):
        line = lines[number - 1]
        if not line.strip():
            continue
        if _indent(line) < indent:
            return _without_gap(lines, number) if level == size else None
        level += _indent(line) == indent
        if level > size:
            return _without_gap(lines, number)
    return _without_gap(lines, len(lines) + 1) if level == size else None


def _without_gap(lines: Sequence[str], end: int) -> int:
    """The line below some lines, without the blank ones at their end."""
    while not lines[end - 2].strip():
        end -= 1
    return end


def _columns(lines: Sequence[str], start: int) -> tuple[list[int], list[int]]:
    """The columns at which a line may begin, by the lines above it: those of open levels, and one level deeper.

    Then those at which the hyphen of an item may stand: below another one, or below its list's key.
    """
    columns: list[int] = []
    dashes: list[int] = []
    lowest = 1_000
    for number in range(start - 1, 0, -1):
        line = lines[number - 1]
        if not line.strip() or _indent(line) >= lowest:
            continue
        lowest = _indent(line)
        inside = lowest + len(line.lstrip()) - len(line.lstrip().removeprefix("- ").lstrip())
        deeper = [inside + 2] if not columns else []
        columns += [each for each in (*deeper, inside, lowest) if each not in columns]
        dashes += [lowest] if inside > lowest else deeper if line.rstrip().endswith(":") else []
        if not lowest:
            break
    return columns or [0], dashes


def _without_colon(lines: Sequence[str], start: int, file: str) -> _Trial | None:
    """A key that no colon ends, with one."""
    line = lines[start - 1]
    match = _BARE_KEY.fullmatch(line)
    if not match or not schema_lookup.is_key(match["key"]):
        return None
    place = Place(file, start, match.start("key") + 1, len(match["key"]))
    mended = f"{match['before']}{match['key']}: {match['value'] or ''}".rstrip()
    return Problem(NoColon, place, {"key": match["key"]}), Edit(start, 1, (mended,))


def _misplaced(lines: Sequence[str], start: int, end: int, indent: int, file: str) -> _Trial:
    shift = indent - _indent(lines[start - 1])
    moved = tuple(_shifted(line, shift) for line in lines[start - 1 : end - 1])
    place = Place(file, start, 1, max(1, _indent(lines[start - 1])))
    parent = _parent(lines, start, indent)
    values = {"word": _word(lines[start - 1]), "column": indent + 1} | ({"parent": parent} if parent else {})
    return Problem(Misplaced, place, values), Edit(start, end - start, moved)


def _without_dash(lines: Sequence[str], start: int, end: int, indent: int, file: str) -> _Trial:
    first, *rest = lines[start - 1 : end - 1]
    words = first[_indent(first) :]
    dash = _DASH.match(words)
    bare = words[dash.end() :] if dash else words
    shift = indent + 2 - (_indent(rest[0]) if rest else 0)
    moved = (f"{' ' * indent}- {bare}", *(_shifted(line, shift) for line in rest))
    place = Place(file, start, _indent(first) + 1, max(1, len(words) - len(bare)))
    return Problem(NoDash, place, {"word": _word(bare)}), Edit(start, end - start, moved)


def _shifted(line: str, shift: int) -> str:
    return line if not line.strip() else " " * max(0, _indent(line) + shift) + line.lstrip(" ")


def _parent(lines: Sequence[str], start: int, indent: int) -> str:
    """The key that a line belongs to if it begins at a column; empty for the record itself."""
    for number in range(start - 1, 0, -1):
        line = lines[number - 1]
        key = _KEY.match(line.lstrip(" "))
        if line.strip() and _indent(line) < indent and key:
            return key[1]
    return ""


def _word(line: str) -> str:
    """The key of a line, or the word that it begins with."""
    key = _KEY.match(line.strip())
    return key[1] if key else line.split()[0]


def _strange_indents(lines: Sequence[str]) -> list[int]:
    """The lines that begin with something that looks like spaces."""
    return [number for number, line in enumerate(lines, 1) if line.strip() and _is_strange(line)]


def _is_strange(line: str) -> bool:
    """Tell an indentation of tabs and the like; behind spaces it may be part of a text, unless a key follows."""
    key = _KEY.match(line.strip())
    return bool(_gap(line).strip(" ")) and (line[0] != " " or (key is not None and schema_lookup.is_key(key[1])))


def _with_spaces(lines: Sequence[str], strange: Sequence[int], file: str, now: _Outcome) -> list[str] | None:
    """The lines with spaces in place of what looks like them, each in the column where it fits best.

    None where that is not the trouble.
    """
    spaced = [_spaced(line, 2) if number in strange else line for number, line in enumerate(lines, 1)]
    first = _read("\n".join(spaced), file)
    best = first.rank, spaced
    for number in strange[:_SIBLINGS] if first.problems else ():
        for indent in _columns(best[1], number)[0]:
            tried = [*best[1]]
            tried[number - 1] = " " * indent + tried[number - 1].lstrip(" ")
            best = max(best, (_read("\n".join(tried), file).rank, tried), key=lambda each: each[0])
    (is_whole, reach), spaced = best
    return spaced if best[0] > now.rank and (is_whole or reach > strange[0]) else None


def _spaced(line: str, size: int) -> str:
    gap = _gap(line)
    return gap.replace("\t", " " * size).replace("\u3000", "  ").replace("\u00a0", " ") + line[len(gap) :]


def _strange_indent(lines: Sequence[str], spaced: Sequence[str], number: int, file: str) -> Problem:
    line = lines[number - 1]
    column = next(place for place, character in enumerate(line, 1) if character != " ")
    what = _STRANGE.get(line[column - 1], _STRANGE["\t"])
    return Problem(Tab, Place(file, number, column), {"what": what}, edit=Edit(number, 1, (spaced[number - 1],)))


def _gap(line: str) -> str:
    gap = _GAP.match(line)
    return gap[0] if gap else ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
