"""The Korean of the first records and of the pages around them, and the names under which they are cited."""

import tomllib
from pathlib import Path

import pytest
import yaml

from site_builder.fix import mend
from tests.language.test_terms import refused_in, unfitting
from tests.records import ROOT
from tests.seed import IS_KEPT, only_here

pytestmark = only_here

RECORDS = sorted(ROOT.glob("claims/*/*.yml")) if IS_KEPT else []
PAGES = sorted(ROOT.glob("content/ko/**/*.md")) if IS_KEPT else []


@pytest.mark.parametrize("file", [*PAGES, *RECORDS], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_words_are_those_of_the_generator_and_particles_fit(file: Path) -> None:
    text = file.read_text("utf-8")
    assert refused_in(text) == []
    assert unfitting(text) == []


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.name)
def test_a_record_is_tidy(record: Path) -> None:
    assert mend(record.read_bytes(), record.relative_to(ROOT).as_posix()).changes == ()


def test_the_archive_is_cited_under_its_name() -> None:
    told = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert f"\nsite_name: {told['title']}\n" in (ROOT / "mkdocs.yml").read_text("utf-8")
    assert told["authors"] == project["authors"]
    assert told["license"] == "CC-BY-4.0"
