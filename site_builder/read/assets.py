"""The hand-written pages and their pictures: files that may stand in `content/`, and nothing that could do more."""

import os
from collections.abc import Iterator
from pathlib import Path

from site_builder.problems import Place, Problem, message
from site_builder.problems.content import UnfitAsset
from site_builder.problems.files import NotAFile

FOLDER = "content"
MAX_BYTES = 1_000_000
FORMS = frozenset([".md", ".txt", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".ico"])
_UNFIT = message("beside text pages (.md) a site has pictures only (.png, .jpg, .webp, .avif, .gif)")
_LARGE = message("it is larger than 1 MB")


def unfit(root: Path) -> Iterator[Problem]:
    """Every file below `content/` that is no text page and no small picture; hidden ones are not published."""
    for folder, folders, names in os.walk(root / FOLDER):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        within = Path(folder).relative_to(root)
        for name in sorted([*names, *(name for name in folders if Path(folder, name).is_symlink())]):
            if not name.startswith("."):
                yield from _unfit(root, (within / name).as_posix(), name)


def _unfit(root: Path, file: str, name: str) -> Iterator[Problem]:
    path = root / file
    if path.is_symlink() or not path.is_file():
        yield Problem(NotAFile, Place(file), {"name": name})
    elif path.suffix.lower() not in FORMS:
        yield Problem(UnfitAsset, Place(file), {"name": name, "reason": _UNFIT})
    elif path.stat().st_size > MAX_BYTES:
        yield Problem(UnfitAsset, Place(file), {"name": name, "reason": _LARGE})
