"""Sites as the files that they consist of."""

from collections.abc import Mapping
from pathlib import Path
from shutil import copytree, rmtree


def files(folder: Path) -> Mapping[str, bytes]:
    """The bytes of every file below a folder, but of what builds remember for the next one."""
    found = (path for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The files that two folders do not have alike."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


class Kept:
    """A folder that tests change and find again as it was. Times of files are kept too, on which builds rely."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._copy = copytree(folder, folder.with_name(f"{folder.name}-kept"))

    def again(self) -> Path:
        """Put everything back; the folder."""
        rmtree(self.folder)
        return copytree(self._copy, self.folder)
