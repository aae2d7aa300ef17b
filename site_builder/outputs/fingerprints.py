"""The fingerprint of all that data say of a claim."""

from site_builder.library.library import Library
from site_builder.model import walk
from site_builder.model.records import Claim
from site_builder.runtime.digest import Fingerprint, digest


def fingerprint(library: Library, claim: Claim) -> Fingerprint:
    """Digest a claim's record, what it names, the claims that answer it, and when it came and was changed."""
    groups, history, fingerprints = library.groups, library.history, library.fingerprints
    answered = (groups.revised_by, groups.disputed_by, groups.repeated_by)
    return digest(
        fingerprints.claim(claim),
        [fingerprints.entity(id) for _, id in walk.entity_ids(claim)],
        [fingerprints.series(figure.series) for figure in claim.figures],
        [[other.id for other in index.get(claim.id, ())] for index in answered],
        history.first.get(claim.file),
        history.last.get(claim.file),
    )
