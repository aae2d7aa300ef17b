"""Snapshots: the text of a source is stored, and its digest written into the records that quote it."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from site_builder.fix.insertion import with_source_values
from site_builder.model.records import Claim, Source, SourceQuote
from site_builder.runtime.whole_files import write_whole
from site_builder.sources.store import Store
from site_builder.sources.troubles import Trouble
from site_builder.sources.visit import Visit, Visitor
from site_builder.sources.wayback import NotArchived, Wayback

Holds = Callable[[str, str, str], bool]
"""Tells of a quote, a text and the language of the quote whether the text holds the quote."""


@dataclass(frozen=True, slots=True)
class Place:
    """A quote that a page is the source of."""

    claim: Claim
    language: str
    text: str
    source: Source

    @property
    def way(self) -> tuple[str, str, str]:
        """The way to the source in the claim's record."""
        return ("quotes", self.language, "source")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page whose text is to be stored, and the quotes that it is the source of."""

    url: str
    places: list[Place] = field(default_factory=list)


@dataclass(slots=True)
class Taken:
    """What came of it.

    `written` are the quotes whose records name the text now, `unwritten` those whose records have to be changed by
    hand, `not_in_it` those whose words the text does not hold. `archived` is the address of the copy in a web archive.
    """

    url: str
    digest: str = ""
    trouble: Trouble | None = None
    written: list[Place] = field(default_factory=list)
    unwritten: list[Place] = field(default_factory=list)
    not_in_it: list[Place] = field(default_factory=list)
    archived: str = ""
    not_archived: NotArchived | None = None

    @property
    def is_done(self) -> bool:
        """Tell whether all that was asked for is done."""
        return bool(self.written) and not self.unwritten and not self.not_archived


def wanted(claims: Iterable[Claim], *, is_all: bool) -> list[Wanted]:
    """The pages that quotes of claims were published on, each once: all, or those without a stored text."""
    pages: dict[str, Wanted] = {}
    for claim in claims:
        for language, quote in claim.quotes.items():
            if isinstance(quote, SourceQuote) and (is_all or not quote.source.snapshot):
                page = pages.setdefault(quote.source.url, Wanted(quote.source.url))
                page.places.append(Place(claim, language, quote.text, quote.source))
    return list(pages.values())


@dataclass(frozen=True, slots=True)
class Snapshots:
    """Takes snapshots for the records of an archive."""

    root: Path
    visitor: Visitor
    store: Store
    holds: Holds
    today: date
    wayback: Wayback | None = None

    def of_page(self, page: Wanted) -> Taken:
        """Visit a page and store its text."""
        return self._taken(page, self.visitor.visit(page.url), self.today.isoformat())

    def of_file(self, pages: Collection[Wanted], data: bytes) -> Taken | None:
        """Store a text that a person saved, for the page whose words it holds; None where that cannot be told."""
        visit = self.visitor.read(data)
        fitting = [page for page in pages if any(self._is_held(place, visit.text) for place in page.places)]
        chosen = fitting or [*pages]
        if visit.text and len(chosen) != 1:
            return None
        return self._taken(chosen[0], visit, "")

    def _taken(self, page: Wanted, visit: Visit, accessed: str) -> Taken:
        taken = Taken(page.url, trouble=visit.trouble)
        held = [place for place in page.places if self._is_held(place, visit.text)]
        # A page that shows only a part of itself says nothing of words that are not in that part.
        fit = held if visit.trouble else page.places
        if visit.text and fit:
            taken.not_in_it = [place for place in fit if place not in held]
            taken.digest = self.store.put(visit.text, {"url": page.url} | dict(visit.about))
            self._write(taken, fit, accessed)
        if self.wayback and taken.digest:
            self._archive(self.wayback, taken, fit)
        return taken

    def _write(self, taken: Taken, places: Iterable[Place], accessed: str) -> None:
        for place in places:
            day = accessed or ("" if place.source.accessed else self.today.isoformat())
            values = ({"accessed": day} if day else {}) | {"snapshot": taken.digest}
            (taken.written if self._put(place, values) else taken.unwritten).append(place)

    def _archive(self, wayback: Wayback, taken: Taken, places: list[Place]) -> None:
        def holds(text: str) -> bool:
            return all(self._is_held(place, text) for place in places)

        try:
            taken.archived = wayback.copied(taken.url, holds)
        except NotArchived as why:
            taken.not_archived = why
        else:
            for place in places:
                if not self._put(place, {"archived": taken.archived}) and place not in taken.unwritten:
                    taken.unwritten.append(place)

    def _put(self, place: Place, values: dict[str, str]) -> bool:
        file = self.root / place.claim.file
        data = with_source_values(file.read_bytes(), place.claim.file, place.way, values)
        if data is not None:
            write_whole(file, data)
        return data is not None

    def _is_held(self, place: Place, text: str) -> bool:
        return bool(text) and self.holds(place.text, text, place.language)


def missing(taken: Taken) -> Iterator[str]:
    """The lines that a person has to write into the records by hand."""
    yield from ([f"snapshot: {taken.digest}"] if taken.digest else [])
    yield from ([f"archived: {taken.archived}"] if taken.archived else [])
