"""The words that a claim is found by, each at the level of its best place.

| level | words |
|---|---|
| 4 | of the titles and of the claimant's names; the figures |
| 3 | of the names of those who passed it on and of what it is about; the date |
| 2 | of the quotes, in all languages; inner words of titles and of the claimant's names |
| 1 | of notes, questions, outlets; all other inner words |
"""

from collections.abc import Iterator
from typing import NamedTuple

from site_builder.model.dates import EdtfDate
from site_builder.model.numbers import size
from site_builder.model.records import Archive, Claim, Entity
from site_builder.runtime.memo import Memo
from site_builder.search.dates import of_month
from site_builder.search.found import Found
from site_builder.search.hangul import initials
from site_builder.search.words import Words

LEVELS = (4, 3, 2, 1)
_TITLE, _NAME, _QUOTE, _NOTE = LEVELS


class Document(NamedTuple):
    """The words of a claim: those of each level, the highest first, and which of all are only ends of words."""

    levels: tuple[list[str], ...]
    inner: list[str]


class Documents:
    """Makes the documents of claims. The words of names and questions are found once."""

    def __init__(self, archive: Archive, words: Words) -> None:
        self._words = words
        self._of_names: Memo[str, Found] = Memo(lambda id: _of_names(archive.entities[id], words))
        self._of_questions: Memo[str, Found] = Memo(lambda id: words.of(*archive.series[id].question.values()))

    def of(self, claim: Claim) -> Document:
        """Find the words of a claim."""
        found = {level: set[str]() for level in LEVELS}
        whole = set[str]()
        for words, level, level_of_inner in self._parts(claim):
            found[level] |= words.whole
            found[level] |= words.verbs
            found[level_of_inner] |= words.inner
            whole |= words.whole
        above = set[str]()
        for words_of_level in found.values():
            words_of_level -= above
            above |= words_of_level
        return Document(tuple(map(sorted, found.values())), sorted(above - whole))

    def _parts(self, claim: Claim) -> Iterator[tuple[Found, int, int]]:
        """Yield the words of each part of a claim with their level, and that of ends of words among them."""
        words = self._words.of
        yield words(*claim.title.values()), _TITLE, _QUOTE
        yield self._of_names[claim.claimant], _TITLE, _QUOTE
        numbers = (number for figure in claim.figures for number in (figure.value, figure.min, figure.max))
        yield words(*[str(size(number)) for number in numbers if number is not None]), _TITLE, _NOTE
        for id in (*claim.relayed_by, *claim.about):
            yield self._of_names[id], _NAME, _NOTE
        yield Found(set(_of_date(claim.said)), set(), set()), _NAME, _NOTE
        yield words(*[quote.text for quote in claim.quotes.values()]), _QUOTE, _NOTE
        for figure in claim.figures:
            yield self._of_questions[figure.series], _NOTE, _NOTE
        for id in dict.fromkeys(source.publisher for source in (*claim.sources, *claim.reports)):
            yield self._of_names[id], _NOTE, _NOTE
        yield words(*_beside(claim)), _NOTE, _NOTE


def _beside(claim: Claim) -> Iterator[str]:
    """The texts that stand around the words of a claim."""
    yield from (claim.notes or {}).values()
    for figure in claim.figures:
        yield from (figure.basis or {}).values()
    yield from (source.title for source in claim.sources if source.title)


def _of_names(entity: Entity, words: Words) -> Found:
    found = words.of(*entity.names)
    return found._replace(whole=found.whole | set().union(*map(initials, entity.names)))


def _of_date(said: EdtfDate) -> list[str]:
    """The words of a date: year, month and day as far as they are known, and the day and the month of any year."""
    months, days = said.periods[1:2], said.periods[2:]
    return [
        *said.periods,
        *(of_month(each[len("2025-") :]) for each in months),
        *(each[len("2025-") :] for each in days),
    ]
