"""A search, guided by coverage, for bytes that break or slow down what is done with a record.

It is no part of the tests, and atheris is no dependency of the project; an environment of its own is enough:

    python3 -m venv /tmp/fuzz && /tmp/fuzz/bin/pip install atheris -e .
    mkdir -p /tmp/corpus && /tmp/fuzz/bin/python -m tests.fuzz.records --seeds /tmp/corpus
    /tmp/fuzz/bin/python -m tests.fuzz.records -max_total_time=600 -max_len=4096 -timeout=5 /tmp/corpus

With -max_len=65536 it looks at files of any size, at half the speed. What it finds goes into
tests/test_bad_inputs.py before it is mended.
"""

import re
import sys
import time
import zlib
from datetime import date
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["site_builder"]):
    from site_builder.check import findings, permanence, reports
    from site_builder.check.context import Context
    from site_builder.fix import mend
    from site_builder.language.language import Language
    from site_builder.problems import Problem, in_order
    from site_builder.read import yaml_tree
    from site_builder.read.files import decode
    from site_builder.read.loader import collect
    from site_builder.read.reader import FileResult, plain_values, read, read_tree

from tests import sample
from tests.records import ARCHIVE, CLAIM_FILE, ENTITY_FILE, SERIES_FILE

LIMIT = 0.6
"""Seconds of the processor to read, check and report: 0.2 by itself, and three times as much while it is watched."""
ONE_IN = 16
"""Mending takes many times as long as reading: so few inputs are mended, always the same ones."""
LANGUAGES = [Language("en"), Language("ko")]
OTHERS = {file: read(text.encode(), file) for file, text in ARCHIVE.items()}
BEFORE = {file: plain_values(text.encode(), file) for file, text in ARCHIVE.items()}


class Slow(Exception):
    """An input that keeps the check busy."""


def kind(data: bytes) -> str:
    """The file of the record that the bytes seem to hold."""
    if re.search(rb"^kind\b", data, re.MULTILINE):
        return ENTITY_FILE
    return SERIES_FILE if re.search(rb"^question\b", data, re.MULTILINE) else CLAIM_FILE


def try_record(data: bytes) -> None:
    """Read, check and report the bytes as a record; now and then report them in every form, and mend them."""
    start, file, chance = time.process_time(), kind(data), zlib.crc32(data)
    result = read(data, file)
    assert result.record or result.problems
    can_be_checked = result.record or result.partial_values is not None
    problems = [*result.problems, *(checked(result, file, data) if can_be_checked else [])]
    lines = data.decode("utf-8", "replace").split("\n")
    language = LANGUAGES[chance & 1]
    reports.as_text(in_order(problems), lambda _: lines, language)
    if time.process_time() - start > LIMIT:
        raise Slow
    assert result == read_tree(data, file)
    if chance % ONE_IN == 0:
        reports.as_github(problems, lambda _: lines, [language])
        reports.as_json(problems, lambda _: lines, language)
        assert not mend(mend(data, file).data, file).changes


def checked(result: FileResult, file: str, data: bytes) -> list[Problem]:
    """What is wrong between a record that can be read and the others, and its published state."""
    loaded = collect(ARCHIVE, [], {**OTHERS, file: result}.values())
    context = Context(loaded.archive, ("en", "ko"), frozenset(ARCHIVE), date(2032, 1, 1), loaded.partial_values)
    root = yaml_tree.parse(decode(data, file)[0], file)[0]
    assert root
    history = permanence.History({file: BEFORE[file]}, {file: yaml_tree.data(root)})
    found = [*findings(context), *(each for one in permanence.CHECKS for each in one(history, context))]
    return [
        Problem(each.kind, yaml_tree.at(root, each.at, key=each.at_key), each.values)
        for each in found
        if each.file == file
    ]


def write_seeds(folder: Path) -> None:
    """Whole records to begin with: those of the tests, of the archive, and all that is known to be wrong."""
    from tests import test_bad_inputs as bad

    known = [*ARCHIVE.values(), *bad.ENTITIES.values(), *bad.WHOLE.values(), *bad.BOMBS.values()]
    marked = [re.sub("«[EW][0-9]{3}»", "", text) for text in bad.CLAIMS.values()]
    seeds = [text.encode() for text in (*known, *marked)]
    seeds += [data for data, _ in bad.BYTES.values()] + [
        path.read_bytes() for path in sample.ARCHIVE.glob("claims/*/*.yml")
    ]
    for number, data in enumerate(seeds):
        (folder / f"seed-{number}").write_bytes(data)


if __name__ == "__main__":
    if sys.argv[1] == "--seeds":
        write_seeds(Path(sys.argv[2]))
    else:
        atheris.Setup(sys.argv, try_record)
        atheris.Fuzz()
