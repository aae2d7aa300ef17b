"""An archive on GitHub, to try workflows on: a git repository with the workflows that every archive has."""

from pathlib import Path
from shutil import copyfile, copytree

from tests.records import ARCHIVE, ROOT, SCHEMAS, SERIES_FILE, write
from tests.repository import commit

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
    copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    copytree(ROOT / ".github" / "workflows", root / ".github" / "workflows")
    return commit(root)
