"""HTML that Python makes."""

import pytest

from site_builder.language.language import Language, Link
from site_builder.library.localized import Card
from site_builder.pages import fragments
from site_builder.pages.quotes import SourceView
from site_builder.text.escaping import escape

EN = Language("en")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", " lang=en"),
        ("ko", " lang=ko"),
        ("ar", " lang=ar dir=rtl"),
        ("he", " lang=he dir=rtl"),
        ("fa", " lang=fa dir=rtl"),
        ("ur-PK", " lang=ur-PK dir=rtl"),
        ("az-Arab", " lang=az-Arab dir=rtl"),
        ("az", " lang=az"),
        ("zz", " lang=zz dir=auto"),
        ("", " dir=auto"),
    ],
)
def test_words_of_another_language_say_which_and_how_they_run(tag: str, expected: str) -> None:
    assert fragments.in_language(EN, tag) == expected


def test_a_headline_is_marked_with_its_language() -> None:
    article = SourceView("https://example.org/a", "عنوان", "ar", None, None, None, None)
    assert fragments.source(EN, article, "") == (
        '<cite lang=ar dir=rtl><a href="https://example.org/a">عنوان</a></cite>'
    )
    article.language = ""
    assert "<cite dir=auto>" in fragments.source(EN, article, "")


def test_a_name_on_a_card_does_not_turn_what_stands_beside_it() -> None:
    card = Card(Link("A title", "claims/a/"), "March 11, 2031", "ידיעות", ("600 ships",), False)
    assert "<p>March 11, 2031 · <bdi>ידיעות</bdi> · 600 ships<" in fragments.cards(EN, [card], "")


@pytest.mark.parametrize("name", ["Omber Daily", "옴버 일보 (2)", "Ω & Ж 7"])
def test_a_name_that_turns_nothing_has_no_element_of_its_own_where_all_runs_as_it_does(name: str) -> None:
    card = Card(Link("A title", "claims/a/"), "March 11, 2031", name, (), False)
    assert f"<p>March 11, 2031 · {escape(name)}<" in fragments.cards(EN, [card], "")
    assert fragments._isolated(name, "rtl") == f"<bdi>{escape(name)}</bdi>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("이(가) 밝힌 ", "이\u2060(가) 밝힌 "),
        ("은(는), ", "은\u2060(는), "),
        ("(으)로 보낸", "(으)로 보낸"),
        ("이 밝힌 (수)", "이 밝힌 (수)"),
        (" (first) to ", " (first) to "),
        (") to ", ") to "),
    ],
)
def test_what_is_put_to_a_link_stays_in_one_piece(text: str, expected: str) -> None:
    assert fragments.sentence((Link("A", "a/"), text), "") == f'<a href="a/">A</a>{expected}'
