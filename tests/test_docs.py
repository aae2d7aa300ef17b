"""What the documents say holds."""

import dataclasses
import json
import os
import re
import subprocess
import sys
import tomllib
from dataclasses import is_dataclass
from pathlib import Path
from shutil import copyfile, copytree

import pytest

from site_builder.check.validate import validate
from site_builder.model.dates import EdtfDate
from site_builder.model.records import FORMS, Claim, Entity, Record, Series
from tests.records import ROOT, SCHEMAS, coded, read, write

REFERENCES = sorted((ROOT / "claims").glob("README*.md"))
"""The reference of the keys of records, in each language."""
READMES = sorted(ROOT.glob("README*.md"))
DOCUMENTS = [
    *("README.md", "README.ko.md", "HACKING.md", "CONTRIBUTING.md", "CONTRIBUTING.ko.md"),
    *("claims/README.md", "claims/README.ko.md"),
]


def records(reference: Path) -> dict[str, str]:
    """The records of a reference by the file that each belongs in."""
    text = reference.read_text("utf-8")
    return dict(re.findall(r"^```yaml (claims/\S+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))


RECORDS = records(ROOT / "claims" / "README.md")


def name(path: Path) -> str:
    """A path as the tests name it."""
    return path.relative_to(ROOT).as_posix()


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


def test_documents_are_there_in_both_languages() -> None:
    assert [*map(name, READMES)] == ["README.ko.md", "README.md"]
    assert [*map(name, REFERENCES)] == ["claims/README.ko.md", "claims/README.md"]


@pytest.mark.parametrize("reference", REFERENCES, ids=name)
def test_the_records_of_the_reference_have_no_problems(tmp_path: Path, reference: Path) -> None:
    loaded = validate(write(tmp_path, {**records(reference), **SCHEMAS}), ["en", "ko"])
    assert [f"{problem.place} {problem.kind.code}" for problem in loaded.problems] == []
    assert loaded.files == records(reference).keys()


@pytest.mark.parametrize("reference", REFERENCES, ids=name)
def test_every_example_of_the_reference_is_a_record(reference: Path) -> None:
    assert len(records(reference)) == reference.read_text("utf-8").count("\n```yaml")


def test_the_reference_holds_the_same_records_in_each_language() -> None:
    def uncommented(reference: Path) -> dict[str, str]:
        return {file: re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE) for file, text in records(reference).items()}

    korean, english = map(uncommented, REFERENCES)
    assert korean == english


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


def test_the_reference_explains_the_same_keys_in_each_language() -> None:
    """A comment stands above the same lines, and marks the same keys as optional."""

    def explained(reference: Path) -> list[tuple[str, bool, str]]:
        above = re.compile(r"((?:^ *#.*\n)+)^( *\S.*)", re.MULTILINE)
        found = [(file, *pair) for file, text in records(reference).items() for pair in above.findall(text)]
        return [(file, "○" in comment, line) for file, comment, line in found]

    korean, english = map(explained, REFERENCES)
    assert korean == english


def fields(model: type[Record]) -> dict[str, set[str]]:
    """The keys of a model and of every part that its schema refers to."""
    schema = FORMS[model].json_schema(by_alias=False)
    parts = {model.__name__: schema, **schema.get("$defs", {})}
    return {name: set(part["properties"]) for name, part in parts.items() if "properties" in part}


@pytest.mark.parametrize("readme", READMES, ids=name)
def test_the_readme_shows_the_two_commands(readme: Path) -> None:
    commands = re.findall(r"^    (make \w+)", readme.read_text("utf-8"), re.MULTILINE)
    assert commands[:2] == ["make site", "make test"]


@pytest.mark.parametrize("readme", READMES, ids=name)
def test_a_machine_runs_the_test_command_of_the_readme(readme: Path) -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert re.findall(r"\bmake \w+", script) == ["make test"]
    assert "    make test " in readme.read_text("utf-8")


@pytest.mark.parametrize("file", [*DOCUMENTS, ".ci/run"])
def test_every_make_command_that_is_named_is_there(file: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:^    |`|exec )make ([a-z]+)", (ROOT / file).read_text("utf-8"), re.MULTILINE))
    assert named <= targets


@pytest.mark.parametrize("file", DOCUMENTS)
def test_every_link_between_documents_leads_somewhere(file: str) -> None:
    links = re.findall(r"\]\(([^)#\s:]+)\)", (ROOT / file).read_text("utf-8"))
    assert not [link for link in links if not (ROOT / file).parent.joinpath(link).exists()]


def test_a_language_is_added_as_the_document_says(tmp_path: Path) -> None:
    for name in ("site_builder", "claims", "content", "mkdocs.yml", "pyproject.toml"):
        copy = copytree if (ROOT / name).is_dir() else copyfile
        copy(ROOT / name, tmp_path / name)
    copytree(ROOT / "content" / "en", tmp_path / "content" / "pt-BR")
    (tmp_path / ".venv").mkdir()
    makefile = (ROOT / "Makefile").read_text("utf-8").replace("\\\n", "")
    extract, update = re.findall(r"^\t@\$\(PY\) (-m babel.*)$", makefile, re.MULTILINE)
    document = (ROOT / "HACKING.md").read_text("utf-8").replace("\\\n", "")
    (init,) = re.findall(r"^ +\.venv/bin/python (-m babel.* --locale <tag>)$", document, re.MULTILINE)
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("languages: [en, ko]", "languages: [en, ko, pt-BR]"), "utf-8"
    )
    for command in (extract, init.replace("<tag>", "pt_BR"), update, "-m site_builder.check.schema_writer"):
        arguments = [part.replace("$(VENV)", ".venv") for part in command.split()]
        subprocess.run([sys.executable, *arguments], cwd=tmp_path, env=_from(tmp_path), check=True, capture_output=True)
    check = [sys.executable, "-m", "site_builder", "check", "--format", "json", "--lang", "pt-BR"]
    done = subprocess.run(check, cwd=tmp_path, env=_from(tmp_path), capture_output=True, encoding="utf-8", check=False)
    assert {problem["code"] for problem in json.loads(done.stdout)["problems"]} == {"E310", "W323"}, done.stderr


def _from(folder: Path) -> dict[str, str]:
    """The environment in which Python takes the package from a folder."""
    return {**os.environ, "PYTHONPATH": str(folder)}


def test_the_package_has_the_licence_and_readme_that_it_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert all((ROOT / name).is_file() for name in [project["readme"], *project["license-files"]])
