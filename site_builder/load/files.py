"""Files to text: which files are records, and which of their bytes may be read at all.

Nothing under `claims/` is passed over in silence: what is not a record is a problem.
"""

import re
import stat
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from site_builder.problems import Kind, Place, Problem

FOLDER = "claims"
MAX_BYTES = 64 * 1024
_REFERENCE = f"{FOLDER}/README.md"
_YEAR = re.compile(r"[0-9]{4}")
# Controls and the line ends that only YAML 1.1 knows (they would make a second line unseen), then what turns the
# direction of text or hides in it.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff\ufeff\ud800-\udfff]")
_BIDI = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class TooLarge(Kind):
    """TODO."""

    code = "E101"
    message = "the file has {size} bytes; a record has at most {limit}"
    help = "one file holds one record: shorten the texts or split the claims"


class NotUtf8(Kind):
    """TODO."""

    code = "E102"
    message = "the file is not UTF-8 text (it looks like {encoding})"
    help = "save the file again as UTF-8"


class ByteOrderMark(Kind):
    """TODO."""

    code = "W103"
    message = "the file begins with an invisible byte order mark"
    help = "save the file as UTF-8 without BOM"


class ControlCharacter(Kind):
    """TODO."""

    code = "E104"
    message = "the control character {character} does not belong in a record"
    help = "delete the character"


class Empty(Kind):
    """TODO."""

    code = "E105"
    message = "the file holds no record"
    help = "copy a record from {reference} and change it"


class NotARecord(Kind):
    """TODO."""

    code = "E106"
    message = "{name} is no record: only files ending in .yml belong here"
    help = "rename it to {suggestion}"
    otherwise = "move it out of the folder, or rename it so that it ends in .yml"


class NotAFile(Kind):
    """TODO."""

    code = "E107"
    message = "{name} is not a plain file"
    help = "put a plain text file in its place; links are never followed"


class Unreadable(Kind):
    """TODO."""

    code = "E109"
    message = "the file cannot be read: {reason}"
    help = "give read permission for the file"


class BidiCharacter(Kind):
    """TODO."""

    code = "E404"
    message = "the invisible character {character} changes the direction of text"
    help = "delete the character"


def record_files(root: Path) -> Iterator[str | Problem]:
    """Every record file below `claims/`, as a path from the root, in sorted order; problems for all else."""
    folder = root / FOLDER
    if not folder.is_dir():
        return
    for entry in sorted(folder.iterdir(), key=lambda path: path.name):
        name = entry.relative_to(root).as_posix()
        if name == _REFERENCE:
            continue
        if entry.is_symlink() or not entry.is_dir():
            yield _stray(entry, name)
        elif entry.name in ("entities", "series") or _YEAR.fullmatch(entry.name):
            for path in sorted(entry.iterdir(), key=lambda path: path.name):
                yield _record_file(path, f"{name}/{path.name}")
        else:
            yield _stray(entry, name)


def _record_file(path: Path, name: str) -> str | Problem:
    if not stat.S_ISREG(path.lstat().st_mode):
        return Problem(NotAFile, Place(name), {"name": path.name})
    if path.suffix != ".yml" or path.name.startswith("."):
        return _stray(path, name)
    return name


def _stray(path: Path, name: str) -> Problem:
    stem = re.match(r"\.?([^.~]*)", path.name)
    is_near = re.search(r"\.ya?ml", path.name, re.IGNORECASE) and stem and stem[1]
    return Problem(
        NotARecord,
        Place(name),
        {"name": path.name} | ({"suggestion": f"{stem[1]}.yml"} if is_near and stem else {}),
    )


def read(root: Path, file: str) -> tuple[str, list[Problem]]:
    """A record's text with Unix line ends and without byte order mark; no text where an error was found."""
    try:
        data = (root / file).read_bytes()
    except OSError as error:
        return "", [Problem(Unreadable, Place(file), {"reason": error.strerror or type(error).__name__})]
    return decode(data, file)


def decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """As `read`, from the bytes of a file."""
    if len(data) > MAX_BYTES:
        return "", [Problem(TooLarge, Place(file), {"size": len(data), "limit": MAX_BYTES})]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return "", [Problem(NotUtf8, place, {"encoding": _encoding(data)})]
    problems = []
    if text.startswith("\ufeff"):
        text = text[1:]
        problems.append(Problem(ByteOrderMark, Place(file)))
    text = text.replace("\r\n", "\n")
    refused = list(characters(text, Place(file)))
    return ("" if refused else text), problems + refused


def characters(text: str, at: Place) -> Iterator[Problem]:
    """Characters that no record may hold, each at its place counted from `at`."""
    for kind, pattern in ((ControlCharacter, _CONTROL), (BidiCharacter, _BIDI)):
        for match in pattern.finditer(text):
            line = text.count("\n", 0, match.start())
            column = match.start() - text.rfind("\n", 0, match.start())
            place = Place(at.path, at.line + line, column if line else at.column + column - 1)
            yield Problem(kind, place, {"character": f"U+{ord(match[0]):04X}"})


def _encoding(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    try:
        return "CP949" if re.search("[가-힣]", data.decode("cp949")) else "Latin-1"
    except UnicodeDecodeError:
        return "Latin-1"


def lines_of(root: Path) -> Callable[[str], Sequence[str]]:
    """How to get at the lines of a record file to show them: as they are, none where it cannot be read."""

    @cache
    def lines(file: str) -> Sequence[str]:
        try:
            data = (root / file).read_bytes()[: MAX_BYTES + 1]
        except OSError:
            return []
        return data.decode("utf-8", errors="replace").removeprefix("\ufeff").replace("\r\n", "\n").split("\n")

    return lines
