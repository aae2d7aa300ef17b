"""A claim's own record, as it was read: `c/<id>/claim.yml`."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from site_builder import urls
from site_builder.file import File
from site_builder.load.files import read
from site_builder.model import Claim
from site_builder.pages.view import View


def files(views: Sequence[View]) -> Iterator[File]:
    """The YAML of every claim."""
    view = views[0]
    for claim in view.archive.claims.values():
        yield File(urls.record(claim.id), partial(_inputs, view, claim), partial(_text, view.root, claim.file))


def _inputs(view: View, claim: Claim) -> tuple[object, ...]:
    return (view.stamps.claim(claim),)


def _text(root: Path, file: str) -> bytes:
    return read(root, file)[0].encode()
