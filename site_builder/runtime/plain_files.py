"""Files and folders by names that somebody typed: there may be none, or a link, which may lead out of the archive."""

import contextlib
from pathlib import Path


def is_file(path: Path) -> bool:
    """Tell whether there is a file of a name, which may be longer than a system takes."""
    with contextlib.suppress(OSError):
        return path.is_file()
    return False


def is_folder(path: Path) -> bool:
    """Tell whether there is a folder of a name, which may be longer than a system takes."""
    with contextlib.suppress(OSError):
        return path.is_dir()
    return False


def is_plain(file: Path, folders: int = 0) -> bool:
    """Tell whether there is a file, and neither it nor so many of the folders above it are links."""
    return is_file(file) and not any(each.is_symlink() for each in (file, *file.parents[:folders]))
