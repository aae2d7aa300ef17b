from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.archive import write_archive
from site_builder.check import CHECKS, findings
from site_builder.check.validate import validate
from tests.check.examined import ARCHIVE, examined
from tests.records import ROOT, altered, claim, context, entity, write

SOUND, OFFICE = claim(), entity()
TEXT = st.text(min_size=1, max_size=40) | st.text("aеοАВ한글ᄀͰЀ\u200b\u200dＡ1 -Ω", min_size=1, max_size=20)


def test_an_archive_without_a_problem_has_none(tmp_path: Path) -> None:
    assert examined(tmp_path, {}) == []


def test_an_archive_without_records_has_no_problems() -> None:
    assert list(findings(context())) == []


def test_the_invented_archive_has_no_problems(tmp_path: Path) -> None:
    write_archive(tmp_path, 1_000)
    assert validate(tmp_path, ["en", "ko"]).problems == []


def test_the_records_of_the_repository_have_no_problems() -> None:
    assert validate(ROOT, ["en", "ko"]).problems == []


def test_every_check_is_listed_once() -> None:
    assert len(set(CHECKS)) == len(CHECKS)


@pytest.mark.parametrize("file", sorted(ARCHIVE))
def test_a_file_that_holds_no_record_causes_no_further_problems(tmp_path: Path, file: str) -> None:
    write(tmp_path, {**ARCHIVE, file: "title: [\n"})
    assert {problem.place.path for problem in validate(tmp_path, ["en", "ko"]).problems} == {file}


@given(TEXT, TEXT, TEXT)
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
    )
    names = {"name": {"en": one, "ko": two}, "short": {"en": three, "ko": one}, "aliases": (two, three)}
    second = altered(first, id="2031-03-12-another")
    for finding in findings(context(first, second, altered(OFFICE, **names))):
        assert finding.kind.code
