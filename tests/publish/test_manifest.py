"""What a build remembers of the site that it wrote."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.publish import manifest
from site_builder.publish.manifest import Entry, OutputFile

FILES = OutputFile("en/claims/a/index.html", 6_700, 1_700_000_000_000_000_001), OutputFile("c/a/é", 0, 0)
ENTRY = Entry("0a1b", FILES)

LINES = {"claims/a/": manifest.line(ENTRY), "a\tb\n%09": manifest.line(Entry("", ()))}
PATHS = st.text() | st.text("%\t\n0259Aa")


@given(st.text("0123456789abcdef"), st.lists(st.tuples(PATHS, st.integers(0), st.integers(0))))
def test_an_entry_is_read_as_it_was_written(fingerprint: str, files: list[tuple[str, int, int]]) -> None:
    entry = Entry(fingerprint, tuple(OutputFile(*file) for file in files))
    line = manifest.line(entry)
    assert manifest.entry(line) == entry
    assert "\n" not in line


def test_lines_are_read_as_they_were_written(tmp_path: Path) -> None:
    file = tmp_path / "cache" / "site.manifest"
    for lines in (LINES, {}, {"claims/b/": LINES["claims/a/"]}):
        manifest.write(file, lines)
        assert manifest.read(file) == lines


@pytest.mark.parametrize("at", range(0, 200, 7))
def test_a_damaged_manifest_is_none(tmp_path: Path, at: int) -> None:
    file = tmp_path / "site.manifest"
    manifest.write(file, LINES)
    data = bytearray(file.read_bytes())
    data[at % len(data)] ^= 1
    file.write_bytes(data)
    assert manifest.read(file) == {}


def test_no_manifest_and_one_of_another_form_are_none(tmp_path: Path) -> None:
    assert manifest.read(tmp_path / "nowhere") == {}
    (tmp_path / "old.manifest").write_text('{"version": 1, "files": {}}', "utf-8")
    assert manifest.read(tmp_path / "old.manifest") == {}
