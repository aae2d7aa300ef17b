"""The table of characters, held to the properties that Unicode gives to every character there is."""

import re
import sys
import unicodedata
from collections.abc import Callable
from functools import cache
from itertools import combinations

import pytest
import yaml

from site_builder.read import files
from site_builder.text import characters
from site_builder.text.characters import any_of, visible, width
from site_builder.text.quoting import quoted

ALL = "".join(map(chr, range(sys.maxunicode + 1)))
CLASSES: dict[str, str] = {
    name: value
    for name, value in vars(characters).items()
    if re.match("[A-Z]", name) and not isinstance(value, re.Pattern)
}
SUMS = {"NOT_TEXT": ("CONTROLS", "LINE_SEPARATORS", "BYTE_ORDER_MARK", "NONCHARACTERS", "SURROGATES")}
APART = ("CONTROLS", "LINE_SEPARATORS", "BYTE_ORDER_MARK", "NONCHARACTERS", "SURROGATES", "DIRECTION", "INVISIBLE")
DIRECTION = (
    r"(?:LEFT|RIGHT)-TO-(?:LEFT|RIGHT) (?:MARK|EMBEDDING|OVERRIDE|ISOLATE)|POP DIRECTIONAL (?:FORMATTING|ISOLATE)"
    r"|FIRST STRONG ISOLATE|ARABIC LETTER MARK"
)
INVISIBLE = (
    r"SOFT HYPHEN|COMBINING GRAPHEME JOINER|(?:HANGUL |HALFWIDTH HANGUL )(?:CHOSEONG |JUNGSEONG )?FILLER"
    r"|KHMER VOWEL INHERENT A[AQ]|MONGOLIAN VOWEL SEPARATOR|ZERO WIDTH (?:SPACE|NON-JOINER|JOINER)|WORD JOINER"
    r"|FUNCTION APPLICATION|INVISIBLE (?:TIMES|SEPARATOR|PLUS)|(?:INHIBIT|ACTIVATE) .*"
    r"|(?:NATIONAL|NOMINAL) DIGIT SHAPES|LANGUAGE TAG|CANCEL TAG|TAG .*"
)
UNASSIGNED_INVISIBLE = {"\u2065", *map(chr, range(0xE0002, 0xE0020))}
"""Among the others, and as invisible as they are wherever they are drawn."""


def is_named(pattern: str) -> Callable[[str], bool]:
    named = re.compile(pattern).fullmatch
    return lambda character: named(unicodedata.name(character, "")) is not None


IS_ONE: dict[str, Callable[[str], bool]] = {
    "CONTROLS": lambda character: unicodedata.category(character) == "Cc" and character not in "\t\n",
    "LINE_SEPARATORS": lambda character: unicodedata.category(character) in ("Zl", "Zp"),
    "BYTE_ORDER_MARK": is_named("ZERO WIDTH NO-BREAK SPACE"),
    "NONCHARACTERS": lambda character: ord(character) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF,
    "SURROGATES": lambda character: unicodedata.category(character) == "Cs",
    "DIRECTION": is_named(DIRECTION),
    "INVISIBLE": lambda character: character in UNASSIGNED_INVISIBLE or is_named(INVISIBLE)(character),
    "JOINERS": is_named("ZERO WIDTH (?:NON-)?JOINER"),
    "PRIVATE_USE": lambda character: unicodedata.category(character) == "Co",
    "HARD_SPACES": lambda character: unicodedata.category(character) == "Zs" and character not in " \u1680\u3000",
    "LINE_ENDS": lambda character: character in "\n\r" or (character > " " and character.splitlines() == [""]),
    "ASCII_CONTROLS": lambda character: character.isascii() and unicodedata.category(character) == "Cc",
}
"""What each class is, by what Unicode says of a character."""
BLOCKS = {"WIDE_OR_HALF", "HEAPED", "GREEK_OR_CYRILLIC"}
"""Classes that are whole blocks of Unicode."""
TABLES = {"CURLY", "WIDE_MARKS", "LOOK_ALIKES"}
"""Marks and letters that people take for others."""


@cache
def members(name: str) -> set[str]:
    return set(any_of(CLASSES[name]).findall(ALL))


def test_every_class_is_looked_at() -> None:
    assert CLASSES.keys() == {*IS_ONE, *SUMS, *BLOCKS, *TABLES}


def test_marks_that_are_heaped_combine() -> None:
    categories = {unicodedata.category(character) for character in members("HEAPED")}
    assert categories - {"Cn"} == {"Mn", "Me"}


@pytest.mark.parametrize("marks", [characters.CURLY, "".join(characters.WIDE_MARKS)], ids=["curly", "wide"])
def test_marks_that_are_taken_for_those_of_yaml_are_punctuation(marks: str) -> None:
    assert {unicodedata.category(mark)[0] for mark in marks} == {"P"}


def test_letters_that_look_alike_are_of_other_scripts() -> None:
    scripts = {unicodedata.name(letter).split()[0] for letter in characters.LOOK_ALIKES}
    assert scripts == {"CYRILLIC", "GREEK"}
    assert all(letter.isascii() for letter in characters.LOOK_ALIKES.values())


def test_the_blocks_of_greek_and_cyrillic_have_all_their_letters() -> None:
    named = is_named("(?:GREEK|CYRILLIC) .*")
    assert {letter for letter in ALL if letter.isalpha() and named(letter)} <= members("GREEK_OR_CYRILLIC")


@pytest.mark.parametrize("name", IS_ONE)
def test_a_class_is_what_its_name_says(name: str) -> None:
    expected = {character for character in ALL if IS_ONE[name](character)}
    assert {f"{ord(character):x}" for character in members(name) ^ expected} == set()


@pytest.mark.parametrize("name", SUMS)
def test_a_sum_of_classes_has_all_of_them(name: str) -> None:
    assert members(name) == set[str]().union(*map(members, SUMS[name]))


def test_wide_and_half_forms_are_those_that_unicode_takes_for_such() -> None:
    forms = {each for each in ALL if re.match("<(?:wide|narrow)>", unicodedata.decomposition(each))}
    assert members("WIDE_OR_HALF") >= forms - members("INVISIBLE")
    others = members("WIDE_OR_HALF") - forms
    assert {unicodedata.category(each) for each in others} == {"Cn"}  # gaps in the block


def test_no_character_is_in_two_classes() -> None:
    for one, other in combinations(APART, 2):
        assert not members(one) & members(other)
    assert members("JOINERS") <= members("INVISIBLE")


def test_no_record_holds_what_is_no_text_or_turns_it() -> None:
    refused = files.refused.__wrapped__  # which keeps nothing of a million answers
    assert set(filter(refused, ALL)) == members("NOT_TEXT") | members("DIRECTION")


def test_nothing_that_is_refused_can_be_printed() -> None:
    """A text of which all can be printed is not looked at any closer."""
    assert not any(map(str.isprintable, members("NOT_TEXT") | members("DIRECTION")))


def test_what_nobody_would_see_is_written_out() -> None:
    unseen = members("NOT_TEXT") | members("DIRECTION") | members("INVISIBLE") | {"\t", "\n"}
    shown = [f"<U+{ord(character):04X}>" if character in unseen else character for character in ALL]
    assert visible(ALL) == "".join(shown)


def test_what_is_no_text_is_quoted_as_escapes() -> None:
    for character in members("NOT_TEXT"):
        written = quoted(f"a{character}b")
        assert written.isascii()
        assert written.isprintable()
    for character in members("NOT_TEXT") - members("SURROGATES") | {"\t", "\n"}:  # which no escape can write
        assert yaml.load(quoted(f"a{character}b"), yaml.CBaseLoader) == f"a{character}b"


@pytest.mark.parametrize(
    ("value", "columns"),
    [("abc", 3), ("가나", 4), ("日本", 4), ("ｆ", 2), ("ｶ", 1), ("e\u0301", 1), ("\U0001f600", 2), ("", 0)],
)
def test_width_counts_the_columns_of_a_terminal(value: str, columns: int) -> None:
    assert width(value) == columns
