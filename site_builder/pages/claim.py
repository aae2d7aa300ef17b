"""A claim's page: who said what, when, through whom, with the words themselves."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from urllib.parse import urlencode, urlsplit

from site_builder import urls
from site_builder.languages import Language, Link, Part
from site_builder.model import Claim, Quote, Source, SourceQuote
from site_builder.pages.view import Card, Page, Shown, Slice, View, newest_first, numbered_title, paged


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quote with what tells how near it is to the words as published."""

    language: str
    language_name: str
    text: str
    label: str
    is_source: bool
    source: "SourceView | None"


@dataclass(frozen=True, slots=True)
class SourceView:
    """An article."""

    url: str
    title: str
    publisher: Link
    published: str | None
    archived: str | None
    accessed: str | None


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure with the question that it answers."""

    question: Link
    quantity: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Related:
    """Claims in one relation to this one."""

    relation: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A change made after publication."""

    on: str
    kind: str
    note: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """What a claim's page shows, in the order in which it shows it."""

    title: str
    withdrawn: CorrectionView | None
    sentence: tuple[Part, ...]
    quotes: tuple[QuoteView, ...]
    figures: tuple[FigureView, ...]
    related: tuple[Related, ...]
    part: Slice[tuple[int, Claim]]
    about: tuple[Link, ...]
    sources: tuple[SourceView, ...]
    reports: tuple[SourceView, ...]
    notes: tuple[str, ...]
    corrections: tuple[CorrectionView, ...]
    day: Link
    permalink: str
    permalink_url: str
    record: str
    report_url: str | None


@dataclass(frozen=True, slots=True)
class More:
    """What a further page shows of a claim that a great many others speak of."""

    title: str
    claim: Link
    related: tuple[Related, ...]
    part: Slice[tuple[int, Claim]]


def pages(view: View) -> Iterator[Page]:
    """One page a claim, and more where a great many speak of it; a withdrawn one keeps its page as a tombstone."""
    for claim in view.archive.claims.values():
        first, *more = paged(urls.claim(claim.id), () if claim.withdrawn else _relations(view, claim))
        yield Page(
            first[0],
            urls.CLAIMS,
            partial(_inputs, view, claim, first[1]),
            partial(_show, view, claim, first[1]),
            neutral=urls.permalink(claim.id),
            is_indexed=claim.withdrawn is None,
        )
        for address, part in more:
            yield Page(
                address,
                urls.CLAIMS,
                partial(_inputs_of_more, view, claim, part),
                partial(_show_more, view, claim, part),
            )


def _inputs(view: View, claim: Claim, part: Slice[tuple[int, Claim]]) -> tuple[object, ...]:
    stamps = view.stamps
    outlets = (source.publisher for source in (*claim.sources, *claim.reports))
    return (
        stamps.claim(claim),
        tuple(stamps.entity(id) for id in (claim.claimant, *claim.relayed_by, *claim.about, *outlets)),
        tuple(stamps.series(figure.series) for figure in claim.figures),
        part.position,
        _stamps(view, part),
    )


def _inputs_of_more(view: View, claim: Claim, part: Slice[tuple[int, Claim]]) -> tuple[object, ...]:
    return (part.position, view.stamps.claim(claim), view.stamps.entity(claim.claimant), _stamps(view, part))


def _stamps(view: View, part: Slice[tuple[int, Claim]]) -> tuple[object, ...]:
    return tuple((relation, view.stamps.card(other)) for relation, other in part.entries)


def _relations(view: View, claim: Claim) -> list[tuple[int, Claim]]:
    """The claims that this one speaks of, and those that speak of it, newest first within each of `_names`."""
    groups, by_id = view.groups, view.archive.claims
    related: tuple[Sequence[Claim], ...] = (
        [by_id[id] for id in claim.revises],
        groups.revised_by.get(claim.id, ()),
        [by_id[id] for id in claim.disputes],
        groups.disputed_by.get(claim.id, ()),
        [by_id[id] for id in claim.repeats],
        groups.repeated_by.get(claim.id, ()),
    )
    return [(relation, other) for relation, claims in enumerate(related) for other in newest_first(claims)]


def _names(language: Language) -> tuple[str, ...]:
    return (
        language.text("Revises"),
        language.text("Revised by"),
        language.text("Disputes"),
        language.text("Disputed by"),
        language.text("Repeats"),
        language.text("Repeated by"),
    )


def _related(view: View, part: Slice[tuple[int, Claim]]) -> tuple[Related, ...]:
    names = _names(view.language)
    return tuple(
        Related(names[relation], tuple(view.card(other) for _, other in entries))
        for relation, entries in groupby(part.entries, lambda entry: entry[0])
    )


def _show_more(view: View, claim: Claim, part: Slice[tuple[int, Claim]]) -> Shown:
    title = view.language.text("Claims related to “{title}”", title=claim.title[view.language.tag])
    return Shown(
        numbered_title(view.language, title, part.number),
        view.description(view.sentence(claim)),
        "related.html",
        More(title, view.claim(claim), _related(view, part), part),
    )


def _show(view: View, claim: Claim, part: Slice[tuple[int, Claim]]) -> Shown:
    sentence = view.sentence(claim)
    return Shown(
        claim.title[view.language.tag],
        view.description(sentence, f"“{claim.quotes[view.language.tag].text}”"),
        "tombstone.html" if claim.withdrawn else "claim.html",
        _content(view, claim, sentence, part),
    )


def _content(view: View, claim: Claim, sentence: tuple[Part, ...], part: Slice[tuple[int, Claim]]) -> Content:
    language = view.language
    order = sorted(claim.quotes, key=lambda tag: tag != language.tag)
    return Content(
        title=claim.title[language.tag],
        withdrawn=_withdrawal(view, claim),
        sentence=sentence,
        quotes=tuple(_quote(view, tag, claim.quotes[tag]) for tag in order),
        figures=tuple(
            FigureView(view.series(figure.series), quantity, language.date(claim.as_of(figure)))
            for figure, quantity in zip(claim.figures, view.figures(claim), strict=True)
        ),
        related=_related(view, part),
        part=part,
        about=tuple(view.entity(id) for id in claim.about),
        sources=tuple(source(view, each) for each in dict.fromkeys(claim.sources)),
        reports=tuple(source(view, each) for each in claim.reports),
        notes=paragraphs(claim.notes[language.tag]) if claim.notes else (),
        corrections=tuple(
            CorrectionView(
                language.date(each.on), correction_kind(view, each.kind), paragraphs(each.note[language.tag])
            )
            for each in claim.corrections
        ),
        day=Link(language.date(claim.said), urls.period(claim.said.periods[-1])),
        permalink=urls.permalink(claim.id),
        permalink_url=view.site.absolute(urls.permalink(claim.id)),
        record=urls.record(claim.id),
        report_url=_report_url(view, claim),
    )


def _withdrawal(view: View, claim: Claim) -> CorrectionView | None:
    if not claim.withdrawn:
        return None
    reason = claim.withdrawn.reason[view.language.tag]
    return CorrectionView(
        view.language.date(claim.withdrawn.on), correction_kind(view, "withdrawal"), paragraphs(reason)
    )


def _quote(view: View, tag: str, quote: Quote) -> QuoteView:
    is_source = isinstance(quote, SourceQuote)
    return QuoteView(
        tag,
        view.language.name_of(tag),
        quote.text,
        origin_label(view, quote),
        is_source,
        source(view, quote.source) if isinstance(quote, SourceQuote) else None,
    )


def origin_label(view: View, quote: Quote) -> str:
    """What a reader must know of a quote's words: as published, or translated from what, how and checked by whom."""
    language = view.language
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


def source(view: View, source: Source) -> SourceView:
    """An article as pages name it: by its title, or its host where the title is not recorded."""
    language = view.language
    return SourceView(
        source.url,
        source.title or urlsplit(source.url).hostname or source.url,
        view.entity(source.publisher),
        language.date(source.published) if source.published else None,
        source.archived,
        language.date(source.accessed) if source.accessed else None,
    )


def correction_kind(view: View, kind: str) -> str:
    """The name of a kind of correction."""
    names = {
        "typo": view.language.text("Typing error"),
        "source": view.language.text("Source"),
        "figure": view.language.text("Figure"),
        "translation": view.language.text("Translation"),
        "withdrawal": view.language.text("Withdrawal"),
    }
    return names[kind]


def paragraphs(text: str) -> tuple[str, ...]:
    """Plain text cut at its blank lines."""
    return tuple(part.strip() for part in re.split(r"\n\s*\n|\n", text) if part.strip())


def _report_url(view: View, claim: Claim) -> str | None:
    """The repository's form for errors; where there is none, the page on contributing says how to report one."""
    if not view.site.repository:
        return None
    return f"{view.site.repository}/issues/new?{urlencode({'template': 'error.yml', 'claim': claim.id})}"
