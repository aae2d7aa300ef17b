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
from shutil import copyfile, copytree, ignore_patterns

import pytest

from site_builder.check.validate import validate
from site_builder.model.dates import EdtfDate
from site_builder.model.records import FORMS, Claim, Entity, Record, Series
from tests import sample
from tests.records import ROOT, SCHEMAS, changed, coded, read, write

FILES = ROOT / "site_builder" / "start" / "files"
"""What every archive gets as it is."""
REFERENCES = sorted((FILES / "claims").glob("README*.md"))
"""The reference of the keys of records, in each language."""
READMES = sorted(ROOT.glob("README*.md"))
DOCUMENTS = [
    *("README.md", "README.ko.md", "HACKING.md", "CONTRIBUTING.md", "CONTRIBUTING.ko.md"),
    *("CODE_OF_CONDUCT.md", "CODE_OF_CONDUCT.ko.md", "SECURITY.md"),
    *map("site_builder/start/files/claims/{}".format, ("README.md", "README.ko.md")),
]


def records(reference: Path) -> dict[str, str]:
    """The records of a reference by the file that each belongs in."""
    text = reference.read_text("utf-8")
    return dict(re.findall(r"^```yaml (claims/\S+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))


RECORDS = records(FILES / "claims" / "README.md")


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
    assert [each.name for each in REFERENCES] == ["README.ko.md", "README.md"]


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
    """To a file of the repository, or to one that each archive gets, though this one may have been given another."""
    links = re.findall(r"\]\(([^)#\s:]+)\)", (ROOT / file).read_text("utf-8"))
    folder = (ROOT / file.removeprefix("site_builder/start/files/")).parent
    targets = [Path(os.path.relpath(folder / link, ROOT)) for link in links]
    assert not [target for target in targets if not any((root / target).exists() for root in (ROOT, FILES))]


def copied(root: Path) -> None:
    """Copy the sample archive and the generator, as if all that they need were installed."""
    copytree(sample.ARCHIVE, root, dirs_exist_ok=True)
    being_written = ignore_patterns("*.pyc.*")  # which Python renames when it is done, maybe meanwhile
    copytree(ROOT / "site_builder", root / "site_builder", ignore=being_written)
    for name in ("pyproject.toml", "Makefile", "requirements.txt", "requirements-test.txt"):
        copyfile(ROOT / name, root / name)
    write(root, {".venv/.test": ""})


def codes(root: Path, *options: str) -> dict[str, str]:
    """The codes of what the check finds in a copy, each with its message."""
    check = [sys.executable, "-m", "site_builder", "check", "--format", "json", *options]
    done = subprocess.run(check, cwd=root, env=_from(root), capture_output=True, encoding="utf-8", check=False)
    return {problem["code"]: problem["message"] for problem in json.loads(done.stdout)["problems"]}


@pytest.mark.parametrize(("locale", "tag"), [("pt_BR", "pt-BR"), ("uk", "uk")])
def test_an_archive_brings_a_language_as_the_document_says(tmp_path: Path, locale: str, tag: str) -> None:
    copied(tmp_path)
    copytree(tmp_path / "content" / "en", tmp_path / "content" / tag)
    document = (ROOT / "HACKING.md").read_text("utf-8").replace("\\\n", "")
    (init,) = re.findall(r"^ +\.venv/bin/python (-m babel.* --locale <locale>)$", document, re.MULTILINE)
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(
        changed(settings.read_text("utf-8"), "languages: [en, ko]", f"languages: [en, ko, {tag}]"), "utf-8"
    )
    for command in (init.replace("<locale>", locale), "-m site_builder.check.schema_writer"):
        subprocess.run(
            [sys.executable, *command.split()], cwd=tmp_path, env=_from(tmp_path), check=True, capture_output=True
        )
    found = codes(tmp_path, "--lang", tag)
    assert found.keys() == {"E310", "W323", "W917"}
    count = (tmp_path / "site_builder/language/locale/readers.pot").read_text("utf-8").count("\nmsgid ") + 1
    assert found["W917"].startswith(f"{count} of {count} messages")


def test_messages_are_brought_up_to_date_as_the_makefile_says(tmp_path: Path) -> None:
    copied(tmp_path)
    catalogs = tmp_path / "site_builder" / "language" / "locale"
    before = {file: file.read_bytes() for file in catalogs.rglob("*.po*")}
    slots = tmp_path / "site_builder" / "pages" / "slots.py"
    slots.write_text(slots.read_text("utf-8") + '\nTOLD = message("a message that is new")\n', "utf-8")
    subprocess.run(
        ["make", "messages", f"PY={sys.executable}"], cwd=tmp_path, env=_from(tmp_path), check=True, capture_output=True
    )
    for file, data in before.items():
        new = [line for line in file.read_bytes().splitlines() if line not in data.splitlines()]
        assert (file.name, new) == (file.name, [b'msgid "a message that is new"'])


def _from(folder: Path) -> dict[str, str]:
    """The environment in which Python takes the package from a folder."""
    return {**os.environ, "PYTHONPATH": str(folder)}


def test_the_package_has_the_licence_and_readme_that_it_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert all((ROOT / name).is_file() for name in [project["readme"], *project["license-files"]])
