"""The Korean of the catalog, the documents and the records: one word for one thing, and particles that fit."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from site_builder.language.catalogs import LOCALE
from site_builder.language.particles import particle
from site_builder.problems import Kind, catalogue
from tests.language.test_catalogs import messages, texts
from tests.records import ROOT

TERMS = LOCALE / "ko" / "TERMS.md"
DOCUMENTS = [
    *ROOT.glob("*.ko.md"),
    *ROOT.glob("site_builder/start/**/*.md"),
    *ROOT.glob("tests/sample/archive/content/ko/**/*.md"),
    *ROOT.glob(".github/**/*.md"),
    *ROOT.glob(".github/**/*.yml"),
    ROOT / "Makefile",
]
RECORDS = sorted(ROOT.glob("tests/sample/archive/claims/*/*.yml"))
PAIRS = ("은/는", "이/가", "을/를", "과/와", "으로/로", "이나/나", "이라/라")
_PARTICLE = re.compile(f"({'|'.join('|'.join(pair.split('/')) for pair in PAIRS)})(?![가-힣])")
_BOTH = re.compile(r"은\(는\)|는\(은\)|이\(가\)|가\(이\)|을\(를\)|를\(을\)|[과와]\([과와]\)|\(으\)로|\(이\)[나라]")
_BEFORE = re.compile(r"""[A-Za-z0-9)]["'’”`]*$|[가-힣]["'’”`]+$""")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


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
    wrong = [(words, text) for message in messages("ko") for text in texts(message) if (words := refused_in(text))]
    assert wrong == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_document_keeps_to_the_terms(document: Path) -> None:
    assert refused_in(document.read_text("utf-8")) == []


def unfitting(text: str) -> list[str]:
    """The particles of a text that do not fit the word, number or bracket before them, and those given in both forms.

    Behind a placeholder none can be known to fit. What stands behind Hangul by itself may be the end of a word.
    """
    text = _LINK.sub(r"\1", text.replace("&NoBreak;", ""))
    found = [match[0] for match in _BOTH.finditer(text)]
    for match in _PARTICLE.finditer(_BOTH.sub("", text)):
        before = match.string[: match.start()]
        if re.search("""}["'’”`]*$""", before):
            found.append(before[-20:] + match[0])
        elif _BEFORE.search(before):
            pair = next(pair for pair in PAIRS if match[0] in pair.split("/"))
            right = particle(before.replace("`", ""), pair)
            found += [before[-20:] + match[0]] if right in pair.split("/") and right != match[0] else []
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{id:은/는} 없습니다", []),
        ("{id}는 없습니다", ["{id}는"]),
        ("‘{id}’를 지우십시오", ["‘{id}’를"]),
        ("이 id({id})를 지우십시오", []),
        ("이 이름({id})를 지우십시오", ["이 이름({id})를"]),
        ("키를(을) 쓰십시오", ["를(을)"]),
        ("이름(으)로 쓰십시오", ["(으)로"]),
        ("`min`과 `max`를 쓰고 id는 씁니다", []),
        ("`min`와 max을 씁니다", ["`min`와", "`min`와 max을"]),
        ("‘약’는 [말](words.md)과 다릅니다", ["‘약’는"]),
        ("붙임표(-)와 쌍점(:)은 600명’&NoBreak;은", []),
        ("평가와 결과, 나이", []),
    ],
)
def test_a_particle_that_does_not_fit_is_found(text: str, found: list[str]) -> None:
    assert unfitting(text) == found


def test_the_particles_of_the_catalog_fit() -> None:
    assert [(found, text) for message in messages("ko") for text in texts(message) if (found := unfitting(text))] == []


@pytest.mark.parametrize("file", [*DOCUMENTS, *RECORDS], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_particles_of_a_text_fit(file: Path) -> None:
    assert unfitting(file.read_text("utf-8")) == []


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.name)
def test_a_record_keeps_to_the_terms(record: Path) -> None:
    assert refused_in(record.read_text("utf-8")) == []


@pytest.mark.parametrize("kind", catalogue.kinds(), ids=lambda kind: kind.code)
def test_the_samples_of_a_problem_keep_to_the_terms(kind: type[Kind]) -> None:
    assert refused_in(kind.__doc__ or "") == []
    assert unfitting(kind.__doc__ or "") == []
