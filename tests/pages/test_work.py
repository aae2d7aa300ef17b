"""The page of work to do."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from site_builder.language.language import Language
from site_builder.library import work as work_to_do
from site_builder.library.library import Library, gathered
from site_builder.library.localized import LocalizedLibrary
from site_builder.library.repository import Repository
from site_builder.model.records import Claim, Entity, Record
from site_builder.model.stored_texts import digest_of
from site_builder.model.verification import LedgerLine
from site_builder.pages import work
from site_builder.pages.printer import Printer
from tests import libraries
from tests.records import altered, claim, entity, short_lists

DAILY = entity(
    "omber-daily", kind="outlet", name={"en": "Omber Daily", "ko": "옴버 일보"}, description={"en": "x", "ko": "x"}
)
OFFICE = entity("city-office", description={"en": "x", "ko": "x"})


def said(day: int, into: str = "ko", **more: object) -> Claim:
    """A claim with a machine translation that nobody has reviewed."""
    source = {"url": f"https://example.org/{day}", "publisher": "omber-daily"}
    original = "en" if into == "ko" else "ko"
    return claim(
        f"2031-03-{day}-a",
        quotes={
            original: {"text": "Some", "origin": "source", "source": source},
            into: {"text": "몇", "origin": "translation", "from": original, "method": "machine", "reviewed": "false"},
        },
        **more,
    )


def shown(tag: str, library: Library) -> list[work.WorkContext]:
    here = LocalizedLibrary(library, Language(tag))
    return [page.show(here).context for page in work.pages(here)]


def rows(listed: work.Listed) -> list[str]:
    return [f"{each.record.address} {each.told}" for each in listed.rows]


def library(*claims: Claim, entities: tuple[Entity, ...] = (DAILY, OFFICE)) -> Library:
    return libraries.library(*claims, *entities, entity("lantern-walk", description={"en": "x", "ko": "x"}))


def test_every_kind_of_work_says_how_much_there_is_and_what_to_do() -> None:
    [context] = shown("en", library(said(11), said(12)))
    assert [(each.name.text, each.name.address, each.count) for each in context.kinds] == [
        ("Machine translations to review", "contribute/work/#machine", "2"),
        ("Quotes not yet checked against their source", "contribute/work/#not-yet-checked", "2"),
        ("Sources without an archived copy", "contribute/work/#not-archived", "2"),
    ]
    assert [(each.anchor, each.what[:8], each.more) for each in context.lists] == [
        ("machine", "Compare ", ""),
        ("not-yet-checked", "On your ", ""),
        ("not-archived", "Save the", ""),
    ]
    assert [rows(each)[0] for each in context.lists] == [
        "claims/2031-03-12-a/ Korean · Machine translation from English",
        "claims/2031-03-12-a/ English · Omber Daily",
        "claims/2031-03-12-a/ 1 source",
    ]


@pytest.mark.parametrize(("tag", "first"), [("en", "2031-03-11-a"), ("ko", "2031-03-12-a")])
def test_translations_into_the_language_of_the_page_come_first(tag: str, first: str) -> None:
    [context] = shown(tag, library(said(11, "en"), said(12, "ko")))
    assert context.lists[0].rows[0].record.address == f"claims/{first}/"


def test_a_task_leads_to_where_its_record_is_changed_or_to_its_page_alone() -> None:
    here = library(said(11), entities=(DAILY, entity("city-office")))
    [context] = shown("en", here)
    edits = {listed.anchor: listed.rows[0].edit for listed in context.lists}
    assert edits["machine"] == "https://code.example/omber/edit/main/claims/2031/2031-03-11-a.yml"
    assert edits["not-described"] == "https://code.example/omber/edit/main/claims/entities/city-office.yml"
    here.site = replace(here.site, repository=Repository("", ""))
    [context] = shown("en", here)
    assert {row.edit for listed in context.lists for row in listed.rows} == {None}
    assert all(row.record.address for listed in context.lists for row in listed.rows)


def test_an_archive_in_which_nothing_is_to_do_says_so() -> None:
    empty = library(entities=(DAILY,))
    for tag, words in (("en", "Nothing in the archive waits"), ("ko", "기다리는 것이 없습니다")):
        [context] = shown(tag, empty)
        assert (context.kinds, context.lists) == ((), ())
        assert words in Printer(Language(tag)).print("work.html", context, f"{tag}/contribute/work/")


def test_the_newest_are_listed_and_the_others_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work_to_do, "MOST", 2)
    [context] = shown("en", library(*map(said, (11, 12, 13))))
    assert [each.count for each in context.kinds] == ["3", "3", "3"]
    assert [(len(each.rows), each.more) for each in context.lists] == [(2, "1 more is not listed.")] * 3
    [context] = shown("ko", library(*map(said, (11, 12, 13, 14))))
    assert context.lists[0].more == "그 밖에 2건이 더 있습니다."


def test_each_kind_leads_to_the_page_on_which_it_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    short_lists(monkeypatch, 2)
    pages = list(work.pages(library(said(11), said(12))))
    contexts = shown("en", library(said(11), said(12)))
    assert [page.address for page in pages] == [
        "contribute/work/",
        *(f"contribute/work/page-{n}/" for n in range(2, 7)),
    ]
    begun: dict[str, str] = {}
    for page, context in zip(pages, contexts, strict=True):
        for listed in context.lists:
            begun.setdefault(listed.anchor, f"{page.address}#{listed.anchor}")
    assert [each.name.address for each in contexts[0].kinds] == [*begun.values()]


def test_the_page_is_for_contributors_and_not_for_search_engines() -> None:
    assert not any(page.is_indexed for page in work.pages(library(said(11))))


def test_a_page_depends_on_all_that_it_shows() -> None:
    """The words of a claim, the name of its outlet, and how many tasks there are that it does not show."""

    def dependencies(*records: Record) -> object:
        loaded = libraries.loaded(*records, OFFICE)
        said = replace(loaded, digests={each.file: repr(each) for each in records} | {OFFICE.file: ""})
        [page] = work.pages(gathered(Path(), libraries.SITE, said, libraries.history({})))
        return page.dependencies()

    before = dependencies(said(11), DAILY)
    assert dependencies(said(11), DAILY) == before
    assert dependencies(altered(said(11), title={"en": "New", "ko": "새"}), DAILY) != before
    assert dependencies(said(11), altered(DAILY, name={"en": "New", "ko": "새"})) != before
    assert dependencies(said(11), said(10), DAILY) != before


def test_what_the_ledger_says_goes_into_the_page() -> None:
    here, quoted = library(said(11)), said(11)
    found = LedgerLine(
        claim=quoted.id,
        language="en",
        verdict="not-found",
        day=date(2031, 4, 1),
        engine="1",
        quote=digest_of("Some"),
    )
    here.ledger = {quoted.id: {"en": found}}
    [context] = shown("en", here)
    assert [each.anchor for each in context.lists] == ["not-found", "machine", "not-archived"]
