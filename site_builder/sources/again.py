"""The pages of sources that were read once, visited again: whether the quote, and the headline, are there still.

A page that does not answer is believed to be gone only after several visits on days apart. What a program may not see
says nothing about the words.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Literal, Protocol

from site_builder.model.records import Claim, Source, SourceQuote
from site_builder.model.stored_texts import digest_of
from site_builder.model.verification import GONE_AFTER, LedgerLine, Verdict
from site_builder.sources.ledger import kept
from site_builder.sources.matching import ENGINE, Text, find
from site_builder.sources.troubles import Kind, Trouble
from site_builder.text.quote_folding import fold

News = Literal["still-there", "back", "changed", "headline-changed", "missed", "gone", "not-seen", "copy-bad"]
"""What a visit told of a quote; `missed`, `gone`, `not-seen` and `copy-bad` may have a trouble."""
_DAYS_APART = timedelta(days=3)
_IN_VAIN: frozenset[Kind] = frozenset(
    ["gone", "front-page", "unknown-name", "unanswered", "certificate", "failing", "cut-off", "time", "hops"]
)
"""What counts as a visit in vain: that nobody gets to the page, not that a program must not, or must wait."""


class Visited(Protocol):
    """What came of a visit to a page: its text, or why there is none; with both, the page holds more than it shows."""

    @property
    def text(self) -> str:
        """The text of the page."""

    @property
    def trouble(self) -> Trouble | None:
        """Why it could not be read, or not all of it."""


Visiting = Callable[[str], Visited]
"""Visits an address."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a visit told of a quote, and its line of the ledger from now on."""

    claim: Claim
    language: str
    news: News
    line: LedgerLine
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """A quote of a claim that has a line in the ledger."""

    claim: Claim
    language: str
    quote: SourceQuote
    line: LedgerLine


def found_quotes(claims: Iterable[Claim], lines: Callable[[Claim], Mapping[str, LedgerLine]]) -> Iterator[FoundQuote]:
    """Yield the quotes of some claims that can be visited again; pages do not show those of withdrawn ones."""
    for claim in claims:
        for language, line in lines(claim).items():
            quote = claim.quotes.get(language)
            if isinstance(quote, SourceQuote) and not claim.withdrawn:
                yield FoundQuote(claim, language, quote, line)


def with_another(missed: tuple[date, ...], today: date) -> tuple[date, ...]:
    """The days of visits in vain with today's, if the one before is long enough ago and they do not suffice yet."""
    is_counted = len(missed) < GONE_AFTER and (not missed or today - missed[-1] >= _DAYS_APART)
    return (*missed, today) if is_counted else missed


class Visitors:
    """Visits the pages of quotes that were found, each page once; `stored` gives the texts that they were found in."""

    def __init__(self, visit: Visiting, stored: Callable[[str | None], Text | None], today: date) -> None:
        self._visit = cache(visit)
        self._stored = stored
        self._today = today

    def seen(self, claim: Claim, language: str, quote: SourceQuote, line: LedgerLine) -> Iterator[Seen]:
        """Visit the page of a quote, then its archived copy, which has no line of its own."""
        if line.text is None or line.place is None or line.quote != digest_of(quote.text):
            return
        yield self._page(claim, language, quote, line)
        if quote.source.archived:
            copy = self._visit(quote.source.archived)
            if not find(quote.text, Text(copy.text), language).is_found:
                yield Seen(claim, language, "copy-bad", line, copy.trouble)

    def _page(self, claim: Claim, language: str, quote: SourceQuote, line: LedgerLine) -> Seen:
        page = self._visit(quote.source.url)
        text = Text(page.text)
        match = find(quote.text, text, language)
        if match.is_found:
            verdict: Verdict = "with-omissions" if match.outcome == "with-omissions" else "word-for-word"
            found = replace(line, verdict=verdict, day=self._today, engine=ENGINE, why=None, missed=())
            news: News = "headline-changed" if self._has_other_headline(quote.source, line, text) else "still-there"
            is_back = line.verdict == "changed-since" or len(line.missed) >= GONE_AFTER
            return Seen(claim, language, "back" if is_back else news, kept(line, found))
        if page.trouble and page.trouble.kind in _IN_VAIN:
            return self._missed(claim, language, line, page.trouble)
        if page.trouble:
            return Seen(claim, language, "not-seen", line, page.trouble)
        changed = replace(line, verdict="changed-since", day=self._today, engine=ENGINE, why=None, missed=())
        return Seen(claim, language, "changed", kept(line, changed))

    def _missed(self, claim: Claim, language: str, line: LedgerLine, trouble: Trouble) -> Seen:
        """Count a visit in vain, if the one before is long enough ago: what was found stays found."""
        missed = with_another(line.missed, self._today)
        news: News = "gone" if len(missed) >= GONE_AFTER else "missed"
        return Seen(claim, language, news, replace(line, missed=missed), trouble)

    def _has_other_headline(self, source: Source, line: LedgerLine, text: Text) -> bool:
        """Tell whether the headline that stood in the stored text is not on the page any more."""
        stored = self._stored(line.text)
        headline = fold(source.title or "").text
        return stored is not None and headline in stored.folded.text and headline not in text.folded.text
