"""The hooks that pre-commit takes from this repository, run as it runs them."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.commands import RunCli
from tests.records import ARCHIVE, CLAIM, CLAIM_FILE, ROOT, changed, write

HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
BY_ID = {hook["id"]: hook for hook in HOOKS}
MANIFEST = {
    **dict.fromkeys(("id", "name", "entry", "language", "files", "description"), str),
    **dict.fromkeys(("pass_filenames", "require_serial", "always_run"), bool),
}
"""The keys that pre-commit knows, as far as hooks here have a use for them, and the types that it takes."""
HOME = "---\ntitle: Omber\ndescription: Claims.\n---\n\n# Omber\n"
UNTIDY = changed(CLAIM, "claimant: city-office\n", "") + "claimant: city-office\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of which one record is sound and not in order."""
    settings = (
        "site_name: Omber\ndocs_dir: content\ntheme: {name: material}\nplugins: [{claims: {languages: [en, ko]}}]\n"
    )
    pages = {f"content/{tag}/index.md": HOME for tag in ("en", "ko")}
    return write(tmp_path, {**ARCHIVE, **pages, CLAIM_FILE: UNTIDY, "mkdocs.yml": settings})


def run(hook: str, archive: Path, run_cli: RunCli) -> int:
    """Run a hook on all files of the archive that it looks at; its exit code."""
    _, *arguments = BY_ID[hook]["entry"].split()
    files = [path.relative_to(archive).as_posix() for path in sorted(archive.rglob("*")) if path.is_file()]
    looked_at = [file for file in files if re.search(BY_ID[hook]["files"], file)]
    assert looked_at
    return run_cli(*arguments, *(looked_at if BY_ID[hook].get("pass_filenames", True) else ()), at=archive).code


@pytest.mark.parametrize("hook", HOOKS, ids=BY_ID)
def test_a_hook_has_the_keys_that_pre_commit_knows(hook: dict[str, Any]) -> None:
    assert {"id", "name", "entry", "language"} <= hook.keys() <= MANIFEST.keys()
    assert all(type(value) is MANIFEST[key] for key, value in hook.items())
    assert hook["language"] == "python"
    assert hook["entry"].split()[0] == "claims"


def test_the_hook_that_fixes_tidies_the_records_that_it_is_given(archive: Path, run_cli: RunCli) -> None:
    assert run("claims-fix", archive, run_cli) == 0
    assert (archive / CLAIM_FILE).read_text("utf-8").endswith(CLAIM)


def test_the_hook_that_checks_finds_what_a_change_elsewhere_made_wrong(archive: Path, run_cli: RunCli) -> None:
    assert run("claims-check", archive, run_cli) == 0
    (archive / "claims/entities/omber-daily.yml").unlink()
    assert run("claims-check", archive, run_cli) == 1


@pytest.mark.parametrize(
    ("file", "looking"),
    [
        ("claims/2031/2031-03-12-city-office-visitors.yml", {"claims-fix", "claims-check"}),
        ("claims/README.md", {"claims-check"}),
        ("content/en/index.md", {"claims-check"}),
        ("locale/uk/LC_MESSAGES/claims.po", {"claims-check"}),
        ("mkdocs.yml", {"claims-check"}),
        ("README.md", set()),
        ("tests/claims/one.yml", set()),
    ],
)
def test_a_hook_looks_at_what_it_is_about(file: str, looking: set[str]) -> None:
    assert {hook["id"] for hook in HOOKS if re.search(hook["files"], file)} == looking
