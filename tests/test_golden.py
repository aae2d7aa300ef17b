import difflib
import re
from pathlib import Path

import pytest

import site_builder
from tests import golden

ACCEPT = "If all of this is meant, `make bless` accepts it. Then read it once more with `git diff`."
_FILES, _LINES = 5, 30
"""What one reads of a change before one looks at the files themselves."""


def test_every_page_is_as_expected(golden_site: Path) -> None:
    expected, built = golden.expected(), golden.pages(golden_site)
    changed = [name for name in expected if name in built and built[name] != expected[name]]
    told = [f"vanished: {name}" for name in expected if name not in built]
    told += [f"new: {name}" for name in built if name not in expected]
    told += [f"changed: {name}" for name in changed]
    for name in changed[:_FILES]:
        told += ["", *difference(name, expected[name], built[name])]
    if told:
        pytest.fail("\n".join([*told, "", ACCEPT]), pytrace=False)


def test_a_difference_is_readable() -> None:
    told = difference("en/index.html", "<p>\nabout 600\n</p>", "<p>\n600\n</p>")
    assert told == [
        "--- expected/en/index.html",
        "+++ en/index.html",
        "@@ -1,3 +1,3 @@",
        " <p>",
        "-about 600",
        "+600",
        " </p>",
    ]


def test_what_is_no_page_is_a_copy(golden_site: Path) -> None:
    assets = Path(site_builder.__file__).parent / "engine" / "theme" / "assets"
    for origin in assets.iterdir():
        [copy] = (golden_site / "assets").glob(f"{origin.stem}.*{origin.suffix.lstrip('.')}")
        # A script names those that it imports as they are published, and its lines of comments stay behind.
        lines = origin.read_bytes().splitlines(keepends=True)
        is_script = origin.suffix == ".js"
        kept = b"".join(line for line in lines if not (is_script and line.lstrip().startswith(b"//")))
        assert re.sub(rb"\./([a-z-]+)\.[0-9a-f]{8}\.js", rb"./\1.js", copy.read_bytes()) == kept


def difference(name: str, before: str, after: str) -> list[str]:
    lines = list(
        difflib.unified_diff(before.split("\n"), after.split("\n"), f"expected/{name}", name, n=1, lineterm="")
    )
    return lines if len(lines) <= _LINES else [*lines[:_LINES], f"… and {len(lines) - _LINES} lines more"]
