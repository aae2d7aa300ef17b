"""Archives begun in the process of the tests, with a generator that nobody has to lock first."""

import hashlib
from pathlib import Path

import pytest

from site_builder.start import generator
from site_builder.start.generator import Generator

WHEEL = b"a wheel"
FILE = "vendor/claim_archive-0.1.0-py3-none-any.whl"
GENERATOR = Generator(
    "0.1.0", f"./{FILE} --hash=sha256:{hashlib.sha256(WHEEL).hexdigest()}", {"path": FILE}, {FILE: WHEEL}
)


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The generator is known without asking its installer, and no address of a site comes from the environment."""
    monkeypatch.setattr(generator, "locked", lambda known="": GENERATOR)
    monkeypatch.delenv("SITE_URL", raising=False)
    monkeypatch.delenv("CI", raising=False)


def files(root: Path) -> dict[str, bytes]:
    """All files of a folder but its site, those hidden too."""
    found = {path.relative_to(root).as_posix(): path for path in sorted(root.rglob("*")) if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if not name.startswith("site/")}
