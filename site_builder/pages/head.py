"""What a page's head says to programs: citation managers, feed readers, readers of linked data.

What all pages of a frame have alike stands in the theme. A citation manager takes a claim's page as a web page: no tag
speaks of a journal or an author, of whom Zotero would make a person with a first and a last name.
"""

import json
from dataclasses import dataclass

from site_builder.library.localized import LocalizedLibrary
from site_builder.library.site import Site
from site_builder.model import urls
from site_builder.model.records import Claim
from site_builder.pages import frames
from site_builder.text.escaping import Markup


@dataclass(slots=True)
class Around:
    """What a page that no engine makes has of the theme: attributes of its root, and addresses of files."""

    scheme: Markup
    icon: str
    styles: tuple[str, ...]
    script: str


def around(site: Site, root: str) -> Around:
    """Return what such a page has of the theme; `root` is the way from it to the site's root."""
    styles = tuple(root + path for path in (site.assets["claims.css"], *site.styles))
    return Around(site.scheme, root + site.icon, styles, root + site.assets["claims.js"])


def of_claim(library: LocalizedLibrary, claim: Claim) -> Markup:
    """The tags of a claim's page, with its linked data."""
    site, address = library.site, urls.claim(claim.id)
    permalink = site.absolute(urls.permalink(claim.id))
    first, last = library.history.added(claim.file), library.history.modified(claim.file)
    dates = {"datePublished": first.isoformat(), "dateModified": last.isoformat()} if first and last else {}
    added = f"<meta name=citation_publication_date content={first:%Y/%m/%d}>" if first else ""
    page = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": site.page(library.language.tag, address),
        "inLanguage": library.language.tag,
        **dates,
        "mainEntity": {"@type": "Claim", "@id": permalink.removesuffix("/")},
    }
    return Markup(
        '{added}<meta name=citation_public_url content="{permalink}">'
        "<meta name=z:itemType content=webpage>"
        "{record}<script type=application/ld+json>{page}</script>"
    ).format(
        added=Markup(added),
        permalink=permalink,
        record=of_record(site.absolute(urls.claim_json(claim.id))),
        page=linked_data(page),
    )


HIDDEN = Markup("<meta name=robots content=noindex>")
"""The tag of a page that search engines leave out."""


def leading_to(address: str) -> Markup:
    """The tag of a page that leads on to another."""
    return Markup('<meta http-equiv=refresh content="0; url={}">').format(address)


def of_title(title: str, *, is_citable: bool) -> Markup:
    """The tag with a page's title, without the name of the site; that of a claim is what citations take."""
    name = Markup("name=citation_title ") if is_citable else Markup("")
    return Markup('<meta {}property=og:title content="{}">').format(name, title)


def of_card(site: Site, path: str) -> Markup:
    """The tags with a page's preview card; none where the site has no cards."""
    card = site.card(path)
    if card is None:
        return Markup("")
    return Markup(
        '<meta property=og:image content="{url}"><meta name=twitter:card content=summary_large_image>'
    ).format(url=frames.escape(site.absolute(card)))


def of_record(url: str) -> Markup:
    """The tag by which programs find a claim's record."""
    return Markup('<link rel=alternate type=application/ld+json href="{}">').format(url)


def of_feed(library: LocalizedLibrary, address: str, title: str) -> Markup:
    """The tag by which readers of feeds find the one of the page at an address."""
    url = library.site.page(library.language.tag, urls.feed(address))
    return Markup('<link rel=alternate type=application/atom+xml title="{}" href="{}">').format(title, url)


def of_home(library: LocalizedLibrary) -> Markup:
    """The tags of the home page: both feeds, and the search."""
    site, tag = library.site, library.language.tag
    feed = Markup('<link rel=alternate type=application/feed+json title="{}" href="{}">').format(
        site.names[tag], site.page(tag, urls.JSON_FEED)
    )
    return of_feed(library, urls.HOME, site.names[tag]) + feed + of_search(library)


def of_search(library: LocalizedLibrary) -> Markup:
    """The tag by which browsers offer the search of the site; none where it has no search."""
    site, tag = library.site, library.language.tag
    if not site.search:
        return Markup("")
    return Markup('<link rel=search type=application/opensearchdescription+xml title="{}" href="{}">').format(
        site.names[tag], site.page(tag, urls.OPENSEARCH)
    )


def linked_data(value: object) -> Markup:
    """JSON for a `script` element: `<` is written so that nothing in it can end the element."""
    return Markup(json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))
