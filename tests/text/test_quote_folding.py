"""The table by which quotes are compared with their sources, held to what it says and to nothing else."""

import sys
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from site_builder.text.characters import DIRECTION, any_of
from site_builder.text.quote_folding import NOT_FOLDED, TABLE, Folding, fold

FOLDED = [character for row in TABLE for character in row.characters]
RESULTS = sorted({row.to for row in TABLE if row.to})
MARKS = ["\u0301", "\u0323", "\u0344", "\u0f73", "\u0f71", "\u3099"]
LETTERS = ["e", "é", "A", "\u212b", "가", "ᄀ", "ᅡ", "ᆨ", "か", "১", "\u09c7", "\u09be", "\u1fef", "1", "½"]
TEXTS = st.one_of(
    st.text(), st.lists(st.sampled_from([*FOLDED, *RESULTS, ".", *MARKS, *LETTERS]), max_size=12).map("".join)
)
ALL = [chr(number) for number in range(sys.maxunicode + 1) if not 0xD800 <= number <= 0xDFFF]


def samples() -> list[tuple[str, str]]:
    return [pair for row in TABLE for pair in row.samples]


@pytest.mark.parametrize(("published", "quoted"), samples())
def test_a_sample_of_the_table_is_one_text_in_both_forms(published: str, quoted: str) -> None:
    assert published != quoted
    assert fold(published).text == fold(quoted).text


@pytest.mark.parametrize(("one", "other"), [pair for kept in NOT_FOLDED for pair in kept.samples])
def test_what_the_table_does_not_fold_stays_two_texts(one: str, other: str) -> None:
    assert fold(one).text != fold(other).text


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.id)
def test_each_character_of_a_row_becomes_what_the_row_says(row: Folding) -> None:
    assert row.samples
    for character in row.characters:
        assert fold(f"a{character}b").text == f"a{row.to}b"


def test_all_that_is_space_to_unicode_is_a_space_and_all_that_turns_text_is_dropped() -> None:
    characters = {row.id: set(row.characters) for row in TABLE}
    assert characters["spaces"] == {character for character in ALL if character.isspace()}
    assert characters["unseen"] > set(any_of(DIRECTION).findall("".join(ALL)))


def test_no_other_character_of_unicode_changes_but_to_its_composed_form() -> None:
    others = [character for character in ALL if character not in FOLDED]
    changed = {character for character in others if fold(f"x{character}").text != f"x{character}"}
    by_unicode = {character for character in others if not unicodedata.is_normalized("NFC", f"x{character}")}
    assert changed == by_unicode


@given(TEXTS)
def test_a_text_that_is_folded_folds_to_itself(text: str) -> None:
    folded = fold(text).text
    assert fold(folded).text == folded


@given(TEXTS)
def test_every_character_has_its_place_in_the_original(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    for place, character in enumerate(folded.text):
        start, end = folded.original(place, place + 1)
        assert 0 <= start < end <= len(text)
        assert character in fold(text[start:end]).text
    assert folded.starts == sorted(folded.starts)
    assert folded.ends == sorted(folded.ends)


@given(TEXTS, TEXTS, TEXTS)
def test_what_stands_between_two_places_folds_to_the_same_again(before: str, text: str, behind: str) -> None:
    whole = fold(f"{before} x{text}x {behind}")
    inner = fold(f"x{text}x").text
    start = whole.text.index(inner)
    first, last = whole.original(start, start + len(inner))
    assert fold(f"{before} x{text}x {behind}"[first:last]).text == inner


@given(st.text(alphabet="abc ABC 가나다 1,600.5% 「」½㎜１", max_size=30).map(lambda text: " ".join(text.split())))
def test_nothing_else_changes(text: str) -> None:
    assume("..." not in text)
    assert fold(text).text == text
