"""The sites that several tests read, each built once. Nothing of the machine that runs the tests shows in them."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from benchmarks.archive import copy_site, write_archive
from site_builder.model.verification import LEDGER
from tests import commands, golden, records, sample
from tests.building import make_site, undrawn_cards
from tests.commands import RunCli

settings.register_profile(
    "claims",
    settings.get_profile("default"),
    deadline=None,  # no test is about how long anything takes
    derandomize=True,  # the same commit gets the same verdict everywhere; "wander" looks further
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "wander",
    settings.get_profile("default"),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    max_examples=2_000,
    print_blob=True,  # with which an example that failed elsewhere is tried here
)
settings.load_profile("claims")


_MEMORY = Path("/dev/shm")
_ENOUGH = 2_000_000_000


def pytest_configure() -> None:
    """Keep the sites of the tests in memory, where the system has a folder for that.

    Tests write and delete some 50,000 files; on a disk that takes a quarter of their time.
    """
    if "TMPDIR" not in os.environ and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ENOUGH:
        os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)


@pytest.fixture(scope="session", autouse=True)
def same_everywhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Neither the clock nor the environment nor a repository around the temporary folders changes a site."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("REPO_URL", "GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GITHUB_STEP_SUMMARY"):
            patch.delenv(name, raising=False)
        patch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path_factory.getbasetemp()))
        patch.setenv("LC_ALL", "C.UTF-8")
        patch.setenv("SITE_URL", golden.SITE_URL)
        patch.setenv("SOURCE_DATE_EPOCH", golden.TODAY)
        yield


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample archive, which lies beside it."""
    root = shutil.copytree(sample.ARCHIVE, tmp_path_factory.mktemp("sample"), dirs_exist_ok=True)
    copy_site(root)
    make_site(root)
    return root / "site"


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the repository's own archive, a copy of which lies beside it: nothing is left in the repository."""
    root = shutil.copytree(records.ROOT, tmp_path_factory.mktemp("own"), ignore=_beside_archive, dirs_exist_ok=True)
    make_site(root, root / "site")
    return root / "site"


def _beside_archive(folder: str, names: list[str]) -> list[str]:
    """What lies in the repository beside its archive: the generator, and what tools left."""
    is_root = Path(folder) == records.ROOT
    generator = {"site_builder", "tests", "benchmarks", "site", "dist", "shots", ".git", ".venv", ".snapshots"}
    left = ("cache", ".hypothesis")  # other tests may be writing there
    return [name for name in names if is_root and (name in generator or name.endswith(left))]


@pytest.fixture(scope="session")
def golden_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the golden archive."""
    return golden.build(tmp_path_factory.mktemp("golden"))


@pytest.fixture(scope="session")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an invented archive whose lists need several pages; its archive lies beside it."""
    root = tmp_path_factory.mktemp("large")
    write_archive(root, 120)
    with undrawn_cards():
        make_site(root)
    return root / "site"


@pytest.fixture(scope="session")
def bare_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an archive whose only claim is withdrawn; its archive lies beside it."""
    root = shutil.copytree(golden.ARCHIVE, tmp_path_factory.mktemp("bare") / "archive")
    (root / LEDGER).unlink()
    for claim in root.glob("claims/2031/*.yml"):
        if not claim.stem.endswith("withdrawn"):
            claim.unlink()
        else:
            text = claim.read_text("utf-8")
            claim.write_text(re.sub("^(revises|disputes|repeats):.*\n", "", text, flags=re.MULTILINE), "utf-8")
    make_site(root)
    return root / "site"


@pytest.fixture(scope="session")
def half_translated_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an archive of which notes, a correction and a description each wait for a translation."""
    root = shutil.copytree(golden.ARCHIVE, tmp_path_factory.mktemp("half") / "archive")
    for file, more in (
        (
            "2031/2031-03-12-city-office-visitors.yml",
            "notes:\n  en: |-\n    The <b>city</b> counted until dusk.\n\n    The children came with a school.\n"
            "corrections:\n  - {on: 2031-04-06, kind: typo, note: {ko: 한국어로만 적었습니다.}}\n",
        ),
        ("entities/lake-omber.yml", "description:\n  ko: 한국어로만 적은 설명이다.\n"),
    ):
        record = root / "claims" / file
        record.write_text(record.read_text("utf-8") + more, "utf-8")
    make_site(root)
    return root / "site"


@pytest.fixture(scope="session")
def crowded_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an archive in which every list inside a page needs three pages; its archive lies beside it."""
    root = shutil.copytree(golden.ARCHIVE, tmp_path_factory.mktemp("crowded") / "archive")
    claim, entity, series = records.CLAIM, records.ENTITY, records.SERIES
    for number in range(101):
        word = "".join("abcdefghij"[int(digit)] for digit in str(number))
        records.write(
            root,
            {
                f"claims/2031/2031-03-12-union-echo-{word}.yml": records.changed(
                    claim.replace("1,200", f"{1_300 + number:,}"), "claimant: city-office", "claimant: walkers-union"
                )
                + "repeats: [2031-03-11-city-office-visitors]\n",
                f"claims/entities/office-{word}.yml": entity.replace("Omber", f"Omber {number}").replace(
                    "옴버", f"옴버 {number}"
                )
                + "part_of: city-office\n",
                f"claims/series/visitors-{word}.yml": series.replace("came", f"came by road {number}").replace(
                    "방문객은", f"{number}번 길로 온 방문객은"
                )
                + "part_of: visitors\n",
            },
        )
    for number in range(51):
        records.write(
            root,
            {
                f"claims/{1900 + number}/{1900 + number}-walkers-union-year.yml": claim.replace(
                    "2031-03-12", str(1900 + number)
                ).replace("1,200", f"{3_000 + number:,}")
            },
        )
    with undrawn_cards():
        make_site(root)
    return root / "site"


@pytest.fixture
def run_cli(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> RunCli:
    """Run `claims` in this process: `run_cli("check", "--lang", "ko", at=archive, NAME="of the environment")`."""
    return partial(commands.run_here, patch=monkeypatch, capture=capsys)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A copy of the golden archive, to be changed."""
    return shutil.copytree(golden.ARCHIVE, tmp_path / "archive")
