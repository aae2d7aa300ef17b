"""The table of what counts as the same between a quote and its source, as readers see it."""

import re

import pytest

from site_builder.language.language import Language
from site_builder.pages import quote_folding
from site_builder.pages.printer import Printer
from site_builder.text.quote_folding import NOT_FOLDED, TABLE


@pytest.mark.parametrize("tag", ["en", "ko"])
def test_every_character_that_is_folded_is_shown_as_itself_or_by_its_number(tag: str) -> None:
    context = quote_folding.tables(Language(tag))
    assert len({row.name for row in context.folded}) == len(TABLE)
    for shown, row in zip(context.folded, TABLE, strict=True):
        numbers = set[int]()
        for first, last in re.findall(r"U\+([0-9A-F]{4})(?:–([0-9A-F]{4}))?", shown.codes):
            numbers |= set(range(int(first, 16), int(last or first, 16) + 1))
        assert numbers == {ord(each) for each in row.characters if len(each) == 1}
        assert shown.signs in ((), row.characters)
        assert shown.named or (shown.sign.isprintable() and not shown.sign.isspace())


@pytest.mark.parametrize("tag", ["en", "ko"])
def test_every_difference_that_counts_is_shown_with_its_examples(tag: str) -> None:
    language = Language(tag)
    context = quote_folding.tables(language)
    assert [row.samples for row in context.kept] == [row.samples for row in NOT_FOLDED]
    assert len({row.name for row in context.kept}) == len(NOT_FOLDED)
    page = Printer(language).print("quote-folding.html", context, f"{tag}/about/quotes/")
    assert "<code>4천700여명</code> ≠ <code>4천700여 명</code>" in page
    assert "<code>“</code>" in page and "<td><code>&#34;</code>" in page
