"""The sitemap (sitemaps.org 0.9) with the alternates of every page, as search engines read them."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from site_builder import urls
from site_builder.pages.view import Listed
from site_builder.site import Site

LIMIT = 50_000
"""URLs that one file may hold; beyond it the sitemap becomes an index of files."""
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def files(site: Site, pages: Sequence[Listed]) -> Iterator[tuple[str, str]]:
    """`sitemap.xml`, with parts beside it for a large archive; `pages` are those of one language."""
    entries = []
    for page in pages:
        if page.is_indexed:
            alternates = site.alternates(page.address, page.neutral)
            links = "".join(
                f'<xhtml:link rel="alternate" hreflang={quoteattr(tag)} href={quoteattr(url)}/>'
                for tag, url in alternates
            )
            entries += [f"<url><loc>{escape(url)}</loc>{links}</url>\n" for _, url in alternates[:-1]]
    parts = [entries[start : start + LIMIT] for start in range(0, len(entries), LIMIT)] or [[]]
    if len(parts) == 1:
        yield urls.SITEMAP, f"{_HEAD}{''.join(parts[0])}</urlset>\n"
        return
    listed = ""
    for number, part in enumerate(parts, 1):
        path = urls.sitemap_part(number)
        listed += f"<sitemap><loc>{escape(site.absolute(path))}</loc></sitemap>\n"
        yield path, f"{_HEAD}{''.join(part)}</urlset>\n"
    yield (
        urls.SITEMAP,
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{listed}</sitemapindex>\n',
    )
