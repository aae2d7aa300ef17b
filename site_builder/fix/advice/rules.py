"""Rules that hold for many kinds of problems: another value, another key, something that should not be there."""

from collections.abc import Callable, Iterable, Iterator

from site_builder.fix.advice.source import Source
from site_builder.problems import Edit, Problem
from site_builder.read.yaml_tree import Scalar

Rule = Callable[[Problem, Source], Iterator[Edit]]
"""From a problem and its source to the edits that would end it, the likeliest first."""


def text_at(problem: Problem, found: Source) -> Scalar | None:
    """The text that a problem stands at."""
    entry = found.at(problem.place)
    return entry[1] if entry and isinstance(entry[1], Scalar) else None


def changed(change: Callable[[str, Problem], Iterable[str]]) -> Rule:
    """The rule for a value that should be another: the texts that it may have been meant for."""

    def rule(problem: Problem, found: Source) -> Iterator[Edit]:
        node = text_at(problem, found)
        for better in change(node.text, problem) if node else ():
            if node and better != node.text:
                yield found.with_value(node, better)

    return rule


def suggested(value: str, problem: Problem) -> Iterator[str]:
    """The text that whoever found the problem suggests."""
    if problem.values.get("suggestion"):
        yield str(problem.values["suggestion"])


with_suggestion = changed(suggested)


def renamed(problem: Problem, found: Source) -> Iterator[Edit]:
    """The rule for a key that should be another one."""
    if problem.values.get("suggestion"):
        yield with_key(problem, found, str(problem.values["suggestion"]))


def with_key(problem: Problem, found: Source, key: str) -> Edit:
    """A line with another key in place of the one that a problem stands at."""
    place = problem.place
    return found.between(place, place.column, place.column + place.length, key)


def without(problem: Problem, found: Source) -> Iterator[Edit]:
    """The rule for what should not be there."""
    entry = found.at(problem.place)
    edit = found.without(entry[0]) if entry else None
    if edit:
        yield edit


def exchanged(one: Scalar, other: Scalar, found: Source) -> Iterator[Edit]:
    """Two texts, each in the place of the other."""
    first, second = sorted((one, other), key=lambda each: each.place)
    below, above = found.with_value(second, first.text), found.with_value(first, second.text)
    if above.first + above.count > below.first:
        return
    between = found.lines[above.first + above.count - 1 : below.first - 1]
    yield Edit(above.first, below.first + below.count - above.first, (*above.lines, *between, *below.lines))
