"""Where the words were published: outlets, their articles, and the claims that rest on them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from site_builder import urls
from site_builder.languages import Link
from site_builder.model import Claim, Source
from site_builder.pages.claim import SourceView, source
from site_builder.pages.view import Page, Shown, Slice, View, numbered_title, paged


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
    part: "Slice[_Mention]"


def pages(view: View) -> Iterator[Page]:
    """The list of articles, in pages."""
    for address, part in paged(urls.SOURCES, _mentions(view)):
        inputs = tuple(
            (view.stamps.entity(mention.source.publisher), *map(view.stamps.claim, mention.claims))
            for mention in part.entries
        )
        yield Page(address, urls.SOURCES, (part.position, inputs), partial(_show, view, part))


@dataclass(frozen=True, slots=True)
class _Mention:
    """An article as a record names it, and the claims that do."""

    source: Source
    claims: tuple[Claim, ...]


def _mentions(view: View) -> list[_Mention]:
    """Every article once, by outlet and address; the fullest of its mentions speaks for it."""
    mentions = defaultdict[str, list[tuple[Source, Claim]]](list)
    for claim in view.groups.shown:
        for each in (*claim.sources, *claim.reports):
            mentions[each.url].append((each, claim))
    articles = [
        _Mention(
            max((each for each, _ in same), key=lambda each: len(each.model_fields_set)),
            tuple({claim.id: claim for _, claim in same}.values()),
        )
        for same in mentions.values()
    ]
    return sorted(
        articles,
        key=lambda each: (view.entity(each.source.publisher).text, each.source.publisher, each.source.url),
    )


def _show(view: View, part: Slice[_Mention]) -> Shown:
    language = view.language
    title = language.text("Sources")
    outlets = groupby(part.entries, lambda mention: mention.source.publisher)
    return Shown(
        numbered_title(language, title, part.number),
        language.text("The outlets and articles that the archive quotes."),
        "sources.html",
        Content(
            title,
            language.plural("{count} article", "{count} articles", part.total),
            tuple((view.entity(id), tuple(_article(view, mention) for mention in group)) for id, group in outlets),
            part,
        ),
    )


def _article(view: View, mention: _Mention) -> Article:
    return Article(source(view, mention.source), tuple(map(view.claim, mention.claims)))
