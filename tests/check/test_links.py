"""Links of hand-written pages lead to something, and what would be right is said."""

import os
import unicodedata
from inspect import cleandoc
from pathlib import Path

import pytest

from site_builder.check import links
from site_builder.problems import Problem, sample
from site_builder.problems.content import DeadLink, LinkFromRoot
from site_builder.read import content, loader
from tests.golden import SITE_URL
from tests.records import write


def found(archive: Path, text: str, file: str = "content/en/deep/page.md") -> list[Problem]:
    write(archive, {file: text})
    records = loader.load(archive).archive
    return list(links.problems(archive, SITE_URL, ["en", "ko"], content.read(archive), records))


@pytest.mark.parametrize(
    "text",
    [
        '[a](../about.md) [b](../index.md?x=1#y) [c](../../ko/about.md) [d](page.md) [e](#part) [f](<../about.md> "T")',
        "[a](../) [b](..) [d](../about/) [e](../../ko/)",
        "[a](../claims/) [b](../claims/index.md) [c](../claims/page-2/) [d](../contribute/problems/)",
        "[a](../claims/2031-03-12-city-office-visitors/) [b](../claims/2031-03-12-city-office-visitors/index.md#x)",
        "[a](../entities/lake-omber/index.md) [b](../series/visitors/) [c](../../ko/entities/lake-omber/)",
        "[a](../../c/2031-03-12-city-office-visitors/) [b](../../c/2031-03-12-city-office-visitors/claim.json)",
        "[a](https://elsewhere.example/nope.md) [b](mailto:x@example.org) [c](//elsewhere.example/) <https://e.example/>",
        '[a][b]\n\n[b]: ../about.md "Title"\n[^1]: nope.md\n',
        "`[a](nope.md)` ``[a`](nope.md)``\n\n```\n[a](nope.md)\n```\n\n    [a](nope.md)\n\n<!-- [a](nope.md) -->\n",
        '~~~~ html\n<a href="nope/">\n~~~\n[a](nope.md)\n~~~~\n',
        '<a href="../../about/">a</a> <a href="../../">b</a> <a href="#x">c</a> <a href="https://e.example/">d</a>',
    ],
)
def test_what_leads_somewhere_has_no_problem(archive: Path, text: str) -> None:
    assert [problem.values["target"] for problem in found(archive, text)] == []


@pytest.mark.parametrize(
    ("text", "column", "code", "right"),
    [
        ("[a](../abuot.md)", 5, "E810", "[a](../about.md)"),
        ("[a](../claims/nope/)", 5, "E810", None),
        ("[a](../../en/entities/nobody/)", 5, "E810", None),
        ("[a](../entities/lake-ombre/#made)", 5, "E810", "[a](../entities/lake-omber/index.md#made)"),
        ("[a](../../ko/abuot.md?x=1#y)", 5, "E810", "[a](../../ko/about.md?x=1#y)"),
        ('말 ![a](pictur.png "T")', 8, "E810", '말 ![a](picture.png "T")'),
        ("[a](about.md)", 5, "E810", "[a](../about.md)"),
        ("[a](../../../mkdocs.yml)", 5, "E810", None),
        ("[a](../../fr/about.md)", 5, "E810", None),
        ("[a]: ../abuot.md", 6, "E810", "[a]: ../about.md"),
        ("[a]: <../abuot.md> 'T'", 7, "E810", "[a]: <../about.md> 'T'"),
        ('<a class="x" href="../../abuot/">a</a>', 20, "E810", '<a class="x" href="../../about/">a</a>'),
        ("- item\n\n    [a](../abuot.md)", 9, "E810", "    [a](../about.md)"),
        ("[![p](picture.png)](../abuot.md)", 21, "E810", "[![p](picture.png)](../about.md)"),
        ("[a](/ko/about/)", 5, "E811", "[a](../../ko/about.md)"),
        ("[a](/some/path/ko/about/#x)", 5, "E811", "[a](../../ko/about.md#x)"),
        ("[a](/some/path/en/claims/)", 5, "E811", "[a](../claims/index.md)"),
        ("[a](/ko/about)", 5, "E811", "[a](../../ko/about.md)"),
        ("[a](/nowhere/)", 5, "E811", None),
        ('<a href="/ko/about/">a</a>', 10, "E811", '<a href="../../../ko/about/">a</a>'),
    ],
)
def test_what_leads_nowhere_is_told_of_where_it_stands(
    archive: Path, text: str, column: int, code: str, right: str | None
) -> None:
    write(archive, {"content/en/deep/picture.png": b"png"})
    [problem] = found(archive, f"---\ntitle: A\n---\n\n{text}\n")
    line = 5 + text.count("\n")
    assert (str(problem.place), problem.kind.code) == (f"content/en/deep/page.md:{line}:{column}", code)
    assert problem.place.length == len(problem.values["target"])
    assert (problem.edit.lines[0] if problem.edit else None) == right


@pytest.mark.parametrize(("on_disk", "linked"), [("NFD", "NFC"), ("NFC", "NFD")])
def test_letters_in_pieces_are_the_same_letters(archive: Path, on_disk: str, linked: str) -> None:
    forms = {"NFC": unicodedata.normalize("NFC", "사진.png"), "NFD": unicodedata.normalize("NFD", "사진.png")}
    write(archive, {f"content/en/deep/{forms[on_disk]}": b"png"})
    assert forms[on_disk] in os.listdir(archive / "content/en/deep")  # noqa: PTH208
    assert found(archive, f"![a]({forms[linked]})") == []
    assert [*content.read(archive).published] == [f"en/deep/{forms['NFC']}"]


def test_the_samples_are_as_wrong_and_as_right_as_they_say(archive: Path) -> None:
    for kind in (DeadLink, LinkFromRoot):
        doc = cleandoc(kind.__doc__ or "")
        assert found(archive, sample(doc, "Right"), "content/en/page.md") == []
        [problem] = found(archive, sample(doc, "Wrong"), "content/en/page.md")
        assert problem.kind is kind
        assert problem.edit
        assert problem.edit.lines == (sample(doc, "Right"),)
        assert problem.values == kind.example
