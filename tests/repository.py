"""A git repository made in a test: nothing of the machine's own settings, and no clock, shows in it."""

import os
import subprocess
from pathlib import Path

SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Nobody",
    "GIT_AUTHOR_EMAIL": "nobody@example.org",
    "GIT_COMMITTER_NAME": "Nobody",
    "GIT_COMMITTER_EMAIL": "nobody@example.org",
}


def git(folder: Path, *arguments: str, **environment: str) -> str:
    """What a git command prints; it must succeed."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **SETTINGS, **environment},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.strip()


def commit(folder: Path, day: str = "2031-05-01") -> str:
    """Commit all that is in a folder, on a day; the commit's hash. The repository is made with its first commit."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--template=", "--initial-branch=main")
    git(folder, "add", "--all")
    moment = f"{day}T12:00:00+00:00"
    git(
        folder,
        "commit",
        "--quiet",
        "--allow-empty",
        "--message",
        day,
        GIT_AUTHOR_DATE=moment,
        GIT_COMMITTER_DATE=moment,
    )
    return git(folder, "rev-parse", "HEAD")
