"""The values of a text, to be compared before and after it was mended."""

import unicodedata
from functools import lru_cache

from site_builder.problems import Problem
from site_builder.problems.syntax import CommentInValue
from site_builder.read import yaml_tree


@lru_cache(maxsize=8)
def parsed(text: str, file: str) -> tuple[yaml_tree.Node | None, tuple[Problem, ...]]:
    """As `yaml_tree.parse`, with the problems in order; steps that change nothing share it."""
    root, problems = yaml_tree.parse(text, file)
    return root, tuple(sorted(problems, key=lambda problem: problem.place))


@lru_cache(maxsize=8)
def reading(text: str, file: str) -> object:
    """The values of a record's text, composed (NFC); None where they cannot be told for certain.

    A remark behind a value is left out in any case.
    """
    root, problems = parsed(text, file)
    if root is None or any(problem.kind is not CommentInValue for problem in problems):
        return None
    return _composed(yaml_tree.data(root))


def _composed(data: object) -> object:
    if isinstance(data, dict):
        return {_composed(key): _composed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_composed(item) for item in data]
    return unicodedata.normalize("NFC", str(data))
