"""Whether records agree with each other and with the site: each check is a generator of findings over the archive.

To add one, write it into the module of its topic (or a new one) and list it here.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain

from site_builder import parallel
from site_builder.checks import dates, duplicates, figures, ids, references, relations, text, translations, urls
from site_builder.checks.context import Context
from site_builder.problems import Finding

Check = Callable[[Context], Iterator[Finding]]

SOUND: tuple[Check, ...] = (
    references.unknown_entities,
    references.unknown_series,
    references.unknown_claims,
    translations.missing_languages,
    translations.unknown_origins,
)
"""What must hold for pages to be made at all. They look at the doubtful records only, see `Context`."""
CHECKS: tuple[Check, ...] = (
    ids.taken_ids,
    ids.unfit_ids,
    *SOUND,
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


_LARGE = 1_000
"""Claims that are checked faster by several processes than by one."""


def check(context: Context, checks: Sequence[Check] = CHECKS) -> Iterator[Finding]:
    """Everything that is wrong with an archive, as far as these checks see it."""
    tasks = [partial(_found, each, context) for each in checks]
    is_large = len(context.archive.claims) > _LARGE
    return chain.from_iterable(parallel.run([tasks]) if is_large else (task() for task in tasks))


def _found(check: Check, context: Context) -> list[Finding]:
    return list(check(context))
