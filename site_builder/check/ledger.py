"""Check that the ledger of verified quotes fits the quotes: that it speaks of their words, and of nothing else."""

from collections.abc import Iterator, Mapping

from site_builder.check.context import Context
from site_builder.model.records import Claim, SourceQuote, Translation, claim_file
from site_builder.model.stored_texts import digest_of
from site_builder.model.verification import LEDGER, LedgerLine
from site_builder.problems import Finding, Kind
from site_builder.problems.verification import (
    NoSuchClaim,
    NoSuchQuote,
    NotFound,
    OtherOrigin,
    OtherText,
    OtherTranslation,
    OtherWords,
    StaleTranslation,
)


def unknown_lines(context: Context) -> Iterator[Finding]:
    """Each line of the ledger is of a quote that is there."""
    for id, lines in context.ledger.items():
        claim = context.archive.claims.get(id)
        for language in lines:
            if claim and language not in claim.quotes:
                yield Finding(NoSuchQuote, LEDGER, (id, language), {"id": id, "language": language})
            elif not claim and not context.has_file(claim_file(id)):
                yield Finding(NoSuchClaim, LEDGER, (id, language), {"id": id})


def disagreements(context: Context) -> Iterator[Finding]:
    """What the ledger says is of the words that a quote has now, and that they are in their source."""
    for id, lines in context.ledger.items():
        claim = context.archive.claims.get(id)
        for language, line in lines.items():
            quote = claim.quotes.get(language) if claim else None
            if claim and quote:
                for kind, *way in (
                    _of_source(claim, quote, line)
                    if isinstance(quote, SourceQuote)
                    else _of_translation(claim, quote, line, lines)
                ):
                    at = ("quotes", language, *way)
                    yield Finding(kind, claim.file, at, {"id": id}, related=(LEDGER, (id, language)))


_Found = tuple[type[Kind], *tuple[str, ...]]
"""A kind of problem, and the way from a quote to the value that has it."""


def _of_source(claim: Claim, quote: SourceQuote, line: LedgerLine) -> Iterator[_Found]:
    if line.verdict == "translation":
        yield OtherOrigin, "origin"
    elif line.quote != digest_of(quote.text):
        yield OtherWords, "text"
    elif line.verdict == "not-found" and not claim.withdrawn:
        yield NotFound, "text"
    elif line.text and quote.source.snapshot not in (None, line.text):
        yield OtherText, "source", "snapshot"


def _of_translation(
    claim: Claim, quote: Translation, line: LedgerLine, lines: Mapping[str, LedgerLine]
) -> Iterator[_Found]:
    if line.verdict != "translation":
        yield OtherOrigin, "origin"
    elif line.quote != digest_of(quote.text):
        yield OtherTranslation, "text"
    elif quote.from_ in claim.quotes:
        digest = digest_of(claim.quotes[quote.from_].text)
        is_told_there = quote.from_ in lines and lines[quote.from_].quote != digest
        if line.text != digest and not is_told_there:
            yield StaleTranslation, "text"
