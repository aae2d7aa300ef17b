from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.problems import Place
from site_builder.read import content
from site_builder.read.appearance import OutsideLink
from site_builder.read.content import ContentPage
from site_builder.read.settings import NavEntry
from tests.records import write

PLACE = Place("mkdocs.yml")


def page(root: Path, text: str | bytes, path: str = "en/about-us.md") -> ContentPage:
    (only,) = content.read(write(root, {f"content/{path}": text})).files
    return only.page


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: About\n---\n# Other\n", "About"),
        ("---\ntitle: 'It''s: <b>'\n---\n", "It's: <b>"),
        ("---\ntitle: 2031-03-12\n---\n", "2031-03-12"),
        ("---\ntitle: NO\n---\n", "NO"),
        ("---\ntitle:\n---\n\n# Heading\n", "Heading"),
        ("---\ntitle: [a, b]\n---\n\n# Heading\n", "Heading"),
        ("---\n- a\n---\n\n# Heading\n", "Heading"),
        ("\ufeff# Heading\r\n\r\nwords\r\n", "Heading"),
        ("# Heading {#id .class}\n", "Heading"),
        ("# Heading ##\n", "Heading"),
        ("# *Heading* of [a `thing`](index.md) &amp; snake_case\n", "Heading of a thing & snake_case"),
        ("# 5 * 3 * 2\n", "5 * 3 * 2"),
        ("Heading\n=======\n\nwords\n", "Heading"),
        ("words\n\n# Heading\n", "About us"),
        ("## Heading\n", "About us"),
        ("", "About us"),
    ],
)
def test_the_title_is_that_of_the_front_matter_the_heading_or_the_file(tmp_path: Path, text: str, title: str) -> None:
    assert page(tmp_path, text).title == title


def test_the_description_is_that_of_the_front_matter(tmp_path: Path) -> None:
    assert page(tmp_path, "---\ndescription: >-\n  Many\n  words\n---\n").description == "Many words"
    assert page(tmp_path, "# Heading\n").description == ""


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("en/index.md", ""),
        ("en/about.md", "about/"),
        ("en/deep/index.md", "deep/"),
        ("en/deep/README.md", "deep/"),
        ("en/deep/in.md", "deep/in/"),
    ],
)
def test_the_address_is_the_path_below_the_language(tmp_path: Path, path: str, address: str) -> None:
    assert page(tmp_path, "# Words\n", path).address == address


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("<!-- slot:a -->\n", ["a 1:1"]),
        ("---\ntitle: A\n---\n\n<!-- slot:a --> <!-- slot:b -->\n\n<!-- slot:c -->\n", ["a 5:1", "b 5:17", "c 7:1"]),
        ("`<!-- slot:a -->` <!-- slot:b -->\n", ["b 1:19"]),
        ("```\n<!-- slot:a -->\n```\n<!-- slot:b -->\n", ["b 4:1"]),
        ("~~~~ html\n<!-- slot:a -->\n~~~\n<!-- slot:b -->\n~~~~\n<!-- slot:c -->\n", ["c 6:1"]),
        ("<!--slot:a-->\n<!-- slot:A -->\n<!-- slot: a -->\n", []),
    ],
)
def test_slots_have_their_places_and_are_none_in_code(tmp_path: Path, text: str, slots: list[str]) -> None:
    (only,) = content.read(write(tmp_path, {"content/en/a.md": text})).files
    assert [f"{name} {place.line}:{place.column}" for name, place in only.slots] == slots
    assert all(place.path == only.file and place.length == len("<!-- slot:a -->") for _, place in only.slots)


def test_pages_stand_in_the_order_of_mkdocs_and_pictures_beside_them(tmp_path: Path) -> None:
    names = ("en/b.md", "en/a.md", "en/index.md", "en/deep/index.md", "en/deep/a.md", "ko/a.md", "en/a.png", "x.ico")
    found = content.read(write(tmp_path, {f"content/{name}": "# Words\n" for name in names}))
    assert [str(each.path) for each in found.files] == [
        *("en/index.md", "en/a.md", "en/b.md", "en/deep/index.md", "en/deep/a.md", "ko/a.md")
    ]
    assert found.assets == ["content/x.ico", "content/en/a.png"]
    assert [each.address for each in found.pages("en")] == ["", "a/", "b/", "deep/", "deep/a/"]
    assert found.menu("en") == found.pages("en")


def test_nav_gives_the_menu_its_order_and_titles(tmp_path: Path) -> None:
    write(tmp_path, {f"content/en/{name}.md": "# Words\n" for name in ("index", "a", "b", "c")})
    link = OutsideLink("Elsewhere", "https://elsewhere.example/")
    nav: list[NavEntry | OutsideLink] = [
        NavEntry("en/c.md", "Third", PLACE),
        link,
        NavEntry("en/a.md", "", PLACE),
        NavEntry("en/none.md", "", PLACE),
    ]
    found = content.read(tmp_path, nav)
    third, elsewhere, first = found.menu("en")
    assert (third, elsewhere, first) == (found.pages("en")[3], link, found.pages("en")[1])
    assert third[:2] == ("c/", "Third")
    assert [each.address for each in found.pages("en")] == ["", "a/", "b/", "c/"]


def test_hidden_files_are_no_pages(tmp_path: Path) -> None:
    write(tmp_path, {"content/en/.draft.md": "# A\n", "content/.drafts/en/a.md": "# A\n", "content/en/a.md": "# A\n"})
    found = content.read(tmp_path)
    assert [each.file for each in found.files] == ["content/en/a.md"]
    assert (found.assets, found.problems) == ([], [])


def test_an_archive_may_have_no_pages(tmp_path: Path) -> None:
    assert content.read(tmp_path).files == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"---\ntitle: A\n---\n\nna\xefve\n", "content/en/a.md:5:3 E102"),
        ("---\ntitle: A\ntitle: B\n---\n", "content/en/a.md:3:1 E201"),
        ("---\ntitle: A\n  b: c\n---\n", "content/en/a.md:3:4 E216"),
        ("---\ntitle: A #1\n---\n", "content/en/a.md:2:10 E212"),
    ],
)
def test_what_cannot_be_read_is_told_of_where_it_stands(tmp_path: Path, text: str | bytes, expected: str) -> None:
    found = content.read(write(tmp_path, {"content/en/a.md": text}))
    assert [f"{problem.place} {problem.kind.code}" for problem in found.problems] == [expected]
    assert [each.page.address for each in found.files] == ["a/"]


@given(st.text("#*_`[](){}= \n\tab<!-slot:>", max_size=80) | st.text(max_size=40))
def test_any_text_is_a_page(text: str) -> None:
    with TemporaryDirectory() as folder:
        assert page(Path(folder), text.encode(errors="replace")).title


def test_a_slot_is_on_a_page_where_every_language_has_it(tmp_path: Path) -> None:
    slot = "<!-- slot:quote-states -->\n"
    files = {"en/a.md": slot, "ko/a.md": slot, "en/b.md": slot, "ko/b.md": "", "en/c.md": f"`{slot}`", "ko/c.md": slot}
    found = content.read(write(tmp_path, {f"content/{path}": text for path, text in files.items()}))
    assert found.with_slot("quote-states", ["en", "ko"]) == {"a/"}
    assert found.with_slot("quote-states", ["ko"]) == {"a/", "c/"}
    assert found.with_slot("search", ["en"]) == frozenset()
