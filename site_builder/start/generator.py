"""The generator as a locked dependency of an archive: exactly this version, known by its digest.

Where it came from is what its installer noted (`direct_url.json`). A wheel that lies on this machine is given to the
archive, which must outlive us.
"""

import hashlib
import importlib.metadata
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from site_builder.problems import message

PACKAGE = "claim-archive"
VENDOR = "vendor"
LOCK = Path(__file__).parent / "requirements.txt"
"""All that the generator needs, in exact versions, as `make lock` writes it."""
_SAFE_EPOCH = "315532800"
"""The first moment that a wheel, which is a ZIP file, can name."""
_HASH = re.compile(r"--hash=(sha256:[0-9a-f]{64})")


class Unlockable(Exception):
    """The generator cannot be locked: `reason` is a message id, filled in by `values`."""

    def __init__(self, reason: str, **values: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values


@dataclass(frozen=True, slots=True)
class Generator:
    """The generator as an archive depends on it.

    `requirement` is a line of requirements.txt, `source` what uv must know of where it lies; `files` are given to the
    archive.
    """

    version: str
    requirement: str
    source: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def requirements(self) -> str:
        """The file of all locked dependencies."""
        lines = LOCK.read_text("utf-8").splitlines(keepends=True)
        needed = "".join(line for line in lines if not line.startswith("#"))
        return f"# The generator and all that it needs, as claims init wrote it.\n{self.requirement}\n{needed}"


def locked(known: str = "") -> Generator:
    """Return this generator as a dependency; `Unlockable` where that cannot be.

    `known` is the file of locked dependencies that an archive has already: what stands there is not asked for again.
    """
    installed = importlib.metadata.distribution(PACKAGE)
    origin = json.loads(installed.read_text("direct_url.json") or "{}")
    if "vcs_info" in origin:
        raise Unlockable(
            message(
                "the generator was installed from a repository ({url}), of which no digest can be kept. Make a wheel "
                "of it (pip wheel --no-deps “{package} @ {url}”), install that file, and try again"
            ),
            url=f"{origin['vcs_info']['vcs']}+{origin['url']}",
            package=PACKAGE,
        )
    parts = urlsplit(str(origin.get("url", "")))
    if parts.scheme == "file":
        return _of_file(Path(unquote(parts.path)), installed.version)
    if parts.scheme:
        return _of_address(origin, installed.version, known)
    return _of_index(installed.version, known)


def _of_file(path: Path, version: str) -> Generator:
    """Return the generator that was installed from a wheel, or a folder of sources, on this machine."""
    if path.suffix == ".whl" and path.is_file():
        return _vendored(path, version)
    if not (path / "pyproject.toml").is_file():
        raise Unlockable(
            message("the generator was installed from {path}, which is no wheel and no folder of its sources any more"),
            path=str(path),
        )
    with tempfile.TemporaryDirectory(prefix="claims-") as folder:
        return _vendored(_built(path, Path(folder)), version)


def _built(source: Path, folder: Path) -> Path:
    """Make a wheel of a folder of sources."""
    environment = {"SOURCE_DATE_EPOCH": _SAFE_EPOCH, **os.environ}
    done = _run(_builder(source, folder), cwd=source, env=environment)
    made = sorted(folder.glob("*.whl"))
    if done.returncode or not made:
        last = done.stderr.strip().rpartition("\n")[2]
        raise Unlockable(message("no wheel could be made of {path}: {cause}"), path=str(source), cause=last)
    return made[0]


def _builder(source: Path, folder: Path) -> list[str]:
    """Return a command that makes a wheel: by what does it itself, or by what fetches that."""
    if find_spec("flit_core"):
        code = "import sys; from flit_core import buildapi; buildapi.build_wheel(sys.argv[1])"
        return [sys.executable, "-c", code, str(folder)]
    if uv := shutil.which("uv"):
        return [uv, "build", "--quiet", "--wheel", "--out-dir", str(folder), str(source)]
    if find_spec("pip"):
        return [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(source)]
    raise Unlockable(
        message("the generator runs from its sources; to make a wheel of them get flit_core: pip install flit_core")
    )


def _vendored(wheel: Path, version: str) -> Generator:
    """Return a generator whose wheel is given to the archive."""
    data = wheel.read_bytes()
    file = f"{VENDOR}/{wheel.name}"
    return Generator(
        version, f"./{file} --hash=sha256:{hashlib.sha256(data).hexdigest()}", {"path": file}, {file: data}
    )


def _of_address(origin: Mapping[str, Any], version: str, known: str) -> Generator:
    url = str(origin["url"])
    requirement = f"{PACKAGE} @ {url}"
    noted = origin.get("archive_info", {}).get("hashes", {}).get("sha256")
    hashes = [f"sha256:{noted}"] if noted else _hashes(requirement, known)
    return Generator(version, _line(requirement, hashes), {"url": url})


def _of_index(version: str, known: str) -> Generator:
    requirement = f"{PACKAGE}=={version}"
    return Generator(version, _line(requirement, _hashes(requirement, known)))


def _line(requirement: str, hashes: list[str]) -> str:
    return " \\\n    ".join([requirement, *(f"--hash={each}" for each in hashes)])


def _hashes(requirement: str, known: str) -> list[str]:
    """Return the digests of the files of a requirement: those that are known, or that uv or pip tells."""
    for ask in (partial(_of_known, known), _of_uv, _of_pip):
        if found := ask(requirement):
            return found
    raise Unlockable(
        message(
            "neither uv nor pip could tell the digest of {requirement}; connect to the network, or install the "
            "generator from a wheel on this machine, and try again"
        ),
        requirement=requirement,
    )


def _of_known(known: str, requirement: str) -> list[str]:
    lines = known.replace("\\\n", " ").split("\n")
    return next((_HASH.findall(line) for line in lines if line.startswith(f"{requirement} ")), [])


def _of_uv(requirement: str) -> list[str]:
    uv = shutil.which("uv")
    if not uv:
        return []
    command = [uv, "pip", "compile", "--quiet", "--no-deps", "--generate-hashes", "--no-header", "-"]
    return _HASH.findall(_run(command, input=requirement).stdout)


def _of_pip(requirement: str) -> list[str]:
    if find_spec("pip") is None:
        return []
    command = ["-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed", "--no-deps", "--only-binary=:all:"]
    done = _run([sys.executable, *command, "--report", "-", requirement])
    try:
        (item,) = json.loads(done.stdout)["install"]
        return [f"sha256:{item['download_info']['archive_info']['hashes']['sha256']}"]
    except (ValueError, KeyError):
        return []


def _run(command: list[str], **more: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, **more)
