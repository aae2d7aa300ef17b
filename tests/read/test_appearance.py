"""What owners choose for the page around every text, and what of it cannot be kept to."""

from pathlib import Path

import pytest

from site_builder.check import reports
from site_builder.language.language import Language
from site_builder.problems import Problem
from site_builder.read import settings
from site_builder.read.appearance import Appearance, OutsideLink
from tests.records import write

SITE = "site_name: Omber\ndocs_dir: content\nplugins:\n  - claims: {languages: [en]}\n"
FILES = {
    "content/pictures/a.png": "png",
    "content/style.css": "a {}",
    "own/b.svg": "<svg/>",
    "own/css/c.css": "b {}",
}
SECRET = "<script>alert(1)</script>"


def read(root: Path, text: str, theme: str = "custom_dir: own") -> tuple[Appearance, list[Problem]]:
    found = settings.read(
        write(root, {**FILES, "mkdocs.yml": f"{SITE}theme: {{name: material, {theme}}}\n{text}\n"}) / "mkdocs.yml"
    )
    return found.appearance, list(found.problems)


def test_nothing_chosen_is_the_usual(tmp_path: Path) -> None:
    assert read(tmp_path, "") == (Appearance(), [])
    empty = "copyright:\nsite_author:\nextra_css: []\nextra: {social: []}"
    assert read(tmp_path, empty, "logo: '', favicon: null") == (Appearance(), [])


@pytest.mark.parametrize("name", ["logo", "favicon"])
@pytest.mark.parametrize("path", ["pictures/a.png", "./pictures/a.png", "b.svg"])
def test_a_picture_of_the_pages_or_of_the_theme_is_found(tmp_path: Path, name: str, path: str) -> None:
    found, problems = read(tmp_path, "", f"custom_dir: own, {name}: {path}")
    assert (getattr(found, name), problems) == (path.removeprefix("./"), [])


@pytest.mark.parametrize("name", ["logo", "favicon"])
@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("gone.png", "E843"),
        ("style.css", "E843"),
        ("../mkdocs.yml", "E843"),
        ("/etc/passwd", "E843"),
        ("pictures", "E843"),
        ("[a.png]", "E843"),
        ("'\"><script>.png'", "E843"),
        ("https://elsewhere.example/a.png", "E840"),
        ("//elsewhere.example/a.png", "E840"),
    ],
)
def test_a_picture_that_is_not_there_is_told_of_at_its_place(tmp_path: Path, name: str, value: str, code: str) -> None:
    found, [problem] = read(tmp_path, "", f"{name}: {value}")
    assert (getattr(found, name), problem.kind.code) == ("", code)
    assert str(problem.place) == f"mkdocs.yml:5:{len(f'theme: {{name: material, {name}: ') + 1}"


def test_a_link_in_the_place_of_a_picture_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"secret.png": "secret", **FILES})
    (tmp_path / "content/logo.png").symlink_to(tmp_path / "secret.png")
    found, [problem] = read(tmp_path, "", "logo: logo.png")
    assert (found.logo, problem.kind.code) == ("", "E843")


def test_stylesheets_come_from_the_pages_and_the_theme(tmp_path: Path) -> None:
    found, problems = read(tmp_path, "extra_css: [css/c.css, style.css]")
    assert (found.stylesheets, problems) == (("css/c.css", "style.css"), [])


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("gone.css", "E843"),
        ("pictures/a.png", "E843"),
        ("../own/css/c.css", "E843"),
        ("5", "E843"),
        ("https://elsewhere.example/a.css", "E840"),
        ("'//elsewhere.example/\"><script>.css'", "E840"),
    ],
)
def test_other_stylesheets_are_told_of(tmp_path: Path, value: str, code: str) -> None:
    found, problems = read(tmp_path, f"extra_css:\n  - css/c.css\n  - {value}")
    assert [f"{each.place} {each.kind.code}" for each in problems] == [f"mkdocs.yml:8:5 {code}"]
    assert found.stylesheets == ("css/c.css",)


@pytest.mark.parametrize(
    ("css", "where"),
    [
        ('@import "https://fonts.example/a";', "1:10"),
        ("@import url(//fonts.example/a);", "1:13"),
        ('@import"https://fonts.example/a";', "1:9"),
        ("a { background: -webkit-image-set( '//fonts.example/a' 1x) }", "1:37"),
        ("a {}\nb { background: URL( 'http://fonts.example/a.png' ) }", "2:23"),
        ("/* url(https://a.example/) */ b { src: url(https://fonts.example/a) }", "1:44"),
        ("/*\n*/\n@IMPORT\n'https://fonts.example/a'", "4:2"),
    ],
)
def test_a_stylesheet_that_asks_another_host_is_refused(tmp_path: Path, css: str, where: str) -> None:
    write(tmp_path, {"content/foreign.css": css})
    [problem] = read(tmp_path, "extra_css: [foreign.css]")[1]
    assert f"{problem.place} {problem.kind.code}" == f"content/foreign.css:{where} E848"
    assert "fonts.example/a" in problem.values["address"]


def test_a_stylesheet_may_use_its_own_files(tmp_path: Path) -> None:
    css = "a { background: url(b.svg) } b { src: url(data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>) }"
    write(tmp_path, {"content/own.css": css})
    assert read(tmp_path, "extra_css: [own.css]")[1] == []


def test_links_to_other_places_of_the_owner_have_names(tmp_path: Path) -> None:
    text = (
        "extra:\n  social:\n    - {icon: a, link: 'https://www.social.example/@a', name: On it}\n"
        "    - {link: 'mailto:a@b.example'}"
    )
    found, problems = read(tmp_path, text)
    assert problems == []
    assert found.social == (
        OutsideLink("On it", "https://www.social.example/@a"),
        OutsideLink("a@b.example", "mailto:a@b.example"),
    )


@pytest.mark.parametrize("link", ["javascript:alert(1)", "a.md", "/a", "5", "'https://a.example/\"><script>'", ""])
def test_what_leads_nowhere_is_told_of(tmp_path: Path, link: str) -> None:
    found, [problem] = read(tmp_path, f"extra:\n  social:\n    - link: {link}")
    assert (found.social, problem.kind.code, problem.place.line) == ((), "E843", 8)


@pytest.mark.parametrize(
    ("html", "parts"),
    [
        ("Copyright &copy; 2031 Omber", ("Copyright © 2031 Omber",)),
        (
            "<p>A</p><a href='https://a.example/?b=1&amp;c=2'>B</a>",
            (" ", "A", OutsideLink("B", "https://a.example/?b=1&c=2")),
        ),
        ('<a href="javascript:alert(1)">A</a>', ("A",)),
        ('<a href="https://a.example/\' onclick=alert(1)">A</a>', ("A",)),
        (f"A{SECRET}<style>b</style>B", ("A", "B")),
        ("<img src=x onerror=alert(1)>A", ("A",)),
        ("A & B < C", ("A & B < C",)),
    ],
)
def test_of_the_copyright_words_and_links_stay(tmp_path: Path, html: str, parts: tuple[str | OutsideLink, ...]) -> None:
    found, problems = read(tmp_path, "copyright: >-\n  " + html)
    joined = [part for part in found.copyright if part != ""]
    assert problems == []
    assert [each for each in joined if isinstance(each, OutsideLink)] == [
        each for each in parts if isinstance(each, OutsideLink)
    ]
    assert "".join(each.text if isinstance(each, OutsideLink) else each for each in joined) == "".join(
        each.text if isinstance(each, OutsideLink) else each for each in parts
    )


@pytest.mark.parametrize("folder", ["..", "../own", "/etc", ".", "own/../..", "linked", "linked/deep"])
def test_a_folder_of_the_theme_outside_the_archive_is_refused(tmp_path: Path, folder: str) -> None:
    site = tmp_path / "site"
    write(tmp_path, {"own/secret.css": "a {}", "own/deep/secret.css": "a {}", "site/content/en/index.md": "# A\n"})
    (site / "linked").symlink_to(tmp_path / "own")
    _, [problem] = read(site, "", f"custom_dir: {folder}")
    assert (problem.kind.code, problem.values["name"]) == ("E843", "theme.custom_dir")
    assert settings.read(site / "mkdocs.yml").own_theme.files == ()


VALUES = [
    "",
    "5",
    "true",
    "[5]",
    "[[]]",
    "{a: b}",
    "[{a: b}]",
    "'\"><script>'",
    "!ENV [NOTHING]",
    "!!python/name:os.path",
    *(".", "./", "/", "'?'", "a/?b", "[., '?v=2']"),
    *("'https://[x/'", "[{link: 'https://[x/'}]", "['https://℀.example/']"),
    *("a" * 300 + ".png", f"[{'a' * 300}.css]", "b/" * 3000),
]


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize(
    "name",
    [
        *("copyright", "site_author", "site_description", "extra_css", "extra", "extra.social", "nav"),
        *("hooks", "repo_url", "theme.name"),
        *("theme", "theme.logo", "theme.favicon", "theme.palette", "theme.custom_dir"),
    ],
)
def test_no_value_of_a_setting_is_more_than_a_problem(tmp_path: Path, name: str, value: str) -> None:
    inside, _, key = name.rpartition(".")
    text = f"{inside}:\n  {key}: {value}" if inside else f"{name}: {value}"
    found = settings.read(write(tmp_path, {**FILES, "mkdocs.yml": f"{SITE}{text}\n"}) / "mkdocs.yml")
    for problem in found.problems:
        assert problem.place.path == "mkdocs.yml"
        for language in (Language("en"), Language("ko")):
            assert reports.as_text([problem], lambda _: [], language)


@pytest.mark.parametrize("name", ["copyright", "site_author", "site_description"])
def test_words_that_are_none_are_told_of(tmp_path: Path, name: str) -> None:
    _, [problem] = read(tmp_path, f"{name}: [a]")
    assert (str(problem.place), problem.kind.code) == (f"mkdocs.yml:6:{len(name) + 3}", "E843")


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("content/pictures/a.png", "pictures/a.png"),
        ("/pictures/a.png", "pictures/a.png"),
        ("../own/b.svg", "b.svg"),
        ("own/b.svg", "b.svg"),
        ("pictures/a.png?v=2", "pictures/a.png"),
    ],
)
def test_a_path_that_is_not_one_from_the_folder_is_told_of_with_the_one_that_is(
    tmp_path: Path, value: str, meant: str
) -> None:
    found, [problem] = read(tmp_path, "", f"custom_dir: own, logo: '{value}'")
    assert (found.logo, problem.kind.code) == ("", "E843")
    assert reports.help_text(problem, Language("en")) == f'write "{meant}"'


def test_an_svg_among_the_pages_belongs_into_the_folder_of_the_theme(tmp_path: Path) -> None:
    write(tmp_path, {"content/c.svg": "<svg/>"})
    found, [problem] = read(tmp_path, "", "custom_dir: own, favicon: c.svg")
    assert (found.favicon, problem.kind.code) == ("", "E843")
    assert "custom_dir" in reports.help_text(problem, Language("en"))


def test_what_is_no_text_is_shown_as_it_was_written(tmp_path: Path) -> None:
    _, [problem] = read(tmp_path, "copyright: {en: Omber, ko: 옴버}")
    assert problem.values["value"] == "{en: Omber, ko: 옴버}"
