"""What is MkDocs' own among the engines."""

import os
import sys
from pathlib import Path
from shutil import copytree

import pytest

from tests import golden
from tests.building import make_site


@pytest.fixture
def compiling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python keeps what it compiles, as it does for most people."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.mark.usefixtures("compiling")
def test_a_hook_that_is_saved_twice_in_a_second_is_the_last_one(tmp_path: Path) -> None:
    root = copytree(golden.ARCHIVE, tmp_path / "archive")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks: [hook.py]\n")
    hook = root / "hook.py"
    for word in ("Once", "Then"):
        hook.write_text(f"def on_page_markdown(markdown, **_):\n    return markdown + '\\n\\n{word}'\n", "utf-8")
        os.utime(hook, (1_900_000_000, 1_900_000_000))
        make_site(root)
        assert f"<p>{word}</p>" in (root / "site/en/about/index.html").read_text("utf-8")
