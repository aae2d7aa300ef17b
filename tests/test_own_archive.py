"""The archive of this repository, whatever its records: what holds for every archive is asked of it too.

It is checked as `claims check` does it, and built. Nothing here knows what it holds, so that it can be replaced.
"""

from pathlib import Path

import pytest

from site_builder.model import urls
from site_builder.read import content, settings
from site_builder.read.loader import load
from tests.commands import run_module
from tests.records import ROOT


def test_the_check_finds_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")  # the day is today, not that of the invented archives
    done = run_module("site_builder", "check", "--lang", "en", at=ROOT)
    assert done.code == 0, done.out + done.err


def test_every_record_and_every_hand_written_page_has_its_page(own_site: Path) -> None:
    """Links between them are followed by the build itself."""
    root = own_site.parent
    site, archive = settings.read(root / "mkdocs.yml"), load(root).archive
    addresses = [urls.HOME, urls.CLAIMS, urls.ENTITIES, urls.SERIES, urls.DATES]
    addresses += [*map(urls.claim, archive.claims), *map(urls.entity, archive.entities)]
    addresses += map(urls.series, archive.series)
    expected = {urls.page_file(language.tag, address) for language in site.languages for address in addresses}
    expected |= {urls.ROOT, *map(urls.permalink_file, archive.claims), *map(urls.claim_json, archive.claims)}
    expected |= {
        urls.page_file(language.tag, page.address)
        for language in site.languages
        for page in content.read(root, site.nav).pages(language.tag)
    }
    assert sorted(file for file in expected if not (own_site / file).is_file()) == []
