"""Ids for new records."""

import pytest

from site_builder.model import dates
from site_builder.new import ids


@pytest.mark.parametrize(
    ("said", "short", "title", "id"),
    [
        (
            "2025-04-30",
            "NIS",
            "NIS puts North Korean soldiers killed at about 600",
            "2025-04-30-nis-north-korean-soldiers-killed",
        ),
        ("2025-04", "", "Harbour Authority says ships held", "2025-04-harbour-authority-ships-held"),
        ("2025~", "", "4,700 of 600", "2025-harbour-authority-claim"),
        ("2025-04-28/2025-04-30", "한국", "배", "2025-04-28-hangug-bae"),
        ("2031", "38 North", "One two ships", "2031-harbour-authority-ships"),
    ],
)
def test_the_id_of_a_claim_has_its_date_claimant_and_words(said: str, short: str, title: str, id: str) -> None:
    start = ids.claim_start(dates.parse(said), "harbour-authority", short)
    assert f"{start}-{ids.claim_words(start, title, [])}" == id


def test_an_id_that_is_taken_gets_more_words_then_a_letter() -> None:
    title = "NIS says red green blue yellow black"
    taken = ["2031-nis-red-green-blue-yellow"]
    assert ids.claim_words("2031-nis", title, taken) == "red-green-blue-yellow-black"
    taken.append("2031-NIS-red-green-blue-yellow-black")
    assert ids.claim_words("2031-nis", title, taken) == "red-green-blue-yellow-black-b"
    assert ids.entity_id("Han Bit Na", ["han-bit-na"]) == "han-bit-na-b"
    assert ids.entity_id("?!", []) == "entity"


def test_a_claimant_whose_id_begins_with_a_digit_is_left_out_of_the_id() -> None:
    assert ids.claim_start(dates.parse("2031"), "38-north", "") == "2031"


def test_the_id_of_a_series_says_what_is_counted() -> None:
    assert ids.series_id("How many North Korean soldiers have been killed?", []) == "north-korean-soldiers-killed"
    assert ids.series_id("How many?", ["number"]) == "number-b"


def test_a_long_word_or_name_makes_no_id_that_no_file_can_have() -> None:
    long = "visitors" * 100
    assert len(ids.claim_words("2031-nis", f"{long} {long[1:]} {long[2:]} {long[3:]}", [])) < 200
    assert len(ids.series_id(long, [])) < 200
    assert len(ids.entity_id(long, [])) < 200
    assert ids.entity_id(f"City Office of {long}", []) == "city-office-of"
