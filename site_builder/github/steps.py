"""What a step leaves to those behind it: variables, outputs, words for people; in files that GitHub names.

On one's own computer there are no such files, and nothing is left to anybody.
"""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path


def set_variables(values: Mapping[str, str]) -> None:
    """Set variables of the environment for all later steps of the job."""
    _append("GITHUB_ENV", _written(values))


def set_outputs(values: Mapping[str, str]) -> None:
    """Set outputs of the step, which conditions and other jobs can ask for."""
    _append("GITHUB_OUTPUT", _written(values))


def add_to_summary(markdown: str) -> None:
    """Say something on the page of the run."""
    _append("GITHUB_STEP_SUMMARY", f"{markdown}\n")


def _written(values: Mapping[str, str]) -> str:
    """Values in the form of several lines: whatever stands in one, a word that nobody can guess ends it."""
    end = secrets.token_hex(16)
    return "".join(f"{name}<<{end}\n{value}\n{end}\n" for name, value in values.items())


def _append(variable: str, text: str) -> None:
    if file := os.environ.get(variable):
        with Path(file).open("a", encoding="utf-8") as lines:
            lines.write(text)
