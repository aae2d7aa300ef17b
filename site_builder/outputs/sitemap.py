"""The sitemap (sitemaps.org 0.9) with the alternates of every page, as search engines read them."""

from collections.abc import Iterator, Sequence
from functools import partial

from site_builder.library.site import Site
from site_builder.model import urls
from site_builder.outputs.artifact import Artifact, SitemapEntry
from site_builder.text.escaping import escape

LIMIT = 50_000
"""URLs that one file may hold; beyond it the sitemap becomes an index of files."""
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def artifacts(site: Site, pages: Sequence[SitemapEntry]) -> Iterator[Artifact]:
    """Yield `sitemap.xml`, with parts beside it for a large archive."""
    indexed = [page for page in pages if page.is_indexed]
    size = max(1, LIMIT // (len(site.languages) + 1))
    parts = [indexed[start : start + size] for start in range(0, len(indexed), size)] or [[]]
    if len(parts) == 1:
        yield _artifact(urls.SITEMAP, site, parts[0])
        return
    paths = [urls.sitemap_part(number) for number in range(1, len(parts) + 1)]
    for path, part in zip(paths, parts, strict=True):
        yield _artifact(path, site, part)
    yield Artifact([urls.SITEMAP], partial(tuple, paths), lambda: [_index(site, paths)])


def _artifact(path: str, site: Site, pages: Sequence[SitemapEntry]) -> Artifact:
    return Artifact([path], partial(tuple, pages), lambda: [_urls(site, pages)])


def _urls(site: Site, pages: Sequence[SitemapEntry]) -> bytes:
    listed = []
    for page in pages:
        alternates = [(tag, escape(url)) for tag, url in site.alternates(page.address, page.x_default)]
        links = "".join([f'<xhtml:link rel="alternate" hreflang="{tag}" href="{url}"/>' for tag, url in alternates])
        urls_of_page = dict.fromkeys([url for _, url in alternates])  # the last is often the first once more
        listed += [f"<url><loc>{url}</loc>{links}</url>\n" for url in urls_of_page]
    return f"{_HEAD}{''.join(listed)}</urlset>\n".encode()


def _index(site: Site, paths: Sequence[str]) -> bytes:
    listed = "".join(f"<sitemap><loc>{escape(site.absolute(path))}</loc></sitemap>\n" for path in paths)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{listed}</sitemapindex>\n'
    ).encode()
