"""The package: the same wheel from every copy of the code, whole, and at work wherever it is installed."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from shutil import copyfile, copytree, ignore_patterns
from zipfile import ZipFile

import pytest

from tests.commands import Done
from tests.records import IN_ENGLISH, ROOT, write

NAMES = ("claims", "claim-archive")
"""Its commands, which are one."""
WORKS = {
    **IN_ENGLISH,
    "mkdocs.yml": (
        "site_name: Lantern Desk\nsite_url: https://omber.example/\ndocs_dir: content\ntheme: {name: material}\n"
        "plugins:\n  - claims: {languages: [en]}\n"
    ),
}


def built(folder: Path, day: int = 1_900_000_000, mode: int = 0o644) -> Path:
    """Build the wheel from a copy of the code whose files were written at a time, with permissions."""
    code = folder / "code"
    copytree(ROOT / "site_builder", code / "site_builder", ignore=ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        copyfile(ROOT / name, code / name)
    for file in filter(Path.is_file, code.rglob("*")):
        os.utime(file, (day, day))
        file.chmod(mode)
    program = "import sys; from flit_core import buildapi; print(buildapi.build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)], cwd=code, stdout=subprocess.PIPE, encoding="utf-8", check=True
    )
    return folder / done.stdout.strip()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of a new environment in which the wheel is installed; it sees what the wheel needs from here."""
    home = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(home, symlinks=True)
    places = {"base": str(home), "platbase": str(home)}
    packages, commands = (Path(sysconfig.get_path(name, "venv", places)) for name in ("purelib", "scripts"))
    needed = [place for place in sys.path if Path(place).name == packages.name]
    (packages / "needed.pth").write_text("\n".join(needed), "utf-8")
    pip = ["-m", "pip", "-qq", "--disable-pip-version-check", "--python", str(commands / "python")]
    subprocess.run([sys.executable, *pip, "install", "--no-deps", "--no-index", str(wheel)], check=True)
    return commands


def run(command: Path, *arguments: str, at: Path) -> Done:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [command, *arguments], cwd=at, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    return Done(done.returncode, done.stdout, done.stderr)


def test_every_copy_of_the_code_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    """`SOURCE_DATE_EPOCH` gives the time; that of the files does not show, nor who may write them."""
    again = built(tmp_path, day=1_950_000_000, mode=0o660)
    assert (again.name, again.read_bytes()) == (wheel.name, wheel.read_bytes())


def test_the_wheel_holds_all_of_the_package_and_nothing_else(wheel: Path) -> None:
    code = ROOT / "site_builder"
    expected = {path.relative_to(ROOT).as_posix() for path in code.rglob("*") if path.is_file()}
    expected = {path for path in expected if "__pycache__" not in path}
    held = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert held == expected
    assert {Path(path).suffix for path in held} >= {
        ".py",
        ".html",
        ".css",
        ".js",
        ".svg",
        ".toml",
        ".po",
        ".pot",
        ".md",
    }
    assert "site_builder/start/files/.github/workflows/publish.yml" in held


@pytest.mark.parametrize("name", NAMES)
def test_it_is_installed_under_both_names(installed: Path, tmp_path: Path, name: str) -> None:
    done = run(installed / name, "--version", at=tmp_path)
    assert done == Done(0, f"{name} {wheel_version()}\n", "")
    for tag, words in (("en", "Show the version and exit."), ("ko", "버전을 보여 주고 끝냅니다.")):
        help = run(installed / name, "--lang", tag, "--help", at=tmp_path)
        assert help.code == 0
        assert name in help.out.splitlines()[0]
        assert words in help.out


def test_it_builds_an_archive_from_any_folder_of_it(installed: Path, tmp_path: Path) -> None:
    write(tmp_path, WORKS)
    folder = tmp_path / "claims" / "2024"
    assert run(installed / "claims", "check", at=folder).code == 0
    done = run(installed / "claim-archive", "build", at=folder)
    assert done.code == 0, done.err
    assert (tmp_path / "site/en/claims/2024-03-12-city-office-visitors/index.html").is_file()
    where = "import site_builder; print(site_builder.__file__)"
    assert run(installed / "python", "-c", where, at=folder).out.startswith(str(installed.parent))


def wheel_version() -> str:
    """The version that the project says that it has."""
    lines = (ROOT / "pyproject.toml").read_text("utf-8").splitlines()
    return next(line for line in lines if line.startswith("version = ")).split('"')[1]
