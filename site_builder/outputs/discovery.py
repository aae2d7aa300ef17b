"""How programs find their way in: `robots.txt` (RFC 9309), and the search of each language (OpenSearch 1.1)."""

from collections.abc import Iterator, Sequence
from functools import partial

from site_builder.library.localized import LocalizedLibrary
from site_builder.library.site import Site
from site_builder.model import urls
from site_builder.outputs.artifact import Artifact
from site_builder.text.escaping import escape

_SHORT_NAME = 16
"""Letters that OpenSearch grants a name."""


def of_site(libraries: Sequence[LocalizedLibrary]) -> Iterator[Artifact]:
    """Yield the files, which depend on the site's settings alone."""
    site = libraries[0].site
    yield Artifact([urls.ROBOTS], tuple, lambda: [_robots(site)])
    if not site.search:
        return
    paths = [urls.localized(library.language.tag, urls.OPENSEARCH) for library in libraries]
    yield Artifact(paths, tuple, partial(map, _search, libraries))


def _robots(site: Site) -> bytes:
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.absolute(urls.SITEMAP)}\n".encode()


def _search(library: LocalizedLibrary) -> bytes:
    site, tag = library.site, library.language.tag
    name = site.names[tag]
    search, own = (site.page(tag, address) for address in (urls.CLAIMS, urls.OPENSEARCH))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(name[:_SHORT_NAME].rstrip())}</ShortName><LongName>{escape(name)}</LongName>\n"
        f"<Description>{escape(library.language.text('Search the claims of this archive'))}</Description>\n"
        f'<Url type="text/html" template="{escape(search)}?q={{searchTerms}}"/>\n'
        f'<Url type="application/opensearchdescription+xml" rel="self" template="{escape(own)}"/>\n'
        f"<Language>{tag}</Language><InputEncoding>UTF-8</InputEncoding>\n"
        "</OpenSearchDescription>\n"
    ).encode()
