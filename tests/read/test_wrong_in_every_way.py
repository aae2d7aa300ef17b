"""One record wrong in every way that can stand beside others, and all that must be said of it."""

from pathlib import Path

import pytest

from site_builder.check import reports
from site_builder.language.language import Language
from site_builder.problems import Problem, in_order
from site_builder.read.files import lines_of
from site_builder.read.loader import load
from tests.records import coded, write

SOURCE = Path(__file__).with_name("wrong-in-every-way.yml")
FILE = "claims/2031/2031-03-12-wrong-in-every-way.yml"
EXPECTED = """
1:1 E205
4:1 E301
6:7 E202
6:18 E212
7:7 E312
8:3 E316
8:7 E204
9:3 E201
10:7 E304
11:11 E501
12:13 E302
13:23 E302
13:33 E501
15:7 E302
17:11 E309
19:11 E316
20:13 E307
21:15 E315
23:13 E307
24:3 E306
27:5 E302
29:16 E304
30:15 E304
31:15 E316
32:5 E301
33:5 E302
35:31 E308
35:47 E307
36:5 E313
37:5 E313
38:5 E314
42:5 E306
42:5 E306
43:11 E501
44:13 E309
46:10 E304
46:22 E307
46:37 E302
47:12 E302
48:1 E301
49:1 E206
"""
"""Line, column and code: by hand, from the file."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, {FILE: SOURCE.read_bytes()})


@pytest.fixture
def problems(root: Path) -> list[Problem]:
    return load(root).problems


def test_every_problem_is_told_of_at_its_place(problems: list[Problem]) -> None:
    assert coded(problems) == EXPECTED.split("\n")[1:-1]


def test_no_part_of_the_record_gets_into_the_archive(root: Path) -> None:
    loaded = load(root)
    assert list(loaded.archive.records()) == []
    assert loaded.files == {FILE}


@pytest.mark.parametrize("tag", ["en", "ko"])
def test_every_problem_can_be_said_in_every_language(root: Path, problems: list[Problem], tag: str) -> None:
    text = reports.as_text(in_order(problems), lines_of(root), Language(tag))
    assert all(f"[{problem.kind.code}]" in text for problem in problems)


def test_korean_messages_are_korean(problems: list[Problem]) -> None:
    english, korean = Language("en"), Language("ko")
    for problem in problems:
        for say in (reports.message, reports.help_text):
            assert say(problem, english) != say(problem, korean)
