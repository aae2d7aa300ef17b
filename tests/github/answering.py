"""`gh` as the steps find it in a test: a stand-in that answers from a table, and notes what it was asked."""

import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.github.acting import BARE
from tests.github.calls import Call

_STAND_IN = Path(__file__).parent / "stand_ins" / "gh.py"
Answering = Callable[[Mapping[str, object]], Callable[[], list[Call]]]
"""Gives `gh` its answers, by `GET repos/o/r/…`; what it gives back tells what was asked since then."""


def answering(place: Path, patch: pytest.MonkeyPatch, answers: Mapping[str, object]) -> Callable[[], list[Call]]:
    """Put a stand-in for `gh` first on the path."""
    program, calls = place / "bin" / "gh", place / "calls"
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec {sys.executable} {BARE} {_STAND_IN} {place} "$@"\n', "utf-8")
    program.chmod(0o755)
    (place / "answers.json").write_text(json.dumps(answers), "utf-8")
    calls.write_text("", "utf-8")
    patch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")

    def asked() -> list[Call]:
        found = [json.loads(line) for line in calls.read_text("utf-8").splitlines()]
        return [Call(tuple(call["words"]), call["input"]) for call in found]

    return asked
