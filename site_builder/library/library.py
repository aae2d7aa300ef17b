"""The library: an archive, grouped, with the fingerprints of its records. Pages of every language are made from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from site_builder.library.fingerprints import Fingerprints
from site_builder.library.groups import Groups
from site_builder.library.site import Site
from site_builder.model.records import Archive


@dataclass(slots=True, eq=False)
class Library:
    """An archive, read from the folder `root`, as all languages of a site share it.

    `added` are the days on which record files came into it.
    """

    root: Path
    site: Site
    archive: Archive
    groups: Groups
    fingerprints: Fingerprints
    added: Mapping[str, date]
