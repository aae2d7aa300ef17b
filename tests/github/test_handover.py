"""What one job hands to another is read as what a stranger wrote, whichever file it is."""

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from site_builder.github import examination, report
from site_builder.github.examination import Examination, Round
from site_builder.github.handover import Unreadable
from site_builder.github.report import Report

NIGHT = Examination(date(2031, 5, 1), Round(), (), {"jinja2": "3"}, {})
REPORT = Report(kind="data", data=[], engine=[], errors=0, warnings=0, elsewhere=0, problems=[])
READERS: dict[str, tuple[Callable[[Path], object], bytes]] = {
    "report": (report.read, report.write(REPORT)),
    "examination": (examination.read, examination.write(NIGHT)),
}


@pytest.fixture(params=READERS)
def reader(request: pytest.FixtureRequest) -> tuple[Callable[[Path], object], bytes]:
    """What reads a file, and what stands in a right one."""
    return READERS[request.param]


def _large(file: Path, right: bytes) -> None:
    file.write_bytes(right + b" " * 2_000_000)


def _not_utf8(file: Path, right: bytes) -> None:
    file.write_bytes(right.replace(b'"data"', b'"\xff"').replace(b"jinja2", b"\xff"))


def _half_of_a_character(file: Path, right: bytes) -> None:
    file.write_bytes(right.replace(b'"data"', b'"\\ud800"').replace(b"jinja2", b"\\ud800"))


def _linked(file: Path, right: bytes) -> None:
    other = file.with_name("other.json")
    other.write_bytes(right)
    file.symlink_to(other)


def _endless(file: Path, right: bytes) -> None:
    file.symlink_to("/dev/zero")


def _pipe(file: Path, right: bytes) -> None:
    os.mkfifo(file)


def _folder(file: Path, right: bytes) -> None:
    file.mkdir()


def _twice(file: Path, right: bytes) -> None:
    file.write_bytes(right * 2)


def _cut(file: Path, right: bytes) -> None:
    file.write_bytes(right[:-1])


def _deep(file: Path, right: bytes) -> None:
    file.write_bytes(b"[" * 300_000)


def _nothing(file: Path, right: bytes) -> None:
    pass


def _more(file: Path, right: bytes) -> None:
    file.write_text(json.dumps({**json.loads(right), "more": 1}), "utf-8")


def _newer(file: Path, right: bytes) -> None:
    file.write_text(json.dumps({**json.loads(right), "version": 99}), "utf-8")


def _nearly(file: Path, right: bytes) -> None:
    file.write_text(json.dumps({**json.loads(right), "version": str(json.loads(right)["version"])}), "utf-8")


def test_a_right_file_is_read(tmp_path: Path, reader: tuple[Callable[[Path], object], bytes]) -> None:
    file, (read, right) = tmp_path / "file.json", reader
    file.write_bytes(right)
    assert read(file)


@pytest.mark.parametrize(
    "make",
    [
        *(_large, _not_utf8, _half_of_a_character, _linked, _endless, _pipe, _folder, _twice, _cut, _deep, _nothing),
        *(_more, _newer, _nearly),
    ],
)
def test_what_is_no_such_file_is_refused_in_a_few_words(
    tmp_path: Path, reader: tuple[Callable[[Path], object], bytes], make: Callable[[Path, bytes], None]
) -> None:
    file, (read, right) = tmp_path / "file.json", reader
    make(file, right)
    with pytest.raises(Unreadable) as refused:
        read(file)
    assert str(refused.value).startswith("file.json: ")
    assert len(str(refused.value)) < 200
