"""This generator's own commands, run as a user runs them: each in a process of its own."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from benchmarks.archive import REPOSITORY
from benchmarks.measure import Run, run


def build_ours(root: Path, site: Path, search: bool = True) -> Run:
    """Build the archive in `root` into `site`, without preview cards."""
    return _claims(root, "build", "--no-cards", "--site-dir", str(site), *([] if search else ["--no-search"]))


def check_ours(root: Path) -> Run:
    """Check all records of the archive in `root`."""
    return _claims(root, "check")


def forget(root: Path) -> None:
    """Remove whatever earlier runs left beside the archive, so that the next one starts cold."""
    for path in root.iterdir():
        if path.name not in ("claims", "content", "mkdocs.yml"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _claims(root: Path, *arguments: str) -> Run:
    return run([sys.executable, "-m", "site_builder", *arguments], root, environment(root))


def environment(root: Path) -> dict[str, str]:
    """The environment of our commands: this repository's code, and every cache below `root`."""
    return {**os.environ, "PYTHONPATH": str(REPOSITORY), "XDG_CACHE_HOME": str(root / ".cache")}
