"""This repository is an archive like any other: what new ones get of `.github`, it has itself."""

import pytest

from tests.records import ROOT

FILES = ROOT / "site_builder" / "start" / "files"
SHARED = sorted(
    path.relative_to(FILES).as_posix() for path in (FILES / ".github" / "workflows").iterdir() if path.is_file()
)


@pytest.mark.parametrize("path", SHARED)
def test_a_workflow_of_new_archives_is_that_of_this_one(path: str) -> None:
    assert (ROOT / path).read_text("utf-8") == (FILES / path).read_text("utf-8")


@pytest.mark.parametrize("name", ["README.md", "README.ko.md"])
def test_the_reference_of_records_is_that_of_new_archives(name: str) -> None:
    own = ROOT / "claims" / name
    if not own.is_file():
        pytest.skip("the records of this archive were replaced, and with them their reference")
    assert own.read_text("utf-8") == (FILES / "claims" / name).read_text("utf-8")


def test_every_workflow_of_this_archive_is_given_to_new_ones() -> None:
    assert [f".github/workflows/{each.name}" for each in sorted((ROOT / ".github" / "workflows").iterdir())] == SHARED
