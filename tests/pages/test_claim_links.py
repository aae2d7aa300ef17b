"""What a claim's page leads to: itself in parts, the source at the quoted words, the record as it was."""

import re
from datetime import date
from typing import Any

import pytest

from site_builder.language.language import Language
from site_builder.library.localized import LocalizedLibrary
from site_builder.model.records import Claim, Record
from site_builder.pages import claim as claim_pages
from site_builder.pages.printer import Printer
from tests.libraries import library
from tests.records import claim, entity, series

EXTRA: tuple[Record, ...] = (
    entity(),
    entity("omber-daily", kind="outlet", name={"en": "Omber Daily", "ko": "옴버 일보"}),
    entity("lantern-walk", kind="event", name={"en": "Lantern Walk", "ko": "등불 걷기"}),
    *(series(id) for id in ("visitors", "visitors-2", "children")),
)
SOURCE = {"url": "https://example.org/walk#top", "publisher": "omber-daily"}
ADDED = date(2031, 4, 5)


def page(record: Claim, added: date | None = ADDED, tag: str = "en") -> str:
    """The HTML of a claim's page, without what stands around it."""
    known = library(record, *EXTRA, added={record.file: added} if added else {})
    first = next(claim_pages.pages(known, record))
    shown = first.show(LocalizedLibrary(known, Language(tag)))
    return Printer(Language(tag)).print(shown.template, shown.context, f"{tag}/{first.address}")


def quotes(**source: str) -> dict[str, Any]:
    return {
        "en": {"text": "about 1,200 people came", "origin": "source", "source": {**SOURCE, **source}},
        "ko": {"text": "나", "origin": "translation", "from": "en", "method": "human", "reviewed": "true"},
    }


def figure(series: str, value: str) -> dict[str, str]:
    return {"series": series, "value": value, "hedge": "exact"}


def test_every_part_leads_to_itself() -> None:
    note = {"en": "Put right", "ko": "바로잡음"}
    record = claim(
        quotes=quotes(),
        figures=[
            figure(*each) for each in (("visitors", "1"), ("visitors", "2"), ("visitors-2", "3"), ("children", "4"))
        ],
        corrections=[{"on": "2031-04-01", "kind": "typo", "note": note}],
    )
    printed = page(record)
    parts = ["quote-en", "quote-ko", "figure-visitors", "figure-visitors-2", "figure-visitors-2-2", "figure-children"]
    for part in (*parts, "sources", "corrections"):
        assert printed.count(f'id="{part}"') == 1
        inside = printed.partition(f'id="{part}"')[2]
        assert re.search(r'href="#([^"]+)"', inside)[1] == part  # type: ignore[index]


def test_a_quote_as_published_leads_to_its_words_and_to_the_archived_copy() -> None:
    archived = "https://web.archive.org/web/20310314091500/https://example.org/walk"
    english, korean = re.findall("<figcaption>(.*?)</figcaption>", page(claim(quotes=quotes(archived=archived))))
    deep = "https://example.org/walk#top:~:text=about%201%2C200%20people%20came"
    assert f'<a href="{deep}" rel=noopener>Open at these words</a>' in english
    assert f'<a href="{archived}">archived copy</a>' in english
    assert "noopener" not in korean
    assert "archived" not in page(claim(quotes=quotes()))


@pytest.mark.parametrize("tag", ["en", "ko"])
def test_the_version_is_that_of_the_last_commit(tag: str) -> None:
    record = claim(quotes=quotes())
    revision = "20310405".zfill(40)
    address = f"https://code.example/omber/blob/{revision}/claims/2031/2031-03-12-city-office-visitors.yml"
    assert page(record, tag=tag).count(f'<a href="{address}">') == 1
    assert "/blob/" not in page(record, added=None, tag=tag)


def test_a_page_depends_on_the_days_that_it_tells() -> None:
    record = claim(quotes=quotes())
    one, other, unknown = (
        next(claim_pages.pages(library(record, *EXTRA, added=added), record)).dependencies()
        for added in ({record.file: ADDED}, {record.file: date(2031, 4, 6)}, {})
    )
    assert one != other != unknown != one


def test_a_withdrawn_claim_can_be_cited_too() -> None:
    reason = {"en": "Never said.", "ko": "말한 일이 없다."}
    printed = page(claim(quotes=quotes(), withdrawn={"on": "2031-05-06", "reason": reason}))
    assert '<section id="cite"' in printed
    assert "[withdrawn: May 6, 2031]" in printed
    assert "people came" not in printed
