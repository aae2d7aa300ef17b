"""An entity's page: its claims by the role that it has in them."""

import pytest

from site_builder.model.records import Claim
from site_builder.pages import entity as entity_pages
from tests.libraries import localized
from tests.records import claim, entity, short_lists

MADE = [claim(f"2031-03-0{number}-city-office-{word}") for number, word in enumerate("abc", 1)]
ABOUT = [
    claim(f"2031-03-1{number}-union-{word}", claimant="walkers-union", about=["city-office"])
    for number, word in enumerate("abc", 1)
]


def tabs(*claims: Claim) -> list[list[tuple[str, bool]]]:
    """The tabs of each page of the office, by where they lead, and whether a reader is there."""
    here = localized("en", *claims, entity(), *map(entity, ("walkers-union", "lantern-walk", "omber-daily")))
    pages = [page for page in entity_pages.pages(here) if page.address.startswith("entities/city-office/")]
    contexts = [page.show(here).context for page in pages]
    return [[(role.address.partition("#")[2], role.is_here) for role in context.roles] for context in contexts]


def test_on_a_page_of_all_claims_no_tab_is_where_the_reader_is() -> None:
    assert tabs(*MADE, *ABOUT) == [[("made", False), ("about", False)]]


def test_where_one_role_is_listed_alone_its_tab_is_where_the_reader_is(monkeypatch: pytest.MonkeyPatch) -> None:
    short_lists(monkeypatch, 2)
    assert tabs(*MADE, *ABOUT) == [
        [("made", True), ("about", False)],
        [("made", False), ("about", False)],
        [("made", False), ("about", True)],
    ]
