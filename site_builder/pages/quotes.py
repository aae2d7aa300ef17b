"""Quotes and the articles in which they were published, as pages show them."""

import re
from dataclasses import dataclass
from typing import TypeGuard
from urllib.parse import urlsplit

from site_builder.language.language import Language, Link
from site_builder.library.localized import LocalizedLibrary
from site_builder.model.records import Claim, Quote, Source, SourceQuote, Translation
from site_builder.pages import quote_states
from site_builder.pages.quote_states import Note
from site_builder.text.deep_links import deep_link


@dataclass(slots=True)
class SourceView:
    """An article; its publisher is left out where it stands above.

    `language` is that of its title, as far as it is known.
    """

    url: str
    title: str
    language: str
    publisher: Link | None
    published: str | None
    archived: str | None
    accessed: str | None


@dataclass(slots=True)
class QuoteView:
    """A quote, in quotation marks if it is direct, with what tells how near it is to the words as published."""

    language: str
    language_name: str
    text: str
    speech: str
    label: str
    source: SourceView | None
    deep_link: str
    notes: tuple[Note, ...]

    @property
    def is_source(self) -> bool:
        """The words are those that were published."""
        return self.source is not None

    @property
    def warnings(self) -> tuple[Note, ...]:
        """What a reader of the words must know of them also where they stand in a list."""
        return tuple(note for note in self.notes if note.is_warning)


_UNFIT = re.compile(r"[{}|^`]")
"""Characters that browsers accept in an address and the rules of HTML do not."""


def quotes(library: LocalizedLibrary, claim: Claim, letters: int | None = None) -> tuple[QuoteView, ...]:
    """All quotes of a claim, that in the language of the page first, in so many letters at most."""
    tag = library.language.tag
    own, others = claim.quotes[tag], [other for other in claim.quotes if other != tag]
    if is_unchecked(own):
        others.remove(own.from_)
        order = [own.from_, tag, *others]
    else:
        order = [tag, *others]
    return tuple(_quote(library, claim, each, letters) for each in order)


def quotes_for_reader(library: LocalizedLibrary, claim: Claim, letters: int | None = None) -> tuple[QuoteView, ...]:
    """The quote in the language of the page, after the words that it translates where nobody has checked it."""
    shown = quotes(library, claim, letters)
    return shown[:2] if is_unchecked(claim.quotes[library.language.tag]) else shown[:1]


def described(library: LocalizedLibrary, claim: Claim) -> str:
    """The quote in the language of the page as a description has it, which says so where nobody has checked it."""
    tag = library.language.tag
    quote = _quote(library, claim, tag, None)
    return f"{quote.label}: {quote.text}" if is_unchecked(claim.quotes[tag]) else quote.text


def source(library: LocalizedLibrary, source: Source, language: str) -> SourceView:
    """An article as pages name it: by its title, or its host where the title is not recorded."""
    return SourceView(
        _UNFIT.sub(lambda found: f"%{ord(found[0]):02X}", source.url),
        source.title or urlsplit(source.url).hostname or source.url,
        language if source.title else "",
        library.entity(source.publisher),
        library.language.date(source.published) if source.published else None,
        source.archived,
        library.language.date(source.accessed) if source.accessed else None,
    )


def sources(library: LocalizedLibrary, claim: Claim) -> tuple[SourceView, ...]:
    """The articles that a claim quotes, each with the language of the quote."""
    languages: dict[Source, str] = {}
    for tag, quote in claim.quotes.items():
        if isinstance(quote, SourceQuote):
            languages[quote.source] = "" if quote.source in languages else tag  # two quotes tell nothing of the title
    return tuple(source(library, each, tag) for each, tag in languages.items())


def is_unchecked(quote: Quote) -> TypeGuard[Translation]:
    """Tell whether a program put words into another language and nobody has looked at them."""
    return isinstance(quote, Translation) and quote.method == "machine" and not quote.reviewed


def _quote(library: LocalizedLibrary, claim: Claim, tag: str, letters: int | None) -> QuoteView:
    quote = claim.quotes[tag]
    article = source(library, quote.source, tag) if isinstance(quote, SourceQuote) else None
    return QuoteView(
        tag,
        library.language.name_of(tag),
        words(library, claim, tag, letters),
        _speech_label(library, claim, tag),
        origin_label(library, quote),
        article,
        deep_link(article.url, quote.text) if article else "",
        quote_states.notes(library, claim, tag),
    )


def words(library: LocalizedLibrary, claim: Claim, tag: str, letters: int | None = None) -> str:
    """The words of a quote, in so many letters at most, in quotation marks if they are the claimant's own."""
    text = claim.quotes[tag].text
    shown = clipped(text, letters) if letters else text
    return library.language.quoted(shown, tag) if claim.speech(tag) == "direct" else shown


def label(library: LocalizedLibrary, claim: Claim, tag: str) -> str:
    """All that a reader must know of the words of a quote, in the order in which a claim's page says it."""
    return f"{origin_label(library, claim.quotes[tag])} · {_speech_label(library, claim, tag)}"


def clipped(text: str, letters: int) -> str:
    """Cut a text that has more letters at the end of a word."""
    if len(text) <= letters:
        return text
    words = text[:letters].rpartition(" ")[0] or text[: letters - 1]
    return f"{words.rstrip()}…"


def _speech_label(library: LocalizedLibrary, claim: Claim, tag: str) -> str:
    """Return whose wording a quote has, or had before it was translated."""
    language, original = library.language, claim.original(tag)
    claimant, publisher = claim.claimant, original.source.publisher if original else claim.claimant
    names = {
        "claimant": library.entity(claimant, short=True).text,
        "publisher": library.entity(publisher, short=True).text,
    }
    if claim.speech(tag) == "reported":
        return language.text("Wording of {publisher}", **names)
    if publisher == claimant:
        return language.text("Own words of {claimant}", **names)
    return language.text("Own words of {claimant} as quoted by {publisher}", **names)


def unchecked_label(language: Language, tag: str) -> str:
    """Say that a program put words into another language from that of a tag, and that nobody has looked at them."""
    how = language.text("Machine translation from {language}", language=language.name_of(tag))
    return f"{how}, {language.text('not yet reviewed')}"


def origin_label(library: LocalizedLibrary, quote: Quote) -> str:
    """Return what a reader must know of a quote: as published, or translated from what, how, by and checked by whom."""
    language = library.language
    if isinstance(quote, SourceQuote):
        return language.text("As published")
    checked = language.text("checked by a second person") if quote.reviewed else language.text("not yet reviewed")
    return f"{translated_how(language, quote)}, {checked}"


def translated_how(language: Language, quote: Translation) -> str:
    """Say from what a quote was translated, by a program or a person, and by which if the record names it."""
    original = language.name_of(quote.from_)
    if not quote.by:
        if quote.method == "machine":
            return language.text("Machine translation from {language}", language=original)
        return language.text("Translation from {language}", language=original)
    if quote.method == "machine":
        return language.text(
            "Machine translation from {language} by {translator}", language=original, translator=quote.by
        )
    return language.text("Translation from {language} by {translator}", language=original, translator=quote.by)
