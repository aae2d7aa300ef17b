"""The occasions on which claims were made, and how many outlets reported what was said on them.

Four outlets that report one briefing are four reports, not four accounts that bear each other out.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from site_builder.library.groups import Claims
from site_builder.model import walk
from site_builder.model.dates import Precision
from site_builder.model.records import Claim


class Coverage(NamedTuple):
    """How many outlets reported some claims, and on how many occasions these were made.

    With `is_relayed` somebody else told the public of each of them.
    """

    outlets: int
    occasions: int
    is_relayed: bool

    @property
    def is_dependent(self) -> bool:
        """Tell whether several outlets go back to fewer occasions, so that some of them report the same one."""
        return self.outlets > 1 and self.outlets > self.occasions


def occasion(claim: Claim) -> Hashable:
    """What claims of one occasion have in common: claimant, day or minute, and who passed them on.

    What may be two occasions are two: a claim of which the day is not known shares its occasion with no other.
    """
    day = day_of(claim)
    return (claim.claimant, (day, claim.said.minute) if day else claim.id, frozenset(claim.relayed_by))


def day_of(claim: Claim) -> date | None:
    """The day on which a claim was made; None where it is known less precisely."""
    said = claim.said
    return None if said.precision < Precision.DAY or said.approximate or said.interval else said.first


def coverage(claims: Sequence[Claim]) -> Coverage:
    """Count the outlets that published or reported some claims, and the occasions on which these were made."""
    return Coverage(
        len({source.publisher for claim in claims for _, source in walk.sources(claim)}),
        len(set(map(occasion, claims))),
        all(claim.relayed_by for claim in claims),
    )


def briefings(claims: Iterable[Claim]) -> list[Claims]:
    """The claims that were passed on by the same people on one occasion, as far as there are several of one."""
    together = defaultdict[Hashable, list[Claim]](list)
    for claim in claims:
        if claim.relayed_by:
            together[occasion(claim)].append(claim)
    return [tuple(each) for each in together.values() if len(each) > 1]
