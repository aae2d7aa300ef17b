"""What GitHub Pages holds, and what takes the room of a site.

The facts are those of GitHub Docs, "GitHub Pages limits" (November 2026): a published site of up to 1 GB; ten minutes
for a deployment, which a site of that size and some hundred thousand files comes near to; 100 GB a month sent to
readers, of which somebody is told who goes beyond. A number of files is not named there. The archive that a deployment
uploads may have 10 GB, so the size of the site is what counts.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from site_builder.model import urls
from site_builder.problems import Share, message
from site_builder.publish import manifest

SIZE = 1_000_000_000
"""Bytes that a site may have."""
FULL_OF_CARDS = 60
"""Percent of them at which preview cards of claims begin to cost claims their room."""
NEAR = 80
"""Percent of them at which an archive should know its way on."""

_CARDS = message("preview cards")
_CLAIMS = message("pages of claims")
_PAGES = message("other pages")
_RECORDS = message("claims as linked data")
_SEARCH = message("search")
_DATA = message("data")
_FEEDS = message("feeds")
_SITEMAP = message("sitemap")
_REST = message("styles, scripts and pictures")


def kind_of(path: str) -> str:
    """Return what a file of a site is for, as a message id."""
    is_of_claim, is_page = bool(urls.claim_of(path)), path.endswith(".html")
    name = path.rpartition("/")[2]
    if path.startswith(urls.CARDS) or (is_of_claim and name.endswith(".png")):
        return _CARDS
    if is_page:
        return _CLAIMS if is_of_claim else _PAGES
    if is_of_claim:
        return _RECORDS
    if name == urls.feed("") or name == urls.JSON_FEED:
        return _FEEDS
    for folder, kind in ((urls.SEARCH, _SEARCH), (urls.DATA, _DATA), (urls.SITEMAP_STEM, _SITEMAP)):
        if path.startswith(folder):
            return kind
    return _REST


def sizes(files: Iterable[tuple[str, int]]) -> list[tuple[str, int, int]]:
    """Add up files, given by path and size: of each kind how many and how many bytes, that with the most first."""
    counts, weights = Counter[str](), Counter[str]()
    for path, size in files:
        kind = kind_of(path)
        counts[kind] += 1
        weights[kind] += size
    return [(kind, counts[kind], size) for kind, size in weights.most_common()]


def shares(manifest_file: Path) -> tuple[Share, ...]:
    """Tell what takes the room of a site that was built, by its manifest."""
    found = sizes(_files(manifest_file))
    total = sum(size for _, _, size in found)
    return tuple(Share(kind, size / total) for kind, _, size in found if size)


def _files(manifest_file: Path) -> Iterator[tuple[str, int]]:
    for line in manifest.read(manifest_file).values():
        for file in manifest.entry(line).files:
            yield file.path, file.size
