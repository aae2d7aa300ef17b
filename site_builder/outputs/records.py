"""A claim's own record, as it was read: `c/<id>/claim.yml`."""

from collections.abc import Iterator, Sequence

from site_builder import urls
from site_builder.pages.view import View


def files(views: Sequence[View]) -> Iterator[tuple[str, str]]:
    """The YAML of every claim."""
    root = views[0].root
    for claim in views[0].archive.claims.values():
        yield urls.record(claim.id), (root / claim.file).read_text("utf-8")
