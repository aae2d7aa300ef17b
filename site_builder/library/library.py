"""The library: an archive, grouped, with the fingerprints of its records. Pages of every language are made from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from site_builder.library.fingerprints import Fingerprints, of_unified
from site_builder.library.groups import Groups, group
from site_builder.library.site import Site
from site_builder.model import merging
from site_builder.model.merging import Unified
from site_builder.model.records import Archive, Claim, Entity, Series
from site_builder.model.verification import Ledger, Verification, verification
from site_builder.read.git import History
from site_builder.read.loader import Loaded


@dataclass(slots=True, eq=False)
class Library:
    """An archive, read from the folder `root`, and its history, as all languages of a site share them.

    What was merged is none of its records, but in `merged`.
    """

    root: Path
    site: Site
    archive: Archive
    groups: Groups
    fingerprints: Fingerprints
    history: History
    merged: Unified
    ledger: Ledger

    @property
    def all_entities(self) -> Mapping[str, Entity]:
        """Every entity by its id, also what was merged."""
        merged = {id: each.record for id, each in self.merged.entities.items()}
        return dict(sorted({**self.archive.entities, **merged}.items()))

    @property
    def all_series(self) -> Mapping[str, Series]:
        """Every series by its id, also what was merged."""
        merged = {id: each.record for id, each in self.merged.series.items()}
        return dict(sorted({**self.archive.series, **merged}.items()))

    def verification(self, claim: Claim, tag: str) -> Verification:
        """The state of a claim's quote in a language, by the ledger."""
        return verification(claim, tag, self.ledger.get(claim.id, {}))

    def merged_into(self, series: Series) -> list[Series]:
        """The series that were merged into one, in the order of their ids."""
        return [each.record for each in self.merged.series.values() if each.into == series.id]


def gathered(root: Path, site: Site, loaded: Loaded, history: History) -> Library:
    """The library of an archive that was loaded from a folder."""
    archive, digests = loaded.archive, loaded.digests
    merged = merging.unified(archive)
    whole = merged.archive
    groups = group(whole)
    fingerprints = Fingerprints(whole, groups, history, of_unified(archive, whole, digests), loaded.ledger)
    return Library(root, site, whole, groups, fingerprints, history, merged, loaded.ledger)
