"""Checks, and their input."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from site_builder.model import merging
from site_builder.model.merging import Unified
from site_builder.model.records import Archive, Claim
from site_builder.model.verification import Ledger
from site_builder.problems import Finding


@dataclass(frozen=True)
class Context:
    """An archive, the languages of its site (tags), every record file, and the day on which it is checked.

    `files` has those files too that hold no whole record: what is wrong in them is said already. `partial_values` are
    the plain values that could be read in them; the ledger says what was found of quotes in their sources.
    """

    archive: Archive
    languages: tuple[str, ...]
    files: frozenset[str]
    today: date
    partial_values: Mapping[str, object] = field(default_factory=dict)
    ledger: Ledger = field(default_factory=dict)

    @cached_property
    def unified(self) -> Unified:
        """The archive as readers see it, with everything under what it was merged into."""
        return merging.unified(self.archive)

    def has_file(self, file: str) -> bool:
        """Tell whether a record file is there; what is wrong inside it is a problem of its own."""
        return file in self.files


Check = Callable[[Context], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class OfEachClaim:
    """A check that looks at one claim at a time, so that processes can share the claims of a large archive."""

    of_claim: Callable[[Context, Claim], Iterator[Finding]]

    def __call__(self, context: Context, claims: Iterable[Claim] | None = None) -> Iterator[Finding]:
        """Check all claims, or those of a share."""
        for claim in context.archive.claims.values() if claims is None else claims:
            yield from self.of_claim(context, claim)
