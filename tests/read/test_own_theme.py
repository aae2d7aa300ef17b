"""The owner's folder of the theme: what is published of it, and which templates count."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from site_builder.problems import Place, Problem
from site_builder.read import own_theme
from tests.records import write

EXTENDS = '{% extends "base.html" %}\n'
NAMED = Place("mkdocs.yml", 3, 5)


def read(root: Path, files: Mapping[str, str | bytes]) -> own_theme.OwnTheme:
    return own_theme.read(
        write(root, {f"own/{name}": text for name, text in files.items()}), "own", NAMED, root / "content"
    )


def told(root: Path, files: Mapping[str, str | bytes]) -> list[str]:
    return [f"{problem.place} {problem.kind.code}" for problem in read(root, files).problems]


def only(root: Path, files: Mapping[str, str | bytes]) -> Problem:
    [problem] = read(root, files).problems
    return problem


def test_all_but_hidden_files_is_published(tmp_path: Path) -> None:
    found = read(tmp_path, {"a.css": "", "deep/b.svg": "", ".c": "", ".d/e.css": ""})
    assert (found.files, found.problems, found.has_main) == (["a.css", "deep/b.svg"], [], False)


def test_links_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    write(secret, {"key": "secret"})
    write(tmp_path / "archive", {"own/a.css": ""})
    (tmp_path / "archive/own/key").symlink_to(secret / "key")
    (tmp_path / "archive/own/all").symlink_to(secret)
    found = own_theme.read(tmp_path / "archive", "own", NAMED, tmp_path / "content")
    assert found.files == ["a.css"]
    assert [f"{each.place} {each.kind.code}" for each in found.problems] == ["own/all:1:1 E107", "own/key:1:1 E107"]


@pytest.mark.parametrize("block", ["extrahead", "announce", "header", "footer"])
def test_a_page_may_fill_the_blocks(tmp_path: Path, block: str) -> None:
    found = read(tmp_path, {"main.html": f"{EXTENDS}{{% block {block} %}}Words{{% endblock %}}\n"})
    assert (found.has_main, found.problems) == (True, [])


@pytest.mark.parametrize(
    "inside", ["{{ super() }} more", "before {{ page.content }}", "{% if page %}{{ super() }}{% endif %}"]
)
def test_the_content_may_have_more_around_it(tmp_path: Path, inside: str) -> None:
    assert told(tmp_path, {"main.html": f"{EXTENDS}{{% block content %}}{inside}{{% endblock %}}\n"}) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{EXTENDS}{{% block footer %}}Words\n", "own/main.html:2:1 E845"),
        (f"{EXTENDS}\n{{{{ }}\n", "own/main.html:3:1 E845"),
        (f"{EXTENDS}{{% nonsense %}}\n", "own/main.html:2:1 E845"),
        ("Words\n", "own/main.html:1:1 E845"),
        ('\n{% extends "main.html" %}\n', "own/main.html:2:1 E845"),
        ("{% extends layout %}\n", "own/main.html:1:1 E845"),
        (f"{EXTENDS}{{% block content %}}Words{{% endblock %}}\n", "own/main.html:2:1 E845"),
        (f"{EXTENDS}{{% block footer %}} <!-- slot:questions -->{{% endblock %}}\n", "own/main.html:2:20 E845"),
        (f"{EXTENDS}{{% block tabs %}}Words{{% endblock %}}\n", "own/main.html:2:1 W847"),
        (b"\xff", "own/main.html:1:1 E102"),
    ],
)
def test_what_is_wrong_with_a_page_is_told_of_in_its_place(tmp_path: Path, text: str | bytes, expected: str) -> None:
    assert told(tmp_path, {"main.html": text}) == [expected]


def test_templates_that_the_page_asks_for_count(tmp_path: Path) -> None:
    asking = (
        f'{EXTENDS}{{% import "m.html" as m %}}{{% block footer %}}{{% include "partials/a.html" %}}{{% endblock %}}'
    )
    parts = {"partials/a.html": '{% include ["b.html", "gone.html"] %}', "b.html": "", "m.html": ""}
    assert told(tmp_path, {"main.html": asking, **parts}) == []
    assert told(tmp_path, {"main.html": asking, **parts, "b.html": "{% if %}"}) == ["own/b.html:1:1 E845"]
    assert told(tmp_path, {"main.html": asking, **parts, "b.html": "\n<!-- slot:title -->"}) == ["own/b.html:2:1 E845"]


def test_templates_without_effect_are_named_once(tmp_path: Path) -> None:
    problem = only(tmp_path, {"main.html": EXTENDS, "partials/footer.html": "", "404.html": "", "base.html": ""})
    assert (problem.kind.code, problem.place) == ("W846", NAMED)
    assert problem.values == {"names": "404.html, base.html, partials/footer.html", "main": "own/main.html"}
    assert only(tmp_path / "other", {"partials/footer.html": ""}).values["names"] == "partials/footer.html"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{% include ".icons/material/alert.svg" %}', ["own/main.html:3:1 E850"]),
        ('{% import "a.html" as a %}', ["own/main.html:3:1 E850"]),
        ('{% include "a.html" ignore missing %}{% include ["a.html", "b.html"] ignore missing %}', []),
        ("<script>alert(1)</script>", ["own/main.html:3:1 W851"]),
        ('<script type="application/ld+json">{}</script><script src="own.js"></script>', []),
        ("<style>\nh1 { color: teal }</style>", ["own/main.html:3:1 W851"]),
        ('<p\n style="color: teal">', ["own/main.html:4:2 W851"]),
        ('<p class=a onclick="run()">', ["own/main.html:3:12 W851"]),
        ("<p class=style title='on = off'>style=words</p>", []),
        ('<script src="https://cdn.example/a.js"></script>', ["own/main.html:3:14 E848"]),
        ("<link href=//cdn.example/a.css rel=stylesheet>", ["own/main.html:3:12 E848"]),
        ("<img alt='' src='http://a.example/pixel.gif'>", ["own/main.html:3:18 E848"]),
        ("<link rel=me href=https://social.example/@omber><a href=https://omber.example/>Omber</a>", []),
        ("{# <style> #}<!-- <script>1</script> -->", []),
    ],
)
def test_what_browsers_or_engines_will_not_take_is_told_of(tmp_path: Path, text: str, expected: list[str]) -> None:
    main = f"{EXTENDS}{{% block extrahead %}}\n{text}\n{{% endblock %}}\n"
    assert told(tmp_path, {"main.html": main}) == expected


@pytest.mark.parametrize("front", ["template: home.html", "title: A\ntemplate: 'home.html'\nhide: [toc]"])
def test_a_template_that_a_page_asks_for_has_an_effect(tmp_path: Path, front: str) -> None:
    write(tmp_path, {"content/en/index.md": f"---\n{front}\n---\n# A\n", "content/en/b.md": "template: other.html\n"})
    found = read(tmp_path, {"home.html": '{% extends "main.html" %}', "other.html": ""})
    assert found.templates == ["own/home.html"]
    assert [problem.values["names"] for problem in found.problems] == ["other.html"]


def test_a_template_is_asked_for_between_the_lines_of_dashes_only(tmp_path: Path) -> None:
    """Lines may end as on Windows, of which there may be many: no pattern may try all ways to read them."""
    asking = "---\ntitle: A\ntemplate: home.html\n---\n"
    words = "---\ntitle: B\n---\ntemplate: other.html\n" + "words: words\n" * 1000
    pages = {"content/en/a.md": asking.replace("\n", "\r\n"), "content/en/b.md": words.replace("\n", "\r\n")}
    write(tmp_path, pages)
    assert read(tmp_path, {"home.html": "", "other.html": ""}).templates == ["own/home.html"]


def test_a_page_that_is_a_link_asks_for_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"elsewhere/a.md": "---\ntemplate: home.html\n---\n", "content/en/b.md": ""})
    (tmp_path / "content/en/a.md").symlink_to(tmp_path / "elsewhere/a.md")
    assert read(tmp_path, {"home.html": ""}).templates == []
