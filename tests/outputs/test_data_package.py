"""The description of the data files, as programs check it."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from site_builder.outputs.data import DataFiles
from tests import libraries
from tests.records import entity, series
from tests.repository import git


@pytest.fixture(scope="module")
def package(site: Path) -> Any:
    return json.loads((site / "data" / "datapackage.json").read_text("utf-8"))


def test_every_file_is_described_with_its_size_and_digest(site: Path, package: Any) -> None:
    folder = site / "data"
    described = {each["path"]: each for each in package["resources"]}
    assert described.keys() == {file.name for file in folder.iterdir()} - {"datapackage.json"}
    for name, each in described.items():
        content = (folder / name).read_bytes()
        assert (each["bytes"], each["hash"]) == (len(content), f"sha256:{sha256(content).hexdigest()}")


def test_a_file_that_is_not_there_is_not_passed_over() -> None:
    """It would go undescribed, and nobody would know."""
    with pytest.raises(AssertionError, match=r"archive\.sqlite"):
        DataFiles([libraries.localized("en", entity(), series())], []).facts(lambda _: None)


def test_every_column_is_described(package: Any) -> None:
    for resource in package["resources"]:
        for field in resource.get("schema", {}).get("fields", ()):
            assert field["description"], (resource["name"], field["name"])


def test_the_version_is_the_last_commit_that_changed_a_record(package: Any, archive: Path) -> None:
    assert package["version"] == git(archive, "rev-parse", "HEAD")
    assert package["created"] == "2031-12-01T00:00:00Z"
