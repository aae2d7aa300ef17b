"""Libraries of a few records, and how a language sees them, for tests of what pages show."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from site_builder.check.validate import validate_site
from site_builder.language.language import Language
from site_builder.library.library import Library, gathered
from site_builder.library.localized import LocalizedLibrary
from site_builder.library.repository import Repository
from site_builder.library.site import Site, describe
from site_builder.model.records import Record
from site_builder.model.verification import LedgerLine
from site_builder.read import git, settings
from site_builder.read.git import Change, Commit, History
from site_builder.read.loader import Loaded
from site_builder.read.settings import Cards
from tests.golden import SITE_URL
from tests.records import archive

SITE = Site(
    SITE_URL,
    Repository("https://code.example/omber", "https://code.example/omber/edit/main/content/"),
    {"en": "Omber", "ko": "옴버"},
    (Language("en"), Language("ko")),
    {name: f"assets/{name}" for name in ("chart.js", "cite.js", "claims.css", "claims.js", "icon.svg")},
    frozenset(["", "about/", "about/quotes/", "contribute/"]),
    "about/quotes/",
    Cards.CLAIMS,
    search=True,
)


def loaded(*records: Record, lines: Iterable[LedgerLine] = ()) -> Loaded:
    """What was loaded of these records and lines of the ledger; the id of a record stands for all that it says."""
    digests = {record.file: record.id for record in records}
    ledger: dict[str, dict[str, LedgerLine]] = {}
    for line in lines:
        ledger.setdefault(line.claim, {})[line.language] = line
    return Loaded(archive(*records), frozenset(digests), digests, ledger=ledger)


def library(
    *records: Record, added: Mapping[str, date] | None = None, lines: Iterable[LedgerLine] = (), site: Site = SITE
) -> Library:
    """The library of these records and lines of the ledger."""
    return gathered(Path(), site, loaded(*records, lines=lines), history(added or {}))


def localized(
    tag: str,
    *records: Record,
    added: Mapping[str, date] | None = None,
    lines: Iterable[LedgerLine] = (),
    site: Site = SITE,
) -> LocalizedLibrary:
    """The library of these records and lines as a language sees it."""
    return LocalizedLibrary(library(*records, added=added, lines=lines, site=site), Language(tag))


def history(added: Mapping[str, date]) -> History:
    """The history of files of which each came into the archive on its day, and stayed as it was."""
    newest_first = sorted(added.items(), key=lambda each: each[1], reverse=True)
    return History(tuple(Change(Commit(f"{day:%Y%m%d}".zfill(40), day), file) for file, day in newest_first))


def of_archive(root: Path) -> Library:
    """The library of an archive on the disk."""
    site = settings.read(root / "mkdocs.yml")
    validated, content = validate_site(site)
    described, known = describe(site, content, {}), git.history(root)
    return gathered(root, described, validated, known)
