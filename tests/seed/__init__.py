"""The first records of this repository, and the article that they quote: another archive has none of it."""

import pytest

from site_builder.model.records import Archive, claim_file
from site_builder.read.loader import Loaded, load
from tests.records import ROOT

ARTICLE = "https://csbnews.us/news-detail/2297"
PASSAGES = (ROOT / "tests" / "seed" / "passages.txt").read_text("utf-8").splitlines()
SEED = [
    "2025-01-13-nis-killed",
    "2025-04-28-kcna-kursk-order",
    "2025-04-30-lee-combat-capability",
    "2025-04-30-nis-casualties",
    "2025-04-30-nis-deployed",
    "2025-04-30-nis-killed",
    "2025-04-30-nis-received-aid",
    "2025-04-csb-first-acknowledgement",
    "2025-04-csb-headline-injured",
    "2025-04-csb-headline-killed",
    "2025-04-csb-nearly-double",
]
IS_KEPT = any((ROOT / claim_file(id)).is_file() for id in SEED)
"""One of them is enough: here none of the others may vanish."""
LOADED = load(ROOT) if IS_KEPT else Loaded(Archive({}, {}, {}), frozenset(), {})
only_here = pytest.mark.skipif(not IS_KEPT, reason="the archive has other records than those of the first article")
