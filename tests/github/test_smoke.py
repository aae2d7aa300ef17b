"""The look at the published site: what is asked for, and what is found."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from shutil import copytree

import pytest

from site_builder.github import web
from site_builder.github.smoke import NOWHERE, PAUSES, Expected, Result, as_json, expected, from_json, results
from site_builder.read import loader
from tests.github.published import Published, published
from tests.golden import ARCHIVE

OLDEST, NEWEST = "2031-02-27-mara-lind-grown-ups", "2031-03-21-walkers-union-accounts"


@pytest.fixture
def site(golden_site: Path, tmp_path: Path) -> Path:
    return copytree(golden_site, tmp_path / "site")


@pytest.fixture
def host(site: Path) -> Iterator[Published]:
    with published(site) as host:
        yield host


def listed(site: Path) -> list[Expected]:
    return expected(loader.load(ARCHIVE).archive, site, ["en", "ko"])


def look(host: Published, site: Path, pauses: list[float] | None = None) -> dict[str, Result]:
    waited: list[float] = [] if pauses is None else pauses
    ask = partial(_ask, host.url)
    return {each.expected.address: each for each in results(host.url, listed(site), ask, waited.append)}


def _ask(site: str, url: str, limit: int) -> web.Answer:
    return web.get(url, site, limit)


def wrong(found: dict[str, Result]) -> list[tuple[str, int | None]]:
    return [(address, each.status) for address, each in found.items() if not each.is_right]


def test_what_must_never_be_lost_is_asked_for(site: Path) -> None:
    (site / ".well-known").mkdir()
    (site / ".well-known" / "security.txt").write_text("Contact: mailto:desk@example.org\n", "utf-8")
    assert [(each.address, each.status) for each in listed(site)] == [
        ("", 200),
        ("sitemap.xml", 200),
        ("robots.txt", 200),
        ("data/datapackage.json", 200),
        (".well-known/security.txt", 200),
        ("en/", 200),
        ("ko/", 200),
        *[
            (address, 200)
            for id in (OLDEST, NEWEST, "2031-03-12-mara-lind-withdrawn")
            for address in (f"c/{id}/", f"en/claims/{id}/", f"ko/claims/{id}/")
        ],
        *[
            (f"{tag}/{address}/", 200)
            for address in ("entities/city-hall", "series/participants")
            for tag in ("en", "ko")
        ],
        (NOWHERE, 404),
    ]


def test_the_list_travels_as_json(site: Path) -> None:
    assert from_json(as_json(listed(site))) == listed(site)


def test_a_site_as_it_was_built_is_right_at_the_first_look(host: Published, site: Path) -> None:
    pauses: list[float] = []
    found = look(host, site, pauses)
    assert wrong(found) == []
    assert pauses == []
    assert len(host.asked) == len(found)


def test_every_way_to_be_wrong_is_found_at_its_address(host: Published, site: Path, tmp_path: Path) -> None:
    host.site = copytree(site, tmp_path / "served")
    claim = f"en/claims/{OLDEST}/"
    host.odd = {
        "": (503, "busy"),
        "en/": (200, "another page"),
        "robots.txt": (301, "https://elsewhere.example/robots.txt"),
        "ko/": (302, "/other/ko/"),  # on the same host, out of the site
        "data/datapackage.json": (301, f"{host.url}data/datapackage.json"),  # without end
        NOWHERE: (200, "all is well"),
    }
    (host.site / claim / "index.html").unlink()
    longer = host.site / f"ko/claims/{OLDEST}/index.html"
    longer.write_bytes(longer.read_bytes() + b"<!-- more -->")
    pauses: list[float] = []
    found = look(host, site, pauses)
    assert dict(wrong(found)) == {
        "": 503,
        "en/": 200,
        "robots.txt": None,
        "ko/": None,
        "data/datapackage.json": 301,
        claim: 404,
        f"ko/claims/{OLDEST}/": 200,
        NOWHERE: 200,
    }
    assert found["robots.txt"].reason == "301 → https://elsewhere.example/robots.txt"
    assert pauses == [*PAUSES]


def test_what_leads_on_within_the_site_is_followed(host: Published, site: Path) -> None:
    host.odd = {"en/": (301, f"{host.url}elsewhere/")}
    host.site = site
    copytree(site / "en", site / "elsewhere", dirs_exist_ok=True)
    assert wrong(look(host, site)) == []


def test_a_site_that_arrives_late_is_waited_for_and_the_rest_not_asked_again(
    host: Published, site: Path, tmp_path: Path
) -> None:
    old = copytree(site, tmp_path / "old")
    (old / "ko" / "index.html").write_text("the site before", "utf-8")
    host.site = old
    pauses: list[float] = []

    def spread(pause: float) -> None:
        pauses.append(pause)
        if len(pauses) == 2:
            host.site = site

    found = results(host.url, listed(site), partial(_ask, host.url), spread)
    assert all(each.is_right for each in found)
    assert pauses == [*PAUSES[:2]]
    assert host.asked.count("ko/") == 3
    assert host.asked.count("en/") == 1


def test_nobody_who_listens_is_told_as_such(site: Path) -> None:
    with published(site) as gone:
        pass
    found = look(gone, site)
    assert len(wrong(found)) == len(found)
    assert all("refused" in each.reason.lower() for each in found.values())
