"""Which problems a change brings: all errors, and the warnings about what it touches, or that were not there before.

A warning in a file that nobody touched may come of the change as well, as when an entity gets a name that is in use. So
the problems before and after are compared, not only the files.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from site_builder.check.validate import validate_site
from site_builder.problems import Problem
from site_builder.read import git, settings
from site_builder.read.settings import Settings, Unusable


def before(site: Settings, base: str) -> list[Problem]:
    """Find the problems of an archive as it is in a commit; none where the commit has no archive yet."""
    with git.checked_out(site.root, base) as published:
        return of_folder(published / site.file.name)


def of_folder(file: Path) -> list[Problem]:
    """Find the problems of the archive whose settings are in a file; none where there is no archive."""
    try:
        return validate_site(settings.read(file))[0].problems
    except Unusable:
        return []


def parted(
    problems: Iterable[Problem], before: Sequence[Problem], touched: Collection[str]
) -> tuple[list[Problem], list[Problem]]:
    """Part problems into those that a change brings, and the warnings that have nothing to do with it."""
    known = Counter(map(_said, before))
    brought, others = list[Problem](), list[Problem]()
    for problem in problems:
        said = _said(problem)
        was_there = known[said] > 0
        known[said] -= was_there
        places = {problem.place.path, *([problem.related.path] if problem.related else [])}
        is_brought = problem.is_error or not was_there or not places.isdisjoint(touched)
        (brought if is_brought else others).append(problem)
    return brought, others


def _said(problem: Problem) -> tuple[str, str, str]:
    """What is said of which file. The line is none of it: what stands before it may have grown."""
    return problem.kind.code, problem.place.path, repr(sorted(problem.values.items()))
