"""Files beside the pages: one module a format.

To add one that every claim has, list its path and a function from a claim to its content in `_OF_CLAIM`; one that the
site has once or some times, list a generator of artifacts in `_OF_SITE`. The sitemap stands apart: it lists the pages.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.model.records import Claim
from site_builder.outputs import (
    citations,
    claim_json,
    discovery,
    feeds,
    not_found,
    permalinks,
    search_texts,
    security_txt,
)
from site_builder.outputs.artifact import Artifact


class _OfClaim(NamedTuple):
    """A file that every claim has: its path from the claim's id, and what makes its content for a site."""

    path: Callable[[str], str]
    maker: Callable[[Sequence[LocalizedLibrary]], Callable[[Claim], bytes]]


_OF_CLAIM = (
    _OfClaim(urls.permalink_file, permalinks.of_claim),
    _OfClaim(urls.claim_json, claim_json.of_claim),
)
_OF_SITE = (
    permalinks.of_site,
    not_found.of_site,
    claim_json.of_site,
    citations.of_site,
    search_texts.of_site,
    feeds.of_site,
    discovery.of_site,
    security_txt.of_site,
)


def of_claims(libraries: Sequence[LocalizedLibrary], claims: Iterable[Claim]) -> Iterator[Artifact]:
    """Yield what stands beside the pages of each of some claims."""
    makers = [output.maker(libraries) for output in _OF_CLAIM]
    for claim in claims:
        paths = [output.path(claim.id) for output in _OF_CLAIM]
        yield Artifact(paths, partial(_dependencies, libraries[0], claim), partial(_contents, makers, claim))


def of_site(libraries: Sequence[LocalizedLibrary]) -> list[Callable[[], Iterator[Artifact]]]:
    """List what a site has beside its pages, apart from its claims' own files and its data in whole."""
    return [partial(output, libraries) for output in _OF_SITE]


def _dependencies(library: LocalizedLibrary, claim: Claim) -> tuple[object, ...]:
    return (library.fingerprints.in_data(claim),)


def _contents(makers: Iterable[Callable[[Claim], bytes]], claim: Claim) -> Iterator[bytes]:
    return (make(claim) for make in makers)
