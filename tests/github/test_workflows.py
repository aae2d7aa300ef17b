"""The workflows are well formed, and safe against what strangers propose: programs made for that find nothing."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner

from tests.records import ROOT

GITHUB = ROOT / ".github"
BIN = Path(sys.executable).parent
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))


def run(*command: str | Path) -> None:
    done = subprocess.run([str(each) for each in command], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def assert_taken(schema: str, files: Sequence[Path]) -> None:
    """Files are what a schema says; one that `check-jsonschema` has built in."""
    done = CliRunner().invoke(check_jsonschema, ["--builtin-schema", schema, *map(str, files)])
    assert done.exit_code == 0, done.output


def test_zizmor_finds_nothing_as_an_auditor() -> None:
    run(BIN / "zizmor", "--offline", "--persona", "auditor", "--quiet", GITHUB)


def test_actionlint_finds_nothing() -> None:
    run(BIN / "actionlint", *WORKFLOWS)


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("custom.github-workflows-require-timeout", WORKFLOWS),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
        ("vendor.github-issue-forms", sorted((GITHUB / "ISSUE_TEMPLATE").glob("[!c]*.yml"))),
        ("vendor.github-issue-config", [GITHUB / "ISSUE_TEMPLATE" / "config.yml"]),
    ],
)
def test_github_takes_the_file(schema: str, files: list[Path]) -> None:
    assert_taken(schema, files)
