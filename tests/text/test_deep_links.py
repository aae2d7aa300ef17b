"""Addresses of words on a page, by the rules that browsers keep to."""

import unicodedata
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.text.deep_links import deep_link

PAGE = "https://example.org/walk"
LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"


@pytest.mark.parametrize(
    ("text", "directive"),
    [
        ("about 600 people came", "text=about%20600%20people%20came"),
        ("“About 600,” he said.", "text=About%20600%2C%E2%80%9D%20he%20said"),
        ("…and then?!", "text=and%20then"),
        ("a well-known a,b & c", "text=a%20well%2Dknown%20a%2Cb%20%26%20c"),
        ("1.5_2~3", "text=1.5_2~3"),
        ("북한군 약 600명이", "text=%EB%B6%81%ED%95%9C%EA%B5%B0%20%EC%95%BD%20600%EB%AA%85%EC%9D%B4"),
        (LONG.removesuffix(" fifteen"), "text=" + LONG.removesuffix(" fifteen").replace(" ", "%20")),
        (LONG, "text=one%20two%20three%20four%20five,eleven%20twelve%20thirteen%20fourteen%20fifteen"),
        ("he came […] and went", "text=he%20came&text=and%20went"),
        ("he came, [...] and (…) went.", "text=he%20came&text=and&text=went"),
        ("first paragraph.\n\nSecond one", "text=first%20paragraph&text=Second%20one"),
        (
            f"{LONG} […] end",
            "text=one%20two%20three%20four%20five,eleven%20twelve%20thirteen%20fourteen%20fifteen&text=end",
        ),
    ],
)
def test_the_words_of_a_quote(text: str, directive: str) -> None:
    assert deep_link(PAGE, text) == f"{PAGE}#:~:{directive}"


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        (f"{PAGE}?a=1&b=2", f"{PAGE}?a=1&b=2#:~:text=x"),
        (f"{PAGE}#part", f"{PAGE}#part:~:text=x"),
        (f"{PAGE}#", f"{PAGE}#:~:text=x"),
        (f"{PAGE}#:~:text=other", f"{PAGE}#:~:text=x"),
        (f"{PAGE}#part:~:text=other", f"{PAGE}#part:~:text=x"),
    ],
)
def test_the_place_behind_an_address(url: str, linked: str) -> None:
    assert deep_link(url, "x") == linked


@pytest.mark.parametrize("text", ["", "…", "[…]", "“ ”", "\n"])
def test_without_words_the_page_itself(text: str) -> None:
    assert deep_link(f"{PAGE}#part", text) == f"{PAGE}#part"


WORDS = st.lists(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=6), max_size=40)


@given(WORDS)
def test_every_directive_names_words_of_the_quote_in_their_order(words: list[str]) -> None:
    text = " ".join(words)
    _, _, directives = deep_link(PAGE, text).partition("#:~:")
    behind = 0
    for directive in filter(None, directives.split("&")):
        assert directive.startswith("text=")
        ends = directive.removeprefix("text=").split(",")
        assert 1 <= len(ends) <= 2
        for end in ends:
            named = unquote(end)
            assert not set(end) - set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~%")
            assert named and not unicodedata.category(named[0]).startswith("P")
            assert not unicodedata.category(named[-1]).startswith("P")
            place = text.index(named, behind)  # start and end follow each other and share nothing
            behind = place + len(named)


@given(WORDS)
def test_a_quote_is_cut_at_spaces_only(words: list[str]) -> None:
    """Left and right of what is named stand the ends of the text, spaces, or punctuation that was taken off."""
    text = " ".join(words)
    _, _, directives = deep_link(PAGE, text).partition("#:~:")
    behind = 0
    for named in unquote(directives.replace("&text=", "\n").replace(",", "\n").removeprefix("text=")).split("\n"):
        place = text.index(named, behind)
        behind = place + len(named)
        for beside in (text[:place][-1:], text[behind:][:1]):
            assert not beside or beside == " " or unicodedata.category(beside).startswith("P")
