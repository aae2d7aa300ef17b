import pathlib
import re
import shutil
from dataclasses import is_dataclass
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from benchmarks.archive import write_archive
from site_builder.check import CHECKS, findings, reports
from site_builder.check import validate as check_validate
from site_builder.check.validate import validate
from site_builder.language.language import Language
from site_builder.problems import Finding, Path, Place, Problem
from site_builder.text.characters import visible
from tests import golden, sample
from tests.check.examined import ARCHIVE, examined
from tests.records import SCHEMAS, altered, claim, context, entity, series, write

SOUND, OFFICE, QUESTION = claim(), entity(), series()
LANGUAGES = [Language("en"), Language("ko")]
TEXT = st.text(min_size=1, max_size=40) | st.text(
    "aеοАВ한글ᄀͰЀ\u0301\u1161\u200b\u200dＡ1 -Ω", min_size=1, max_size=20
)


def test_an_archive_without_a_problem_has_none(tmp_path: pathlib.Path) -> None:
    assert examined(tmp_path, {}) == []


def test_an_archive_without_records_has_no_problems() -> None:
    assert list(findings(context())) == []


def test_the_invented_archive_has_no_problems(tmp_path: pathlib.Path) -> None:
    write_archive(tmp_path, 1_000)
    assert validate(tmp_path, ["en", "ko"]).problems == []


@pytest.mark.parametrize("archive", [sample.ARCHIVE, golden.ARCHIVE], ids=["sample", "golden"])
def test_the_archives_that_other_tests_build_have_no_problems(archive: pathlib.Path, tmp_path: pathlib.Path) -> None:
    root = shutil.copytree(archive, tmp_path / "archive")
    write(root, SCHEMAS)
    assert validate(root, ["en", "ko"]).problems == []


def test_every_check_is_listed_once() -> None:
    assert len(set(CHECKS)) == len(CHECKS)


@pytest.mark.parametrize("file", sorted(ARCHIVE))
def test_a_file_that_holds_no_record_causes_no_further_problems(tmp_path: pathlib.Path, file: str) -> None:
    write(tmp_path, {**ARCHIVE, file: "title: [\n"})
    assert {problem.place.path for problem in validate(tmp_path, ["en", "ko"]).problems} == {file}


def test_checks_that_are_done_side_by_side_find_the_same_in_the_same_order(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_archive(tmp_path, 20)
    for file in [*tmp_path.glob("claims/[0-9]*/*.yml"), *tmp_path.glob("claims/entities/*.yml")]:
        text = file.read_text("utf-8").replace('  ko: "', '  ko: "А\u200b').replace("claimant: ", "claimant: no-")
        file.write_text(text, "utf-8")
    in_turn = validate(tmp_path, ["en", "ko"]).problems
    assert len({problem.kind for problem in in_turn}) > 2
    monkeypatch.setattr(check_validate, "_LARGE", 1)
    assert validate(tmp_path, ["en", "ko"]).problems == in_turn


@given(TEXT, TEXT, TEXT)
@example("0", "0", "\xa0")
def test_any_text_may_stand_anywhere(one: str, two: str, three: str) -> None:
    source = altered(SOUND.sources[0], url=one, archived=two, title=three)
    quotes = SOUND.quotes
    first = altered(
        SOUND,
        title={"en": one, "ko": two, "ru": three},
        quotes={
            "en": altered(quotes["en"], text=one, source=source),
            "ko": altered(quotes["ko"], text=two, by=three),
        },
        notes={"en": two, "ko": one},
        claimant=one,
        about=(two, three, two),
        disputes=(SOUND.id, "2031-03-12-another", one),
    )
    second = altered(first, id="2031-03-12-another")
    names = {"name": {"en": one, "ko": two}, "short": {"en": three, "ko": one}, "aliases": (two, three, two)}
    assert QUESTION.unit
    unit = {"en": altered(QUESTION.unit["en"], one=two), "ko": altered(QUESTION.unit["ko"], other=three)}
    question = altered(QUESTION, question={"en": one, "ko": three}, unit=unit)
    archive = context(first, second, altered(OFFICE, **names, part_of=OFFICE.id), question)
    by_file = {record.file: record for record in archive.archive.records()}
    for finding in findings(archive):
        for file, at in filter(None, [(finding.file, finding.at), finding.related and finding.related[:2]]):
            assert value_at(by_file[file], at) is not None
        for language in LANGUAGES:
            assert_says_all(finding, language)


def value_at(value: Any, at: Path) -> Any:
    """What a path leads to in a record."""
    for step in at:
        is_part = is_dataclass(value)
        value = getattr(value, "from_" if step == "from" else str(step)) if is_part else value[step]
    return value


def assert_says_all(finding: Finding, language: Language) -> None:
    """What is said of a finding shows each value that its kind's words ask for."""
    kind, values = finding.kind, finding.values
    problem = Problem(kind, Place(finding.file), values)
    can_help = values.keys() >= set(placeholders(kind.help))
    for wording, said in (
        (kind.message, reports.message(problem, language)),
        (kind.help if can_help else kind.otherwise, reports.help_text(problem, language)),
    ):
        assert said
        for name in placeholders(wording):
            assert visible(language.text(values[name]) if name == "reason" else str(values[name])) in said


def placeholders(wording: str) -> list[str]:
    return re.findall(r"{(\w+)", wording)
