"""The page that shows changed pages before and after: one file, which does nothing, whatever the pages hold."""

import re
from pathlib import Path

import pytest

from site_builder.github import comparison, preview
from site_builder.language.language import Language
from tests.commands import run_module
from tests.github.archives import propose, repository
from tests.records import CLAIM, CLAIM_FILE, write

NEW_FILE = CLAIM_FILE.replace("03-12", "03-13")
NEW = CLAIM.replace("2031-03-12", "2031-03-13")
LANGUAGES = [Language("en"), Language("ko")]
HOSTILE = (
    "</main></div><script>alert(1)</script><img src=https://example.org/x onerror=alert(1)><a href=x onclick=y>z</a>"
)


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The preview of a new claim and of a changed page, both of which are hostile."""
    archive, output = tmp_path_factory.mktemp("archive"), tmp_path_factory.mktemp("output")
    repository(archive)
    propose(
        archive,
        {
            NEW_FILE: NEW.replace("City Office counts about 1,200 visitors", f"'{HOSTILE} 1,200'"),
            "content/en/index.md": f"# Walks and talks\n\n<!-- slot:newest-claims -->\n\n{HOSTILE}\n",
        },
    )
    done = run_module("site_builder", "github", "report", "--base", "HEAD^1", "--output", str(output), at=archive)
    assert done.code == 0, done.err
    return (output / "preview.html").read_text("utf-8")


def test_it_shows_what_changes_and_lists_the_rest(html: str) -> None:
    shown = re.findall(r'<section class="preview-page">\n<p><code>(.*?)</code>', html)
    assert shown == [
        "/",
        "claims/2031-03-13-city-office-visitors/",
        "claims/2031-03-12-city-office-visitors/",  # which cites the site by its new name
    ]
    assert "<del>Walks</del>" in html
    assert "<ins>Walks and talks</ins>" in html
    assert re.findall(r'<div lang="(\w+)" dir="ltr">\n<h2>', html).count("ko") == 2
    assert '<span lang="en" dir="ltr">What the site would change</span> · <span lang="ko"' in html
    assert "There is no such page." in html
    assert "이 페이지는 없습니다." in html
    listed = html.partition("<ul><li>")[2]
    assert "<code>timeline/</code>" in listed
    assert "연표" in listed


def test_words_that_two_languages_share_stand_once_where_the_first_of_them_stands(tmp_path: Path) -> None:
    site = Language("en"), Language("ko"), Language("en")  # the last one as a language without words of its own
    assert re.findall(r'<span lang="(\w+)"', preview.page([], [], tmp_path, site)) == ["en", "ko"]


def test_it_does_nothing_and_leads_nowhere(html: str) -> None:
    tags = re.findall(r"<[a-z][^>]*>", html)
    assert not [tag for tag in tags if re.match(r"<(?:script|img|link|iframe|form|base|object|input)\b", tag)]
    assert not [tag for tag in tags if re.search(r"\s(?:href|src|srcset|action|style|on\w+)=", tag)]
    assert html.count("<div") == html.count("</div>")
    assert html.count("<section") == html.count("</section>")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    style = html.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style.replace("url(data:", "").replace('url("data:', "")
    assert "@import" not in style
    assert "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:" in html


def test_it_holds_only_the_rules_that_it_needs(html: str) -> None:
    style = html.partition("<style>")[2].partition("</style>")[0]
    assert ".ca-quote" in style
    assert ".preview-pair" in style
    assert ".ca-chart" not in style
    assert len(html) < 150_000


def sites(root: Path, pages: int, text: str) -> tuple[Path, Path]:
    for part, word in (("before", "old"), ("after", "new")):
        write(
            root,
            {
                f"{part}/{tag}/claims/{2031 + number}-a/index.html": f"<main><h1>{word} {number}</h1>{text}</main>"
                for tag in ("en", "ko")
                for number in range(pages)
            },
        )
    return root / "before", root / "after"


@pytest.mark.parametrize(("pages", "text"), [(700, ""), (20, f"<p>{'word ' * 100_000}")])
def test_however_much_changes_it_stays_small(tmp_path: Path, pages: int, text: str) -> None:
    before, after = sites(tmp_path, pages, text)
    shown, others = comparison.parted(comparison.changed_pages(before, after, ["en", "ko"]), [])
    html = preview.page(shown, others, after, LANGUAGES)
    assert len(html) < 5_000_000
    named = html.count("<section") + html.count("<li><span>")
    rest = re.search(r"(\d+) more pages?<", html)
    assert named + (int(rest[1]) if rest else 0) == pages
    assert "</style>" in html


def test_a_stylesheet_cannot_end_the_style_of_the_page(tmp_path: Path) -> None:
    before, after = sites(tmp_path, 1, "<p class='a'>x")
    write(
        after,
        {
            "en/index.html": '<link rel=stylesheet href="../a.css"><link rel=stylesheet href="../../../../etc/passwd">',
            "a.css": 'p{content:"</style><script>alert(1)</script>"}',
        },
    )
    shown, others = comparison.parted(comparison.changed_pages(before, after, ["en", "ko"]), [])
    html = preview.page(shown, others, after, LANGUAGES)
    assert html.count("</style") == 1
    assert "<\\/style>" in html
    assert "root:" not in html
