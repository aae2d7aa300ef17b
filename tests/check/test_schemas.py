"""The schemas that lie in an archive are looked at with its records."""

from pathlib import Path

import pytest

from site_builder.check.schema_writer import write as write_schemas
from site_builder.language.language import Language
from site_builder.problems import Problem
from site_builder.read.modeline import modeline
from tests.check.examined import ARCHIVE, examined
from tests.records import CLAIM, CLAIM_FILE, ENTITY, ENTITY_FILE, SCHEMAS, changed, write

CLAIM_SCHEMA, ENTITY_SCHEMA = "claims/schema/claim.schema.json", "claims/schema/entity.schema.json"


def told(problems: list[Problem]) -> list[str]:
    return [f"{problem.place} {problem.kind.code}" for problem in problems]


def test_the_schemas_of_the_model_are_right(tmp_path: Path) -> None:
    assert examined(tmp_path, SCHEMAS) == []
    assert examined(tmp_path, {name: text.replace("\n", "\r\n") for name, text in SCHEMAS.items()}) == []


def test_a_schema_that_was_edited_is_told_of_at_the_first_line_that_differs(tmp_path: Path) -> None:
    edited = changed(SCHEMAS[CLAIM_SCHEMA], '"required": [\n    "title",', '"required": [\n    "claimant",')
    line = edited[: edited.index('    "claimant",')].count("\n") + 1
    assert told(examined(tmp_path, {**SCHEMAS, CLAIM_SCHEMA: edited})) == [f"{CLAIM_SCHEMA}:{line}:1 E901"]
    assert told(examined(tmp_path, {CLAIM_SCHEMA: SCHEMAS[CLAIM_SCHEMA] + "\n"}))[0].endswith("E901")


def test_a_schema_in_other_languages_than_the_site_is_told_of(tmp_path: Path) -> None:
    write_schemas(tmp_path, [Language("ko"), Language("en")])
    assert {problem.kind.code for problem in examined(tmp_path, {})} == {"E901"}
    write_schemas(tmp_path, [Language("en"), Language("ko")])
    assert examined(tmp_path, {}) == []


def test_records_that_name_no_schema_need_none(tmp_path: Path) -> None:
    assert examined(tmp_path, {}) == []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_schema_that_a_record_names_and_that_is_not_there_is_told_of_once(tmp_path: Path, end: str) -> None:
    lines = {file: modeline(file) for file in ARCHIVE}
    named = {file: lines[file] + end + text.replace("\n", end) for file, text in ARCHIVE.items()}
    write(tmp_path, {name: text for name, text in SCHEMAS.items() if name != ENTITY_SCHEMA})
    (problem,) = examined(tmp_path, named)
    assert told([problem]) == [f"{ENTITY_FILE}:1:1 W903"]
    assert problem.place.length == len(lines[ENTITY_FILE])
    assert examined(tmp_path, SCHEMAS) == []


def test_a_record_that_names_another_schema_does_not_miss_ours(tmp_path: Path) -> None:
    other = "# yaml-language-server: $schema=../../site_builder/claim.schema.json\n"
    assert examined(tmp_path, {CLAIM_FILE: other + CLAIM, ENTITY_FILE: f"# words\n{ENTITY}"}) == []
