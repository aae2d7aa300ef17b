"""Single values are judged as in a whole record."""

from datetime import date

import pytest

from site_builder.model.records import Claim, Entity, Record, Series
from site_builder.new import trial
from site_builder.problems import Path


def codes(kind: type[Record], at: Path, text: str) -> list[str]:
    return [problem.kind.code for problem in trial.problems(kind, at, text, ["en", "ko"], date(2032, 1, 1))]


@pytest.mark.parametrize(
    ("kind", "at", "text"),
    [
        (Claim, ("title", "en"), "City Office counts 4,700"),
        (Claim, ("title", "ko"), "시청, 4700명으로 집계"),
        (Claim, ("said",), "2031-03-12/2031-03-14"),
        (Claim, ("quotes", "ko", "text"), "등불은\n붉었다"),
        (Claim, ("quotes", "ru", "text"), "фонари"),
        (Claim, ("quotes", "en", "source", "url"), "https://example.org/a"),
        (Claim, ("quotes", "en", "source", "title"), "Lanterns: red # all"),
        (Claim, ("quotes", "en", "source", "published"), "2031"),
        (Entity, ("name", "ko"), "마라 린드"),
        (Entity, ("short", "en"), "Mara"),
        (Series, ("question", "en"), "How many?"),
        (Series, ("unit", "ko", "other"), "개"),
        (Series, ("unit", "en", "one"), "lantern"),
    ],
)
def test_a_right_value_has_no_problem(kind: type[Record], at: Path, text: str) -> None:
    assert codes(kind, at, text) == []


@pytest.mark.parametrize(
    ("kind", "at", "text", "code"),
    [
        (Claim, ("title", "en"), "시청 집계", "E311"),
        (Claim, ("title", "ko"), "City Office", "E311"),
        (Claim, ("title", "en"), "a&amp;b", "W410"),
        (Claim, ("title", "en"), "a\u202eb", "E404"),
        (Claim, ("said",), "2040-03-12", "E305"),
        (Claim, ("quotes", "en", "text"), "a\x1bb", "E104"),
        (Claim, ("quotes", "en", "source", "url"), "example.org", "E601"),
        (Claim, ("quotes", "ko", "source", "published"), "2040", "E305"),
        (Entity, ("name", "en"), "마라 린드", "E311"),
        (Series, ("question", "ko"), "How many?", "E311"),
    ],
)
def test_a_wrong_value_has_the_problem_of_the_check(kind: type[Record], at: Path, text: str, code: str) -> None:
    assert codes(kind, at, text) == [code]
