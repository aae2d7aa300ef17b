"""A new archive as its owner gets it: from the wheel in a new environment, with its own commands."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.commands import Done
from tests.test_package import installed, run, wheel

__all__ = ["installed", "wheel"]  # the fixtures


def make(root: Path, *targets: str) -> Done:
    apart = ("PYTHONPATH", "SITE_URL", "CI", "MAKEFLAGS")
    environment = {name: value for name, value in os.environ.items() if name not in apart}
    done = subprocess.run(
        ["make", *targets], cwd=root, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module", params=["en", "en,ko", "en,ko,uk", "ja,en"])
def begun(request: pytest.FixtureRequest, installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive in a folder whose name has a space and Hangul; its environment is there already."""
    root = tmp_path_factory.mktemp("begun") / "내 기록 1"
    done = run(
        installed / "claim-archive", "init", str(root), "--no-input", "--languages", request.param, at=root.parent
    )
    assert done.code == 0, done.err
    (root / ".venv").symlink_to(installed.parent)
    (installed.parent / ".site").touch()
    return root


def test_its_site_and_its_test_are_green(begun: Path) -> None:
    done = make(begun, "site", "test")
    assert done.code == 0, done.out + done.err
    assert (begun / "site" / "index.html").is_file()
    assert not (begun / ".cache" / "test").exists()


def test_its_generator_is_the_wheel_that_it_came_from(begun: Path, wheel: Path) -> None:
    (kept,) = (begun / "vendor").iterdir()
    assert (kept.name, kept.read_bytes()) == (wheel.name, wheel.read_bytes())
    assert f"./vendor/{wheel.name} --hash=sha256:" in (begun / "requirements.txt").read_text("utf-8")


def test_its_test_is_red_when_a_record_is_wrong_or_a_link_leads_to_nothing(begun: Path) -> None:
    page = begun / "content/en/about.md"
    before = page.read_text("utf-8")
    page.write_text(f"{before}\n[nowhere](nowhere.md)\n", "utf-8")
    assert make(begun, "test").code != 0
    page.write_text(before, "utf-8")
    series = begun / "claims/series/sample-visitors.yml"
    before = series.read_text("utf-8")
    series.write_text(before.replace("unit:", "units:"), "utf-8")
    assert make(begun, "test").code != 0
    series.write_text(before, "utf-8")


def test_the_sample_goes_as_its_readme_says(begun: Path) -> None:
    (line,) = [line for line in (begun / "README.md").read_text("utf-8").splitlines() if line.startswith("    rm ")]
    subprocess.run(line, shell=True, cwd=begun, check=True)
    done = make(begun, "test")
    assert done.code == 0, done.out + done.err
    assert not [*begun.glob("claims/*/*.yml")]


def test_it_is_renewed_by_its_own_command(begun: Path) -> None:
    done = run(begun / ".venv/bin/claims", "init", "--renew", at=begun / "claims")
    assert done == Done(0, "everything is up to date\n", "")
