"""What a site consists of, written all at once or asked for by path: there is one list of it."""

from collections import Counter
from datetime import date
from itertools import chain
from pathlib import Path
from shutil import copytree

import pytest

from site_builder.model import urls
from site_builder.outputs.artifact import Artifact
from site_builder.publish.contents import Contents
from site_builder.read.git import History
from site_builder.read.loader import load
from tests import bare_engine, golden, libraries
from tests.records import short_lists

NOTHING = History()


def made(folder: Path, history: History = NOTHING) -> Contents:
    """The contents of the golden archive's site, which lies in a folder with what a build remembers of it."""
    root = copytree(golden.ARCHIVE, folder / "copy")
    return Contents(root, load(root), bare_engine.rendered(folder), history)


@pytest.fixture
def contents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Contents:
    """The contents of the golden archive's site, in lists of three claims."""
    short_lists(monkeypatch, 3)
    return made(tmp_path)


def all_of(contents: Contents) -> list[Artifact]:
    claims = contents.library.archive.claims.values()
    of_claims = (*contents.of_claims(claims), *contents.cards_of_claims(claims))
    artifacts = [*of_claims, *chain.from_iterable(each.artifacts() for each in contents.groups())]
    artifacts += contents.about_data(contents.content)
    return [*artifacts, *contents.sitemap(each.entry for each in artifacts if each.entry)]


def test_what_is_asked_for_by_path_is_what_is_written(contents: Contents) -> None:
    for artifact in all_of(contents):
        assert [contents.content(path) for path in artifact.paths] == list(artifact.contents()), artifact.name


def test_what_is_there_is_known_without_making_it(contents: Contents, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [path for artifact in all_of(contents) for path in artifact.paths]
    monkeypatch.setattr(Artifact, "content", None)
    assert [path for path in paths if path not in contents] == []


def test_no_path_is_taken_twice(contents: Contents) -> None:
    paths = Counter(path for artifact in all_of(contents) for path in artifact.paths)
    assert [path for path, count in paths.items() if count > 1] == []
    assert len({artifact.name for artifact in all_of(contents)}) == len(all_of(contents))


@pytest.mark.parametrize(
    "path",
    ["", "nowhere", "en/nowhere/index.html", "en/claims/2031-nobody/index.html", "c/2031-nobody/claim.json", "../x"],
)
def test_what_the_site_has_not_is_none(contents: Contents, path: str) -> None:
    assert contents.content(path) is None
    assert path not in contents


def test_nothing_lies_elsewhere_than_its_group_says(contents: Contents) -> None:
    for group in contents.groups():
        for artifact in group.artifacts():
            assert all(path.startswith(group.folders) for path in artifact.paths), artifact.name


def test_shares_are_together_what_all_claims_have(contents: Contents) -> None:
    count = len(contents.library.archive.claims)
    shares = [slice(0, 2), slice(2, 2), slice(2, count)]
    for of_share in (contents.of_share, contents.cards_of_share):
        names = [artifact.name for share in shares for artifact in of_share(share)]
        assert sorted(names) == sorted(artifact.name for artifact in of_share(slice(0, count)))
        assert len(names) >= count


def test_the_sitemap_lists_every_page_once_whatever_the_order(contents: Contents) -> None:
    entries = [artifact.entry for artifact in all_of(contents) if artifact.entry]
    one, other = contents.sitemap(entries), contents.sitemap([*entries[::-1], *entries])
    assert [list(each.contents()) for each in one] == [list(each.contents()) for each in other]


def test_the_days_on_which_records_came_in_are_shown(tmp_path: Path) -> None:
    file = "claims/2031/2031-03-11-city-office-visitors.yml"
    contents = made(tmp_path, libraries.history({file: date(2031, 6, 2)}))
    page = contents.content(urls.page_file("en", urls.CHANGES))
    assert page
    assert b"<h2>June 2, 2031</h2>" in page


def test_what_the_engine_wrote_beside_pages_is_copied(tmp_path: Path) -> None:
    rendered = bare_engine.rendered(tmp_path)
    picture = rendered.folder / "en/picture.png"
    picture.write_bytes(b"\x89PNG")
    (rendered.folder / "en/stray.html").write_text("a page that is no page", "utf-8")
    root = copytree(golden.ARCHIVE, tmp_path / "copy")
    contents = Contents(root, load(root), rendered, NOTHING)
    [copy] = [artifact for artifact in all_of(contents) if artifact.name == "en/picture.png"]
    assert list(copy.contents()) == [b"\x89PNG"]
    before = copy.dependencies()
    picture.write_bytes(b"\x89png")
    assert copy.dependencies() != before
    assert contents.content("en/stray.html") is None
