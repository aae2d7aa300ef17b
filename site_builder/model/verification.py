"""What was found of quotes in their sources: the lines of the ledger, and the state in which readers see a quote.

A line says what a program found on a day, by the digests of the words and of the text in which it looked. It never says
that a claim is true.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass as validated

from site_builder.model.records import Claim, Digest, LanguageTag, SourceQuote
from site_builder.model.stored_texts import Why, digest_of

LEDGER = "claims/verified.jsonl"
"""The file of the ledger, from the archive's root: a line of JSON for each quote, sorted by claim and language."""

Verdict = Literal["word-for-word", "with-omissions", "translation", "changed-since", "not-verifiable", "not-found"]
"""What a line of the ledger says of a quote.

`with-omissions` is found with gaps or an editor's words in brackets; `translation` has no source of its own;
`changed-since` was found once and is not in the source any more; `not-verifiable` has a `why`.
"""
State = Literal[
    "word-for-word", "with-omissions", "translation", "changed-since", "not-verifiable", "not-found", "not-yet-checked"
]
"""What readers are told of a quote: a verdict, or that nothing was looked at yet."""
FOUND: frozenset[State] = frozenset(["word-for-word", "with-omissions"])
"""The states of words that are in their source."""
GONE_AFTER = 3
"""Visits in vain after which a page is gone, and not only away for a while."""


@validated(config=ConfigDict(extra="forbid", strict=False), frozen=True, kw_only=True, slots=True)
class LedgerLine:
    """What was found of one quote.

    `quote` is the digest of its words; `text` that of the stored text of its source, or for a translation that of the
    words which it translates. `place` is where the quote begins and ends in the stored text, in characters. `missed`
    are the days on which the source's page was asked for in vain since it answered last.
    """

    claim: str
    language: LanguageTag
    verdict: Verdict
    day: date
    engine: str
    quote: Digest
    text: Digest | None = None
    place: tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]] | None = None
    why: Why | None = None
    missed: tuple[date, ...] = ()


LINES: TypeAdapter[LedgerLine] = TypeAdapter(LedgerLine)
"""Makes lines of JSON."""
Ledger = Mapping[str, Mapping[str, LedgerLine]]
"""Lines by claim and language."""


@dataclass(frozen=True, slots=True)
class Verification:
    """The state of a quote, with the line that says so: for a translation, that of the words which it translates.

    `is_stale` is a translation of words that have changed since it was made.
    """

    state: State
    line: LedgerLine | None = None
    is_stale: bool = False


def verification(claim: Claim, tag: str, lines: Mapping[str, LedgerLine]) -> Verification:
    """The state of a claim's quote in a language, by the lines of the claim."""
    quote, line, original = claim.quotes[tag], lines.get(tag), claim.original(tag)
    if original is None:  # which checks refuse
        return Verification("not-yet-checked")
    if isinstance(quote, SourceQuote):
        # A line of the same words may be from when they were taken for a translation.
        is_known = line is not None and line.quote == digest_of(quote.text) and line.verdict != "translation"
        return Verification(line.verdict, line) if line and is_known else Verification("not-yet-checked")
    source = next(each for each, other in claim.quotes.items() if other is original)
    found = verification(claim, source, lines)
    translated = claim.quotes[quote.from_]
    is_stale = line is not None and line.text != digest_of(translated.text)
    return Verification("translation" if found.state in FOUND else found.state, found.line, is_stale)
