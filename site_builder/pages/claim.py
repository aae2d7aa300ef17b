"""A claim's page: who said what, when, through whom, with the words themselves."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from urllib.parse import urlencode, urlsplit

from site_builder.language.language import Language, Link, Part, Value
from site_builder.library.groups import in_order
from site_builder.library.library import Library
from site_builder.library.localized import Card, LocalizedLibrary, Prose
from site_builder.model import urls, walk
from site_builder.model.records import Claim, Quote, Source, SourceQuote
from site_builder.pages.page import Page, PageContent, description
from site_builder.pages.pager import Pager, numbered_title, paginate


@dataclass(slots=True)
class SourceView:
    """An article; its publisher is left out where it stands above."""

    url: str
    title: str
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
    is_source: bool
    source: SourceView | None
    said: str


@dataclass(slots=True)
class FigureView:
    """A figure with the question that it answers, and how it follows where no words of the quote carry it."""

    question: Link
    quantity: str
    as_of: str
    basis: Prose | None


@dataclass(slots=True)
class Related:
    """Claims in one relation to this one."""

    relation: str
    cards: tuple[Card, ...]


@dataclass(slots=True)
class Step:
    """One claim in a chain of revisions, by its figures or, without any, its title."""

    date: str
    words: str
    address: str
    is_this: bool


@dataclass(slots=True)
class Side:
    """A claim beside one that disputes it or that it disputes; `relation` says which of them it is."""

    relation: str
    title: Link
    claimant: Link
    date: str
    figures: tuple[str, ...]
    quote: QuoteView


@dataclass(slots=True)
class CorrectionView:
    """A change made after publication."""

    on: str
    kind: str
    note: Prose


@dataclass(slots=True)
class ClaimContext:
    """The context of a claim's page, in the order in which the page shows it."""

    title: str
    withdrawn: CorrectionView | None
    sentence: tuple[Part, ...]
    steps: tuple[Step, ...]
    quotes: tuple[QuoteView, ...]
    figures: tuple[FigureView, ...]
    sides: tuple[Side, ...]
    related: tuple[Related, ...]
    pager: Pager[tuple[int, Claim]]
    about: tuple[Link, ...]
    sources: tuple[SourceView, ...]
    reports: tuple[SourceView, ...]
    notes: Prose | None
    corrections: tuple[CorrectionView, ...]
    day: Link
    datetime: str
    permalink: str
    permalink_url: str
    record: str
    report_url: str | None


@dataclass(slots=True)
class RelatedContext:
    """The context of a further page of a claim that a great many others speak of."""

    title: str
    claim: Link
    related: tuple[Related, ...]
    pager: Pager[tuple[int, Claim]]


_UNFIT = re.compile(r"[{}|^`]")
"""Characters that browsers accept in an address and the rules of HTML do not."""
_SIDES = 4
"""Claims that are shown beside this one in their own words; further ones are listed."""
_STEPS = 4
"""Claims of a chain of revisions that are shown before and after this one."""
_DISPUTES, _DISPUTED_BY = 2, 3
"""Their places in `_names`."""


def pages(library: Library, claim: Claim) -> Iterator[Page]:
    """Yield the page of a claim, and more where a great many speak of it; a withdrawn one keeps its as a tombstone."""
    first, *more = paginate(urls.claim(claim.id), () if claim.withdrawn else _relations(library, claim))
    yield Page(
        first[0],
        partial(_dependencies, library, claim, first[1]),
        partial(_show, claim=claim, pager=first[1]),
        x_default=urls.permalink(claim.id),
        is_indexed=claim.withdrawn is None,
    )
    for address, pager in more:
        yield Page(
            address,
            partial(_dependencies_of_more, library, claim, pager),
            partial(_show_more, claim=claim, pager=pager),
        )


def _dependencies(library: Library, claim: Claim, pager: Pager[tuple[int, Claim]]) -> tuple[object, ...]:
    fingerprints = library.fingerprints
    outlets = (source.publisher for _, source in walk.sources(claim))
    return (
        fingerprints.claim(claim),
        tuple(fingerprints.entity(id) for id in (claim.claimant, *claim.relayed_by, *claim.about, *outlets)),
        tuple(fingerprints.series(figure.series) for figure in claim.figures),
        pager.position,
        _fingerprints(library, pager),
        tuple(fingerprints.entity(each.publisher) for _, other in _disputes(pager) for each in other.sources),
        tuple(map(fingerprints.card, _chain(library, claim))),
    )


def _dependencies_of_more(library: Library, claim: Claim, pager: Pager[tuple[int, Claim]]) -> tuple[object, ...]:
    fingerprints = library.fingerprints
    return (
        pager.position,
        fingerprints.claim(claim),
        fingerprints.entity(claim.claimant),
        _fingerprints(library, pager),
    )


def _fingerprints(library: Library, pager: Pager[tuple[int, Claim]]) -> tuple[object, ...]:
    return tuple((relation, library.fingerprints.card(other)) for relation, other in pager.entries)


def _relations(library: Library, claim: Claim) -> list[tuple[int, Claim]]:
    """The claims that this one speaks of, and those that speak of it, newest first within each of `_names`."""
    groups, by_id, id = library.groups, library.archive.claims, claim.id
    if not (
        claim.revises
        or claim.disputes
        or claim.repeats
        or id in groups.revised_by
        or id in groups.disputed_by
        or id in groups.repeated_by
    ):
        return []
    related: tuple[Sequence[Claim], ...] = (
        [by_id[id] for id in claim.revises],
        groups.revised_by.get(id, ()),
        [by_id[id] for id in claim.disputes],
        groups.disputed_by.get(id, ()),
        [by_id[id] for id in claim.repeats],
        groups.repeated_by.get(id, ()),
    )
    return [(relation, other) for relation, claims in enumerate(related) for other in _newest_first(claims)]


def _newest_first(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Claims in the order in which lists show them; those of a group need only be turned round."""
    return sorted(claims, key=lambda claim: (claim.said.sort_key, claim.id), reverse=True)


def _names(language: Language) -> tuple[str, ...]:
    return (
        language.text("Revises"),
        language.text("Revised by"),
        language.text("Disputes"),
        language.text("Disputed by"),
        language.text("Repeats"),
        language.text("Repeated by"),
    )


def _related(library: LocalizedLibrary, related: Iterable[tuple[int, Claim]]) -> tuple[Related, ...]:
    names = _names(library.language)
    return tuple(
        Related(names[relation], tuple(library.card(other) for _, other in entries))
        for relation, entries in groupby(related, lambda entry: entry[0])
    )


def _disputes(pager: Pager[tuple[int, Claim]]) -> list[tuple[int, Claim]]:
    """The claims that are shown beside this one."""
    return [entry for entry in pager.entries if entry[0] in (_DISPUTES, _DISPUTED_BY)][:_SIDES]


def _sides(library: LocalizedLibrary, claim: Claim, disputes: Sequence[tuple[int, Claim]]) -> tuple[Side, ...]:
    """This claim and those that it disputes or that dispute it, in their own words."""
    if not disputes:
        return ()
    text = library.language.text
    relations = {_DISPUTES: text("Disputed by this claim"), _DISPUTED_BY: text("Disputes this claim")}
    sides = [(text("This claim"), claim), *((relations[relation], other) for relation, other in disputes)]
    tag = library.language.tag
    return tuple(
        Side(
            relation,
            library.claim(each),
            library.entity(each.claimant, short=True),
            library.language.date(each.said),
            library.figures(each),
            _quote(library, each, tag),
        )
        for relation, each in sides
    )


def _chain(library: Library, claim: Claim) -> Sequence[Claim]:
    """The claims that lead to this one and on from it by revision, oldest first; none where there is only this one."""
    revised_by, by_id = library.groups.revised_by, library.archive.claims
    if not claim.revises and claim.id not in revised_by:
        return ()
    found, open_ends = {claim.id: claim}, [claim]
    while open_ends:
        one = open_ends.pop()
        for other in (*(by_id[id] for id in one.revises), *revised_by.get(one.id, ())):
            if other.id not in found and not other.withdrawn:
                found[other.id] = other
                open_ends.append(other)
    chain = in_order(found)
    place = chain.index(claim)
    return chain[max(0, place - _STEPS) : place + _STEPS + 1] if len(chain) > 1 else ()


def _steps(library: LocalizedLibrary, claim: Claim) -> tuple[Step, ...]:
    return tuple(
        Step(
            library.language.date(each.said),
            ", ".join(library.figures(each)) or each.title[library.language.tag],
            urls.claim(each.id),
            each is claim,
        )
        for each in _chain(library, claim)
    )


def _sentence(library: LocalizedLibrary, claim: Claim) -> tuple[Part, ...]:
    """Say who said it, when, through whom."""
    claimant = library.entity(claim.claimant, short=True)
    outlets = [library.entity(id, short=True) for id in dict.fromkeys(s.publisher for s in claim.sources)]
    values: dict[str, Value] = {
        "claimant": claimant,
        "when": library.language.when(claim.said),
        "relays": [library.entity(id, short=True) for id in claim.relayed_by],
        "outlets": outlets,
    }
    if outlets == [claimant]:
        return library.language.sentence("Published by {claimant} {when}.", **values)
    if claim.relayed_by:
        return library.language.sentence(
            "Said by {claimant} {when}, passed on by {relays}, as reported by {outlets}.", **values
        )
    return library.language.sentence("Said by {claimant} {when}, as reported by {outlets}.", **values)


def _show_more(library: LocalizedLibrary, claim: Claim, pager: Pager[tuple[int, Claim]]) -> PageContent:
    title = library.language.text("Claims related to “{title}”", title=claim.title[library.language.tag])
    return PageContent(
        numbered_title(library.language, title, pager.number),
        description(_sentence(library, claim)),
        "related.html",
        RelatedContext(title, library.claim(claim), _related(library, pager.entries), pager),
    )


def _show(library: LocalizedLibrary, claim: Claim, pager: Pager[tuple[int, Claim]]) -> PageContent:
    sentence = _sentence(library, claim)
    return PageContent(
        claim.title[library.language.tag],
        description(sentence, _words(library, claim, library.language.tag)),
        "tombstone.html" if claim.withdrawn else "claim.html",
        _context(library, claim, sentence, pager),
    )


def _context(
    library: LocalizedLibrary, claim: Claim, sentence: tuple[Part, ...], pager: Pager[tuple[int, Claim]]
) -> ClaimContext:
    language = library.language
    order = (language.tag, *(tag for tag in claim.quotes if tag != language.tag))
    disputes = _disputes(pager)
    return ClaimContext(
        title=claim.title[language.tag],
        withdrawn=_withdrawal(library, claim),
        sentence=sentence,
        steps=_steps(library, claim),
        quotes=tuple(_quote(library, claim, tag) for tag in order),
        figures=tuple(
            FigureView(
                library.series(figure.series),
                quantity,
                language.date(claim.as_of(figure)),
                library.prose(figure.basis) if figure.basis else None,
            )
            for figure, quantity in zip(claim.figures, library.figures(claim), strict=True)
        ),
        sides=_sides(library, claim, disputes),
        related=_related(library, [entry for entry in pager.entries if entry not in disputes]),
        pager=pager,
        about=tuple(library.entity(id) for id in claim.about),
        sources=tuple(source(library, each) for each in dict.fromkeys(claim.sources)),
        reports=tuple(source(library, each) for each in claim.reports),
        notes=library.prose(claim.notes) if claim.notes else None,
        corrections=tuple(
            CorrectionView(language.date(each.on), correction_kind(library, each.kind), library.prose(each.note))
            for each in claim.corrections
        ),
        day=Link(language.date(claim.said), urls.period(claim.said.periods[-1])),
        datetime="" if claim.said.approximate or claim.said.interval else claim.said.text,
        permalink=urls.permalink(claim.id),
        permalink_url=library.site.absolute(urls.permalink(claim.id)),
        record=urls.record(claim.id),
        report_url=_report_url(library, claim),
    )


def _withdrawal(library: LocalizedLibrary, claim: Claim) -> CorrectionView | None:
    if not claim.withdrawn:
        return None
    withdrawn = claim.withdrawn
    return CorrectionView(
        library.language.date(withdrawn.on), correction_kind(library, "withdrawal"), library.prose(withdrawn.reason)
    )


def _quote(library: LocalizedLibrary, claim: Claim, tag: str) -> QuoteView:
    quote = claim.quotes[tag]
    article = source(library, quote.source) if isinstance(quote, SourceQuote) else None
    return QuoteView(
        tag,
        library.language.name_of(tag),
        _words(library, claim, tag),
        _speech_label(library, claim, tag),
        origin_label(library, quote),
        article is not None,
        article,
        (article.published if article else None) or library.language.date(claim.said),
    )


def _words(library: LocalizedLibrary, claim: Claim, tag: str) -> str:
    """The words of a quote, in quotation marks if they are the claimant's own."""
    text = claim.quotes[tag].text
    return library.language.quoted(text, tag) if claim.speech(tag) == "direct" else text


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


def origin_label(library: LocalizedLibrary, quote: Quote) -> str:
    """Return what a reader must know of a quote: as published, or translated from what, how and checked by whom."""
    language = library.language
    if isinstance(quote, SourceQuote):
        return language.text("As published")
    original = language.name_of(quote.from_)
    if quote.method == "machine":
        how = language.text("Machine translation from {language}", language=original)
    elif quote.by:
        how = language.text("Translation from {language} by {translator}", language=original, translator=quote.by)
    else:
        how = language.text("Translation from {language}", language=original)
    checked = language.text("checked by a second person") if quote.reviewed else language.text("not yet reviewed")
    return f"{how}, {checked}"


def source(library: LocalizedLibrary, source: Source) -> SourceView:
    """An article as pages name it: by its title, or its host where the title is not recorded."""
    language = library.language
    return SourceView(
        _UNFIT.sub(lambda found: f"%{ord(found[0]):02X}", source.url),
        source.title or urlsplit(source.url).hostname or source.url,
        library.entity(source.publisher),
        language.date(source.published) if source.published else None,
        source.archived,
        language.date(source.accessed) if source.accessed else None,
    )


def correction_kind(library: LocalizedLibrary, kind: str) -> str:
    """The name of a kind of correction."""
    names = {
        "typo": library.language.text("Typing error"),
        "source": library.language.text("Source"),
        "figure": library.language.text("Figure"),
        "translation": library.language.text("Translation"),
        "withdrawal": library.language.text("Withdrawal"),
    }
    return names[kind]


def _report_url(library: LocalizedLibrary, claim: Claim) -> str | None:
    """The repository's form for errors; where there is none, the page on contributing says how to report one."""
    if not library.site.repository:
        return None
    return f"{library.site.repository}/issues/new?{urlencode({'template': 'error.yml', 'claim': claim.id})}"
