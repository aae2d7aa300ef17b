"""What search engines and social networks show of a page."""

import pytest

from site_builder.pages.page import shortened

ENGLISH = "The harbour office counted the ships that lay in port when the storm came, and again a day later. "
KOREAN = "항만청은 폭풍이 왔을 때 항구에 있던 선박을 세었고, 하루 뒤 다시 세어 그 결과를 발표했습니다. "


@pytest.mark.parametrize("text", [ENGLISH * 3, KOREAN * 6, (ENGLISH + KOREAN) * 3])
@pytest.mark.parametrize("shift", range(25))
def test_a_long_description_ends_with_a_word(text: str, shift: int) -> None:
    text = text[shift:].strip()
    cut = shortened(text, "en")
    assert 120 < len(cut) <= 160
    assert cut.endswith("…")
    assert text.startswith(cut[:-1])
    *whole, last = cut[:-1].split()
    words = text.split()[: len(whole) + 1]
    assert [*whole, last] == [*words[:-1], words[-1].rstrip(".,")]


@pytest.mark.parametrize("text", ["", "Short.", "가" * 160, f"{'a' * 79} {'b' * 80}"])
def test_a_short_description_stays(text: str) -> None:
    assert shortened(text, "en") == text


def test_a_word_that_ends_where_the_dots_begin_stays() -> None:
    assert shortened(f"{'a' * 150} {'b' * 8} c d e", "en") == f"{'a' * 150} {'b' * 8}…"
    assert shortened(f"{'a' * 150} {'b' * 9} c d e", "en") == f"{'a' * 150}…"


def test_what_opens_or_parts_is_not_left_at_the_end() -> None:
    assert shortened(f"{'a' * 150}, “ {'b' * 30}", "en") == f"{'a' * 150}…"


def test_letters_without_spaces_are_cut_anywhere() -> None:
    assert shortened("字" * 200, "en") == f"{'字' * 159}…"


def test_a_description_is_one_line() -> None:
    assert shortened("One\n\ntwo  three ", "en") == "One two three"


@pytest.mark.parametrize(
    ("tag", "opening", "closing"),
    [("en", "“", "”"), ("ko", "“", "”"), ("de", "„", "“"), ("fr", "«", "»"), ("sv", "”", "”")],
)
@pytest.mark.parametrize("shift", range(25))
def test_a_quotation_that_is_cut_is_closed(tag: str, opening: str, closing: str, shift: int) -> None:
    said = f"Said by the office: {opening}{ENGLISH * 2}"[shift % 3 :] + "x" * shift
    cut = shortened(f"{said}{closing} It was over.", tag)
    assert 120 < len(cut) <= 160
    assert cut.endswith(f"…{closing}")
    assert said.startswith(cut[: -len(f"…{closing}")])
    whole = f"{opening}{'word ' * 20}{closing} and {ENGLISH * 2}"[shift:]
    assert shortened(opening * (shift > 0) + whole, tag).endswith("…")


def test_a_mark_that_would_open_nothing_is_left_out() -> None:
    for length in range(150, 160):
        assert shortened(f"{'a' * length} “{'b' * 30}”", "en") == f"{'a' * min(length, 159)}…"
