"""A claim's own record, as it was read: `c/<id>/claim.yml`."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from site_builder.model.records import Claim
from site_builder.pages.view import View
from site_builder.read.files import read


def of_claim(views: Sequence[View]) -> Callable[[Claim], bytes]:
    """Return what makes the file of a claim."""
    return partial(_content, views[0].root)


def _content(root: Path, claim: Claim) -> bytes:
    return read(root, claim.file)[0].encode()
