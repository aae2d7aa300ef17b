from collections.abc import Mapping
from inspect import cleandoc
from pathlib import Path

import pytest

from site_builder.check.content import check
from site_builder.model import slots
from site_builder.problems import Kind, Place, Problem, sample
from site_builder.problems.content import (
    OutsideLanguages,
    TakenAddress,
    UnfitAsset,
    UnfitPageName,
    UnknownSlot,
)
from site_builder.read import content
from site_builder.read.settings import NavEntry
from tests.records import write

HOMES = {"content/en/index.md": "# Home\n", "content/ko/index.md": "# 홈\n"}


def found(root: Path, contents: Mapping[str, str | bytes], *nav: NavEntry) -> list[Problem]:
    return list(check(content.read(write(root, {**HOMES, **contents}), nav), ["en", "ko"]))


def told(root: Path, contents: Mapping[str, str | bytes], *nav: NavEntry) -> list[str]:
    return [f"{problem.place} {problem.kind.code}" for problem in found(root, contents, *nav)]


def both(path: str, text: str = "# Words\n") -> dict[str, str]:
    """A page in every language."""
    return {f"content/{tag}/{path}": text for tag in ("en", "ko")}


def test_pages_in_every_language_have_no_problems(tmp_path: Path) -> None:
    every = "\n\n".join(f"<!-- slot:{name} -->" for name in sorted(slots.IN_CONTENT))
    pictures = {"content/en/a.png": "png", "content/x.ico": "ico"}
    assert told(tmp_path, {**both("deep/about-us_2.md", every), **both("claims-of-note/index.md"), **pictures}) == []


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        ({"content/about.md": "# A\n"}, ["content/about.md:1:1 E802"]),
        ({"content/fr/about.md": "# A\n"}, ["content/fr/about.md:1:1 E802"]),
        ({"content/index.md": "# A\n"}, ["content/index.md:1:1 E802"]),
        ({"content/en/about.md": "# A\n"}, ["content/en/about.md:1:1 E804"]),
        ({"content/ko/deep/index.md": "# A\n"}, ["content/ko/deep/index.md:1:1 E804"]),
        (both("claims/index.md"), ["content/en/claims/index.md:1:1 E805", "content/ko/claims/index.md:1:1 E805"]),
        (both("dates/2031.md"), ["content/en/dates/2031.md:1:1 E805", "content/ko/dates/2031.md:1:1 E805"]),
        (
            both("contribute/problems.md"),
            ["content/en/contribute/problems.md:1:1 E805", "content/ko/contribute/problems.md:1:1 E805"],
        ),
        (
            {**both("data.md"), "content/en/data/index.md": "# A\n"},
            ["content/en/data/index.md:1:1 E806"],
        ),
        (both("About.md"), ["content/en/About.md:1:1 E807", "content/ko/About.md:1:1 E807"]),
        (both("소개.md"), ["content/en/소개.md:1:1 E807", "content/ko/소개.md:1:1 E807"]),
        (both("a b.md"), ["content/en/a b.md:1:1 E807", "content/ko/a b.md:1:1 E807"]),
        (
            {"content/en/index.md": "---\ntitle: A\n---\n\n<!-- slot:newest-claims -->\n\n<!-- slot:title -->\n"},
            ["content/en/index.md:7:1 E808"],
        ),
        ({"content/en/map.svg": "<svg/>"}, ["content/en/map.svg:1:1 E801"]),
    ],
)
def test_what_is_wrong_is_told_of_in_its_place(
    tmp_path: Path, contents: Mapping[str, str | bytes], expected: list[str]
) -> None:
    assert told(tmp_path, contents) == expected


def test_every_language_needs_a_home_page(tmp_path: Path) -> None:
    write(tmp_path, {"content/en/about.md": "# A\n"})
    problems = list(check(content.read(tmp_path), ["en", "ko"]))
    assert [f"{problem.place} {problem.kind.code}" for problem in problems] == [
        "content/en/index.md:1:1 E803",
        "content/ko/index.md:1:1 E803",
        "content/en/about.md:1:1 E804",
    ]
    assert problems[2].values == {"folder": "content/ko/", "file": "content/ko/about.md"}


def test_an_archive_without_pages_is_told_what_to_write(tmp_path: Path) -> None:
    problems = check(content.read(tmp_path), ["en", "ko"])
    assert [problem.values["file"] for problem in problems] == ["content/en/index.md", "content/ko/index.md"]


def test_the_other_page_with_an_address_is_named(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, {**both("data.md"), "content/en/data/README.md": "# A\n"})
    assert problem.values == {"other": "content/en/data.md"}
    assert problem.related == Place("content/en/data.md")


def test_an_entry_of_nav_without_page_is_told_of_where_it_stands(tmp_path: Path) -> None:
    nav = [NavEntry(path, "", Place("mkdocs.yml", line, 5)) for line, path in enumerate(["en/index.md", "en/b.md"], 1)]
    assert told(tmp_path, {}, *nav) == ["mkdocs.yml:2:5 E809"]


@pytest.mark.parametrize("kind", [UnfitAsset, OutsideLanguages, TakenAddress, UnfitPageName])
def test_the_samples_of_names_are_as_wrong_and_as_right_as_they_say(tmp_path: Path, kind: type[Kind]) -> None:
    for title, expected in (("Right", set[str]()), ("Wrong", {kind.code})):
        path = sample(cleandoc(kind.__doc__ or ""), title)
        contents = {path: "words", path.replace("/en/", "/ko/"): "words"}
        assert {problem.kind.code for problem in found(tmp_path / title, contents)} == expected


def test_the_samples_of_slots_are_as_wrong_and_as_right_as_they_say(tmp_path: Path) -> None:
    doc = cleandoc(UnknownSlot.__doc__ or "")
    assert told(tmp_path, both("a.md", sample(doc, "Right"))) == []
    assert told(tmp_path, {"content/en/a.md": sample(doc, "Wrong")}) == ["content/en/a.md:1:1 E808"]


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("/en/about/", "en/about.md"),
        ("en/index", "en/index.md"),
        ("about.md", "en/about.md"),
        ("en/abuot.md", "en/about.md"),
    ],
)
def test_an_entry_of_nav_that_means_a_page_is_told_of_with_its_file(tmp_path: Path, path: str, meant: str) -> None:
    [problem] = found(tmp_path, both("about.md"), NavEntry(path, "", Place("mkdocs.yml")))
    assert problem.values["suggestion"] == meant
