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

from site_builder.problems import Kind, Place, Problem

FOLDER = "claims"
MAX_BYTES = 64 * 1024
MAX_PROBLEMS = 100
"""What is listed of one file at a time: more has one cause, or is meant to keep programs busy. The rest is counted."""
_SHOWN = frozenset([".yml", ".json"])
_REFERENCE = f"{FOLDER}/README.md"
_YEAR = re.compile(r"[0-9]{4}")
# Controls and the line ends that only YAML 1.1 knows (they would make a second line unseen), then what turns the
# direction of text or hides in it.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff\ufeff\ud800-\udfff]")
_BIDI = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class TooLarge(Kind):
    """A record holds one claim with a short quote. A file of this size holds a whole article, or many claims.

    Wrong:
        The whole newspaper article stands under quotes.

    Right:
        Only the sentence that makes the claim stands under quotes; the source leads to the article.
    """

    code = "E101"
    message = "the file has {size} bytes; a record has at most {limit}"
    help = "one file holds one record: shorten the texts or split the claims"


class NotUtf8(Kind):
    """UTF-8 is the one way to store letters that all computers read alike. In any other, 한글 comes out as nonsense.

    Some editors on Windows still save Korean in an older way. Their window “Save as” lets you choose the encoding.

    Wrong:
        The file was saved as ANSI (which is CP949 on a Korean Windows) or as UTF-16.

    Right:
        The file was saved as UTF-8.
    """

    code = "E102"
    message = "the file is not UTF-8 text (it looks like {encoding})"
    help = "save the file again as UTF-8"


class ByteOrderMark(Kind):
    """Some editors put an invisible mark in front of the first word. Here it does no harm; other programs trip over it.

    Wrong:
        The file was saved as “UTF-8 with BOM”.

    Right:
        The file was saved as “UTF-8”.
    """

    code = "W103"
    message = "the file begins with an invisible byte order mark"
    help = "save the file as UTF-8 without BOM"


class ControlCharacter(Kind):
    """Control characters slip in when text is copied from a PDF or a terminal. Nobody sees them; programs obey them.

    The message gives its number in Unicode. U+000D by itself is the line break of very old programs.

    Wrong:
        The title was copied from a PDF and has the character U+0007 between two words.

    Right:
        The title has the same words without that character.
    """

    code = "E104"
    message = "the control character {character} does not belong in a record"
    help = "delete the character"


class Empty(Kind):
    """A file without a record would be a claim that says nothing. Often the text was not saved, or is all comments.

    Wrong:
        There is nothing in the file, or every line in it begins with #.

    Right:
        The file holds a record, for example one that was copied from claims/README.md and changed.
    """

    code = "E105"
    message = "the file holds no record"
    help = "copy a record from {reference} and change it"


class Unlisted(Kind):
    """So many problems in one file have one cause, such as a bracket or an indentation near the top.

    Wrong:
        A list of 200 ids names the entities by their names.

    Right:
        Once the first lines of the list are mended, the check is run again.
    """

    code = "E110"
    message = "{count} more problems from here on are not listed"
    help = "mend those that are listed, then check again"


class NotARecord(Kind):
    """Files of any other name are not read: a claim would be missing from the site, and nobody would be told.

    Wrong:
        claims/2031/2031-03-14-harbour-authority-ships-held.yaml

    Right:
        claims/2031/2031-03-14-harbour-authority-ships-held.yml
    """

    code = "E106"
    message = "{name} is no record: only files ending in .yml belong here"
    help = "rename it to {suggestion}"
    otherwise = "move it out of the folder, or rename it so that it ends in .yml"


class NotAFile(Kind):
    """A link could lead out of the archive, to a file that was never meant to be published. A folder holds no record.

    Wrong:
        claims/2031/2031-03-14-harbour-authority-ships-held.yml is a folder, or a symbolic link to another file.

    Right:
        claims/2031/2031-03-14-harbour-authority-ships-held.yml is a text file.
    """

    code = "E107"
    message = "{name} is not a plain file"
    help = "put a plain text file in its place; links are never followed"


class Unreadable(Kind):
    """What cannot be opened cannot be checked, and nothing is published unchecked.

    Wrong:
        Only another user of the computer may read the file.

    Right:
        Everybody may read the file. On Linux and macOS, chmod 644 with the name of the file sees to that.
    """

    code = "E109"
    message = "the file cannot be read: {reason}"
    help = "give read permission for the file"


class BidiCharacter(Kind):
    """Such a character shows text in another order than it is stored in: people read other words than programs do.

    It can hide a lie in a record, so it is refused everywhere, even in comments. Arabic and Hebrew do not need it.

    Wrong:
        A quote was copied from a chat and has the invisible character U+202E in it.

    Right:
        The quote has the same words without that character.
    """

    code = "E404"
    message = "the invisible character {character} changes the direction of text"
    help = "delete the character"


def record_files(root: Path) -> Iterator[str | Problem]:
    """Every record file below `claims/`, as a path from the root, in sorted order; problems for all else."""
    folder = root / FOLDER
    if not folder.is_dir():
        return
    for entry in _inside(folder, FOLDER):
        if isinstance(entry, Problem):
            yield entry
            continue
        name = f"{FOLDER}/{entry.name}"
        if entry.is_symlink():
            yield Problem(NotAFile, Place(name), {"name": entry.name})
        elif entry.is_dir() and (entry.name in ("entities", "series") or _YEAR.fullmatch(entry.name)):
            for each in _inside(folder / entry.name, name):
                yield each if isinstance(each, Problem) else _record_file(each, f"{name}/{each.name}")
        elif entry.is_dir() or name != _REFERENCE:
            yield Problem(NotARecord, Place(name), {"name": entry.name})


def _inside(folder: Path, name: str) -> list[os.DirEntry[str] | Problem]:
    """What a folder holds, in sorted order, or that it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            return [*sorted(entries, key=lambda entry: entry.name)]
    except OSError as error:
        return [Problem(Unreadable, Place(name), {"reason": error.strerror or type(error).__name__})]


def _record_file(entry: os.DirEntry[str], name: str) -> str | Problem:
    if not entry.is_file(follow_symlinks=False):
        return Problem(NotAFile, Place(name), {"name": entry.name})
    if not entry.name.endswith(".yml") or entry.name.startswith("."):
        return _stray(entry.name, name)
    return name


def _stray(file: str, name: str) -> Problem:
    stem = re.match(r"\.?([^.~]*)", file)
    is_near = re.search(r"\.ya?ml", file, re.IGNORECASE) and stem and stem[1]
    return Problem(
        NotARecord,
        Place(name),
        {"name": file} | ({"suggestion": f"{stem[1]}.yml"} if is_near and stem else {}),
    )


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
    """What `Path.read_bytes` gives, in a third of the time: it is asked for every record."""
    descriptor = os.open(name, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        pieces = [os.read(descriptor, MAX_BYTES + 1)]
        while len(pieces[-1]) > MAX_BYTES:
            pieces.append(os.read(descriptor, MAX_BYTES + 1))
    finally:
        os.close(descriptor)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """A record's text with Unix line ends and without byte order mark; no text where an error was found."""
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
    if _is_clean(text):
        return text, problems
    first, mark, rest = text.partition("\r")  # line ends of an old Mac: one cause, one problem
    text = first + mark + rest.replace("\r", " ")
    found = _characters(text, file)
    wrong = list(islice(found, MAX_PROBLEMS))
    if further := next(found, None):
        count = sum(len(pattern.findall(text)) for pattern in (_CONTROL, _BIDI)) - MAX_PROBLEMS
        wrong.append(Problem(Unlisted, further.place, {"count": count}))
    return ("" if wrong else text), problems + wrong


@cache
def refused(character: str) -> type[Kind] | None:
    """What is wrong with a character, if no record may hold it."""
    return ControlCharacter if _CONTROL.match(character) else BidiCharacter if _BIDI.match(character) else None


def _is_clean(text: str) -> bool:
    """Whether no character of a text can be refused: none of those is printable. A look at each would take long."""
    return text.replace("\n", "").isprintable()


def _characters(text: str, file: str) -> Iterator[Problem]:
    """Characters that no record may hold."""
    for kind, pattern in ((ControlCharacter, _CONTROL), (BidiCharacter, _BIDI)):
        for match in pattern.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            place = Place(file, line, match.start() - text.rfind("\n", 0, match.start()))
            yield Problem(kind, place, {"character": f"U+{ord(match[0]):04X}"})


def _encoding(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    try:
        return "CP949" if re.search("[가-힣]", data.decode("cp949")) else "Latin-1"
    except UnicodeDecodeError:
        return "Latin-1"


def lines_of(root: Path) -> Callable[[str], Sequence[str]]:
    """How to get at the lines of a record or a schema to show them: as they are, none where it cannot be read."""

    @cache
    def lines(file: str) -> Sequence[str]:
        path = root / file
        if path.suffix not in _SHOWN:
            return []
        try:
            if not stat.S_ISREG(path.lstat().st_mode):
                return []
            data = path.read_bytes()[: MAX_BYTES + 1]
        except OSError:
            return []
        return data.decode("utf-8", errors="replace").removeprefix("\ufeff").replace("\r\n", "\n").split("\n")

    return lines
