"""Whether records agree with each other and with the site: each check is a generator of findings over the archive.

To add one, write it into the module of its topic (or a new one) and list it here.
"""

from collections.abc import Callable, Iterator

from site_builder.checks import references, translations
from site_builder.checks.context import Context
from site_builder.problems import Finding

Check = Callable[[Context], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    references.unknown_entities,
    references.unknown_series,
    references.unknown_claims,
    translations.missing_languages,
    translations.unknown_origins,
)


def check(context: Context) -> Iterator[Finding]:
    """Everything that is wrong with an archive."""
    for each in CHECKS:
        yield from each(context)
