"""This repository is an archive like any other: what new ones get of `.github`, it has itself."""

import re

import pytest

from site_builder.start import plan
from site_builder.start.choices import Choices
from site_builder.start.generator import Generator
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


AS_IT_IS = [".editorconfig", ".gitattributes", ".gitignore", ".vscode/extensions.json", ".vscode/settings.json"]
CHOICES = Choices({"en": "Claim Archive", "ko": "발언 기록관"})
"""What this archive would have answered."""
EXAMPLE = "2025-04-30-nis-killed"
"""The claim that its pages name as an example."""
PAGES = [f"{tag}/{name}" for tag in CHOICES.languages for name in plan.pages()]


@pytest.mark.parametrize("path", AS_IT_IS)
def test_what_tools_read_is_that_of_new_archives(path: str) -> None:
    assert (ROOT / path).read_text("utf-8") == (FILES / path).read_text("utf-8")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_that_holds_for_any_archive_is_that_of_new_ones(path: str) -> None:
    if not [*ROOT.glob(f"claims/*/{EXAMPLE}.yml")]:
        pytest.skip("the records of this archive were replaced, and with them its pages")
    assert (ROOT / "content" / path).read_text("utf-8") == plan.page(path, EXAMPLE)


@pytest.mark.parametrize("name", ["CONTRIBUTING", "CODE_OF_CONDUCT"])
@pytest.mark.parametrize(("tag", "ending"), [("en", ".md"), ("ko", ".ko.md")])
def test_a_guide_is_that_of_new_archives(tag: str, ending: str, name: str) -> None:
    own = (ROOT / f"{name}{ending}").read_text("utf-8")
    assert own == plan.guide(tag, f"{name}.md", CHOICES, Generator("", ""))


def test_updates_are_proposed_as_for_new_archives() -> None:
    path = ".github/dependabot.yml"
    assert (ROOT / path).read_bytes() == plan.files(CHOICES, Generator("", ""))[path]


def test_python_is_looked_for_as_in_new_archives() -> None:
    """The rule of the Makefile that makes the environment, with its words in both languages."""
    rule = re.compile(r"^\$\(PY\):\n(?:\t.*\n)+", re.MULTILINE)
    found = [rule.search(text) for text in ((ROOT / "Makefile").read_text("utf-8"), _makefile())]
    own, new = (match[0] if match else "" for match in found)
    assert own == new


def _makefile() -> str:
    return plan.files(CHOICES, Generator("", ""))["Makefile"].decode()


def test_the_locked_dependencies_are_those_that_new_archives_get() -> None:
    """One list: the file that tools look for in the root only leads there, so that both are moved at once."""
    lines = [line for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    assert lines == ["--requirement site_builder/start/requirements.txt"]
