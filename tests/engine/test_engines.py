"""Whatever engine builds an archive, its site is the same."""

import html
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import copytree
from urllib.parse import urljoin

import pytest

from site_builder.engine import Failed, project
from site_builder.read import content as pages
from site_builder.read.own_theme import MAIN
from tests.building import make_site, needs
from tests.golden import ARCHIVE, SITE_URL
from tests.records import changed, write

TITLE = """Silver & "Gold" / it's <1>"""
EXTENSIONS = "markdown_extensions:\n  - tables\n  - attr_list\n  - def_list\n  - toc: {permalink: false}\n"
PAGE = """\
---
title: {title}
description: Many things, one page.
---

# Many things {{#many}}

## 까닭

## 까닭

### Twice

### Twice

### *Every* `word`, & more: 말?

Words *in* **many** ways, `code <b>`, an&nbsp;entity & a sign, <span>HTML</span>.

1. A [page](../about.md), its [part](../about.md#aim), [home](../index.md), [claims](../claims/index.md),
   [codes](../contribute/problems/index.md), [another language](../../{other}/about.md),
   [folder](../claims/), [a claim](../claims/2031-03-12-city-office-visitors/?x=1#content),
   <a href="../../dates/2031/">in HTML</a>, [an entity](../entities/lake-omber/index.md), [by its name][named].
2. ![A picture](picture.png){{.wide}} and [elsewhere](https://elsewhere.example/a?b=1&c=2 "Title").
   - deeper

     deeper still

| a | b |
|---|--:|
| 1 | 2 |

Term
: What it means

[named]: ../../{other}/ "The other home"

> <!-- slot:newest-claims -->

<!-- slot:questions -->
"""
_LINK = re.compile(r'(?<= )(action|href|src)="([^"]*)"')
_MAIN = re.compile(r"<main.*</main>", re.DOTALL)
_ABSENT = """
import sys
from importlib.machinery import PathFinder
find = PathFinder.find_spec
PathFinder.find_spec = lambda name, *more: None if name.partition(".")[0] in {absent!r} else find(name, *more)
"""
"""A program begins thus where some packages shall not be there."""
_BUILD = """
from pathlib import Path
from site_builder import engine
from site_builder.publish.build import build
from site_builder.read import settings
build(settings.read(Path("mkdocs.yml")), engine.load("mkdocs"))
import mkdocs
print(mkdocs.__name__)
"""
_CLAIMS = """
from site_builder import cli
cli.main()
"""


def python(program: str, *arguments: str, at: Path, absent: set[str]) -> subprocess.CompletedProcess[str]:
    """Run a program where some packages are not there."""
    return subprocess.run(
        [sys.executable, "-c", _ABSENT.format(absent=absent) + program, *arguments],
        cwd=at,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def with_mkdocs(root: Path) -> None:
    make_site(root, engine="mkdocs")


def with_zensical(root: Path) -> None:
    make_site(root, engine="zensical")


def with_properdocs(root: Path, absent: frozenset[str] = frozenset()) -> None:
    done = python(_BUILD, at=root, absent={*absent})
    assert (done.returncode, done.stdout) == (0, "properdocs\n"), done.stderr


OTHERS = [
    pytest.param(with_properdocs, marks=needs("properdocs"), id="properdocs"),
    pytest.param(lambda root: with_properdocs(root, frozenset(["mkdocs"])), marks=needs("properdocs"), id="no mkdocs"),
    pytest.param(with_zensical, marks=needs("zensical"), id="zensical"),
]


@pytest.fixture(scope="module")
def manifold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden archive, with a page that has all that a page can have."""
    root = copytree(ARCHIVE, tmp_path_factory.mktemp("manifold") / "archive")
    config = (root / "mkdocs.yml").read_text("utf-8")
    write(root, {"mkdocs.yml": changed(config, "markdown_extensions:\n  - attr_list\n", EXTENSIONS)})
    for tag, other in (("en", "ko"), ("ko", "en")):
        home = root / "content" / tag / "index.md"
        home.write_text(re.sub("(?m)^title: .*", f"title: {TITLE}", home.read_text("utf-8")), "utf-8")
        page = PAGE.format(title=TITLE, other=other)
        write(root, {f"content/{tag}/deep/many.md": page, f"content/{tag}/deep/picture.png": b"png"})
    write(root, {"content/favicon.ico": b"ico"})
    return root


@pytest.fixture(scope="module")
def expected(manifold: Path) -> Mapping[str, bytes]:
    with_mkdocs(manifold)
    return files(manifold / "site")


def files(site: Path) -> Mapping[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def resolved(page: bytes, path: str) -> str:
    """A page with its links written out, and quoted in one way."""
    whole = _LINK.sub(lambda link: f'{link[1]}="{urljoin(SITE_URL + path, html.unescape(link[2]))}"', page.decode())
    return whole.replace("&#x27;", "&#39;").replace("&quot;", "&#34;").replace("&#x2f;", "/")


@pytest.mark.parametrize("build", OTHERS)
def test_every_engine_makes_the_same_site(
    manifold: Path, expected: Mapping[str, bytes], tmp_path: Path, build: Callable[[Path], None]
) -> None:
    root = copytree(manifold, tmp_path / "archive", ignore=lambda *_: ["site", ".cache"])
    build(root)
    found = files(root / "site")
    assert found.keys() == expected.keys()
    for path, content in expected.items():
        if path.endswith(".html"):
            assert (path, resolved(found[path], path)) == (path, resolved(content, path))
            assert _MAIN.findall(found[path].decode()) == _MAIN.findall(content.decode())
        else:
            assert (path, found[path]) == (path, content)


def test_the_page_with_many_things_has_them(expected: Mapping[str, bytes]) -> None:
    page = expected["ko/deep/many/index.html"].decode()
    for part in (
        "<html lang=ko dir=ltr>",
        "default-src &#x27;none&#x27;" if "&#x27;none" in page else "default-src 'self'",
        'href="../../about/#aim"',
        'href="../../claims/"',
        'href="../../contribute/problems/"',
        'href="../../../en/about/"',
        'src="../picture.png"',
        '<a href="../../claims/">folder</a>',
        '<a href="../../claims/2031-03-12-city-office-visitors/?x=1#content">a claim</a>',
        '<a href="../../dates/2031/">in',
        '<a href="../../entities/lake-omber/">an entity</a>',
        '<a href="../../../en/" title="The other home">by its name</a>',
        "<dt>Term</dt>",
        "Silver &amp; &#34;Gold&#34; / it&#39;s &lt;1&gt;",
        '<h2 id="까닭">',
        '<h2 id="까닭-1">',
        '<h3 id="twice-1">',
        '<h3 id="every-word--more-말">',
        "class=ca-",
    ):
        assert part in page
    assert "<!-- slot:" not in page


@pytest.mark.parametrize(("absent", "used"), [({"properdocs"}, "mkdocs"), ({"zensical"}, "properdocs")])
@needs("properdocs")
def test_properdocs_is_preferred_where_it_is_installed(tmp_path: Path, absent: set[str], used: str) -> None:
    done = python(_BUILD, at=copytree(ARCHIVE, tmp_path / "archive"), absent=absent)
    assert (done.returncode, done.stdout) == (0, f"{used}\n"), done.stderr


@needs("zensical")
def test_zensical_needs_no_mkdocs(archive: Path) -> None:
    done = python(_CLAIMS, "build", "--engine", "zensical", at=archive, absent={"mkdocs", "properdocs"})
    assert done.returncode == 0, done.stderr
    assert (archive / "site/en/index.html").exists()


@pytest.mark.parametrize(
    ("name", "absent", "requirement"),
    [("zensical", {"zensical"}, "zensical>=0.0.73,<0.2"), ("mkdocs", {"mkdocs", "properdocs"}, "mkdocs>=1.6,<2")],
)
def test_an_engine_that_is_not_installed_is_named_with_how_to_get_it(
    archive: Path, name: str, absent: set[str], requirement: str
) -> None:
    for language, words in (("en", f"{name} is not installed; get it by: "), ("ko", f"설치되어 있지 않습니다: {name}")):
        done = python(_CLAIMS, "build", "--engine", name, "--lang", language, at=archive, absent=absent)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(words)
        assert set(re.findall(r'pip install "([^"]+)"', done.stderr)) == {requirement}
        assert not (archive / "site").exists()


ENGINES = ["mkdocs", pytest.param("zensical", marks=needs("zensical"))]


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go, empty at first."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.mark.parametrize("engine", ENGINES)
def test_a_broken_link_fails_with_the_page_that_has_it(
    archive: Path, temporary: Path, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An engine sees links that we do not."""
    monkeypatch.setattr(pages, "links", lambda *_: ())
    with (archive / "content/ko/about.md").open("a", encoding="utf-8") as page:
        page.write("\n[nowhere](nowhere.md)\n")
    with pytest.raises(Failed) as failed:
        make_site(archive, engine=engine)
    assert "ko/about.md" in str(failed.value)
    assert "nowhere.md" in str(failed.value)
    assert "\x1b" not in str(failed.value)
    assert not (archive / "site").exists()
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_an_error_in_the_theme_fails_with_its_file(
    archive: Path, temporary: Path, tmp_path: Path, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = copytree(project.OURS, tmp_path / "theme")
    with (theme / MAIN).open("a", encoding="utf-8") as template:
        template.write("{{ page.title | no_such_filter }}")
    monkeypatch.setattr(project, "OURS", theme)
    with pytest.raises(Failed, match=MAIN):
        make_site(archive, engine=engine)
    assert not (archive / "site").exists()
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_a_setting_that_an_engine_cannot_use_fails_in_its_words(archive: Path, engine: str) -> None:
    with (archive / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("  - no_such_extension\n")
    with pytest.raises(Failed, match="no_such_extension"):
        make_site(archive, engine=engine)


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_prints_nothing(archive: Path, engine: str, capfd: pytest.CaptureFixture[str]) -> None:
    make_site(archive, engine=engine)
    assert capfd.readouterr() == ("", "")
