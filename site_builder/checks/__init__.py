"""Whether records agree with each other and with the site: each check is a generator of findings over the archive.

To add one, write it into the module of its topic (or a new one) and list it here.
"""

from collections.abc import Callable, Iterator

from site_builder.checks import dates, duplicates, figures, ids, references, relations, text, translations, urls
from site_builder.checks.context import Context
from site_builder.problems import Finding

Check = Callable[[Context], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    ids.taken_ids,
    ids.unfit_ids,
    references.unknown_entities,
    references.unknown_series,
    references.unknown_claims,
    translations.missing_languages,
    translations.unknown_origins,
    text.wrong_scripts,
    text.unclean,
    text.unclean_names,
    dates.claim_dates,
    dates.source_dates,
    urls.unfit_addresses,
    relations.cycles,
    relations.links,
    relations.revision_cycles,
    relations.named_twice,
    relations.unused,
    figures.two_answers,
    figures.sums,
    duplicates.same_claims,
    duplicates.publishers,
    duplicates.same_names,
)


def check(context: Context) -> Iterator[Finding]:
    """Everything that is wrong with an archive."""
    for each in CHECKS:
        yield from each(context)
