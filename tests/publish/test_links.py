"""Links are followed on every page that is made."""

from pathlib import Path

import pytest

from site_builder.pages import fragments
from site_builder.publish.links import Broken, Links, broken_ones
from tests.commands import RunCli
from tests.records import changed, write
from tests.sites import files

PAGES = {"en/index.html": b"<main></main>", "index.html": b"", "en/a/x.png": b""}
PAGE = "en/a/index.html"


@pytest.mark.parametrize(
    "link",
    [
        *("../a/", "../a/#one", "../", "../../", "../../index.html", "x.png", "./", "", "#", "#top", "?a=1", "#two"),
        *("../a/?a=1&amp;b=2#two", "https://elsewhere.example/nope/", "mailto:x@example.org", "../a/#%6Fne"),
    ],
)
def test_what_leads_somewhere_is_not_broken(link: str) -> None:
    assert broken(link) == []


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("../b/", Broken(PAGE, "en/b/", "")),
        ("../a/#tow", Broken(PAGE, "en/a/", "tow", is_page=True, meant="two")),
        ("#three", Broken(PAGE, "en/a/", "three", is_page=True)),
        ("y.png", Broken(PAGE, "en/a/y.png", "")),
        ("../../ko/", Broken(PAGE, "ko/", "")),
        ("b/", Broken(PAGE, "en/a/b/", "")),
    ],
)
def test_what_leads_nowhere_is_broken(link: str, expected: Broken) -> None:
    assert broken(link) == [expected]


def broken(link: str) -> list[Broken]:
    """What is broken of a page with a link, whether it is followed by itself or with another page of its folder."""
    results = []
    for attribute in ("href", "src"):
        page = f'<main id="content"><h1 id="one"><h2 id="two"><a {attribute}="{link}"></a></main>'.encode()
        for paths in ({*PAGES, PAGE}, ()):
            for before in ([], ["en/b/index.html"]):
                found = Links()
                for other in before:
                    found.note(other, b"<main></main>")
                found.note(PAGE, page)
                results.append(list(broken_ones(found.targets, (PAGES | {PAGE: page}).get, paths)))
    assert all(result == results[0] for result in results)
    return results[0]


def test_a_page_of_ours_that_leads_nowhere_is_a_bug_of_ours(
    archive: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run_cli("build", at=archive).code == 0
    before = files(archive / "site")
    link = fragments._link
    monkeypatch.setattr(fragments, "_link", lambda *each: link(*each).replace("omber-daily/", "omber-dayly/"))
    (archive / ".cache").rename(archive / "old")
    done = run_cli("build", at=archive)
    assert (done.code, done.out) == (2, "")
    assert "index.html: en/entities/omber-dayly/" in done.err
    assert files(archive / "site") == before


@pytest.mark.parametrize("name", ["main.html", "partials/news.html"])
def test_a_template_that_leads_nowhere_is_told_of_at_its_line(archive: Path, run_cli: RunCli, name: str) -> None:
    config = changed((archive / "mkdocs.yml").read_text("utf-8"), "  font: false\n", "  custom_dir: own\n")
    main = '{% extends "base.html" %}\n{% block announce %}{% include "partials/news.html" %}{% endblock %}\n'
    parts = {"own/partials/news.html": "News", "own/main.html": main, "mkdocs.yml": config}
    parts[f"own/{name}"] += "\n{% block footer %}<a href=\"{{ 'en/nwes/' | url }}\">News</a>{% endblock %}\n"
    write(archive, parts)
    done = run_cli("build", at=archive)
    line = parts[f"own/{name}"].split("\n").index(parts[f"own/{name}"].rstrip().rpartition("\n")[2]) + 1
    assert (done.code, done.out) == (1, "")
    assert f"own/{name}:{line}:35: error[E810]: en/nwes/ leads to nothing" in done.err
    assert not (archive / "site").exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[a](claims/page-9/)", "content/en/about.md:12:5: error[E810]: claims/page-9/ leads to nothing"),
        ("[a](index.md#nope)", "content/en/about.md:12:5: error[E812]: the page has no part #nope"),
        ("[a](#aims)", "  12 + [a](#aim)"),
        ("[a](claims/index.md#nope)", "content/en/about.md:12:5: error[E812]: the page has no part #nope"),
        ("[a](dates/1999/)", "content/en/about.md:12:5: error[E810]: dates/1999/ leads to nothing"),
        ('<img src="../../assets/nope.woff">', "content/en/about.md:12:11: error[E810]: ../../assets/nope.woff leads"),
    ],
)
def test_a_hand_written_page_that_leads_nowhere_is_told_of_at_its_line(
    archive: Path, run_cli: RunCli, text: str, told: str
) -> None:
    with (archive / "content/en/about.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{text}\n")
    assert run_cli("check", at=archive).code == 0  # nobody knows before the pages are made
    done = run_cli("build", at=archive)
    assert (done.code, done.out) == (1, "")
    assert told in done.err
    assert not (archive / "site").exists()
