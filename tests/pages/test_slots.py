"""What hand-written pages show of the archive."""

from dataclasses import replace

import pytest

from site_builder.language.language import Language
from site_builder.library.localized import LocalizedLibrary
from site_builder.library.repository import Repository
from site_builder.pages.slots import NewClaimContext, slots
from tests import libraries
from tests.records import claim, entity, series

SHORT = {"en": "NBL", "ko": "국등원"}
BUREAU = entity(name={"en": "National Bureau of Lanterns", "ko": "국가등불관리원"}, short=SHORT)
UNION = entity(
    "walkers-union",
    name={"en": "Walkers' Union of Omber", "ko": "옴버 걷기연합"},
    short={"en": "Walkers' Union", "ko": "걷기연합"},
)
CLAIMS = [claim(f"2031-03-1{number}-city-office-{word}") for number, word in enumerate("abc", 1)]
OTHER = claim("2031-03-20-union-d", claimant="walkers-union")
URL = "https://github.com/omber/claims"
NOWHERE = Repository("", "")


def library(tag: str, repository: Repository = NOWHERE) -> LocalizedLibrary:
    here = libraries.library(*CLAIMS, OTHER, BUREAU, UNION, series())
    here.site = replace(here.site, repository=repository)
    return LocalizedLibrary(here, Language(tag))


@pytest.mark.parametrize(
    ("tag", "bureau", "union"),
    [
        ("en", "National Bureau of Lanterns (NBL)", "Walkers' Union of Omber"),
        ("ko", "국가등불관리원(국등원)", "옴버 걷기연합"),
    ],
)
def test_a_short_name_is_spelled_out_where_it_is_first_met(tag: str, bureau: str, union: str) -> None:
    here = library(tag)
    cards = slots(here)["newest-claims"].show(here).cards  # type: ignore[attr-defined]
    assert [card.claimant for card in cards] == [union, bureau, SHORT[tag], SHORT[tag]]
    named = slots(here)["most-named"].show(here).entities  # type: ignore[attr-defined]
    assert {link.text for link, _ in named} == {bureau, union}


def test_the_claimants_of_answers_are_spelled_out_too() -> None:
    given = claim(CLAIMS[0].id, figures=[{"series": "visitors", "value": "1200", "hedge": "about"}])
    here = libraries.localized("en", given, BUREAU, series(), series("children"))
    questions = slots(here)["questions"].show(here).questions  # type: ignore[attr-defined]
    assert [each.newest and each.newest.claimant.text for each in questions] == [
        "National Bureau of Lanterns (NBL)",
        None,
    ]


def test_without_a_repository_nothing_leads_to_one() -> None:
    here = library("en")
    for name in ("repository", "new-claim"):
        assert slots(here)[name].show(here).url in (None, "")  # type: ignore[attr-defined]
    begun = slots(here)["new-claim"].show(here)
    assert begun == NewClaimContext(None, None, None, None)


def test_a_claim_is_begun_by_a_form_or_a_file_and_what_it_names_by_a_file() -> None:
    here = library("ko", Repository(URL, f"{URL}/edit/main/content/"))
    begun = slots(here)["new-claim"].show(here)
    assert isinstance(begun, NewClaimContext)
    assert begun.form == f"{URL}/issues/new?template=propose.yml"
    assert (begun.entity or "").startswith(f"{URL}/new/main/claims/entities?filename=its-name.yml&value=%23")
    assert (begun.question or "").startswith(f"{URL}/new/main/claims/series?filename=what-is-counted.yml&value=%23")


def test_a_new_claim_lies_in_the_year_of_the_newest() -> None:
    here = library("en", Repository(URL, f"{URL}/edit/main/content/"))
    assert slots(here)["repository"].show(here).url == URL  # type: ignore[attr-defined]
    new = slots(here)["new-claim"].show(here).url  # type: ignore[attr-defined]
    assert new.startswith(f"{URL}/new/main/claims/2031?filename=2031-MM-DD-who-what.yml&value=%23")


def test_the_first_claim_lies_in_this_year(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1956528000")
    here = libraries.localized("en")
    assert "/claims/2032?" in slots(here)["new-claim"].show(here).url  # type: ignore[attr-defined]
