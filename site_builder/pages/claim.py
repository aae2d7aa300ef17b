"""A claim's page: who said what, when, through whom, with the words themselves."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from urllib.parse import urlencode, urlsplit

from site_builder.language.language import Language, Link, Part
from site_builder.library.groups import in_order
from site_builder.library.library import Holdings
from site_builder.model import urls, walk
from site_builder.model.records import Claim, Quote, Source, SourceQuote
from site_builder.pages.pager import Pager, numbered_title, paginate
from site_builder.pages.view import Card, Page, Prose, Shown, SourceView, View, newest_first


@dataclass(slots=True)
class QuoteView:
    """A quote with what tells how near it is to the words as published."""

    language: str
    language_name: str
    text: str
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
    """What a claim's page shows, in the order in which it shows it."""

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
    permalink: str
    permalink_url: str
    record: str
    report_url: str | None


@dataclass(slots=True)
class RelatedContext:
    """What a further page shows of a claim that a great many others speak of."""

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


def pages(holdings: Holdings, claim: Claim) -> Iterator[Page]:
    """Yield the page of a claim, and more where a great many speak of it; a withdrawn one keeps its as a tombstone."""
    first, *more = paginate(urls.claim(claim.id), () if claim.withdrawn else _relations(holdings, claim))
    yield Page(
        first[0],
        partial(_inputs, holdings, claim, first[1]),
        partial(_show, claim=claim, pager=first[1]),
        x_default=urls.permalink(claim.id),
        is_indexed=claim.withdrawn is None,
    )
    for address, pager in more:
        yield Page(
            address,
            partial(_inputs_of_more, holdings, claim, pager),
            partial(_show_more, claim=claim, pager=pager),
        )


def _inputs(holdings: Holdings, claim: Claim, pager: Pager[tuple[int, Claim]]) -> tuple[object, ...]:
    stamps = holdings.stamps
    outlets = (source.publisher for _, source in walk.sources(claim))
    return (
        stamps.claim(claim),
        tuple(stamps.entity(id) for id in (claim.claimant, *claim.relayed_by, *claim.about, *outlets)),
        tuple(stamps.series(figure.series) for figure in claim.figures),
        pager.position,
        _stamps(holdings, pager),
        tuple(map(stamps.card, _chain(holdings, claim))),
    )


def _inputs_of_more(holdings: Holdings, claim: Claim, pager: Pager[tuple[int, Claim]]) -> tuple[object, ...]:
    stamps = holdings.stamps
    return (pager.position, stamps.claim(claim), stamps.entity(claim.claimant), _stamps(holdings, pager))


def _stamps(holdings: Holdings, pager: Pager[tuple[int, Claim]]) -> tuple[object, ...]:
    return tuple((relation, holdings.stamps.card(other)) for relation, other in pager.entries)


def _relations(holdings: Holdings, claim: Claim) -> list[tuple[int, Claim]]:
    """The claims that this one speaks of, and those that speak of it, newest first within each of `_names`."""
    groups, by_id, id = holdings.groups, holdings.archive.claims, claim.id
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


def _related(view: View, related: Iterable[tuple[int, Claim]]) -> tuple[Related, ...]:
    names = _names(view.language)
    return tuple(
        Related(names[relation], tuple(view.card(other) for _, other in entries))
        for relation, entries in groupby(related, lambda entry: entry[0])
    )


def _disputes(pager: Pager[tuple[int, Claim]]) -> list[tuple[int, Claim]]:
    """The claims that are shown beside this one."""
    return [entry for entry in pager.entries if entry[0] in (_DISPUTES, _DISPUTED_BY)][:_SIDES]


def _sides(view: View, claim: Claim, disputes: Sequence[tuple[int, Claim]]) -> tuple[Side, ...]:
    """This claim and those that it disputes or that dispute it, in their own words."""
    if not disputes:
        return ()
    text = view.language.text
    relations = {_DISPUTES: text("Disputed by this claim"), _DISPUTED_BY: text("Disputes this claim")}
    sides = [(text("This claim"), claim), *((relations[relation], other) for relation, other in disputes)]
    tag = view.language.tag
    return tuple(
        Side(
            relation,
            view.claim(each),
            view.entity(each.claimant, short=True),
            view.language.date(each.said),
            view.figures(each),
            _quote(view, each, tag),
        )
        for relation, each in sides
    )


def _chain(holdings: Holdings, claim: Claim) -> Sequence[Claim]:
    """The claims that lead to this one and on from it by revision, oldest first; none where there is only this one."""
    revised_by, by_id = holdings.groups.revised_by, holdings.archive.claims
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


def _steps(view: View, claim: Claim) -> tuple[Step, ...]:
    return tuple(
        Step(
            view.language.date(each.said),
            ", ".join(view.figures(each)) or each.title[view.language.tag],
            urls.claim(each.id),
            each is claim,
        )
        for each in _chain(view, claim)
    )


def _show_more(view: View, claim: Claim, pager: Pager[tuple[int, Claim]]) -> Shown:
    title = view.language.text("Claims related to “{title}”", title=claim.title[view.language.tag])
    return Shown(
        numbered_title(view.language, title, pager.number),
        view.description(view.sentence(claim)),
        "related.html",
        RelatedContext(title, view.claim(claim), _related(view, pager.entries), pager),
    )


def _show(view: View, claim: Claim, pager: Pager[tuple[int, Claim]]) -> Shown:
    sentence = view.sentence(claim)
    return Shown(
        claim.title[view.language.tag],
        view.description(sentence, f"“{claim.quotes[view.language.tag].text}”"),
        "tombstone.html" if claim.withdrawn else "claim.html",
        _context(view, claim, sentence, pager),
    )


def _context(view: View, claim: Claim, sentence: tuple[Part, ...], pager: Pager[tuple[int, Claim]]) -> ClaimContext:
    language = view.language
    order = (language.tag, *(tag for tag in claim.quotes if tag != language.tag))
    disputes = _disputes(pager)
    return ClaimContext(
        title=claim.title[language.tag],
        withdrawn=_withdrawal(view, claim),
        sentence=sentence,
        steps=_steps(view, claim),
        quotes=tuple(_quote(view, claim, tag) for tag in order),
        figures=tuple(
            FigureView(
                view.series(figure.series),
                quantity,
                language.date(claim.as_of(figure)),
                view.prose(figure.basis) if figure.basis else None,
            )
            for figure, quantity in zip(claim.figures, view.figures(claim), strict=True)
        ),
        sides=_sides(view, claim, disputes),
        related=_related(view, [entry for entry in pager.entries if entry not in disputes]),
        pager=pager,
        about=tuple(view.entity(id) for id in claim.about),
        sources=tuple(source(view, each) for each in dict.fromkeys(claim.sources)),
        reports=tuple(source(view, each) for each in claim.reports),
        notes=view.prose(claim.notes) if claim.notes else None,
        corrections=tuple(
            CorrectionView(language.date(each.on), correction_kind(view, each.kind), view.prose(each.note))
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
    withdrawn = claim.withdrawn
    return CorrectionView(
        view.language.date(withdrawn.on), correction_kind(view, "withdrawal"), view.prose(withdrawn.reason)
    )


def _quote(view: View, claim: Claim, tag: str) -> QuoteView:
    quote = claim.quotes[tag]
    article = source(view, quote.source) if isinstance(quote, SourceQuote) else None
    return QuoteView(
        tag,
        view.language.name_of(tag),
        quote.text,
        origin_label(view, quote),
        article is not None,
        article,
        (article.published if article else None) or view.language.date(claim.said),
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
        _UNFIT.sub(lambda found: f"%{ord(found[0]):02X}", source.url),
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


def _report_url(view: View, claim: Claim) -> str | None:
    """The repository's form for errors; where there is none, the page on contributing says how to report one."""
    if not view.site.repository:
        return None
    return f"{view.site.repository}/issues/new?{urlencode({'template': 'error.yml', 'claim': claim.id})}"
