"""What a hand-written page says of itself at its beginning, between two lines of dashes."""

import re
from collections.abc import Mapping

from site_builder.problems import Problem
from site_builder.problems.files import Empty
from site_builder.read import yaml_tree

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)(?:\.\.\.|---)[ \t]*\n", re.DOTALL)


def parted(text: str) -> tuple[str, str]:
    """Part a page into its front matter, with the lines of dashes, and the rest."""
    match = _FRONT_MATTER.match(text)
    return (text[: match.end()], text[match.end() :]) if match else ("", text)


def values(front: str, file: str) -> tuple[Mapping[str, str], list[Problem]]:
    """Read the texts of front matter; values that are no text are the engine's concern."""
    match = _FRONT_MATTER.match(front)
    if not match:
        return {}, []
    tree, problems = yaml_tree.parse(f"\n{match[1]}", file)  # the first line of dashes stays a line
    found = tree.values if isinstance(tree, yaml_tree.Mapping) else {}
    texts = {key: value.text.strip() for key, value in found.items() if isinstance(value, yaml_tree.Scalar)}
    return texts, [problem for problem in problems if problem.kind is not Empty]
