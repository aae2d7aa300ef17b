"""What is written is read as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.fix import yaml_writer
from site_builder.fix.yaml_writer import folded
from site_builder.model.records import entity_file
from site_builder.read import files, yaml_tree
from site_builder.text.characters import width
from site_builder.text.quoting import quoted
from tests.records import ENTITY_FILE, read


@given(st.text())
def test_a_quoted_text_is_read_as_it_was(text: str) -> None:
    if not any(map(files.refused, text)):
        assert yaml_writer.reads_as(quoted(text), text)
        assert yaml_writer.reads_as(yaml_writer.line(text), text)


@pytest.mark.parametrize("word", ["NO", "~", "12:30", "0755", "1_000", "2031-03-12", "1e3", "null", "=", "On"])
def test_words_that_other_readers_of_yaml_take_for_more_are_quoted(word: str) -> None:
    text = yaml_writer.record(ENTITY_FILE, {"kind": "topic", "name": {"en": word}})
    assert f'  en: "{word}"\n' in text


@given(st.text(min_size=1), st.integers(0, 12))
def test_a_folded_text_is_read_as_it_was(text: str, indent: int) -> None:
    written = f"{'k: ' if indent == 0 else ''}{folded(text, 2)}"
    source = written if indent == 0 else f"k: {written}"
    if not any(map(files.refused, text)):
        root, problems = yaml_tree.parse(f"{source}\nl: m\n", "x")
        assert (root and yaml_tree.data(root), problems) == ({"k": text, "l": "m"}, [])


@pytest.mark.parametrize("word", ["word", "말씀", "a-very-long-word-without-a-space"])
def test_a_long_text_is_folded_into_lines_of_some_width(word: str) -> None:
    lines = folded(" ".join([word] * 60), 6).split("\n")[1:]
    assert all(70 - width(word) < width(line) <= 88 for line in lines[:-1])
    assert len(lines) > 3


def test_paragraphs_stay_apart_when_a_text_is_folded() -> None:
    assert folded("one\ntwo\n\nthree", 2) == ">-\n  one\n\n  two\n\n\n  three"


@pytest.mark.parametrize("text", ["one\n  two", " one", "one ", "one\n", "\none", "one\n ", "one\t\ntwo"])
def test_text_that_folding_would_change_is_quoted(text: str) -> None:
    assert folded(text, 2).startswith('"')


@pytest.mark.parametrize("text", ["\0", "\x1b[31m", "\x85", "\u2028", "\ufeff", "\udcff"])
def test_characters_that_no_record_may_hold_are_written_so_that_the_check_sees_them(text: str) -> None:
    written = yaml_writer.record(ENTITY_FILE, {"kind": "topic", "name": {"en": f"a{text}b", "ko": "가"}})
    found, problems = read(written.encode().decode(), entity_file("a"))
    assert found is None
    assert problems
