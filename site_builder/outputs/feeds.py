"""Feeds of what is new and of what was corrected: Atom 1.0 (RFC 4287) and JSON Feed 1.1, in each language.

An entry's id is the address of its page in that language, for ever; that of a correction adds its place on the page.
Of times no more is known than the day, so an entry is of its day's beginning (UTC).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from heapq import nlargest
from typing import TypeVar

from site_builder.language.language import Link
from site_builder.library.citations import contributors
from site_builder.library.library import Library
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.model.records import Claim
from site_builder.outputs.artifact import Artifact
from site_builder.pages import changes, fragments, quote_states, quotes
from site_builder.pages.changes import Correction
from site_builder.pages.claim import correction_kind, sentence
from site_builder.text.compact_json import as_json
from site_builder.text.escaping import Markup, escape

T = TypeVar("T", Claim, Correction)

_NEWEST = 50
"""Entries of a feed of the whole archive."""
_NEWEST_OF_ONE = 20
"""Entries of a feed of one entity or series."""


@dataclass(slots=True)
class Entry:
    """An entry of a feed: `content` is HTML, in whose texts `>` is escaped, `category` the id of the claimant."""

    url: str
    title: str
    published: date
    updated: date
    category: str
    content: Markup


@dataclass(slots=True)
class Feed:
    """A feed: its title, the address of the page that it follows, and its entries, the newest first."""

    title: str
    page: str
    entries: Sequence[Entry]


def of_site(libraries: Sequence[LocalizedLibrary]) -> Iterator[Artifact]:
    """Yield the feeds; one of an entity or series that no claim names would be empty, and is left out.

    At the address of one that was merged stands the feed of the other, which says that it is that one: programs that
    follow the old address get all that is new.
    """
    library = libraries[0]
    merged, newest_of = library.merged, partial(_newest, _places(library))
    newest = newest_of(library.groups.shown, _NEWEST)
    yield _artifact(libraries, urls.feed(urls.HOME), urls.HOME, newest, _of_archive, _atom)
    yield _artifact(libraries, urls.JSON_FEED, urls.HOME, newest, _of_archive, _json)
    corrections = changes.corrections(library)[:_NEWEST]
    yield _artifact(libraries, urls.feed(urls.CORRECTIONS), urls.CORRECTIONS, corrections, _of_corrections, _atom)
    for id in (*library.archive.entities, *merged.entities):
        into = merged.entity(id)
        newest = newest_of(library.groups.naming(into), _NEWEST_OF_ONE)
        if newest:
            yield _artifact(
                libraries, urls.feed(urls.entity(id)), urls.entity(into), newest, partial(_of_entity, into), _atom
            )
    answers_to = library.groups.answers
    for id in (*answers_to, *(id for id, each in merged.series.items() if each.into in answers_to)):
        into = merged.question(id)
        newest = newest_of({answer.claim.id: answer.claim for answer in answers_to[into]}.values(), _NEWEST_OF_ONE)
        yield _artifact(
            libraries, urls.feed(urls.series(id)), urls.series(into), newest, partial(_of_series, into), _atom
        )


def _places(library: Library) -> Mapping[str, int]:
    """The place of each claim among all, as they came into the archive; those that came together, as they were said."""
    claims = library.archive.claims.values()  # which are in the order of their saying
    return {claim.id: place for place, claim in enumerate(sorted(claims, key=partial(_added, library)))}


def _newest(places: Mapping[str, int], claims: Iterable[Claim], count: int) -> list[Claim]:
    """The claims with the last places."""
    return nlargest(count, claims, key=lambda claim: places[claim.id])


def _added(library: Library, claim: Claim) -> date:
    """The day on which a claim came into the archive or, where that is not known, was said."""
    return library.history.added(claim.file) or claim.said.first


def _artifact(
    libraries: Sequence[LocalizedLibrary],
    address: str,
    of: str,
    told: Sequence[T],
    make: Callable[[LocalizedLibrary, Sequence[T]], Feed],
    write: Callable[[LocalizedLibrary, Feed], bytes],
) -> Artifact:
    """The feed of a page in each language, at an address of its own or of what was merged; made of what it tells of."""
    return Artifact(
        [urls.localized(library.language.tag, address) for library in libraries],
        lambda: (of, *_dependencies(libraries[0], told)),
        lambda: (write(library, make(library, told)) for library in libraries),
    )


def _dependencies(library: LocalizedLibrary, told: Sequence[Claim | Correction]) -> tuple[object, ...]:
    if not told:
        return (library.history.newest,)
    in_data = library.fingerprints.in_data
    return tuple((each.on, in_data(each.claim)) if isinstance(each, Correction) else in_data(each) for each in told)


def _of_archive(library: LocalizedLibrary, claims: Sequence[Claim]) -> Feed:
    return Feed(library.site.names[library.language.tag], urls.HOME, [_entry(library, claim) for claim in claims])


def _of_entity(id: str, library: LocalizedLibrary, claims: Sequence[Claim]) -> Feed:
    return _of_list(library, library.entity(id), claims)


def _of_series(id: str, library: LocalizedLibrary, claims: Sequence[Claim]) -> Feed:
    return _of_list(library, library.series(id), claims)


def _of_list(library: LocalizedLibrary, page: Link, claims: Sequence[Claim]) -> Feed:
    title = f"{page.text} – {library.site.names[library.language.tag]}"
    return Feed(title, page.address, [_entry(library, claim) for claim in claims])


def _of_corrections(library: LocalizedLibrary, corrections: Sequence[Correction]) -> Feed:
    title = f"{library.language.text('Corrections')} – {library.site.names[library.language.tag]}"
    return Feed(title, urls.CORRECTIONS, [_entry_of_correction(library, each) for each in corrections])


def _entry(library: LocalizedLibrary, claim: Claim) -> Entry:
    tag, added = library.language.tag, _added(library, claim)
    said = fragments.sentence(sentence(library, claim), _url(library, urls.HOME))
    quoted, label = quotes.words(library, claim, tag), quotes.label(library, claim, tag)
    found = fragments.notes(quote_states.notes(library, claim, tag), _url(library, urls.HOME))
    figures = ", ".join(library.figures(claim))
    return Entry(
        _url(library, urls.claim(claim.id)),
        claim.title[tag],
        added,
        library.history.modified(claim.file) or added,
        claim.claimant,
        Markup("<p>{}<blockquote><p>{}</blockquote><p>{}<p>{}{}").format(
            said, quoted, label, found, Markup("<p>{}").format(figures) if figures else ""
        ),
    )


def _entry_of_correction(library: LocalizedLibrary, correction: Correction) -> Entry:
    claim, tag = correction.claim, library.language.tag
    return Entry(
        _url(library, urls.anchored(urls.claim(claim.id), correction.anchor)),
        f"{correction_kind(library, correction.kind)}: {claim.title[tag]}",
        correction.on,
        correction.on,
        claim.claimant,
        Markup("").join(Markup("<p>{}").format(part) for part in library.prose(correction.note).paragraphs),
    )


def _url(library: LocalizedLibrary, address: str) -> str:
    return library.site.page(library.language.tag, address)


def _atom(library: LocalizedLibrary, feed: Feed) -> bytes:
    url = escape(_url(library, urls.feed(feed.page)))
    entries = "".join(
        [
            f"<entry><id>{escape(entry.url)}</id><title>{escape(entry.title)}</title>"
            f'<link href="{escape(entry.url)}"/>'
            f"<published>{_time(entry.published)}</published><updated>{_time(entry.updated)}</updated>"
            f'<category term="{escape(entry.category)}"/>'
            f'<content type="html"><![CDATA[{entry.content}]]></content></entry>\n'
            for entry in feed.entries
        ]
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{library.language.tag}">\n'
        f"<id>{url}</id><title>{escape(feed.title)}</title><updated>{_time(_updated(library, feed))}</updated>\n"
        f'<link rel="self" type="application/atom+xml" href="{url}"/>'
        f'<link rel="alternate" type="text/html" href="{escape(_url(library, feed.page))}"/>\n'
        f"<author><name>{escape(contributors(library))}</name></author><rights>{library.site.licence.url}</rights>\n"
        f"{entries}</feed>\n"
    ).encode()


def _updated(library: LocalizedLibrary, feed: Feed) -> date:
    """The day of the newest entry; a feed without any is as old as the archive."""
    newest = library.history.newest
    return max([entry.updated for entry in feed.entries], default=newest.day if newest else date(1970, 1, 1))


def _json(library: LocalizedLibrary, feed: Feed) -> bytes:
    return as_json(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "home_page_url": _url(library, feed.page),
            "feed_url": _url(library, urls.JSON_FEED),
            "language": library.language.tag,
            "authors": [{"name": contributors(library), "url": _url(library, urls.HOME)}],
            "items": [
                {
                    "id": entry.url,
                    "url": entry.url,
                    "title": entry.title,
                    "content_html": entry.content,
                    "date_published": _time(entry.published),
                    "date_modified": _time(entry.updated),
                    "tags": [entry.category],
                }
                for entry in feed.entries
            ],
        }
    )


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
