"""The sitemap (sitemaps.org 0.9) with the alternates of every page, as search engines read them.

It is always an index, of parts that are gzipped as the protocol allows: all in all a fortieth of the size.
"""

import gzip
from collections.abc import Iterator, Sequence
from functools import partial

from site_builder.library.site import Site
from site_builder.model import urls
from site_builder.outputs.artifact import Artifact, SitemapEntry
from site_builder.text.escaping import escape

LIMIT = 50_000
"""URLs that one part may hold."""
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def artifacts(site: Site, pages: Sequence[SitemapEntry]) -> Iterator[Artifact]:
    """Yield `sitemap.xml` and the parts beside it."""
    indexed = [page for page in pages if page.is_indexed]
    size = max(1, LIMIT // (len(site.languages) + 1))
    parts = [indexed[start : start + size] for start in range(0, len(indexed), size)] or [[]]
    paths = [urls.sitemap_part(number) for number in range(1, len(parts) + 1)]
    for path, part in zip(paths, parts, strict=True):
        yield Artifact([path], partial(tuple, part), partial(_part, site, part))
    yield Artifact([urls.SITEMAP], partial(tuple, paths), lambda: [_index(site, paths)])


def _part(site: Site, pages: Sequence[SitemapEntry]) -> list[bytes]:
    listed = []
    for page in pages:
        alternates = [(tag, escape(url)) for tag, url in site.alternates(page.address, page.x_default)]
        links = "".join([f'<xhtml:link rel="alternate" hreflang="{tag}" href="{url}"/>' for tag, url in alternates])
        modified = f"<lastmod>{page.modified}</lastmod>" if page.modified else ""
        urls_of_page = dict.fromkeys([url for _, url in alternates])  # the last is often the first once more
        listed += [f"<url><loc>{url}</loc>{modified}{links}</url>\n" for url in urls_of_page]
    return [gzip.compress(f"{_HEAD}{''.join(listed)}</urlset>\n".encode(), mtime=0)]


def _index(site: Site, paths: Sequence[str]) -> bytes:
    listed = "".join(f"<sitemap><loc>{escape(site.absolute(path))}</loc></sitemap>\n" for path in paths)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{listed}</sitemapindex>\n'
    ).encode()
