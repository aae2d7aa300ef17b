"""Digests of records, by which a build knows what has to be printed again.

A page names the fingerprints of all records that it shows. Where none of them changed, nor its frame, nor the code, the
page is as it was.
"""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from site_builder.library.groups import Groups
from site_builder.model import walk
from site_builder.model.records import Archive, Claim, entity_file, series_file
from site_builder.model.roles import Role
from site_builder.model.verification import Ledger
from site_builder.read.git import History
from site_builder.runtime.digest import Fingerprint, digest
from site_builder.runtime.memo import Memo


def of_unified(archive: Archive, unified: Archive, digests: Mapping[str, Fingerprint]) -> Mapping[str, Fingerprint]:
    """The digests of an archive's files, where a record is another one since something was merged also of what it says.

    All that merging changes are the names of an entity and the ids that a record names.
    """
    if unified is archive:
        return digests
    before = {record.file: record for record in archive.records()}
    changed = (record for record in unified.records() if record is not before[record.file])
    return {**digests, **{record.file: digest(digests[record.file], _MERGEABLE(record)) for record in changed}}


_MERGEABLE = walk.values(Role.ENTITY, Role.SERIES, Role.NAME)


class Fingerprints:
    """The fingerprints of an archive's records; `digests` are those of the files they were read from."""

    def __init__(
        self,
        archive: Archive,
        groups: Groups,
        history: History,
        digests: Mapping[str, Fingerprint],
        ledger: Ledger = MappingProxyType({}),
    ) -> None:
        self._digests = digests
        self._cards = Memo(partial(_card, archive, digests))
        self._claims = Memo(partial(_claim, archive, digests, ledger))
        self._in_data = Memo(partial(_in_data, archive, groups, history, self._claims, digests))

    def record(self, claim: Claim) -> Fingerprint:
        """All that a claim's own record says, for what shows nothing of where its quotes were found."""
        return self._digests[claim.file]

    def claim(self, claim: Claim) -> Fingerprint:
        """All that a claim's own record says, and the ledger of its quotes."""
        return self._claims[claim.id]

    def entity(self, id: str) -> Fingerprint:
        """All that an entity's record says."""
        return self._digests[entity_file(id)]

    def series(self, id: str) -> Fingerprint:
        """All that a series' record says."""
        return self._digests[series_file(id)]

    def card(self, claim: Claim) -> Fingerprint:
        """All that a card of a claim shows: its title, date and figures, its claimant's name, the units.

        The ledger is none of it: lists of claims are not printed again because quotes were looked for once more.
        """
        return self._cards[claim.id]

    def in_data(self, claim: Claim) -> Fingerprint:
        """All that data say of a claim: what its record, the ledger, the records it names and its history say."""
        return self._in_data[claim.id]


def _card(archive: Archive, digests: Mapping[str, Fingerprint], id: str) -> Fingerprint:
    claim = archive.claims[id]
    units = [digests[series_file(figure.series)] for figure in claim.figures]
    return digest(digests[claim.file], digests[entity_file(claim.claimant)], units)


def _claim(archive: Archive, digests: Mapping[str, Fingerprint], ledger: Ledger, id: str) -> Fingerprint:
    of_record, lines = digests[archive.claims[id].file], ledger.get(id)
    return digest(of_record, lines) if lines else of_record


def _in_data(
    archive: Archive,
    groups: Groups,
    history: History,
    claims: Mapping[str, Fingerprint],
    digests: Mapping[str, Fingerprint],
    id: str,
) -> Fingerprint:
    claim = archive.claims[id]
    answered = (groups.revised_by, groups.disputed_by, groups.repeated_by)
    return digest(
        claims[id],
        [digests[entity_file(named)] for _, named in walk.entity_ids(claim)],
        [digests[series_file(figure.series)] for figure in claim.figures],
        [[other.id for other in index.get(id, ())] for index in answered],
        history.first.get(claim.file),
        history.last.get(claim.file),
    )
