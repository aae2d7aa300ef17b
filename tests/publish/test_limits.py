"""What GitHub Pages holds, and what an archive that comes near to it is told."""

import re
from pathlib import Path

import pytest

from site_builder.check import reports
from site_builder.language.language import Language
from site_builder.problems import Place, Problem
from site_builder.problems.content import NearlyFull
from site_builder.publish import limits
from site_builder.publish.limits import kind_of, sizes
from tests import bare_engine
from tests.commands import RunCli


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("en/claims/2031-03-12-a/index.html", "pages of claims"),
        ("c/2031-03-12-a/index.html", "pages of claims"),
        ("en/claims/index.html", "other pages"),
        ("en/index.html", "other pages"),
        ("index.html", "other pages"),
        ("404.html", "other pages"),
        ("c/2031-03-12-a/claim.json", "claims as linked data"),
        ("c/2031-03-12-a/card.png", "preview cards"),
        ("cards/entities/a.png", "preview cards"),
        ("search/t/a.json", "search"),
        ("data/claims.en.csv", "data"),
        ("data/archive.sqlite", "data"),
        ("en/feed.xml", "feeds"),
        ("en/entities/a/feed.xml", "feeds"),
        ("en/feed.json", "feeds"),
        ("sitemap.xml", "sitemap"),
        ("sitemap-1.xml.gz", "sitemap"),
        ("assets/main.1a2b.css", "styles, scripts and pictures"),
        ("en/map.png", "styles, scripts and pictures"),
        ("robots.txt", "styles, scripts and pictures"),
    ],
)
def test_a_file_is_of_a_kind_by_its_path(path: str, kind: str) -> None:
    assert kind_of(path) == kind


def test_a_site_is_more_than_styles_scripts_and_pictures(golden_site: Path) -> None:
    """Each kind has files, and what no other kind has is what its name says."""
    files = [path.relative_to(golden_site).as_posix() for path in golden_site.rglob("*") if path.is_file()]
    assert len({kind_of(file) for file in files}) == 9
    rest = {file.rpartition(".")[2] for file in files if kind_of(file) == "styles, scripts and pictures"}
    assert rest <= {"css", "js", "svg", "png", "ico", "json", "jsonld", "txt", "xml", "webp", "jpg", "mjs"}


def test_what_takes_most_comes_first() -> None:
    files = [("a/index.html", 7), ("data/a", 20), ("b/index.html", 9)]
    assert sizes(files) == [("data", 1, 20), ("other pages", 2, 16)]


@pytest.mark.parametrize(("share", "is_told"), [(79, False), (81, True), (130, True)])
def test_a_site_that_nearly_fills_pages_is_told_what_takes_the_room(
    archive: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch, share: int, is_told: bool
) -> None:
    monkeypatch.setattr("site_builder.engine.load", lambda name: bare_engine.render)
    run_cli("build", "--no-cards", at=archive)
    site = [path for path in (archive / "site").rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in site)
    monkeypatch.setattr(limits, "SIZE", size * 100 // share)
    done = run_cli("build", "--no-cards", at=archive)
    assert (done.code, "warning[W860]" in done.err) == (0, is_told)
    if is_told:
        assert f"the site takes {share}% of what GitHub Pages holds; of it: " in done.err
        told = dict(re.findall(r"([a-z ,]+?) ([\d.]+)%", done.err.partition("of it: ")[2].partition("\n")[0]))
        named = {kind.strip(" ,"): float(part) for kind, part in told.items()}
        search = sum(path.stat().st_size for path in (archive / "site" / "search").rglob("*") if path.is_file())
        assert named["search"] == pytest.approx(search * 100 / size, abs=0.06)
        assert sum(named.values()) == pytest.approx(100, abs=0.5)


def test_the_shares_are_named_in_the_language_of_the_person() -> None:
    problem = Problem(NearlyFull, Place("mkdocs.yml"), NearlyFull.example)
    assert reports.message(problem, Language("en")).endswith(
        "of it: pages of claims 52.0%, preview cards 30.0%, other pages 18.0%"
    )
    assert "발언 페이지 52.0%, 미리보기 카드 30.0%" in reports.message(problem, Language("ko"))
