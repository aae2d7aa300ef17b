"""A claim's own record, as it was read: `c/<id>/claim.yml`."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from site_builder.library.localized import LocalizedLibrary
from site_builder.model.records import Claim
from site_builder.read.files import read


def of_claim(libraries: Sequence[LocalizedLibrary]) -> Callable[[Claim], bytes]:
    """Return what makes the file of a claim."""
    return partial(_content, libraries[0].root)


def _content(root: Path, claim: Claim) -> bytes:
    return read(root, claim.file)[0].encode()
