"""One word for one thing: the terms of the Korean catalog."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from site_builder.language.catalogs import LOCALE
from tests.language.test_catalogs import messages, texts
from tests.records import ROOT

TERMS = LOCALE / "ko" / "TERMS.md"
DOCUMENTS = [
    *ROOT.glob("content/ko/**/*.md"),
    *ROOT.glob("*.ko.md"),
    *ROOT.glob("claims/*.ko.md"),
    *ROOT.glob(".github/**/*.md"),
    *ROOT.glob(".github/**/*.yml"),
]


class Term(NamedTuple):
    """A thing, the words that are not used for it, and the phrases in which they may stand all the same."""

    english: str
    refused: list[str]
    allowed: list[str]


def terms() -> Iterator[Term]:
    """The rows of the table."""
    for line in TERMS.read_text("utf-8").splitlines():
        if line.startswith("| ") and not line.startswith("| English"):
            english, _, refused, allowed = (cell.strip() for cell in line.strip("|").split("|"))
            yield Term(english, refused.split(", ") if refused else [], re.findall("`(.+?)`", allowed))


def refused_in(text: str) -> list[str]:
    """The words of a text that are not used for what they mean."""
    found = []
    for term in terms():
        rest = text
        for phrase in term.allowed:
            rest = rest.replace(phrase, "")
        found += [word for word in term.refused if word in rest]
    return found


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("도표를 봅니다", ["도표"]),
        ("웹 아카이브", []),
        ("이 아카이브의 웹 아카이브", ["아카이브"]),
        ("발언을 검수합니다", []),
    ],
)
def test_a_refused_word_is_found(text: str, refused: list[str]) -> None:
    assert refused_in(text) == refused


def test_the_catalog_keeps_to_the_terms() -> None:
    wrong = [
        (words, text) for message in messages("ko") for text in texts(message) if (words := refused_in(text))
    ]
    assert wrong == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_document_keeps_to_the_terms(document: Path) -> None:
    assert refused_in(document.read_text("utf-8")) == []
