"""What the documents say holds."""

import dataclasses
import re
import tomllib
from dataclasses import is_dataclass
from pathlib import Path

import pytest

from site_builder.check.validate import validate
from site_builder.model.dates import EdtfDate
from site_builder.model.records import FORMS, Claim, Entity, Record, Series
from tests.records import ROOT, SCHEMAS, coded, read, write

REFERENCE = (ROOT / "claims" / "README.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
RECORDS = dict(re.findall(r"^```yaml (claims/\S+)\n(.*?)^```$", REFERENCE, re.MULTILINE | re.DOTALL))
"""The records of the reference by the file that each belongs in."""


def keys(value: object) -> set[str]:
    """The keys that a record uses, as `Part.key`."""
    if is_dataclass(value) and not isinstance(value, EdtfDate):
        used = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        used = {name: each for name, each in used.items() if each not in (None, ())}
        return {f"{type(value).__name__}.{name}" for name in used}.union(*map(keys, used.values()))
    if isinstance(value, dict):
        return set().union(*map(keys, value.values()))
    if isinstance(value, tuple):
        return set().union(*map(keys, value))
    return set()


def test_the_records_of_the_reference_have_no_problems(tmp_path: Path) -> None:
    loaded = validate(write(tmp_path, {**RECORDS, **SCHEMAS}), ["en", "ko"])
    assert [f"{problem.place} {problem.kind.code}" for problem in loaded.problems] == []
    assert loaded.files == RECORDS.keys()


def test_every_example_of_the_reference_is_a_record() -> None:
    assert len(RECORDS) == REFERENCE.count("\n```yaml")


@pytest.mark.parametrize("model", [Claim, Entity, Series])
def test_the_reference_shows_every_key(model: type[Record]) -> None:
    used = set[str]()
    for file, text in RECORDS.items():
        record, problems = read(text, file)
        assert coded(problems) == []
        used |= keys(record)
    plural_forms = {f"Unit.{form}" for form in ("zero", "two", "few", "many")}  # of other languages
    known = {f"{part}.{name}" for part, names in fields(model).items() for name in names}
    assert known - plural_forms <= used


def fields(model: type[Record]) -> dict[str, set[str]]:
    """The keys of a model and of every part that its schema refers to."""
    schema = FORMS[model].json_schema(by_alias=False)
    parts = {model.__name__: schema, **schema.get("$defs", {})}
    return {name: set(part["properties"]) for name, part in parts.items() if "properties" in part}


def test_the_readme_shows_the_two_commands() -> None:
    commands = re.findall(r"^    (make \w+)", README, re.MULTILINE)
    assert commands[:2] == ["make site", "make test"]


def test_a_machine_runs_the_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert re.findall(r"\bmake \w+", script) == ["make test"]
    assert "    make test " in README


@pytest.mark.parametrize("file", ["README.md", "HACKING.md", "CONTRIBUTING.md", "CONTRIBUTING.ko.md", ".ci/run"])
def test_every_make_command_that_is_named_is_there(file: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:^    |`|exec )make ([a-z]+)", (ROOT / file).read_text("utf-8"), re.MULTILINE))
    assert named <= targets


@pytest.mark.parametrize(
    "file", ["README.md", "HACKING.md", "CONTRIBUTING.md", "CONTRIBUTING.ko.md", "claims/README.md"]
)
def test_every_link_between_documents_leads_somewhere(file: str) -> None:
    links = re.findall(r"\]\(([^)#\s:]+)\)", (ROOT / file).read_text("utf-8"))
    assert not [link for link in links if not (ROOT / file).parent.joinpath(link).exists()]


def test_the_package_has_the_licence_and_readme_that_it_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert all((ROOT / name).is_file() for name in [project["readme"], *project["license-files"]])
