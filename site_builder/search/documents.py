"""The words that a claim is found by, each at the level of its best place.

| level | words |
|---|---|
| 4 | of the titles and of the claimant's names; the figures |
| 3 | of the names of those who passed it on and of what it is about; the date |
| 2 | of the quotes, in all languages; inner words of titles and of the claimant's names |
| 1 | of notes, questions, outlets; all other inner words |
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from site_builder.model.dates import EdtfDate
from site_builder.model.numbers import size
from site_builder.model.records import Archive, Claim, Entity
from site_builder.runtime.memo import Memo
from site_builder.search.words import Kind, Words, initials

LEVELS = (4, 3, 2, 1)
_TITLE, _NAME, _QUOTE, _NOTE = LEVELS


class Document(NamedTuple):
    """The words of a claim: those of each level, the highest first, and which of all are only ends of words."""

    levels: tuple[list[str], ...]
    inner: list[str]


class Documents:
    """Makes the documents of claims. The words of an entity's names are found once."""

    def __init__(self, archive: Archive, words: Words) -> None:
        self._archive = archive
        self._words = words
        self._of_names: Memo[str, dict[str, Kind]] = Memo(lambda id: _of_names(archive.entities[id], words))

    def of(self, claim: Claim) -> Document:
        """Find the words of a claim."""
        found = _Found()
        words = self._words.of
        for title in claim.title.values():
            found.add(words(title), _TITLE, _QUOTE)
        found.add(self._of_names[claim.claimant], _TITLE, _QUOTE)
        for figure in claim.figures:
            numbers = (figure.value, figure.min, figure.max)
            for number in numbers:
                if number is not None:
                    found.add(words(str(size(number))), _TITLE, _NOTE)
        for id in (*claim.relayed_by, *claim.about):
            found.add(self._of_names[id], _NAME, _NOTE)
        found.add(dict.fromkeys(_of_date(claim.said), Kind.WHOLE), _NAME, _NAME)
        for quote in claim.quotes.values():
            found.add(words(quote.text), _QUOTE, _NOTE)
        for text in self._beside(claim):
            found.add(words(text), _NOTE, _NOTE)
        for id in _publishers(claim):
            found.add(self._of_names[id], _NOTE, _NOTE)
        return found.document()

    def _beside(self, claim: Claim) -> Iterable[str]:
        """The texts that stand around the words of a claim."""
        yield from (claim.notes or {}).values()
        for figure in claim.figures:
            yield from self._archive.series[figure.series].question.values()
            yield from (figure.basis or {}).values()
        yield from (source.title for source in claim.sources if source.title)


class _Found:
    """Words with their best levels so far."""

    def __init__(self) -> None:
        self._levels: dict[str, int] = {}
        self._whole: set[str] = set()

    def add(self, words: Mapping[str, Kind], level: int, level_of_inner: int) -> None:
        levels = self._levels
        for word, kind in words.items():
            is_inner = kind is Kind.INNER
            at = level_of_inner if is_inner else level
            if levels.get(word, 0) < at:
                levels[word] = at
            if not is_inner:
                self._whole.add(word)

    def document(self) -> Document:
        levels = tuple(sorted(word for word, at in self._levels.items() if at == level) for level in LEVELS)
        return Document(levels, sorted(self._levels.keys() - self._whole))


def _of_names(entity: Entity, words: Words) -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for name in entity.names:
        for word, kind in words.of(name).items():
            found[word] = min(kind, found.get(word, kind))
        found.update(dict.fromkeys(initials(name), Kind.WHOLE))
    return found


def _of_date(said: EdtfDate) -> list[str]:
    """The words of a date: year, month and day as far as they are known, and the day of any year."""
    return [*said.periods, *(day[len("2025-") :] for day in said.periods[2:])]


def _publishers(claim: Claim) -> Iterable[str]:
    return dict.fromkeys(source.publisher for source in (*claim.sources, *claim.reports))
