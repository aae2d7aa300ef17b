"""The pages of sources: outlets, their articles, and the claims that rest on them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from itertools import groupby
from typing import NamedTuple

from site_builder.language.language import Language, Link
from site_builder.library.library import Library
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls, walk
from site_builder.model.addresses import normalised
from site_builder.model.records import Claim, Source
from site_builder.pages.page import Page, PageContent
from site_builder.pages.pager import Pager, numbered_title, paginate_by_language
from site_builder.pages.quotes import SourceView, source

_WEIGHT = 2
"""Room that an article takes, with its addresses, beside a claim in a list."""


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
    can_search: bool
    outlets: tuple[tuple[Link, tuple[Article, ...]], ...]
    pager: "Pager[_Mention]"


def pages(library: Library) -> Iterator[Page]:
    """The list of articles by outlet, in pages; an article with a great many claims reaches over several."""
    articles, mentions = _mentions(library)
    ordered = partial(_ordered, library, mentions)
    for address, pagers in paginate_by_language(urls.SOURCES, library.site.languages, ordered, weight=_WEIGHT):
        yield Page(
            address,
            partial(_dependencies, library, articles, pagers),
            partial(_show, articles=articles, pagers=pagers),
        )


@dataclass(slots=True)
class _Mention:
    """An article, the language of its title, one of the claims that name it, and the one that says most of it."""

    source: Source
    language: str
    claim: Claim
    fullest: Claim


def _dependencies(library: Library, articles: int, pagers: "Mapping[str, Pager[_Mention]]") -> tuple[object, ...]:
    fingerprints = library.fingerprints
    named = (
        (
            fingerprints.record(each.fullest),
            fingerprints.entity(each.source.publisher),
            fingerprints.record(each.claim),
            each.language,
        )
        for pager in pagers.values()
        for each in pager.entries
    )
    return (articles, [pager.position for pager in pagers.values()], *named)


def _mentions(library: Library) -> tuple[int, list[_Mention]]:
    """Count the articles, each with each of its claims.

    The fullest of what records say of an article speaks for it.
    """
    named = defaultdict[str, list[_Named]](list)
    for claim in library.groups.shown:
        for at, each in walk.sources(claim):
            # A headline is in the language of the words that are quoted below it.
            language = str(at[1]) if at[0] == "quotes" else ""
            named[normalised(each.url)].append(_Named(each, language, claim))
    mentions = []
    for same in named.values():
        fullest = max(same, key=_fullness) if len(same) > 1 else same[0]
        language = fullest.language or next((each.language for each in same if each.language), "")
        mentions += [
            _Mention(fullest.source, language, claim, fullest.claim)
            for claim in {each.claim.id: each.claim for each in same}.values()
        ]
    return len(named), mentions


class _Named(NamedTuple):
    """What one claim says of an article, and the language of the quote that it says it with, if it is one."""

    source: Source
    language: str
    claim: Claim


def _fullness(named: _Named) -> int:
    """Return how much a record says of an article."""
    return len(_FIELDS) - [getattr(named.source, name) for name in _FIELDS].count(None)


_FIELDS = [field.name for field in fields(Source)]


def _ordered(library: Library, mentions: Sequence[_Mention], language: Language) -> list[_Mention]:
    names = {id: language.sort_key(entity.name[language.tag]) for id, entity in library.archive.entities.items()}
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
            library.site.search,
            tuple((library.entity(id), tuple(_articles(library, mentions))) for id, mentions in outlets),
            pager,
        ),
    )


def _articles(library: LocalizedLibrary, mentions: Iterable[_Mention]) -> Iterator[Article]:
    for _, same in groupby(mentions, lambda mention: normalised(mention.source.url)):
        first, *others = same
        article = replace(source(library, first.source, first.language), publisher=None)  # it stands above
        yield Article(article, tuple(library.claim(each.claim) for each in (first, *others)))
