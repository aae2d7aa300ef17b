"""A Material site to its owner: each setting shows on the pages, whatever engine makes them."""

import html
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from shutil import copytree

import pytest

from site_builder.engine import Failed
from site_builder.library.site import POLICY
from tests.building import make_site, needs
from tests.engine.test_engines import resolved
from tests.golden import ARCHIVE
from tests.records import changed, write
from tests.sites import differing, files

HOSTILE = """\\"'><script>alert(1)</script><!-- slot:title --> &amp; {{ 7 * 7 }}"""
TOLD = HOSTILE.removeprefix("\\")
SETTINGS = """\
copyright: 'Copyright &copy; 2031 <a href="https://omber.example/?a=1&b=2">Omber Desk</a><script>alert(1)</script>'
site_author: "Author HOSTILE"
site_description: "Description HOSTILE"
extra_css: [stylesheets/extra.css, own.css]
extra:
  social:
    - {icon: fontawesome/brands/mastodon, link: "https://social.example/@omber?a=1&b=2", name: "Social HOSTILE"}
    - {icon: fontawesome/solid/paper-plane, link: "mailto:desk@omber.example"}
nav:
  - en/index.md
  - ko/index.md
  - "Partner HOSTILE": https://partner.example/?a=1&b=2
  - "Nav HOSTILE": en/about.md
  - ko/about.md
theme:
  name: material
  custom_dir: overrides
  logo: logo.svg
  favicon: pictures/icon.png
  palette: {scheme: slate, primary: orange, accent: amber}
""".replace("HOSTILE", HOSTILE)
MAIN = """\
{% extends "base.html" %}
{% block extrahead %}<meta name=owner content="{{ config.site_name }}">{% endblock %}
{% block announce %}Open day {% include "partials/note.html" %}{% endblock %}
{% block header %}<p class=before>{{ super() }}{% endblock %}
{% block content %}{{ super() }}<p class=after>{% endblock %}
{% block footer %}{{ super() }}<p class=last>{% endblock %}
"""
FILES: Mapping[str, str] = {
    "content/stylesheets/extra.css": "h1 { letter-spacing: .01em; }",
    "content/pictures/icon.png": "png",
    "content/.well-known/security.txt": "Contact: mailto:desk@omber.example\n",
    "content/google12ab.html": "google-site-verification: google12ab.html",
    "content/robots.txt": "User-agent: *\nDisallow: /\n",
    "content/CNAME": "omber.example\n",
    "overrides/own.css": "h2 { letter-spacing: .01em; }",
    "overrides/logo.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "overrides/partials/note.html": "<b>at {{ config.site_name }}</b>",
    "overrides/main.html": MAIN,
}
ABOUT, CLAIM = "en/about/index.html", "en/claims/2031-03-12-city-office-visitors/index.html"
ALL = (ABOUT, CLAIM)
LEADING = ("index.html", "c/2031-03-12-city-office-visitors/index.html", "404.html")
"""Pages that no engine makes."""
ENGINES = ["mkdocs", pytest.param("zensical", marks=needs("zensical"))]


def archive(root: Path) -> Path:
    """The golden archive with every setting that is honoured."""
    copytree(ARCHIVE, root)
    config = (root / "mkdocs.yml").read_text("utf-8")
    config = changed(config, "theme:\n  name: material\n  font: false\n", SETTINGS)
    config = changed(config, "      languages: [en, ko]\n", "      languages: [en, ko]\n      licence: CC BY-SA 4.0\n")
    about = "---\ntitle: About it\n---\n\n# About\n\n## Aim {#aim}\n\nUnder <!-- slot:licence -->, all of it.\n"
    return write(root, {**FILES, "mkdocs.yml": config, "content/en/about.md": about})


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Mapping[str, bytes]]:
    """The site as an engine makes it, once."""

    @cache
    def build(engine: str) -> Mapping[str, bytes]:
        root = archive(tmp_path_factory.mktemp(engine) / "archive")
        make_site(root, engine=engine)
        return files(root / "site")

    return build


@pytest.fixture(params=ENGINES)
def site(request: pytest.FixtureRequest, built: Callable[[str], Mapping[str, bytes]]) -> Mapping[str, bytes]:
    return built(request.param)


def shown(site: Mapping[str, bytes], path: str) -> str:
    return resolved(site[path], path)


AT = "https://archive.example/some/path/"
SAID = html.escape(TOLD, quote=True).replace("&quot;", "&#34;").replace("&#x27;", "&#39;")


@pytest.mark.parametrize(
    ("part", "paths"),
    [
        (f'<link rel=icon href="{AT}pictures/icon.png">', ALL + LEADING),
        (f'.css"><link rel=stylesheet href="{AT}stylesheets/extra.css"><link rel=stylesheet href="{AT}own.css">', ALL),
        (f'<link rel=stylesheet href="{AT}own.css">', LEADING),
        ("data-scheme=dark data-fixed>", ALL + LEADING),
        (f'<a href="{AT}en/"><img src="{AT}logo.svg" alt="">Golden Archive</a>', ALL),
        (f'<meta name=author content="Author {SAID}">', ALL),
        (f'<meta name=description property=og:description content="Description {SAID}">', [ABOUT]),
        ('<p>Copyright © 2031 <a rel=noopener href="https://omber.example/?a=1&b=2">Omber Desk</a><p>Records', ALL),
        (f'<li><a rel="me noopener" href="https://social.example/@omber?a=1&b=2">Social {SAID}</a>', ALL),
        ('<li><a rel="me noopener" href="mailto:desk@omber.example">desk@omber.example</a>', ALL),
        (f'<a rel=noopener href="https://partner.example/?a=1&b=2">Partner {SAID}</a><li><a href="{AT}en/about/"', ALL),
        (f">Nav {SAID}</a>", ALL),
        ('Records: <a rel=license href="https://creativecommons.org/licenses/by-sa/4.0/">CC BY-SA 4.0</a>.', ALL),
        ('Under <a rel=license href="https://creativecommons.org/licenses/by-sa/4.0/">CC BY-SA 4.0</a>, all', [ABOUT]),
        ('<a href="https://code.example/golden/edit/main/content/en/about.md">Edit this page', [ABOUT]),
        ('edit/main/claims/2031/2031-03-12-city-office-visitors.yml">Edit this record', [CLAIM]),
        ('<meta name=owner content="Golden Archive"><body>', ALL),
        ("<aside class=ca-announcement>Open day <b>at Golden Archive</b></aside><p class=before><header>", ALL),
        ("<p class=after>", ALL),
        ("</footer><p class=last>", ALL),
        (POLICY, ALL + LEADING),
    ],
)  # fmt: skip
def test_a_setting_shows_on_the_pages(site: Mapping[str, bytes], part: str, paths: list[str]) -> None:
    for path in paths:
        page = shown(site, path).replace("&#39;none&#39;", "'none'").replace("&#39;self&#39;", "'self'")
        assert part in page, path


def test_nothing_that_a_setting_says_is_run(site: Mapping[str, bytes]) -> None:
    pages = {path: text.decode() for path, text in site.items() if path.endswith(".html")}
    assert not [path for path, page in pages.items() if "<script>alert(1)" in page]
    assert not [path for path, page in pages.items() if 'href="javascript:' in page]
    assert not [path for path, page in pages.items() if "<!-- slot:" in page]


def test_a_site_that_is_dark_has_no_button(site: Mapping[str, bytes]) -> None:
    assert "ca-scheme" not in shown(site, ABOUT)


def test_the_palette_is_a_stylesheet_of_the_site(site: Mapping[str, bytes]) -> None:
    [path] = [path for path in site if re.fullmatch(r"assets/palette\.[0-9a-f]{8}\.css", path)]
    text = site[path].decode()
    assert re.findall(r"--ca-\w+: #\w+", text) == 2 * ["--ca-accent: #ffa724", "--ca-outline: #ffaa00"]
    for page in (*ALL, *LEADING):
        assert path in shown(site, page)


def test_files_that_others_ask_for_are_published_as_they_are(site: Mapping[str, bytes]) -> None:
    for path, text in FILES.items():
        if path.startswith("content/"):
            assert site[path.removeprefix("content/")] == text.encode()
    assert "overrides/main.html" not in site
    assert not [path for path in site if "partials" in path or path in ("main.html", "base.html")]


def test_the_licence_stands_in_all_data(site: Mapping[str, bytes]) -> None:
    url = b"https://creativecommons.org/licenses/by-sa/4.0/"
    texts = [path for path in site if path.endswith((".json", ".csv", ".atom", ".jsonl"))]
    assert not [path for path in site if b"licenses/by/4.0/" in site[path]]
    having = {path for path in texts if url in site[path]}
    assert {"c/2031-03-12-city-office-visitors/claim.json", "data/datapackage.json", "data/changes.json"} <= having
    assert any(path.endswith(".csv") for path in having)
    assert b'"name": "CC-BY-SA-4.0"' in site["data/datapackage.json"]


@needs("zensical")
def test_engines_make_the_same_site(built: Callable[[str], Mapping[str, bytes]]) -> None:
    one, other = built("mkdocs"), built("zensical")
    different = [path for path in differing(one, other) if path.endswith(".html")]
    assert one.keys() == other.keys()
    assert [path for path in different if resolved(one[path], path) != resolved(other[path], path)] == []
    assert [path for path in differing(one, other) if not path.endswith(".html")] == []


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("text", ["{{ page.nothing.at.all }}", "{{ 1 | no_such_filter }}"])
def test_a_template_that_fails_is_named_with_its_reason(tmp_path: Path, engine: str, text: str) -> None:
    root = archive(tmp_path / "archive")
    write(root, {"overrides/main.html": f'{{% extends "base.html" %}}\n{{% block footer %}}{text}{{% endblock %}}\n'})
    with pytest.raises(Failed, match=r"overrides/main\.html:2" if engine == "mkdocs" else r"main\.html"):
        make_site(root, engine=engine)
    assert not (root / "site").exists()


@pytest.mark.parametrize("name", ["hooks/own.py", "../own.py"])
def test_a_hook_that_fails_is_named_with_its_line(tmp_path: Path, name: str) -> None:
    root = archive(tmp_path / "archive")
    config = (root / "mkdocs.yml").read_text("utf-8")
    hook = "def on_page_markdown(markdown, **rest):\n    return 1 / 0\n"
    write(root, {name: hook, "mkdocs.yml": f"{config}hooks: [{name}]\n"})
    with pytest.raises(Failed, match=rf"{re.escape(name)}:2: division by zero"):
        make_site(root)


def test_without_a_setting_nothing_of_it_is_there(golden_site: Path) -> None:
    page = (golden_site / ABOUT).read_text("utf-8")
    for part in ("data-scheme=", "data-fixed", "name=author", "<aside", "<img", "palette", "rel=me", 'rel="me'):
        assert part not in page
    assert not list((golden_site / "assets").glob("palette*"))


EDITS = (
    [
        ("content/.well-known/security.txt", "desk", "other"),
        ("content/stylesheets/extra.css", ".01em", ".02em"),
        ("overrides/logo.svg", "<svg ", "<svg width='1' "),
    ],
    [("overrides/main.html", "Open day", "Closed"), ("overrides/partials/note.html", "at ", "by ")],
    [("mkdocs.yml", "Description", "Other")],
    [("mkdocs.yml", "CC BY-SA 4.0", "CC0-1.0")],
    [("mkdocs.yml", "primary: orange", "primary: lime"), ("mkdocs.yml", "logo: logo.svg", "logo: pictures/icon.png")],
)
"""Edits between builds: those of one kind together, so that none has all made anew that another one should have."""


def test_a_build_after_an_edit_is_as_one_from_nothing(tmp_path: Path) -> None:
    root = archive(tmp_path / "archive")
    config = (root / "mkdocs.yml").read_text("utf-8")
    write(root, {"mkdocs.yml": changed(config, "      licence:", "      cards: none\n      licence:")})
    make_site(root)
    for edits in EDITS:
        for file, before, after in edits:
            (root / file).write_text(changed((root / file).read_text("utf-8"), before, after), "utf-8")
        assert make_site(root).written
    fresh = copytree(root, tmp_path / "fresh/archive", ignore=lambda _, names: {"site", ".cache"} & {*names})
    make_site(fresh)
    assert differing(files(root / "site"), files(fresh / "site")) == []
