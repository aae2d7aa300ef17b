import posixpath
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model import urls
from site_builder.model.records import CLAIM_ID, ID

Place = tuple[Callable[[str], str], str]

CLAIM_IDS = st.from_regex(CLAIM_ID, fullmatch=True)
IDS = st.from_regex(ID, fullmatch=True)
PERIODS = st.from_regex("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", fullmatch=True)
PLACES: st.SearchStrategy[Place] = st.one_of(
    st.tuples(st.sampled_from([urls.claim, urls.permalink, urls.claim_json]), CLAIM_IDS),
    st.tuples(st.sampled_from([urls.entity, urls.series]), IDS),
    st.tuples(st.just(urls.period), PERIODS),
)
PATHS = st.lists(IDS, max_size=5).map(lambda steps: "".join(f"{step}/" for step in steps))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("claims/x/", urls.claim("x")),
        ("entities/x/", urls.entity("x")),
        ("dates/2031-03/", urls.period("2031-03")),
        ("series/x/", urls.series("x")),
        ("c/x/", urls.permalink("x")),
        ("c/x/claim.json", urls.claim_json("x")),
        ("ko/claims/x/", urls.localized("ko", urls.claim("x"))),
        ("ko/", urls.localized("ko", urls.HOME)),
    ],
)
def test_addresses_are_those_that_the_world_links_to(path: str, expected: str) -> None:
    assert path == expected


@given(PLACES, PLACES)
def test_two_records_never_share_an_address(one: Place, other: Place) -> None:
    (make_one, one_id), (make_other, other_id) = one, other
    assert (make_one(one_id) == make_other(other_id)) == (one == other)


@given(PLACES)
def test_an_address_is_relative_lower_case_ascii_below_a_folder_of_its_own(place: Place) -> None:
    make, id = place
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/){2}(?:claim\.json)?", make(id))


@given(PLACES, st.integers(1, 30))
def test_the_claim_of_a_file_can_be_told(place: Place, number: int) -> None:
    make, id = place
    page = urls.page_file("en", urls.numbered(make(id), number))
    assert urls.claim_of(page) == (id if make is urls.claim else "")


@given(CLAIM_IDS)
def test_the_claim_of_what_stands_beside_its_page_can_be_told(id: str) -> None:
    assert [urls.claim_of(path) for path in (urls.permalink_file(id), urls.claim_json(id))] == [id, id]


def test_a_list_of_claims_belongs_to_no_claim() -> None:
    assert [urls.claim_of(path) for path in ("en/claims/index.html", "en/claims/page-2/index.html", "c/")] == [""] * 3


def test_the_first_page_of_a_list_is_the_lists_own() -> None:
    pages = [urls.numbered(urls.CLAIMS, number) for number in (1, 2, 10)]
    assert pages == ["claims/", "claims/page-2/", "claims/page-10/"]


@pytest.mark.parametrize(
    ("path", "root"),
    [
        ("", "./"),
        ("404.html", "./"),
        ("en/", "../"),
        ("en/claims/", "../../"),
        ("c/x/claim.json", "../../"),
        ("en/claims/x/page-2/", "../../../../"),
    ],
)
def test_the_way_to_the_root_goes_up_every_folder(path: str, root: str) -> None:
    assert urls.root_from(path) == root


@pytest.mark.parametrize(
    ("path", "root"),
    [
        ("en/", "./"),
        ("en/claims/", "../"),
        ("en/claims/x/", "../../"),
        ("c/x/", "../../en/"),
        ("ko/claims/", "../../en/"),
        ("english/", "../en/"),
        ("", "./en/"),
    ],
)
def test_the_way_to_a_language_stays_inside_it(path: str, root: str) -> None:
    assert urls.language_root_from(path, "en") == root


@given(PATHS, st.sampled_from(["", "index.html"]), st.sampled_from(["en", "ko"]))
def test_both_ways_arrive_from_anywhere(path: str, file: str, language: str) -> None:
    def arrived(way: str) -> str:
        return posixpath.normpath(posixpath.join("/", path, way))

    assert arrived(urls.root_from(path + file)) == "/"
    assert arrived(urls.language_root_from(path + file, language)) == f"/{language}"


def test_the_parts_of_a_sitemap_are_not_the_sitemap() -> None:
    assert urls.sitemap_part(2) == "sitemap-2.xml.gz" != urls.SITEMAP
