"""Whatever a reader sees of a page is in its text."""

import pytest

from site_builder.sources.charsets import decoded
from site_builder.sources.extract import Page, plain
from tests.sources.shapes import SHAPES


def page(html: str) -> Page:
    return Page(html, "https://omber.example/news/1")


def folded(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", SHAPES)
def test_every_sentence_that_is_seen_is_found(name: str) -> None:
    shape = SHAPES[name]
    html, _ = decoded(shape.html.encode(shape.codec), shape.content_type)
    shown = page(html).shown()
    text = folded(shown.text)
    assert [sentence for sentence in shape.seen if sentence not in text] == []
    assert [sentence for sentence in shape.unseen if sentence in text] == []
    assert shown.doubt == shape.doubt


def test_the_main_part_is_without_menu_and_comments() -> None:
    found = page(SHAPES["comments"].html)
    assert found.main() == "Lanterns\nAbout 600 lanterns were lit.\n"
    assert "Sport" in found.shown().text


def test_blocks_stand_on_lines_of_their_own() -> None:
    html = "<h1>a</h1>b<p>c<br>d</p><ul><li>e<li>f</ul><details><summary>g</summary>h</details>"
    html += "<fieldset><legend>i</legend>j</fieldset>k<dialog open>l</dialog>m"
    assert page(html).shown().text.split("\n") == [*"abcdefghijklm", ""]


def test_the_title_is_kept_beside_the_text() -> None:
    shown = page("<head><title> Omber\n Daily </title></head><p>text</p>").shown()
    assert (shown.title, shown.text) == ("Omber Daily", "text\n")


@pytest.mark.parametrize(
    ("content", "leads_to"),
    [
        ("0; url=/b", "https://omber.example/b"),
        ("5;URL='b'", "https://omber.example/news/b"),
        ("0, https://other.example/", "https://other.example/"),
        ("600; url=/b", ""),
        ("30", ""),
        ("soon", ""),
    ],
)
def test_a_page_may_lead_on_by_itself(content: str, leads_to: str) -> None:
    assert page(f'<meta http-equiv="refresh" content="{content}">').shown().leads_to == leads_to


@pytest.mark.parametrize("html", ["", "<", "<p>", "<html></html>", "\0", "<meta http-equiv=refresh>", "<summary>"])
def test_a_page_of_nothing_has_no_text(html: str) -> None:
    assert len(page(html).shown().text) <= 2
    assert page(html).main() is not None


def test_a_long_page_that_speaks_of_cookies_is_no_wall() -> None:
    text = "<p>The baker of Omber allows nobody to accept cookies before dusk.</p>" * 20
    assert page(text).shown().doubt is None


def test_a_plain_text_has_its_lines() -> None:
    assert plain("a\r\n\r\n b ").text == "a\nb\n"
    assert plain(" ").doubt == "script"
