"""The first commit of a new archive."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

BRANCH = "main"
MESSAGE = "Begin the archive"


class Refused(Exception):
    """git would not do it; its own words."""


def refuse_nobody(folder: Path) -> None:
    """`Refused` where git is not there, or does not know who commits in a folder."""
    _git(folder, "var", "GIT_COMMITTER_IDENT")


def make(root: Path, files: Iterable[str]) -> None:
    """Commit the files of an archive, in a new repository if its folder is none."""
    if not (root / ".git").exists():
        _git(root, "init", "--quiet", f"--initial-branch={BRANCH}")
    names = "\0".join(files)
    _git(root, "add", "--force", "--pathspec-from-file=-", "--pathspec-file-nul", given=names)
    _git(root, "commit", "--quiet", "--message", MESSAGE)


def _git(folder: Path, *arguments: str, given: str = "") -> None:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=folder, input=given, capture_output=True, encoding="utf-8", check=False
        )
    except FileNotFoundError:
        raise Refused("git") from None
    if done.returncode:
        raise Refused(done.stderr.strip() or done.stdout.strip())
