"""The pages of sources: outlets, their articles, and the claims that rest on them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from itertools import groupby

from site_builder.language.language import Language, Link
from site_builder.library.library import Library
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls, walk
from site_builder.model.addresses import normalised
from site_builder.model.records import Claim, Source
from site_builder.pages.claim import SourceView, source
from site_builder.pages.page import Page, PageContent
from site_builder.pages.pager import Pager, numbered_title, paginate_by_language


@dataclass(slots=True)
class Article:
    """One article with the claims that quote it or that it reports."""

    source: SourceView
    claims: tuple[Link, ...]


@dataclass(slots=True)
class SourcesContext:
    """One page of the articles, cut into outlets."""

    title: str
    count: str
    outlets: tuple[tuple[Link, tuple[Article, ...]], ...]
    pager: "Pager[_Mention]"


def pages(library: Library) -> Iterator[Page]:
    """The list of articles by outlet, in pages; an article with a great many claims reaches over several."""
    articles, mentions = _mentions(library)
    ordered = partial(_ordered, library, mentions)
    for address, pagers in paginate_by_language(urls.SOURCES, library.site.languages, ordered):
        yield Page(
            address,
            partial(_dependencies, library, articles, pagers),
            partial(_show, articles=articles, pagers=pagers),
        )


@dataclass(slots=True)
class _Mention:
    """An article, one of the claims that name it, and the one that says most of it."""

    source: Source
    claim: Claim
    fullest: Claim


def _dependencies(library: Library, articles: int, pagers: "Mapping[str, Pager[_Mention]]") -> tuple[object, ...]:
    fingerprints = library.fingerprints
    named = (
        (fingerprints.claim(each.fullest), fingerprints.entity(each.source.publisher), fingerprints.claim(each.claim))
        for pager in pagers.values()
        for each in pager.entries
    )
    return (articles, [pager.position for pager in pagers.values()], *named)


def _mentions(library: Library) -> tuple[int, list[_Mention]]:
    """Count the articles, each with each of its claims.

    The fullest of what records say of an article speaks for it.
    """
    named = defaultdict[str, list[tuple[Source, Claim]]](list)
    for claim in library.groups.shown:
        for _, each in walk.sources(claim):
            named[normalised(each.url)].append((each, claim))
    mentions = []
    for same in named.values():
        source, fullest = max(same, key=_fullness) if len(same) > 1 else same[0]
        mentions += [_Mention(source, claim, fullest) for claim in {claim.id: claim for _, claim in same}.values()]
    return len(named), mentions


def _fullness(named: tuple[Source, Claim]) -> int:
    """Return how much a record says of an article."""
    return len(_FIELDS) - [getattr(named[0], name) for name in _FIELDS].count(None)


_FIELDS = [field.name for field in fields(Source)]


def _ordered(library: Library, mentions: Sequence[_Mention], language: Language) -> list[_Mention]:
    names = {id: entity.name[language.tag] for id, entity in library.archive.entities.items()}
    return sorted(mentions, key=lambda each: (names[each.source.publisher], each.source.publisher, each.source.url))


def _show(library: LocalizedLibrary, articles: int, pagers: Mapping[str, Pager[_Mention]]) -> PageContent:
    language, pager = library.language, pagers[library.language.tag]
    title = language.text("Sources")
    outlets = groupby(pager.entries, lambda mention: mention.source.publisher)
    return PageContent(
        numbered_title(language, title, pager.number),
        language.text("The outlets and articles that the archive quotes."),
        "sources.html",
        SourcesContext(
            title,
            language.plural("{count} article", "{count} articles", articles),
            tuple((library.entity(id), tuple(_articles(library, mentions))) for id, mentions in outlets),
            pager,
        ),
    )


def _articles(library: LocalizedLibrary, mentions: Iterable[_Mention]) -> Iterator[Article]:
    for _, same in groupby(mentions, lambda mention: normalised(mention.source.url)):
        first, *others = same
        article = replace(source(library, first.source), publisher=None)  # it stands above
        yield Article(article, tuple(library.claim(each.claim) for each in (first, *others)))
