"""What stands beside the pages: one module a format.

To add one that every claim has, write a module with a function from a claim to its file, and list it in `of_claims`.
The sitemap stands apart: it lists the pages when all are written.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

from site_builder.model import urls
from site_builder.model.records import Claim
from site_builder.outputs import permalinks, records
from site_builder.outputs.artifact import Batch, File
from site_builder.pages.view import View

_ALL = slice(None)


def of_claims(views: Sequence[View], share: slice = _ALL) -> Iterator[Batch]:
    """What stands beside the pages of every claim; with a `share`, of some claims only."""
    outputs = (permalinks.of_claim(views), records.of_claim(views))
    stamps, claims = views[0].stamps, views[0].archive.claims.values()
    for claim in islice(claims, share.start, share.stop, share.step):
        yield Batch(urls.permalink(claim.id), partial(_inputs, stamps.claim(claim)), partial(_files, outputs, claim))


def _inputs(stamp: str) -> tuple[object, ...]:
    return (stamp,)


def _files(outputs: Iterable[Callable[[Claim], File]], claim: Claim) -> Iterator[File]:
    return (output(claim) for output in outputs)


def of_site(views: Sequence[View]) -> Iterator[Batch]:
    """What a site has once."""
    yield from permalinks.of_site(views)
