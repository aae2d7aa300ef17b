"""The addresses under which the first records were published, which stay for ever."""

from pathlib import Path

import pytest

from tests.seed import SEED, only_here

pytestmark = only_here


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(
    "address",
    [
        "",
        "about/",
        "changes/",
        "cite/",
        "claims/",
        *(f"claims/{id}/" for id in SEED),
        "contribute/",
        "corrections/",
        "data/",
        "dates/",
        "dates/2025-04-30/",
        "dates/2025-04/",
        "dates/2025/",
        "entities/",
        "entities/nis/",
        "series/",
        "series/north-korean-soldiers-killed/",
        "sources/",
    ],
)
def test_published_addresses_stay(own_site: Path, language: str, address: str) -> None:
    assert (own_site / language / address / "index.html").is_file()


@pytest.mark.parametrize("id", SEED)
def test_permanent_links_stay(own_site: Path, id: str) -> None:
    assert (own_site / "c" / id / "index.html").is_file()
    assert (own_site / "c" / id / "claim.json").is_file()
