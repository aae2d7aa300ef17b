"""Files that are where they seem to be: a link may lead anywhere, also out of the archive."""

from pathlib import Path


def is_plain(file: Path, folders: int = 0) -> bool:
    """Tell whether there is a file, and neither it nor so many of the folders above it are links."""
    return file.is_file() and not any(each.is_symlink() for each in (file, *file.parents[:folders]))
