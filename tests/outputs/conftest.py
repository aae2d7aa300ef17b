"""A site with words that programs would run, and with corrected, disputed and withdrawn claims, of a known history."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from site_builder.read import git
from tests import golden, repository, sample
from tests.browser import hostile
from tests.building import make_site, undrawn_cards

FORMULAS = ("=1+2", "+1", "-1", "@SUM(A1)", "＝1", "\ttab")
STRINGS = (*hostile.STRINGS[:6], '"quoted", and; separated', "אבג العربية", "'; DROP TABLE claims; --", "]]> &amp; <b>")
CORRECTED = "2031-03-11-city-office-visitors"


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden archive and some hostile records, committed on two days."""
    root = copytree(golden.ARCHIVE, tmp_path_factory.mktemp("outputs") / "archive")
    copytree(sample.ARCHIVE / "content", root / "content", dirs_exist_ok=True)
    hostile.write(root, STRINGS)
    repository.commit(root, "2031-11-01")
    record = root / "claims" / "2031" / f"{CORRECTED}.yml"
    record.write_text(record.read_text("utf-8") + "# seen again\n", "utf-8")
    repository.commit(root, "2031-12-01")
    return root


@pytest.fixture(scope="session")
def site(archive: Path) -> Path:
    """The site of the archive."""
    with pytest.MonkeyPatch.context() as patch, undrawn_cards():
        patch.setenv("SITE_URL", golden.SITE_URL)
        patch.setenv("SOURCE_DATE_EPOCH", golden.TODAY)
        make_site(archive)
    return archive / "site"


@pytest.fixture(scope="session")
def history(archive: Path) -> Iterator[git.History]:
    yield git.history(archive)
