"""The archive's first records, against the article that they quote."""

from collections.abc import Iterator

import pytest

from site_builder.model.records import Claim, SourceQuote, Translation
from site_builder.sources.matching import Text, find
from tests.seed import ARTICLE, LOADED, PASSAGES, SEED, only_here

pytestmark = only_here

TEXT = Text("".join(f"{passage}\n" for passage in PASSAGES))
CLAIMS = LOADED.archive.claims
FROM_ARTICLE = [
    claim for claim in CLAIMS.values() if ARTICLE in [source.url for source in claim.sources] and not claim.withdrawn
]


def test_the_claims_of_the_article_are_there_for_ever() -> None:
    assert set(SEED) <= CLAIMS.keys()
    assert {source.url for id in SEED for source in CLAIMS[id].sources} == {ARTICLE}


@pytest.mark.parametrize("claim", FROM_ARTICLE, ids=lambda claim: claim.id)
def test_an_english_quote_stands_in_the_article_letter_for_letter(claim: Claim) -> None:
    quote = claim.quotes["en"]
    assert isinstance(quote, SourceQuote)
    assert quote.source.url == ARTICLE
    assert any(quote.text in passage for passage in PASSAGES), quote.text
    found = find(quote.text, TEXT, "en")
    assert (found.outcome, found.beside) == ("word-for-word", ())
    line = LOADED.ledger[claim.id]["en"]
    assert (line.verdict, line.text) == ("word-for-word", quote.source.snapshot)


def altered(words: str) -> Iterator[str]:
    """A text with each of its letters and digits changed, dropped or in its other case."""
    for place, letter in enumerate(words):
        if letter.isalnum():
            others = (
                ["7" if letter != "7" else "8"]
                if letter.isdigit()
                else ["x" if letter != "x" else "y", letter.swapcase()]
            )
            for other in [*others, ""]:
                yield words[:place] + other + words[place + 1 :]


@pytest.mark.parametrize("claim", FROM_ARTICLE, ids=lambda claim: claim.id)
def test_one_letter_or_digit_is_enough_not_to_be_found_in_the_article(claim: Claim) -> None:
    words = claim.quotes["en"].text
    assert [other for other in altered(words) if find(other, TEXT, "en").is_found] == []


@pytest.mark.parametrize("claim", FROM_ARTICLE, ids=lambda claim: claim.id)
def test_a_korean_quote_is_marked_as_a_machine_translation_that_nobody_has_checked(claim: Claim) -> None:
    quote = claim.quotes["ko"]
    assert isinstance(quote, Translation)
    assert (quote.from_, quote.method, quote.reviewed) == ("en", "machine", False)


def test_the_headline_of_the_article_is_its_title() -> None:
    titles = {source.title for claim in FROM_ARTICLE for source in claim.sources if source.url == ARTICLE}
    assert titles == {PASSAGES[0]}


def test_claims_say_what_they_do_to_each_other() -> None:
    assert CLAIMS["2025-04-30-nis-killed"].revises == ("2025-01-13-nis-killed",)
    assert CLAIMS["2025-04-csb-headline-injured"].disputes == ("2025-04-30-nis-casualties",)
    assert CLAIMS["2025-04-csb-headline-killed"].repeats == ("2025-04-30-nis-killed",)
