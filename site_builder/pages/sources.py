"""Where the words were published: outlets, their articles, and the claims that rest on them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from site_builder import urls
from site_builder.languages import Link
from site_builder.model import Claim, Source
from site_builder.pages.claim import SourceView, source
from site_builder.pages.view import Page, Slice, View, numbered_title, paged


@dataclass(frozen=True, slots=True)
class Article:
    """One article with the claims that quote it or that it reports."""

    source: SourceView
    claims: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """One page of the articles, cut into outlets."""

    title: str
    count: str
    outlets: tuple[tuple[Link, tuple[Article, ...]], ...]
    part: Slice[Article]


def pages(view: View) -> Iterator[Page]:
    """The list of articles, in pages."""
    language = view.language
    articles = _articles(view)
    title = language.text("Sources")
    description = language.text("The outlets and articles that the archive quotes.")
    count = language.plural("{count} article", "{count} articles", len(articles))
    for address, part in paged(urls.SOURCES, articles):
        outlets = groupby(part.entries, lambda article: article.source.publisher)
        yield Page(
            address,
            urls.SOURCES,
            numbered_title(language, title, part.number),
            description,
            "sources.html",
            Content(title, count, tuple((outlet, tuple(group)) for outlet, group in outlets), part),
        )


def _articles(view: View) -> list[Article]:
    """Every article once, by outlet and address; the fullest of its mentions speaks for it."""
    mentions = defaultdict[str, list[tuple[Source, Claim]]](list)
    for claim in view.groups.shown:
        for each in (*claim.sources, *claim.reports):
            mentions[each.url].append((each, claim))
    articles = []
    for same in mentions.values():
        fullest = max((each for each, _ in same), key=lambda each: len(each.model_fields_set))
        claims = {claim.id: view.claim(claim) for _, claim in same}
        articles.append(Article(source(view, fullest), tuple(claims.values())))
    return sorted(
        articles, key=lambda each: (each.source.publisher.text, each.source.publisher.address, each.source.url)
    )
