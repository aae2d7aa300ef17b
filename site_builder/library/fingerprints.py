"""Digests of records, by which a build knows what has to be printed again.

A page names the stamps of all records that it shows. Where none of them changed, nor its frame, nor the code, the
page is as it was.
"""

from collections.abc import Mapping

from site_builder.model.records import Archive, Claim
from site_builder.runtime.digest import Stamp, digest


class Stamps:
    """The stamps of an archive's records; `digests` are those of the files they were read from."""

    def __init__(self, archive: Archive, digests: Mapping[str, Stamp]) -> None:
        self._claims = {claim.id: digests[claim.file] for claim in archive.claims.values()}
        self._entities = {entity.id: digests[entity.file] for entity in archive.entities.values()}
        self._series = {series.id: digests[series.file] for series in archive.series.values()}
        self._cards: dict[str, Stamp] = {}

    def claim(self, claim: Claim) -> Stamp:
        """All that a claim's own record says."""
        return self._claims[claim.id]

    def entity(self, id: str) -> Stamp:
        """All that an entity's record says."""
        return self._entities[id]

    def series(self, id: str) -> Stamp:
        """All that a series' record says."""
        return self._series[id]

    def card(self, claim: Claim) -> Stamp:
        """All that a card of a claim shows: its title, date and figures, its claimant's name, the units."""
        stamp = self._cards.get(claim.id)
        if stamp is None:
            series = tuple(self.series(figure.series) for figure in claim.figures)
            stamp = self._cards[claim.id] = digest(self.claim(claim), self.entity(claim.claimant), series)
        return stamp
