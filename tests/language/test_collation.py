"""The order of names in lists."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.language.language import Language


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", ("3rd Division", "22nd Division", "al-Jazeera", "Élysée", "Zed Post", "Киев", "가나", "國防部")),
        (
            "ko",
            (
                "3사단",
                "22사단",
                "가나",
                "가나 일보",
                "가나다",
                "각",
                "「하늘」",
                "國防部",
                "al-Jazeera",
                "Élysée",
                "Zed Post",
                "Киев",
            ),
        ),
        ("en", ("Al Sabah", "Alabama", "al-Jazeera", "Aljazeera English")),
        ("en", ("Election Board", "Élysée", "Emirates")),
        ("en", ("Oder", "Œuvre", "“Oil” Group", "Ørsted", "Oz")),
        ("en", ("SA-3", "SA-22", "SA-100", "Sabah")),
        ("en", ("Zed", "Zed Post", "Zedekia")),
        ("en", ("resume", "Resume", "résumé", "Résumé", "resumes")),
        ("en", ("Straße", "Strassen")),
        ("en", ("(Group) A", "Group B", "“Group” C", "Group D")),
        ("en", ("ＡＢＣ News", "Abd", "ABE")),
        ("ko", ("ㄱ", "가", "한국", "힣", "A")),
    ],
)
def test_names_stand_as_a_reader_looks_for_them(tag: str, expected: Sequence[str]) -> None:
    mixed = random.Random(1).sample(expected, len(expected))
    assert tuple(sorted(mixed, key=Language(tag).sort_key)) == expected


def test_the_order_of_one_language_is_not_that_of_another() -> None:
    names = ("가나", "Zed")
    assert sorted(names, key=Language("en").sort_key) == ["Zed", "가나"]
    assert sorted(names, key=Language("ko").sort_key) == ["가나", "Zed"]


@given(st.text(), st.text())
def test_every_two_names_can_be_compared(one: str, other: str) -> None:
    key = Language("en").sort_key
    assert (key(one) < key(other)) + (key(one) > key(other)) == (1 if one != other else 0)
