"""Archives on disk with something wrong in them, and what is said of it."""

import re
from collections.abc import Mapping
from pathlib import Path

from site_builder.check.reports import as_text, help_text, message
from site_builder.check.validate import validate
from site_builder.language.language import Language
from site_builder.problems import Problem
from site_builder.problems.catalogue import TOPICS
from site_builder.read.files import lines_of
from tests import records
from tests.records import CLAIM, CLAIM_FILE, changed, coded, marked, write

OTHER_ID = "2031-03-11-city-office-visitors"
OTHER_FILE = f"claims/2031/{OTHER_ID}.yml"
OTHER = (
    CLAIM.replace("2031-03-12", "2031-03-11").replace("1,200", "900").replace("/walk", "/first-walk")
    + "figures:\n  - series: visitors\n    value: 900\n    hedge: about\n"
)
OF_NUMBERS = frozenset(next(topic for topic in TOPICS if topic.id == "numbers").kinds())
ARCHIVE = {**records.ARCHIVE, OTHER_FILE: OTHER}
"""An archive without a problem, in which every record is named."""
REPORT = f"{CLAIM}reports:\n  - publisher: omber-daily\n    url: "
"""A claim that waits for the address of a further report."""


def examined(root: Path, contents: Mapping[str, str], *, numbers: bool = False) -> list[Problem]:
    """Every problem of the archive with some files in place of its own; each can be said in every language.

    Numbers in words are looked at by the tests that are about them: elsewhere the same words stand for any number.
    """
    found = validate(write(root, {**ARCHIVE, **contents}), ["en", "ko"]).problems
    problems = [problem for problem in found if numbers or problem.kind not in OF_NUMBERS]
    for tag in ("en", "ko"):
        language = Language(tag)
        assert as_text(problems, lines_of(root), language)
        for problem in problems:
            for text in (message(problem, language), help_text(problem, language)):
                assert not re.search(r"{\w", text)
    return list(problems)


def told(root: Path, code: str, text: str, file: str = CLAIM_FILE, more: Mapping[str, str] | None = None) -> Problem:
    """The one problem of the archive with a file in place of its own: at the mark ⊥ in it, with a code."""
    text, expected = marked(text, code)
    problems = examined(root, {file: text, **(more or {})})
    assert coded(problems) == expected
    assert problems[0].place.path == file
    return problems[0]


def related(problem: Problem) -> str:
    """The place that explains a problem."""
    assert problem.related
    return str(problem.related)


def with_claim(old: str, new: str) -> str:
    """The claim with one of its parts replaced."""
    return changed(CLAIM, old, new)
