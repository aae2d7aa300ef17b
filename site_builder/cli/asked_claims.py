"""The claims that a command works with: all, or those of the ids on its command line."""

import sys
from collections.abc import Sequence
from pathlib import Path

from site_builder.check import reports
from site_builder.cli.options import unknown_claim
from site_builder.language.language import Language
from site_builder.model.records import Claim, claim_file
from site_builder.read.files import lines_of
from site_builder.read.loader import Loaded


def asked_claims(root: Path, loaded: Loaded, ids: Sequence[str], language: Language) -> tuple[list[Claim], bool]:
    """Return the claims with these ids, or all where there are none, and whether all of them could be read.

    Problems of records that cannot be read are printed; ids that no record has end the command.
    """
    claims = loaded.archive.claims
    unreadable = _unreadable(loaded, ids)
    unknown = [id for id in ids if id not in claims and claim_file(id) not in unreadable]
    if unreadable:
        told = [problem for problem in loaded.problems if problem.place.path in unreadable]
        print(reports.as_text(told, lines_of(root), language), file=sys.stderr)
    if unknown:
        print("\n".join(unknown_claim(id, claims, language) for id in unknown), file=sys.stderr)
        sys.exit(1)
    return [claims[id] for id in ids or claims if id in claims], not unreadable


def _unreadable(loaded: Loaded, ids: Sequence[str]) -> frozenset[str]:
    """Return the files of records that cannot be read, of all or of the claims asked for."""
    asked = {claim_file(id) for id in ids}
    readable = {record.file for record in loaded.archive.records()}
    return frozenset(file for file in loaded.files - readable if file in asked or not ids)
