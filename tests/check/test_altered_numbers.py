"""The records of an archive, altered one number or hedge at a time: each is caught where it stands."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from site_builder.check import numbers
from site_builder.check.context import Context
from site_builder.language.quantities import readings
from site_builder.model.records import HEDGES, Claim, Figure, Hedge
from site_builder.problems import Finding
from site_builder.read.loader import load
from tests import sample
from tests.records import altered

LOADED = load(sample.ARCHIVE)
COUNTED = [claim for claim in LOADED.archive.claims.values() if claim.figures]
HEDGE_WORDS: dict[str, dict[str, Hedge]] = {
    "en": {
        "about": "about",
        "around": "about",
        "approximately": "about",
        "an estimated": "about",
        "at least": "at-least",
        "more than": "more-than",
        "nearly": "nearly",
        "up to": "at-most",
    },
    "ko": {"약": "about", "최소": "at-least", "최대": "at-most", "거의": "nearly"},
}


def found(claim: Claim) -> list[Finding]:
    archive = replace(LOADED.archive, claims={claim.id: claim})
    return list(numbers.of_claim(Context(archive, ("en", "ko"), LOADED.files, date(2031, 12, 31)), claim))


def of_other_digit(text: str) -> Iterator[str]:
    """A number with one digit exchanged, left out or doubled."""
    for at, digit in enumerate(text):
        yield text[:at] + str((int(digit) + 1) % 10 or 1) + text[at + 1 :]
        yield text[:at] + digit + text[at:]
        if len(text) > 1 and not text[at + 1 :].startswith("0"):
            yield text[:at] + text[at + 1 :]


def with_figure(claim: Claim, place: int, figure: Figure) -> Claim:
    return altered(claim, figures=(*claim.figures[:place], figure, *claim.figures[place + 1 :]))


@pytest.mark.parametrize("claim", LOADED.archive.claims.values(), ids=lambda claim: claim.id)
def test_nothing_is_wrong_with_the_numbers_as_they_are(claim: Claim) -> None:
    assert found(claim) == []


@pytest.mark.parametrize("claim", COUNTED, ids=lambda claim: claim.id)
def test_a_digit_of_a_figure_is_caught_at_the_figure(claim: Claim) -> None:
    for place, figure in enumerate(claim.figures):
        for written in of_other_digit(str(figure.value)):
            if int(written) != figure.value:
                told = found(with_figure(claim, place, altered(figure, value=int(written))))
                at = {(finding.kind.code, finding.at) for finding in told}
                assert ("E741", ("figures", place, "value")) in at, written


@pytest.mark.parametrize("claim", COUNTED, ids=lambda claim: claim.id)
def test_a_hedge_of_a_figure_is_caught_at_the_hedge(claim: Claim) -> None:
    for place, figure in enumerate(claim.figures):
        for hedge in HEDGES:
            if hedge != figure.hedge:
                told = found(with_figure(claim, place, altered(figure, hedge=hedge)))
                assert ("E742", ("figures", place, "hedge")) in {(finding.kind.code, finding.at) for finding in told}


@pytest.mark.parametrize("tag", ["en", "ko"])
@pytest.mark.parametrize("claim", LOADED.archive.claims.values(), ids=lambda claim: claim.id)
def test_a_number_or_hedge_of_a_title_is_caught_at_the_title(claim: Claim, tag: str) -> None:
    title = claim.title[tag]
    for reading in readings(title, tag):
        if not reading.measured:
            words = title[reading.start : reading.end]
            for other in {*of_other_digits(words), *of_other_hedges(words, tag)}:
                changed = title[: reading.start] + other + title[reading.end :]
                told = found(altered(claim, title={**claim.title, tag: changed}))
                assert ("title", tag) in {finding.at for finding in told}, changed


def of_other_digits(words: str) -> Iterator[str]:
    for at, digit in enumerate(words):
        if digit.isdecimal():
            yield words[:at] + str((int(digit) + 1) % 10 or 1) + words[at + 1 :]


def of_other_hedges(words: str, tag: str) -> Iterator[str]:
    hedges = HEDGE_WORDS[tag]
    for phrase, hedge in hedges.items():
        if words.lower().startswith(f"{phrase} "):
            yield from (f"{other}{words[len(phrase) :]}" for other in hedges if hedges[other] != hedge)
            yield words[len(phrase) + 1 :]
