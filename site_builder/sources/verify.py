"""Quotes against the stored texts of their sources: what is found, and the line of the ledger that says so."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from site_builder.model.records import Archive, Claim, SourceQuote, Translation, claim_file
from site_builder.model.stored_texts import digest_of
from site_builder.model.verification import LedgerLine
from site_builder.sources.ledger import kept
from site_builder.sources.matching import ENGINE, Match, Text, find
from site_builder.sources.store import Store

Result = Literal[
    "found", "not-found", "too-short", "translation", "stale", "no-snapshot", "no-text", "damaged", "as-before"
]
"""What came of one quote.

`no-snapshot` names no stored text, `no-text` one that is not on this machine, `damaged` one that is another by now;
`as-before` was found there, and the page is known to have changed since.
"""
Key = tuple[str, str]
"""A claim and a language, which name a quote."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a quote, its line of the ledger from now on, and what was found of it if a text was there."""

    claim: Claim
    language: str
    result: Result
    line: LedgerLine | None
    match: Match | None = None


class Verifier:
    """Looks for quotes in the texts of a store; `today` is the day of what it finds."""

    def __init__(self, store: Store, today: date) -> None:
        self._store = store
        self._today = today
        self._text = lru_cache(maxsize=8)(self._read)  # claims of one article stand together

    def checked(self, claim: Claim, lines: Mapping[str, LedgerLine]) -> Iterator[Checked]:
        """Check the quotes of a claim, which has these lines of the ledger."""
        for language, quote in claim.quotes.items():
            if isinstance(quote, SourceQuote):
                yield self._source(claim, language, quote, lines.get(language))
            elif quote.from_ in claim.quotes:
                yield self._translation(claim, language, quote, lines.get(language))

    def text(self, digest: str | None) -> Text | None:
        """The stored text of a digest."""
        return self._text(digest) if digest else None

    def _read(self, digest: str) -> Text | None:
        text = self._store.text(digest)
        return None if text is None else Text(text)

    def _source(self, claim: Claim, language: str, quote: SourceQuote, old: LedgerLine | None) -> Checked:
        digest, snapshot = digest_of(quote.text), quote.source.snapshot
        known = old if old and old.quote == digest and old.verdict != "translation" else None
        text = self.text(snapshot)
        if text is None or snapshot is None:
            is_damaged = snapshot is not None and self._store.is_damaged(snapshot)
            result: Result = "damaged" if is_damaged else "no-text" if snapshot else "no-snapshot"
            return Checked(claim, language, result, known)
        match = find(quote.text, text, language)
        if match.outcome == "too-short":
            return Checked(claim, language, "too-short", None, match)
        if match.is_found and known and known.text == snapshot and known.verdict == "changed-since":
            return Checked(claim, language, "as-before", known, match)
        line = LedgerLine(
            claim=claim.id,
            language=language,
            verdict=match.outcome,
            day=self._today,
            engine=ENGINE,
            quote=digest,
            text=snapshot,
            place=match.span if match.is_found else None,
            missed=known.missed if known and known.text == snapshot else (),
        )
        return Checked(claim, language, "found" if match.is_found else "not-found", kept(known, line), match)

    def _translation(self, claim: Claim, language: str, quote: Translation, old: LedgerLine | None) -> Checked:
        """Note which words a translation translates, once: of others than these, it stays stale till it is changed."""
        line = LedgerLine(
            claim=claim.id,
            language=language,
            verdict="translation",
            day=self._today,
            engine=ENGINE,
            quote=digest_of(quote.text),
            text=digest_of(claim.quotes[quote.from_].text),
        )
        if old and old.verdict == "translation" and old.quote == line.quote:
            return Checked(claim, language, "translation" if old.text == line.text else "stale", old)
        return Checked(claim, language, "translation", line)


def chosen(lines: Iterable[LedgerLine], archive: Archive, files: Iterable[str]) -> dict[Key, LedgerLine]:
    """The lines of quotes that are there; of two for one quote, the one of its words, and of two such the later one.

    Those of records that cannot be read now stay.
    """
    there = frozenset(files)
    found: dict[Key, LedgerLine] = {}
    for line in lines:
        claim = archive.claims.get(line.claim)
        quote = claim.quotes.get(line.language) if claim else None
        if quote or (not claim and claim_file(line.claim) in there):
            digest = digest_of(quote.text) if quote else ""
            key = (line.claim, line.language)
            found[key] = max([found.get(key, line), line], key=lambda each: (each.quote == digest, each.day))
    return found
