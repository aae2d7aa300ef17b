"""Two built sites are compared by what their pages say."""

from pathlib import Path

import pytest

from site_builder.github import comparison
from site_builder.github.comparison import changed_pages, differing_files, gone_permalinks, parted
from tests.records import CLAIM_FILE, write

TAGS = ["en", "ko"]


def page(text: str, around: str = "") -> str:
    return f"<!doctype html><body>{around}<main class=md-typeset><h1>{text}</h1><p>{text}</main>{around}"


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path]:
    before = {
        "en/index.html": page("Home"),
        "ko/index.html": page("첫 화면"),
        "en/about/index.html": page("About"),
        "ko/about/index.html": page("안내"),
        "en/claims/2031-a/index.html": page("A"),
        "ko/claims/2031-a/index.html": page("가"),
        "c/2031-a/index.html": "x",
        "c/2031-b/index.html": "x",
        "assets/x.css": "x",
    }
    after = {
        **before,
        "en/index.html": page("Home", "another menu"),
        "ko/about/index.html": page("소개"),
        "en/claims/2031-c/index.html": page("C"),
        "ko/claims/2031-c/index.html": page("다"),
    }
    for gone in ("en/claims/2031-a/index.html", "ko/claims/2031-a/index.html", "c/2031-b/index.html"):
        del after[gone]
    return write(tmp_path / "before", before), write(tmp_path / "after", after)


def test_pages_differ_by_their_main_part(sites: tuple[Path, Path]) -> None:
    found = list(changed_pages(*sites, TAGS))
    assert [(each.address, each.is_new, each.is_gone) for each in found] == [
        ("about/", False, False),
        ("claims/2031-a/", False, True),
        ("claims/2031-c/", True, False),
    ]
    about, gone, new = found
    assert about.versions["en"].before == about.versions["en"].after
    assert (about.versions["ko"].title, gone.versions["ko"].title, new.versions["ko"].title) == ("소개", "가", "다")
    assert about.versions["ko"].differences(10) == ["- 안내", "- 안내", "+ 소개", "+ 소개"]
    assert about.versions["ko"].differences(3) == ["- 안내", "- 안내", "+ 소개"]
    assert about.versions["en"].differences(3) == []


def test_permanent_links_that_would_lead_nowhere_are_found(sites: tuple[Path, Path]) -> None:
    assert gone_permalinks(*sites) == ["2031-b"]


def test_files_that_are_not_alike_are_found(sites: tuple[Path, Path]) -> None:
    before, after = sites
    assert differing_files(before, before) == []
    write(before, {"en/index.html": page("Home", "another menu"), "ko/about/index.html": page("소개")})
    assert differing_files(before, after) == [
        "c/2031-b/index.html",
        *(f"{tag}/claims/2031-{letter}/index.html" for tag in TAGS for letter in "ac"),
    ]


@pytest.mark.parametrize(
    ("sources", "shown", "others"),
    [
        (
            [CLAIM_FILE],
            ["claims/2031-03-12-city-office-visitors/", "claims/2031-a/"],
            ["", "about/", "claims/", "x/y/"],
        ),
        (["content/ko/about.md"], ["about/", "claims/2031-03-12-city-office-visitors/", "claims/2031-a/"], None),
        (["content/en/index.md"], ["", "claims/2031-03-12-city-office-visitors/", "claims/2031-a/"], None),
        (["content/en/x/y/index.md"], ["x/y/", "claims/2031-03-12-city-office-visitors/", "claims/2031-a/"], None),
        ([], ["claims/2031-03-12-city-office-visitors/", "claims/2031-a/"], None),
    ],
)
def test_pages_of_what_was_changed_are_looked_at_first(
    sources: list[str], shown: list[str], others: list[str] | None
) -> None:
    addresses = ["", "about/", "claims/", "claims/2031-03-12-city-office-visitors/", "claims/2031-a/", "x/y/"]
    found = parted((comparison.ChangedPage(address, {}) for address in addresses), sources)
    assert [each.address for each in found[0]] == shown
    assert sorted(each.address for part in found for each in part) == addresses
    assert others is None or [each.address for each in found[1]] == others


def test_where_nothing_is_worth_a_look_all_pages_are() -> None:
    pages = [comparison.ChangedPage(address, {}) for address in ("", "timeline/")]
    assert parted(pages, []) == (pages, [])


def test_of_an_endless_page_the_first_lines_are_compared(tmp_path: Path) -> None:
    lines = [f"<p>{number}" for number in range(30_000)]
    before = write(tmp_path / "a", {"en/index.html": f"<main>{''.join(lines)}</main>"})
    after = write(tmp_path / "b", {"en/index.html": f"<main>{''.join(reversed(lines))}</main>"})
    (found,) = changed_pages(before, after, ["en"])
    assert len(found.versions["en"].differences(5)) == 5
