"""Readers find the claims that they mean, whatever they type."""

from collections.abc import Iterator

import pytest

from benchmarks.archive import copy_site
from tests.browser.conftest import Invite, Server, serving
from tests.building import make_site, undrawn_cards
from tests.search import archive, asking
from tests.search.queries import Answers, queries, recall, recalls, report

pytestmark = pytest.mark.browser

ENOUGH = 0.97


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The site of the archive that the queries are about."""
    root = tmp_path_factory.mktemp("searched")
    copy_site(root)
    archive.write(root)
    with undrawn_cards():
        make_site(root)
    with serving(root / "site", tmp_path_factory.mktemp("server")) as server:
        yield server


@pytest.fixture
def answers(searched: Server, invite: Invite) -> Answers:
    return asking.ask(invite().context.new_page(), searched.address, searched.folder, queries())


def test_readers_find_what_they_mean(answers: Answers) -> None:
    found = {language: recall(answers, language) for language in archive.SITE_LANGUAGES}
    assert min(found.values()) >= ENOUGH, "\n".join(report(answers))


def test_every_kind_of_query_is_tried() -> None:
    """Ten of each at least, and of the languages so many that a few cannot hide the others."""
    by_kind = recalls(dict.fromkeys(queries(), ()))
    assert min(map(len, by_kind.values())) >= 10
    assert len(by_kind["ko", "all"]) >= 90


def test_the_page_shows_what_the_index_finds(searched: Server, invite: Invite, answers: Answers) -> None:
    """A query of each kind, typed into the field."""
    page = invite().context.new_page()
    for query in {(query.language, query.kind): query for query in answers}.values():
        page.goto(f"{searched.address}{query.language}/claims/")
        field = page.get_by_role("searchbox")
        field.press_sequentially(query.text)
        field.press("Enter")
        hrefs = [f"{searched.address}{query.language}/claims/{id}/" for id in answers[query]]
        assert hrefs, query
        page.wait_for_function(_SHOWN, arg=hrefs)


_SHOWN = """hrefs => {
    const shown = [...document.querySelectorAll("#search ol > li > a")].slice(0, hrefs.length);
    return hrefs.every((href, place) => shown[place]?.href === href);
}"""
