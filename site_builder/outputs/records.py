"""A claim's own record, as it was read: `c/<id>/claim.yml`."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from site_builder.model import urls
from site_builder.model.records import Claim
from site_builder.outputs.artifact import File
from site_builder.pages.view import View
from site_builder.read.files import read


def of_claim(views: Sequence[View]) -> Callable[[Claim], File]:
    """What makes the file of a claim."""
    return partial(_file, views[0].root)


def _file(root: Path, claim: Claim) -> File:
    return File(urls.record(claim.id), read(root, claim.file)[0].encode())
