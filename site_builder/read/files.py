"""Files to text: which files are records, and which of their bytes may be read at all.

Nothing under `claims/` is passed over in silence: what is not a record is a problem.
"""

import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path

from site_builder.model.records import FORMS, LANGUAGE_TAG, schema_file
from site_builder.model.verification import LEDGER
from site_builder.problems import Kind, Place, Problem
from site_builder.problems.files import (
    Backup,
    BidiCharacter,
    ByteOrderMark,
    ControlCharacter,
    NoRecords,
    NotAFile,
    NotARecord,
    NotUtf8,
    OutsideFolders,
    TooLarge,
    UnknownFolder,
    Unlisted,
    Unreadable,
)
from site_builder.problems.schemas import NotASchema
from site_builder.problems.shape import NotAnId
from site_builder.text import characters
from site_builder.text.characters import any_of

FOLDER = "claims"
MAX_BYTES = 64 * 1024
MAX_PROBLEMS = 100
"""What is listed of one file at a time: more has one cause, or is meant to keep programs busy. The rest is counted."""
_SHOWN = frozenset([".yml", ".json", ".md", ".html", ".css"])
_REFERENCE = re.compile(rf"README(?:\.{LANGUAGE_TAG})?\.md")
"""What explains the records to those who write them, in one language or another."""
_SCHEMAS = frozenset(map(schema_file, FORMS))
_YEAR = re.compile(r"[0-9]{4}")
_SAID = re.compile(r"^said:[ \t]*[\"']?[0-9]{4}", re.MULTILINE)
_KIND = re.compile(r"^kind:", re.MULTILINE)
_QUESTION = re.compile(r"^question:", re.MULTILINE)
_OF_SYSTEMS = frozenset(["Thumbs.db", "desktop.ini"])
_NOT_TEXT = any_of(characters.NOT_TEXT)
_DIRECTION = any_of(characters.DIRECTION)


def record_files(root: Path) -> Iterator[str | Problem]:
    """Every record file below `claims/`, as a path from the root, in sorted order; problems for all else."""
    folder = root / FOLDER
    if not folder.is_dir():
        yield Problem(NoRecords, Place(FOLDER), {"name": f"{FOLDER}/"})
        return
    for entry in _inside(folder, FOLDER):
        if isinstance(entry, Problem):
            yield entry
            continue
        name = f"{FOLDER}/{entry.name}"
        if _is_passed_over(entry.name):
            continue
        if entry.is_symlink():
            yield Problem(NotAFile, Place(name), {"name": entry.name})
        elif entry.is_dir() and (entry.name in ("entities", "series") or _YEAR.fullmatch(entry.name)):
            for each in _inside(folder / entry.name, name):
                if isinstance(each, Problem) or not _is_passed_over(each.name):
                    yield each if isinstance(each, Problem) else _record_file(each, f"{name}/{each.name}")
        elif entry.is_dir() and entry.name == "schema":
            yield from (each for each in map(_no_schema, _inside(folder / entry.name, name)) if each)
        elif entry.is_dir():
            yield Problem(UnknownFolder, Place(name), {"name": f"{name}/"})
        elif entry.name.endswith(".yml"):
            yield _outside(root, name)
        elif not _REFERENCE.fullmatch(entry.name) and name != LEDGER:
            yield _unexpected(entry.name, name, folder)


def _is_passed_over(name: str) -> bool:
    """Tell the hidden files of editors and systems, which hold no record; `.x.yml` may be meant for one."""
    return name in _OF_SYSTEMS or (name.startswith(".") and not re.fullmatch(r"\.[^\W_].*\.ya?ml", name, re.IGNORECASE))


def _outside(root: Path, name: str) -> Problem:
    """The problem of a record that lies in no folder of records, with the one that it belongs in."""
    file = name.rpartition("/")[2]
    text = decode(data(root, name)[0], name)[0]
    year = _SAID.search(text) or _YEAR.match(file)
    folder = "entities" if _KIND.search(text) else "series" if _QUESTION.search(text) else year and year[0][-4:]
    suggestion = {"suggestion": f"{FOLDER}/{folder}/{file}"} if folder else {}
    return Problem(OutsideFolders, Place(name), {"name": name} | suggestion)


def _inside(folder: Path, name: str) -> list[os.DirEntry[str] | Problem]:
    """List a folder in sorted order; a problem if it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
            return [entry if is_text(entry.name) else _unreadable_name(entry.name, name) for entry in listed]
    except OSError as error:
        return [Problem(Unreadable, Place(name), {"reason": error.strerror or type(error).__name__})]


def is_text(name: str) -> bool:
    """Tell whether the name of a file is text; in git and on many systems it may be any bytes."""
    return shown_name(name) == name


def shown_name(name: str) -> str:
    """The name of a file, with a sign of its own in place of what is no text."""
    return os.fsencode(name).decode("utf-8", "replace")


def _unreadable_name(name: str, folder: str) -> Problem:
    shown = shown_name(name)
    values = {"value": shown.removesuffix(".yml"), "suggestion": "harbour-authority"}
    return Problem(NotAnId, Place(f"{folder}/{shown}"), values)


def _record_file(entry: os.DirEntry[str], name: str) -> str | Problem:
    if not entry.is_file(follow_symlinks=False):
        return Problem(NotAFile, Place(name), {"name": entry.name})
    if not entry.name.endswith(".yml") or entry.name.startswith("."):
        return _unexpected(entry.name, name, Path(entry.path).parent)
    return name


def _no_schema(entry: os.DirEntry[str] | Problem) -> Problem | None:
    """A problem for anything in the folder of the schemas that is none of them."""
    if isinstance(entry, Problem):
        return entry
    if _is_passed_over(entry.name):
        return None
    name = f"{FOLDER}/schema/{entry.name}"
    if name not in _SCHEMAS:
        known = ", ".join(sorted(schema.rpartition("/")[2] for schema in _SCHEMAS))
        return Problem(NotASchema, Place(name), {"name": entry.name, "known": known})
    return None if entry.is_file(follow_symlinks=False) else Problem(NotAFile, Place(name), {"name": entry.name})


def _unexpected(file: str, name: str, folder: Path) -> Problem:
    """The problem of a file that is no record; if the record that it is like lies beside it, it is a copy."""
    stem = re.match(r"\.?([^.~]*)", file)
    is_near = re.search(r"\.ya?ml", file, re.IGNORECASE) and stem and stem[1]
    meant = f"{stem[1]}.yml" if is_near and stem else ""
    if meant and meant != file and (folder / meant).exists():
        return Problem(Backup, Place(name), {"name": file, "original": meant})
    return Problem(NotARecord, Place(name), {"name": file} | ({"suggestion": meant} if meant else {}))


def read(root: Path, file: str) -> tuple[str, list[Problem]]:
    """A record's text, as `decode` gives it."""
    found, problem = data(root, file)
    return ("", [problem]) if problem else decode(found, file)


def data(root: Path, file: str) -> tuple[bytes, Problem | None]:
    """The bytes of a record."""
    try:
        return _read(f"{root}/{file}"), None
    except OSError as error:
        return b"", Problem(Unreadable, Place(file), {"reason": error.strerror or type(error).__name__})


def _read(name: str) -> bytes:
    """Read a file as `Path.read_bytes` does, in a third of the time: it is done for every record."""
    descriptor = os.open(name, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        pieces = [os.read(descriptor, MAX_BYTES + 1)]
        while len(pieces[-1]) > MAX_BYTES:
            pieces.append(os.read(descriptor, MAX_BYTES + 1))
    finally:
        os.close(descriptor)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def text(root: Path, file: str) -> tuple[str, Problem | None]:
    """Return the text of a file that is no record, with Unix line ends and without byte order mark."""
    found, problem = data(root, file)
    try:
        text = found.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", _not_utf8(found, error, file)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), problem


def decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """A record's text with Unix line ends and without byte order mark; no text where an error was found."""
    if len(data) > MAX_BYTES:
        return "", [Problem(TooLarge, Place(file), {"size": len(data), "limit": MAX_BYTES})]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(data, error, file)]
    problems = []
    if text.startswith("\ufeff"):
        text = text[1:]
        problems.append(Problem(ByteOrderMark, Place(file)))
    text = text.replace("\r\n", "\n")
    if _is_clean(text):
        return text, problems
    first, mark, rest = text.partition("\r")  # line ends of an old Mac: one cause, one problem
    text = first + mark + rest.replace("\r", " ")
    found = _characters(text, file)
    wrong = list(islice(found, MAX_PROBLEMS))
    if further := next(found, None):
        count = sum(len(pattern.findall(text)) for pattern in (_NOT_TEXT, _DIRECTION)) - MAX_PROBLEMS
        wrong.append(Problem(Unlisted, further.place, {"count": count}))
    return ("" if wrong else text), problems + wrong


@cache
def refused(character: str) -> type[Kind] | None:
    """The kind of problem of a character that no record may hold; None for all others."""
    return ControlCharacter if _NOT_TEXT.match(character) else BidiCharacter if _DIRECTION.match(character) else None


def _is_clean(text: str) -> bool:
    """Tell fast that no character of a text can be refused: none of those is printable."""
    return text.replace("\n", "").isprintable()


def _characters(text: str, file: str) -> Iterator[Problem]:
    """Characters that no record may hold."""
    for kind, pattern in ((ControlCharacter, _NOT_TEXT), (BidiCharacter, _DIRECTION)):
        for match in pattern.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            place = Place(file, line, match.start() - text.rfind("\n", 0, match.start()))
            yield Problem(kind, place, {"character": characters.code_point(match[0])})


def _not_utf8(data: bytes, error: UnicodeDecodeError, file: str) -> Problem:
    before = data[: error.start].decode("utf-8")
    place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
    return Problem(NotUtf8, place, {"encoding": _encoding(data)})


def _encoding(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    try:
        return "CP949" if re.search("[가-힣]", data.decode("cp949")) else "Latin-1"
    except UnicodeDecodeError:
        return "Latin-1"


def lines_of(root: Path) -> Callable[[str], Sequence[str]]:
    """A function from a file to its lines as they are, to show them; no lines if it cannot be read."""

    @cache
    def lines(file: str) -> Sequence[str]:
        path = root / file
        if path.suffix not in _SHOWN and file != LEDGER:
            return []
        try:
            if not stat.S_ISREG(path.lstat().st_mode):
                return []
            data = path.read_bytes()[: None if file == LEDGER else MAX_BYTES + 1]
        except OSError:
            return []
        return data.decode("utf-8", errors="replace").removeprefix("\ufeff").replace("\r\n", "\n").split("\n")

    return lines
