"""Ids that make good file names and addresses everywhere, each for one record only."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from site_builder.check.context import Context
from site_builder.model import urls
from site_builder.problems import Finding, Kind
from site_builder.problems.ids import DeviceName, OnlyCase, PageOfList, SameAddress, TooLong, TwoYears

MAX_LENGTH = 80
"""The bytes of an id; a file system takes 255 for a name."""
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_PAGE = re.compile(r"page-[0-9]+")


def taken_ids(context: Context) -> Iterator[Finding]:
    """No two files stand for one record or one page, also where upper and lower case are the same."""
    same = defaultdict[str, list[str]](list)
    for file in context.files:
        same[_address(file)].append(file)
    for files in same.values():
        if len(files) > 1:
            files.sort()
            for file in files:
                other = files[0] if file != files[0] else files[1]
                yield Finding(_relation(file, other), file, (), {"other": other}, related=(other, ()))


def unfit_ids(context: Context) -> Iterator[Finding]:
    """Ids are short, and neither devices nor pages of lists."""
    for file in context.files:
        id = _id(file)
        length = len(id.encode())
        if length > MAX_LENGTH:
            yield Finding(TooLong, file, (), {"length": length, "limit": MAX_LENGTH})
        elif _DEVICE.fullmatch(id):
            yield Finding(DeviceName, file, (), {"name": id.partition(".")[0]})
        elif _PAGE.fullmatch(id):
            yield Finding(PageOfList, file, (), {"id": id})


def _id(file: str) -> str:
    return file.rpartition("/")[2].removesuffix(".yml")


def _address(file: str) -> str:
    """The address of a record's page, the same for all spellings that some file system takes for one."""
    folder, _, name = file.removeprefix("claims/").partition("/")
    of = {"entities": urls.entity, "series": urls.series}.get(folder, urls.claim)
    return unicodedata.normalize("NFC", of(name)).casefold()


def _relation(file: str, other: str) -> type[Kind]:
    if _id(file) == _id(other):
        return TwoYears
    return OnlyCase if file.rpartition("/")[0] == other.rpartition("/")[0] else SameAddress
