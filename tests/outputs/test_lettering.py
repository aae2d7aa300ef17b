"""Text in lines of a limited width; here every letter is one wide."""

import pytest

from site_builder.outputs import lettering
from site_builder.outputs.lettering import ELLIPSIS

LATIN_AND_HANGUL = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZï0123456789.,-…") | {
    chr(number) for number in range(0xAC00, 0xD7A4)
}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("one", ["one"]),
        ("one two three", ["one two", "three"]),
        ("국정원, 북한군 사망자", ["국정원,", "북한군", "사망자"]),
        ("extraordinarily", ["extrao", "rdinar", "ily"]),
        ("an extraordinary x", ["an", "extrao", "rdinar", "y x"]),
        ("  a \n b\t", ["a b"]),
    ],
)
def test_lines_break_between_words_and_long_words_anywhere(text: str, lines: list[str]) -> None:
    assert lettering.lines(text, 7 if "one" in text else 6, len) == lines


def test_a_letter_wider_than_a_line_has_one_of_its_own() -> None:
    assert lettering.lines("abc", 0.5, len) == ["a", "b", "c"]


def test_balanced_lines_are_no_more_and_leave_no_word_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lettering, "_CLOSE", 0.5)
    text = "aaaa bbbb cccc dddd eeee"
    assert lettering.lines(text, 19, len) == ["aaaa bbbb cccc dddd", "eeee"]
    assert lettering.balanced(text, 19, len) == ["aaaa bbbb cccc", "dddd eeee"]
    assert lettering.balanced("aaaa", 19, len) == ["aaaa"]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("ten letter", "ten letter"),
        ("more than ten", "more than…"),
        ("more, than that", "more, than…"),
        ("ab, cdefghijklm", "ab, cdefg…"),
        ("abcdefghijklmnop", "abcdefghi…"),
    ],
)
def test_what_has_no_room_ends_in_an_ellipsis_behind_a_word(text: str, short: str) -> None:
    assert lettering.shortened(text, 11 if short == "more, than…" else 10, len) == short


def test_a_text_is_cut_to_lines() -> None:
    broken = ["one two", "three", "four"]
    assert lettering.cut(broken, 3, 7, len) == broken
    assert lettering.cut(broken, 2, 7, len) == ["one two", "three…"]
    assert lettering.cut(broken, 0, 7, len) == []


@pytest.mark.parametrize(
    ("needed", "count", "given"),
    [([3, 3], 6, [3, 3]), ([5, 1], 4, [3, 1]), ([4, 4, 4], 5, [2, 2, 1]), ([2, 2], 1, [1, 0])],
)
def test_lines_are_shared_out_evenly(needed: list[int], count: int, given: list[int]) -> None:
    assert lettering.shares(needed, count) == given


@pytest.mark.parametrize(
    ("text", "legible"),
    [
        ("plain words", "plain words"),
        ("a \u202eturned\u200b word", "a turned word"),
        ("a party 🎉 today", "a party today"),
        ("he said אבג דהו again today", "he said … again today"),
        ("today ab한אבגab", "today ab한…ab"),
        ("words of мир here", "words of … here"),  # the Russian word is none without its letters
        ("Їжак and і here today", "… and i here today"),
        ("z\u0336a\u0337lgo", "zalgo"),
        ("\u1112\u1161\u11ab글", "한글"),
        ("ab\u0000\ud800\uffffcd", "abcd"),
        ("אבג דהו", ""),
        ("the אבגדהו", ""),
        ("🎉", ""),
        ("", ""),
        ("...", "..."),
    ],
)
def test_what_cannot_be_written_is_not_pretended(text: str, legible: str) -> None:
    assert lettering.legible(text, LATIN_AND_HANGUL.__contains__) == legible
    assert legible.count(ELLIPSIS) < 2
