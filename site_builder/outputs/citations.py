"""What scripts make citations of claims and charts of: `assets/citations.<language>.json`, the table of all forms."""

from collections.abc import Iterator, Sequence
from functools import partial

from site_builder.library.citations import table
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.outputs.artifact import Artifact
from site_builder.text.compact_json import as_json


def of_site(libraries: Sequence[LocalizedLibrary]) -> Iterator[Artifact]:
    """Yield the table of each language, which depends on the site's settings alone."""
    paths = [urls.citations(library.language.tag) for library in libraries]
    yield Artifact(paths, tuple, partial(map, _content, libraries))


def _content(library: LocalizedLibrary) -> bytes:
    return as_json(table(library))
