"""What readers are told of a quote in its source: on a claim's page, in lists, and on the page that explains it.

It says what a program found on a day, never that a claim is true, and in words alone: no mark that could be taken for a
verdict.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from site_builder.language.language import Language, Link
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import dates, urls
from site_builder.model.records import Claim, Translation
from site_builder.model.stored_texts import Why
from site_builder.model.verification import GONE_AFTER, LedgerLine, State
from site_builder.problems import message

_WARNINGS: frozenset[State] = frozenset(["changed-since", "not-found"])
"""The states that a reader must know wherever the words stand."""
_STALE, _GONE = "stale", "gone"
"""The anchors of what may be said of a quote beside its state."""

_OF_SOURCE: Mapping[State, str] = {
    "word-for-word": message("Found word for word in the source on {date}"),
    "with-omissions": message("Found in the source on {date}; brackets mark what was left out or added"),
    "changed-since": message("The source has changed: found there earlier, no longer on {date}"),
    "not-found": message("Not found in the source on {date}"),
    "not-verifiable": message("Not verifiable on {date}: {reason}"),
    "not-yet-checked": message("Not yet looked for in the source"),
}
_OF_ORIGINAL: Mapping[State, str] = {
    "word-for-word": message("The original was found word for word in the source on {date}"),
    "with-omissions": message(
        "The original was found in the source on {date}; brackets mark what was left out or added"
    ),
    "changed-since": message("The source of the original has changed: found there earlier, no longer on {date}"),
    "not-found": message("The original was not found in the source on {date}"),
    "not-verifiable": message("The original was not verifiable on {date}: {reason}"),
    "not-yet-checked": message("The original has not yet been looked for in the source"),
}
"""The same of a translation, which has no source of its own."""
_WHY: Mapping[Why, str] = {
    "robots": message("the source allows no programs to read it"),
    "paywall": message("the source is open to subscribers only"),
    "refused": message("the source turned the program away"),
    "gone": message("the page is gone"),
    "unreachable": message("the source could not be reached"),
    "script-only": message("the page shows its text only by a script"),
    "format": message("the source is no web page (PDF, picture, sound)"),
    "too-complex": message("the page is too complex for the program"),
}
_WITHOUT_REASON = message("no reason is recorded")
_TOLD: Mapping[str, tuple[str, str]] = {
    "word-for-word": (
        message("Found word for word"),
        message(
            "The words stand in the text of the source, letter for letter, but for the spaces and marks that count as "
            "the same."
        ),
    ),
    "with-omissions": (
        message("Found, with brackets"),
        message(
            "All parts of the quote stand in the source in this order. What stands in brackets, an editor left out or "
            "added. Words that were left out can turn a sentence into its opposite: mind them when you quote."
        ),
    ),
    "translation": (
        message("Translation"),
        message(
            "The words are a translation, and no program looks for them. What is said was found of the words that are "
            "translated, not of the translation."
        ),
    ),
    _STALE: (
        message("Original changed"),
        message(
            "The words in the record that were translated are others now. Nobody has looked yet whether the "
            "translation still says the same."
        ),
    ),
    "changed-since": (
        message("Source changed"),
        message(
            "The words were found once, and are not there any more: the publisher changed the article. The quote stays "
            "as it was published. An archived copy may still have it."
        ),
    ),
    "not-found": (
        message("Not found"),
        message(
            "The source was read, and the words are not in it. The quote may be wrong, or stand where the program does "
            "not read, as in a picture or a video."
        ),
    ),
    "not-verifiable": (
        message("Not verifiable"),
        message("The source could not be read. That says nothing of the quote; you can open the source and look:"),
    ),
    _GONE: (
        message("Page gone"),
        message(
            "The page was not there on three visits, days apart. What was found in it before stands with its date; an "
            "archived copy may still have it."
        ),
    ),
    "not-yet-checked": (
        message("Not yet looked for"),
        message("Nobody has had the words looked for in the source, or they have been changed since."),
    ),
}
"""The name and the meaning of each state and of what may be said beside it, by its anchor, in the order of the page."""


@dataclass(slots=True)
class Note:
    """What is said of a quote in its source, with a link to what that means where a page says so."""

    words: Link
    is_warning: bool


@dataclass(slots=True)
class Explained:
    """A state as the page about them explains it; `value` is what data call it, `reasons` why it may be."""

    anchor: str
    title: str
    meaning: str
    value: str
    reasons: tuple[str, ...]


@dataclass(slots=True)
class QuoteStatesContext:
    """All that may be said of a quote."""

    states: tuple[Explained, ...]


def notes(library: LocalizedLibrary, claim: Claim, tag: str) -> tuple[Note, ...]:
    """All that is said of a claim's quote in a language: that it is stale, its state, that its page is gone."""
    return tuple(
        Note(Link(words, _address(library, anchor)), is_warning)
        for anchor, words, is_warning in _notes(library, claim, tag)
    )


def in_words(line: LedgerLine, language: Language) -> str:
    """Say what a line of the ledger says of its quote, in one sentence."""
    is_gone = len(line.missed) >= GONE_AFTER
    reason = _reason(language, line, is_gone)
    return language.text(_OF_SOURCE[line.verdict], date=_day(language, line.day), reason=reason)


def explained(language: Language) -> QuoteStatesContext:
    """Every state with what it means."""
    text = language.text
    reasons = tuple(map(text, _WHY.values()))
    return QuoteStatesContext(
        tuple(
            Explained(
                anchor,
                text(title),
                text(meaning),
                "" if anchor in (_STALE, _GONE) else anchor,
                reasons if anchor == "not-verifiable" else (),
            )
            for anchor, (title, meaning) in _TOLD.items()
        )
    )


def _notes(library: LocalizedLibrary, claim: Claim, tag: str) -> Iterator[tuple[str, str, bool]]:
    language, found = library.language, library.verification(claim, tag)
    is_translation = isinstance(claim.quotes[tag], Translation)
    if found.is_stale:
        yield _STALE, language.text("The original has changed since this translation was made"), True
    line, state = found.line, found.state
    is_gone = line is not None and len(line.missed) >= GONE_AFTER
    messages = _OF_ORIGINAL if is_translation else _OF_SOURCE
    # Of a translation whose original was found, the line says how.
    said = messages[line.verdict if line else state]
    values = {"date": _day(language, line.day), "reason": _reason(language, line, is_gone)} if line else {}
    yield state, language.text(said, **values), state in _WARNINGS
    if line and is_gone and line.why != "gone" and not is_translation:
        yield _GONE, language.text("The page has been gone since {date}", date=_day(language, line.missed[0])), False


def _reason(language: Language, line: LedgerLine, is_gone: bool) -> str:
    if line.why == "gone" and is_gone:
        return language.text("the page has been gone since {date}", date=_day(language, line.missed[0]))
    return language.text(_WHY[line.why] if line.why else _WITHOUT_REASON)


def _day(language: Language, day: date) -> str:
    return language.date(dates.parse(day.isoformat()))


def _address(library: LocalizedLibrary, anchor: str) -> str:
    """The place that says what a state means; empty where the site has no page that does."""
    address = library.site.quote_states
    return "" if address is None else urls.anchored(address, anchor)
