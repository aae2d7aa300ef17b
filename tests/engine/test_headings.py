"""Headings of hand-written pages have ids that somebody who reads the text can foresee."""

import re
from collections.abc import Mapping

import pytest
from markdown import Markdown

from site_builder.engine import headings


def ids(text: str, toc: Mapping[str, object] | None = None) -> list[str]:
    """The ids of the headings of a page, whichever extension comes first; the parser has read another page before."""
    found = []
    for extensions in (["attr_list", "toc", headings.EXTENSION], [headings.EXTENSION, "toc", "attr_list"]):
        markdown = Markdown(extensions=extensions, extension_configs={"toc": dict(toc or {})})
        markdown.convert(text)
        markdown.reset()
        found.append(re.findall(r'<h\d id="([^"]*)"', markdown.convert(text)))
    assert found[0] == found[1]
    return found[0]


@pytest.mark.parametrize(
    ("heading", "id"),
    [
        ("첫째 단계", "첫째-단계"),
        ("둘째 단계: ‘말’과 글", "둘째-단계-말과-글"),
        ("What's *this* `co_de`? & more", "whats-this-co_de--more"),
        ("2031년 3월 (잠정)", "2031년-3월-잠정"),
        ("Élan vital", "élan-vital"),
        ("e\u0301lan", "élan"),
        ("中國의 말", "中國의-말"),
        ("Привіт", "привіт"),
        ("हिन्दी", "हिन्दी"),
        ("[A link](https://elsewhere.example/) here", "a-link-here"),
        ("!!!", "section"),
    ],
)
def test_an_id_is_made_of_the_words(heading: str, id: str) -> None:
    assert ids(f"## {heading}\n") == [id]


def test_the_second_of_the_same_words_is_counted() -> None:
    assert ids("## 말\n\n## 말\n\n## 말-1\n\n## 말\n") == ["말", "말-1", "말-1-1", "말-2"]


def test_a_heading_that_is_put_in_changes_no_other_id() -> None:
    assert ids("## 첫째\n\n## 셋째\n") == ["첫째", "셋째"]
    assert ids("## 첫째\n\n## 둘째\n\n## 셋째\n") == ["첫째", "둘째", "셋째"]


def test_ids_written_by_hand_stay_and_are_not_given_twice() -> None:
    assert ids("## Own\n\n## Words {#own}\n\n## Content\n") == ["own-1", "own", "content-1"]


def test_the_slugify_of_an_owner_counts() -> None:
    assert ids("## 말\n\n## 글\n", {"slugify": lambda text, separator: f"x{text}"}) == ["x말", "x글"]
