"""Libraries of a few records, and how a language sees them, for tests of what pages show."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from site_builder.language.language import Language
from site_builder.library.fingerprints import Stamps
from site_builder.library.groups import group
from site_builder.library.library import Holdings
from site_builder.library.site import Site
from site_builder.model.records import Record
from site_builder.pages.view import View
from tests.golden import SITE_URL
from tests.records import archive

SITE = Site(
    SITE_URL,
    "https://code.example/omber",
    {"en": "Omber", "ko": "옴버"},
    (Language("en"), Language("ko")),
    {name: f"assets/{name}" for name in ("claims.css", "claims.js", "icon.svg")},
)


def library(*records: Record, added: Mapping[str, date] | None = None) -> Holdings:
    """The library of these records; the id of a record stands for all that it says."""
    these = archive(*records)
    stamps = Stamps(these, {record.file: record.id for record in these.records()})
    return Holdings(Path(), SITE, these, group(these), stamps, added or {})


def view(tag: str, *records: Record, added: Mapping[str, date] | None = None) -> View:
    """The library of these records as a language sees it."""
    return View.of(library(*records, added=added), Language(tag))
