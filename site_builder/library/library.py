"""What the pages of every language are made from: an archive, grouped and stamped."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from site_builder.library.fingerprints import Stamps
from site_builder.library.groups import Groups
from site_builder.library.site import Site
from site_builder.model.records import Archive


@dataclass(frozen=True, slots=True, eq=False)
class Holdings:
    """An archive, read from the folder `root`, as all languages of a site share it.

    `added` are the days on which record files came into it.
    """

    root: Path
    site: Site
    archive: Archive
    groups: Groups
    stamps: Stamps
    added: Mapping[str, date]
