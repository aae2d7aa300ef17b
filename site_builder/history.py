"""When records came into the archive, as git remembers it. What git cannot know stays unknown."""

import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from site_builder.load.files import FOLDER


def added(root: Path) -> Mapping[str, date]:
    """The day of the first commit of each record file still known to git, by path from the root.

    Empty outside a repository, and in a shallow clone, whose oldest commit would pass for the first.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    log = _git(
        root, "log", "--reverse", "--no-renames", "--diff-filter=A", "--name-only", "-z", "--relative",
        "--format=%x01%cs", "--", FOLDER,
    )  # fmt: skip
    days: dict[str, date] = {}
    day = date.min
    for line in log.replace("\n", "\0").split("\0"):
        if line.startswith("\x01"):
            day = date.fromisoformat(line[1:])
        elif line:
            days.setdefault(line, day)
    return days


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=root, capture_output=True, check=False, encoding="utf-8", errors="replace"
        )
    except FileNotFoundError:
        return ""
    return done.stdout if done.returncode == 0 else ""
