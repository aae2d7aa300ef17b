"""Check that records agree with each other and with the site: each check is a generator of findings over the archive.

To add one, write it into the module of its topic (or a new one) and list it here.
"""

from collections.abc import Iterator, Sequence

from site_builder.check import (
    dates,
    duplicates,
    figures,
    ids,
    ledger,
    measures,
    numbers,
    references,
    relations,
    text,
    translations,
    urls,
)
from site_builder.check.context import Check, Context, OfEachClaim
from site_builder.problems import Finding

SOUND: tuple[Check, ...] = (
    references.unknown_entities,
    references.unknown_series,
    references.unknown_claims,
    translations.missing_languages,
    translations.unknown_origins,
    relations.merge_cycles,
    measures.merged,
    measures.unfit_numbers,
)
"""The checks that an archive must pass for pages to be made at all."""
CHECKS: tuple[Check, ...] = (
    ids.taken_ids,
    ids.unfit_ids,
    *SOUND,
    translations.contradictory_speech,
    text.wrong_scripts,
    text.unclean,
    text.unclean_names,
    text.unclean_prose,
    text.long_lines,
    text.quotes_in_marks,
    dates.late_dates,
    dates.correction_dates,
    dates.untimely_corrections,
    dates.source_dates,
    urls.unfit_addresses,
    urls.no_archives,
    references.wrong_parts,
    relations.cycles,
    relations.unlike_merges,
    relations.links,
    relations.revision_cycles,
    relations.named_twice,
    relations.unused,
    measures.unfit_keys,
    measures.plurals,
    measures.mixed,
    figures.two_answers,
    figures.sums,
    figures.sums_of_sources,
    OfEachClaim(numbers.of_claim),
    duplicates.same_claims,
    duplicates.publishers,
    duplicates.same_names,
    ledger.unknown_lines,
    ledger.disagreements,
)


def findings(context: Context, checks: Sequence[Check] = CHECKS) -> Iterator[Finding]:
    """Yield everything that is wrong with an archive, as far as these checks see it."""
    return (finding for check in checks for finding in check(context))
