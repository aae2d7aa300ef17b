"""A search, guided by coverage, for bytes that break the reading, checking or mending of records.

It is no part of the tests, and atheris is no dependency of the project; an environment of its own is enough:

    python3 -m venv /tmp/fuzz && /tmp/fuzz/bin/pip install atheris -e .
    /tmp/fuzz/bin/python -m tests.fuzz.records -max_total_time=600 -max_len=4096 -timeout=2 /tmp/corpus claims/*

What it finds goes into tests/test_bad_inputs.py before it is mended.
"""

import sys
from datetime import date

import atheris

with atheris.instrument_imports(include=["site_builder"]):
    from site_builder import reports
    from site_builder.checks import check
    from site_builder.checks.context import Context
    from site_builder.languages import Language
    from site_builder.load import collect, read_bytes, tree
    from site_builder.load.files import decode
    from site_builder.mend import mend
    from site_builder.problems import Place, Problem, in_order

from tests.records import ARCHIVE, CLAIM_FILE, ENTITY_FILE, SERIES_FILE

LANGUAGES = [Language("en"), Language("ko")]
OTHERS = {file: read_bytes(text.encode(), file) for file, text in ARCHIVE.items()}


def try_record(data: bytes) -> None:
    """Read, check, report and mend the bytes as each kind of record."""
    lines = data.decode("utf-8", "replace").split("\n")
    for file in (CLAIM_FILE, ENTITY_FILE, SERIES_FILE):
        read = read_bytes(data, file)
        loaded = collect({**OTHERS, file: read}.values())
        root = tree.parse(decode(data, file)[0], file)[0]
        context = Context(loaded.archive, ("en", "ko"), frozenset(ARCHIVE), date(2032, 1, 1), loaded.rests)
        found = [each for each in check(context) if each.file == file]
        places = [tree.at(root, each.at, key=each.at_key) if root else Place(file) for each in found]
        told = [Problem(each.kind, place, each.values) for each, place in zip(found, places, strict=True)]
        for language in LANGUAGES:
            show(in_order([*read.problems, *told]), lines, language)
        assert read.record or read.problems
        mended = mend(data, file)
        assert not mend(mended.data, file).changes


def show(problems: list[Problem], lines: list[str], language: Language) -> None:
    """Problems in every form."""
    reports.as_text(problems, lambda _: lines, language)
    reports.as_github(problems, language)
    reports.as_json(problems, language)


if __name__ == "__main__":
    atheris.Setup(sys.argv, try_record)
    atheris.Fuzz()
