"""A claim's page: who said what, when, through whom, with the words themselves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import count

from site_builder.language.language import Link, Part, Value, plain
from site_builder.library import citations
from site_builder.library.library import Library
from site_builder.library.localized import LocalizedLibrary, Prose
from site_builder.model import urls, walk
from site_builder.model.records import Claim, Correction
from site_builder.pages import head, opposed
from site_builder.pages.opposed import Side, side
from site_builder.pages.page import Page, PageContent, description
from site_builder.pages.pager import Pager, numbered_title, paginate
from site_builder.pages.quotes import (
    QuoteView,
    SourceView,
    described,
    label,
    quotes,
    source,
    sources,
    words,
)
from site_builder.pages.relations import (
    DISPUTED_BY,
    DISPUTES,
    Related,
    Relation,
    Step,
    chain,
    related,
    relations,
    steps,
)
from site_builder.text.escaping import Markup

_WEIGHT = 2
"""Room that a related claim takes on the page of one, beside others in a list."""


@dataclass(slots=True)
class FigureView:
    """A figure with the question that it answers, and how it follows where no words of the quote carry it."""

    anchor: str
    question: Link
    quantity: str
    as_of: str
    basis: Prose | None


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
    pager: Pager[Relation]
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
    version_url: str | None
    citation: Markup
    script: str


@dataclass(slots=True)
class RelatedContext:
    """The context of a further page of a claim that a great many others speak of."""

    title: str
    claim: Link
    related: tuple[Related, ...]
    pager: Pager[Relation]


_SIDES = 4
"""Claims that are shown beside this one in their own words; further ones are listed."""


def pages(library: Library, claim: Claim) -> Iterator[Page]:
    """Yield the page of a claim, and more where a great many speak of it; a withdrawn one keeps its as a tombstone."""
    modified = library.history.modified(claim.file)
    first, *more = paginate(urls.claim(claim.id), () if claim.withdrawn else relations(library, claim), weight=_WEIGHT)
    yield Page(
        first[0],
        partial(_dependencies, library, claim, first[1]),
        partial(_show, claim=claim, pager=first[1]),
        x_default=urls.permalink(claim.id),
        file=claim.file,
        is_indexed=claim.withdrawn is None,
        modified=modified.isoformat() if modified else None,
        card=urls.claim_card(claim.id),
    )
    for address, pager in more:
        yield Page(
            address,
            partial(_dependencies_of_more, library, claim, pager),
            partial(_show_more, claim=claim, pager=pager),
            card=urls.claim_card(claim.id),
        )


def _dependencies(library: Library, claim: Claim, pager: Pager[Relation]) -> tuple[object, ...]:
    fingerprints = library.fingerprints
    outlets = (source.publisher for _, source in walk.sources(claim))
    return (
        fingerprints.claim(claim),
        library.history.first.get(claim.file),
        library.history.last.get(claim.file),
        tuple(fingerprints.entity(id) for id in (claim.claimant, *claim.relayed_by, *claim.about, *outlets)),
        tuple(fingerprints.series(figure.series) for figure in claim.figures),
        pager.position,
        _fingerprints(library, pager),
        tuple(opposed.dependencies(library, other) for _, other in _disputes(pager)),
        tuple(map(fingerprints.card, chain(library, claim))),
    )


def _dependencies_of_more(library: Library, claim: Claim, pager: Pager[Relation]) -> tuple[object, ...]:
    fingerprints = library.fingerprints
    return (
        pager.position,
        fingerprints.record(claim),
        fingerprints.entity(claim.claimant),
        _fingerprints(library, pager),
    )


def _fingerprints(library: Library, pager: Pager[Relation]) -> tuple[object, ...]:
    return tuple((relation, library.fingerprints.card(other)) for relation, other in pager.entries)


def _disputes(pager: Pager[Relation]) -> list[Relation]:
    """The claims that are shown beside this one."""
    return [entry for entry in pager.entries if entry[0] in (DISPUTES, DISPUTED_BY)][:_SIDES]


def _sides(library: LocalizedLibrary, claim: Claim, disputes: Sequence[Relation]) -> tuple[Side, ...]:
    """This claim and those that it disputes or that dispute it, in their own words; its notes stand below them."""
    if not disputes:
        return ()
    text = library.language.text
    relations = {DISPUTES: text("Disputed by this claim"), DISPUTED_BY: text("Disputes this claim")}
    return (
        replace(side(library, claim, text("This claim")), notes=None),
        *(side(library, other, relations[relation]) for relation, other in disputes),
    )


def sentence(library: LocalizedLibrary, claim: Claim) -> tuple[Part, ...]:
    """Say who said it, when, through whom."""
    claimant = library.entity(claim.claimant, short=True)
    outlets = [library.entity(id, short=True) for id in dict.fromkeys(s.publisher for s in claim.sources)]
    relays = [id for id in claim.relayed_by if id != claim.claimant]  # as where the two became one by a merger
    values: dict[str, Value] = {
        "claimant": claimant,
        "when": library.language.when(claim.said),
        "relays": [library.entity(id, short=True) for id in relays],
        "outlets": outlets,
    }
    if outlets == [claimant]:
        return library.language.sentence("Published by {claimant} {when}.", **values)
    if relays:
        return library.language.sentence(
            "Said by {claimant} {when}, passed on by {relays}, as reported by {outlets}.", **values
        )
    return library.language.sentence("Said by {claimant} {when}, as reported by {outlets}.", **values)


def _show_more(library: LocalizedLibrary, claim: Claim, pager: Pager[Relation]) -> PageContent:
    title = library.language.text("Claims related to “{title}”", title=claim.title[library.language.tag])
    return PageContent(
        numbered_title(library.language, title, pager.number),
        description(sentence(library, claim)),
        "related.html",
        RelatedContext(title, library.claim(claim), related(library, pager.entries), pager),
    )


def _show(library: LocalizedLibrary, claim: Claim, pager: Pager[Relation]) -> PageContent:
    said = sentence(library, claim)
    return PageContent(
        claim.title[library.language.tag],
        description(said, described(library, claim)),
        "tombstone.html" if claim.withdrawn else "claim.html",
        _context(library, claim, said, pager),
        head.of_claim(library, claim),
    )


def _context(library: LocalizedLibrary, claim: Claim, said: tuple[Part, ...], pager: Pager[Relation]) -> ClaimContext:
    language = library.language
    disputes = _disputes(pager)
    return ClaimContext(
        title=claim.title[language.tag],
        withdrawn=_withdrawal(library, claim),
        sentence=said,
        steps=steps(library, claim),
        quotes=quotes(library, claim),
        figures=tuple(
            FigureView(
                anchor,
                library.series(figure.series),
                quantity,
                citations.as_of(library, claim.as_of(figure)),
                library.prose(figure.basis) if figure.basis else None,
            )
            for anchor, figure, quantity in zip(
                _figure_anchors(claim), claim.figures, library.figures(claim), strict=True
            )
        ),
        sides=_sides(library, claim, disputes),
        related=related(library, [entry for entry in pager.entries if entry not in disputes]),
        pager=pager,
        about=tuple(library.entity(id) for id in claim.about),
        sources=sources(library, claim),
        reports=tuple(source(library, each, "") for each in claim.reports),
        notes=library.prose(claim.notes) if claim.notes else None,
        corrections=tuple(
            CorrectionView(language.date(each.on), correction_kind(library, each.kind), library.prose(each.note))
            for each in corrections(claim)
        ),
        day=Link(language.date(claim.said), urls.period(claim.said.periods[-1])),
        datetime="" if claim.said.approximate or claim.said.interval else claim.said.text,
        permalink=urls.permalink(claim.id),
        permalink_url=library.site.absolute(urls.permalink(claim.id)),
        record=urls.claim_json(claim.id),
        version_url=_version_url(library, claim),
        citation=citations.styled(library, claim),
        script=library.site.assets["cite.js"],
    )


def citation(library: LocalizedLibrary, claim: Claim, form: str) -> str:
    """Cite a claim in one of the forms of `citation_forms.FORMS`."""
    # The script of the page takes these words from where the template prints them.
    tag = library.language.tag
    said = citations.Words(plain(sentence(library, claim)), words(library, claim, tag), label(library, claim, tag))
    return citations.citation(library, claim, said, form)


def _figure_anchors(claim: Claim) -> Iterator[str]:
    used = set[str]()
    for figure in claim.figures:
        anchors = (urls.figure(figure.series, number) for number in count(1))
        anchor = next(anchor for anchor in anchors if anchor not in used)
        used.add(anchor)
        yield anchor


def _withdrawal(library: LocalizedLibrary, claim: Claim) -> CorrectionView | None:
    if not claim.withdrawn:
        return None
    withdrawn = claim.withdrawn
    return CorrectionView(
        library.language.date(withdrawn.on), correction_kind(library, "withdrawal"), library.prose(withdrawn.reason)
    )


def corrections(claim: Claim) -> list[Correction]:
    """The corrections of a claim; its withdrawal, which is shown by itself, is told once."""
    return [each for each in claim.corrections if not (claim.withdrawn and each.kind == "withdrawal")]


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


def _version_url(library: LocalizedLibrary, claim: Claim) -> str | None:
    """The record as the repository has it in the last commit that changed it, where both are known."""
    last = library.history.last.get(claim.file)
    return library.site.repository.version(claim.file, last.hash) if last else None
