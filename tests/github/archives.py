"""An archive on GitHub, to try workflows on: a git repository with the workflows that every archive has."""

from collections.abc import Mapping
from pathlib import Path
from shutil import copyfile, copytree
from typing import Any

from tests.records import ARCHIVE, ROOT, SCHEMAS, SERIES_FILE, write
from tests.repository import commit, git

MAKEFILE = """\
site: .venv/.site
\t@.venv/bin/claims build

.venv/.site:
\t@echo 'there is nothing to install here' >&2; exit 1
"""
CONTENT = {
    "content/en/index.md": "# Walks\n\n<!-- slot:newest-claims -->\n",
    "content/ko/index.md": "# 걷기\n\n<!-- slot:newest-claims -->\n",
}


def repository(root: Path) -> str:
    """Write a small archive into a folder and commit it; the commit's hash."""
    records = {file: text for file, text in ARCHIVE.items() if file != SERIES_FILE}  # which none of them names
    write(root, {**records, **SCHEMAS, **CONTENT, "Makefile": MAKEFILE, ".gitignore": ".cache/\n.venv/\nsite/\n"})
    copyfile(ROOT / "tests" / "sample" / "archive" / "mkdocs.yml", root / "mkdocs.yml")
    copytree(ROOT / ".github" / "workflows", root / ".github" / "workflows")
    return commit(root)


def propose(root: Path, changes: Mapping[str, str | bytes | None], title: str = "A title") -> dict[str, Any]:
    """Change files of an archive as a pull request from a fork, and check it out as GitHub would merge it.

    None deletes a file. The payload of the event is given back.
    """
    base = git(root, "rev-parse", "main")
    git(root, "switch", "--quiet", "--create", "edit", "main")
    for file in [file for file, content in changes.items() if content is None]:
        (root / file).unlink()
    write(root, {file: content for file, content in changes.items() if content is not None})
    return merged(root, base, title)


def merged(root: Path, base: str, title: str = "A title") -> dict[str, Any]:
    """Commit what was changed on the branch `edit`, and check it out as GitHub would merge it into `main`."""
    head = commit(root, "2031-05-02")
    git(root, "switch", "--quiet", "--detach", "main")
    git(root, "merge", "--quiet", "--no-ff", "--message", "merged", "edit")
    fork = {"id": 2, "full_name": "reader/archive", "fork": True, "owner": {"login": "reader"}}
    return {
        "number": 7,
        "pull_request": {
            "number": 7,
            "title": title,
            "body": None,
            "base": {"ref": "main", "sha": base},
            "head": {"ref": "edit", "sha": head, "repo": fork},
        },
        "repository": {"id": 1, "full_name": "desk/archive", "name": "archive", "default_branch": "main"},
    }


def ended(proposed: Mapping[str, Any]) -> dict[str, Any]:
    """The payload of the event that the run for a pull request from a fork came to its end."""
    head = proposed["pull_request"]["head"]
    run = {
        "id": 42,
        "event": "pull_request",
        "conclusion": "failure",
        "head_branch": head["ref"],
        "head_sha": head["sha"],
        "head_repository": head["repo"],
        "pull_requests": [],  # as always for a fork
    }
    return {"action": "completed", "workflow_run": run, "repository": proposed["repository"]}
