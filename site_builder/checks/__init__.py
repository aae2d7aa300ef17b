"""Whether records agree with each other and with the site: each check is a generator of findings over the archive.

To add one, write it into the module of its topic (or a new one) and list it here.
"""

from collections.abc import Callable, Collection, Iterator, Sequence

from site_builder.checks import references, translations
from site_builder.checks.context import Context
from site_builder.model import Archive
from site_builder.problems import Finding

Check = Callable[[Context], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    references.unknown_entities,
    references.unknown_series,
    references.unknown_claims,
    translations.missing_languages,
    translations.unknown_origins,
)


def check(archive: Archive, languages: Sequence[str], files: Collection[str]) -> Iterator[Finding]:
    """Everything that is wrong with an archive whose site has these languages (tags) and whose folder these files."""
    context = Context(archive, tuple(languages), frozenset(files))
    for each in CHECKS:
        yield from each(context)
