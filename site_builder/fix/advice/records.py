"""Entries of a record that do not fit to each other or to other records."""

from collections.abc import Iterator

from site_builder.fix.advice.source import Source
from site_builder.fix.yaml_writer import line as written
from site_builder.problems import Edit, Problem
from site_builder.read import yaml_tree
from site_builder.read.yaml_tree import Mapping, Scalar


def other_link(problem: Problem, found: Source) -> Iterator[Edit]:
    """A link of another kind to a claim of somebody else, if the list has no other claim."""
    entry = found.at(problem.place)
    key = found.key(entry[0][:-1]) if entry else None
    node = found.node(entry[0][:-1]) if entry else None
    if key and isinstance(node, yaml_tree.Sequence) and len(node.items) == 1:
        for name in ("disputes", "repeats"):
            yield found.between(key.place, key.place.column, key.place.column + len(key.text), name)


def later_last(problem: Problem, found: Source) -> Iterator[Edit]:
    """Two corrections that change places."""
    entry = found.at(problem.place)
    number = entry[0][1] if entry and len(entry[0]) > 1 else 0
    one, other = (found.node(("corrections", int(each))) for each in (int(number) - 1, int(number)))
    if one is None or other is None or number == 0:
        return
    first, second = one.place.line, other.place.line
    column = found.line(first).find("-") + 1
    if column and second > first and found.line(second).find("-") + 1 == column:
        end = found.end_of(second, column)
        yield Edit(first, end - first, (*found.lines[second - 1 : end - 1], *found.lines[first - 1 : second - 1]))


def withdrawal(problem: Problem, found: Source) -> Iterator[Edit]:
    """The key `withdrawn`, with the day and the words of the entry."""
    entry = found.at(problem.place)
    node = found.node(entry[0][:2]) if entry else None
    day, note = (node.values.get("on"), node.values.get("note")) if isinstance(node, Mapping) else (None, None)
    if isinstance(day, Scalar) and isinstance(note, Mapping):
        texts = {tag: each.text for tag, each in note.values.items() if isinstance(each, Scalar)}
        last = max(number for number, line in enumerate(found.lines, 1) if line.strip())
        lines = (
            "withdrawn:",
            f"  on: {day.text}",
            "  reason:",
            *(f"    {tag}: {written(each)}" for tag, each in texts.items()),
        )
        yield Edit(last + 1, 0, lines)


def merged_again(problem: Problem, found: Source) -> Iterator[Edit]:
    """The line that says what the record was merged into, at its end."""
    last = max(number for number, line in enumerate(found.lines, 1) if line.strip())
    yield Edit(last + 1, 0, (f"merged_into: {problem.values['into']}",))


def one_figure(problem: Problem, found: Source) -> Iterator[Edit]:
    """One figure with the lowest and the highest of two numbers."""
    if not problem.related:
        return
    entry, other = found.at(problem.place), found.at(problem.related)
    if not entry or not other:
        return
    one, two = found.node(other[0][:2]), found.node(entry[0][:2])
    values = [each.values.get("value") if isinstance(each, Mapping) else None for each in (one, two)]
    low, high = (int(each.text) if isinstance(each, Scalar) and each.text.isdigit() else None for each in values)
    if not isinstance(one, Mapping) or not isinstance(two, Mapping) or low is None or high is None or low == high:
        return
    if len(one.keys) != len(two.keys) or entry[0][1] != int(other[0][1]) + 1:
        return
    key = one.keys["value"].place
    margin = found.line(key.line)[: key.column - 1]
    numbers_of = (f"{margin}min: {min(low, high)}", f"{' ' * len(margin)}max: {max(low, high)}")
    column = found.line(two.place.line).find("-") + 1
    end = found.end_of(two.place.line, column)
    kept = found.lines[key.line : two.place.line - 1]
    yield Edit(key.line, end - key.line, (*numbers_of, *kept))
