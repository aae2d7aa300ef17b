"""The addresses at which the hosts of repositories show and change files."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from site_builder.library.repository import repository

GITHUB, GITLAB, OTHER = (
    "https://github.com/omber/claims",
    "https://gitlab.com/omber/claims",
    "https://code.example/omber",
)
RECORD, PAGE = "claims/2031/2031-03-12-city-office-visitors.yml", "content/en/about.md"


@pytest.mark.parametrize(
    ("url", "edit_uri", "edit", "history"),
    [
        (GITHUB, None, f"{GITHUB}/edit/main/", f"{GITHUB}/commits/main/"),
        (f"{GITHUB}/", None, f"{GITHUB}/edit/main/", f"{GITHUB}/commits/main/"),
        (GITHUB, "edit/master/content/", f"{GITHUB}/edit/master/", f"{GITHUB}/commits/master/"),
        (GITHUB, "edit/dev/next/content", f"{GITHUB}/edit/dev/next/", f"{GITHUB}/commits/dev/next/"),
        (GITHUB, "edit/main/archive/content/", f"{GITHUB}/edit/main/archive/", f"{GITHUB}/commits/main/archive/"),
        (GITHUB, "blob/main/content/", f"{GITHUB}/blob/main/", f"{GITHUB}/commits/main/"),
        (GITHUB, f"{GITHUB}/edit/main/content/", f"{GITHUB}/edit/main/", f"{GITHUB}/commits/main/"),
        ("https://github.com/omber/edit", None, "https://github.com/omber/edit/edit/main/", None),
        (OTHER, "edit/main/content/", f"{OTHER}/edit/main/", f"{OTHER}/commits/main/"),
        (GITLAB, None, f"{GITLAB}/-/edit/main/", f"{GITLAB}/-/commits/main/"),
        (GITLAB, "-/edit/dev/content/", f"{GITLAB}/-/edit/dev/", f"{GITLAB}/-/commits/dev/"),
        (GITLAB, "edit/main/content/", f"{GITLAB}/edit/main/", f"{GITLAB}/-/commits/main/"),
        ("https://gitlab.omber.example/a/b/c", None, "https://gitlab.omber.example/a/b/c/-/edit/main/", None),
        (OTHER, "-/edit/main/content/", f"{OTHER}/-/edit/main/", f"{OTHER}/-/commits/main/"),
    ],
)
def test_a_host_changes_files_and_shows_their_history(
    url: str, edit_uri: str | None, edit: str, history: str | None
) -> None:
    found = repository(url, edit_uri)
    assert found.edit(PAGE) == edit + PAGE
    assert found.edit(RECORD) == edit + RECORD
    assert found.history(RECORD) == (history or edit.replace("edit/main", "commits/main")) + RECORD


@pytest.mark.parametrize(
    "edit_uri", ["edit/main/content/", "?file=main/content/", "#content", "../edit/content/", "x/y"]
)
def test_pages_are_changed_where_mkdocs_would_have_it(edit_uri: str) -> None:
    config = load_config(None, site_name="Omber", repo_url=OTHER, edit_uri=edit_uri)
    page = Page(None, File("en/about.md", "content", "site", use_directory_urls=True), config)
    assert repository(OTHER, edit_uri).edit(PAGE) == page.edit_url


@pytest.mark.parametrize(
    ("url", "edit_uri", "edits_pages", "edits_records"),
    [
        (OTHER, None, False, False),  # an unknown host
        (GITHUB, "", False, False),  # not wanted
        (GITHUB, "edit/main/docs/", True, False),  # the pages lie elsewhere than in the archive
        (OTHER, "?file=main/content/", True, True),  # no branch that we could know
        (GITHUB, "https://elsewhere.example/edit/main/content/", True, True),  # another repository
    ],
)
def test_what_is_not_known_is_none(url: str, edit_uri: str | None, edits_pages: bool, edits_records: bool) -> None:
    found = repository(url, edit_uri)
    assert (found.edit(PAGE) is not None, found.edit(RECORD) is not None) == (edits_pages, edits_records)
    assert found.history(RECORD) is None
    assert found.new("claims/2031", "a.yml", "a: b\n") is None


@pytest.mark.parametrize(
    ("url", "edit_uri", "version"),
    [
        (GITHUB, None, f"{GITHUB}/blob/1f2e3d/{RECORD}"),
        (GITHUB, "", f"{GITHUB}/blob/1f2e3d/{RECORD}"),
        (GITLAB, None, f"{GITLAB}/-/blob/1f2e3d/{RECORD}"),
        (OTHER, None, f"{OTHER}/blob/1f2e3d/{RECORD}"),
        (GITHUB, "edit/main/archive/content/", None),
        (GITHUB, "edit/dev/next/content/", None),
        ("", None, None),
    ],
)
def test_a_file_is_shown_as_it_was_in_a_commit(url: str, edit_uri: str | None, version: str | None) -> None:
    assert repository(url, edit_uri).version(RECORD, "1f2e3d") == version


@pytest.mark.parametrize("url", ["", "/"])
def test_without_an_address_there_is_no_repository(url: str) -> None:
    found = repository(url, "edit/main/content/")
    assert (found.url, found.edit(PAGE), found.history(RECORD), found.report("a-b")) == ("", None, None, None)


def test_a_new_file_is_filled_in() -> None:
    text = "# 발언자의 id\nclaimant: a&b #+% “c”\n"
    address = urlsplit(repository(GITHUB, "edit/dev/content/").new("claims/2031", "a-b.yml", text) or "")
    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{GITHUB}/new/dev/claims/2031"
    assert dict(parse_qsl(address.query)) == {"filename": "a-b.yml", "value": text}
    assert address.geturl().isascii()


def test_a_host_that_could_not_take_the_text_gets_none() -> None:
    assert repository(GITLAB, None).new("claims/2031", "a.yml", "a: b\n") is None
    assert repository(GITHUB, None).new("claims/2031", "a.yml", "가" * 1000) is None


def test_an_error_is_reported_where_the_host_takes_reports() -> None:
    file = "claims/2031/a-b.yml"
    address = urlsplit(repository(GITHUB, None).report(file) or "")
    assert address.path.endswith("/issues/new")
    assert parse_qsl(address.query) == [("template", "correct.yml"), ("claim", "a-b")]
    assert repository(GITLAB, None).report(file) == f"{GITLAB}/-/issues/new?issue%5Btitle%5D=a-b"


def test_a_form_for_a_claim_is_answered_as_far_as_it_is_known() -> None:
    address = urlsplit(repository(GITHUB, None).propose({"claimant": "a-b", "about": "c\nd"}) or "")
    assert address.path.endswith("/issues/new")
    assert parse_qsl(address.query) == [("template", "propose.yml"), ("claimant", "a-b"), ("about", "c\nd")]
    assert repository(GITHUB, None).propose({"about": "a-b\n" * 2_000}) == f"{GITHUB}/issues/new?template=propose.yml"
    assert repository(GITLAB, None).propose({}) is None
    assert repository("", None).propose({}) is None
