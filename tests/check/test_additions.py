"""A claim that was added has nothing left of the record that it was copied from."""

from typing import Any

import pytest

from site_builder.check import additions
from site_builder.check.permanence import History
from site_builder.model.records import Claim
from site_builder.read.loader import load
from tests import sample
from tests.records import claim, context, entity

RELAY = entity("mara-lind", kind="person", name={"en": "Mara Lind", "ko": "마라 린드"})
OLD, NEW = "2031-03-11-city-office-visitors", "2031-03-12-union-lanterns"
PAGE, OTHER_PAGE = "https://example.org/walk", "https://example.org/union"


def made(id: str, url: str, text: str = "about 1,200 people came", headline: str = "Walk", **values: Any) -> Claim:
    source = {"url": url, "publisher": "omber-daily", "title": headline}
    quotes = {
        "en": {"text": text, "origin": "source", "source": source},
        "ko": {
            "text": "약 1200명이 왔다",
            "origin": "translation",
            "from": "en",
            "method": "human",
            "reviewed": "true",
        },
    }
    return claim(id, **{"relayed_by": ["mara-lind"], "quotes": quotes, **values})


PUBLISHED = made(OLD, PAGE)


def told(*new: Claim, published: Claim = PUBLISHED) -> list[tuple[str, str]]:
    """The files that are told of, each with the claim that theirs may be a copy of."""
    history = History({}, {each.file: {} for each in new})
    found = additions.copied_relays(history, context(published, *new, RELAY))
    return [(finding.file, finding.values["other"]) for finding in found]


def test_relays_that_came_along_with_a_copy_are_told_of() -> None:
    assert told(made(NEW, OTHER_PAGE)) == [(f"claims/2031/{NEW}.yml", OLD)]
    assert told(made(NEW, OTHER_PAGE, claimant="walkers-union")) == [(f"claims/2031/{NEW}.yml", OLD)]


@pytest.mark.parametrize(
    "new",
    [
        made(NEW, PAGE),
        made(NEW, f"{PAGE}#:~:text=people"),
        made(NEW, OTHER_PAGE, reports=[{"url": PAGE, "publisher": "omber-daily"}]),
        made(NEW, OTHER_PAGE, text="about 1,200 people came, Lind said"),
        made(NEW, OTHER_PAGE, headline="MARA LIND: 1,200 came"),
        made(NEW, OTHER_PAGE, notes={"ko": "마라 린드가 전했습니다."}),
        made(NEW, OTHER_PAGE, revises=[OLD]),
        made(NEW, OTHER_PAGE, relayed_by=["mara-lind", "city-office"]),
        made(NEW, OTHER_PAGE, relayed_by=[]),
    ],
    ids=["page", "anchor", "report", "quote", "headline", "notes", "link", "others", "nobody"],
)
def test_relays_that_may_be_right_are_not(new: Claim) -> None:
    assert told(new) == []


def test_a_published_claim_is_not_told_of() -> None:
    history = History({PUBLISHED.file: {}}, {PUBLISHED.file: {}})
    archive = context(PUBLISHED, made(NEW, OTHER_PAGE), RELAY)
    assert [*additions.copied_relays(history, archive)] == []
    assert [*additions.copied_relays(History({}, {}), archive)] == []


def test_relays_that_are_no_records_are_told_of_elsewhere() -> None:
    history = History({}, {f"claims/2031/{NEW}.yml": {}})
    assert len([*additions.copied_relays(history, context(PUBLISHED, made(NEW, OTHER_PAGE)))]) == 1


def test_the_records_of_an_archive_would_not_be_told_of_if_they_were_new() -> None:
    loaded = load(sample.ARCHIVE, None)
    history = History({}, {each.file: {} for each in loaded.archive.claims.values()})
    assert [*additions.copied_relays(history, context(*loaded.archive.records()))] == []
