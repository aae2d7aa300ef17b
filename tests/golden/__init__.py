"""A small invented archive, and every page of its site as it was last looked at and found right."""

import re
from collections.abc import Mapping
from pathlib import Path
from shutil import copytree

from tests.building import make_site

ARCHIVE = Path(__file__).parent / "archive"
EXPECTED = Path(__file__).parent / "expected"
SITE_URL = "https://archive.example/some/path/"
TODAY = "1956528000"
"""The day of the build, 1 January 2032, as `SOURCE_DATE_EPOCH`: all that the invented archives say has happened."""

_KEPT_ELSEWHERE = re.compile(
    r"assets/.*|.*\.png|data/.*\.(?:gz|sqlite)|sitemap-.*|(en|ko)/contribute/problems/(?!dates/).*"
)
"""Copies of files of the repository; cards; what the check can find, which hangs on no archive, but for one topic."""
_FINGERPRINT = re.compile(r"(?<=assets/)((?:stylesheets/)?\w+\.)[0-9a-f]+")
_BLOCK = re.compile(
    "(?=<(?:article|blockquote|body|button|caption|div|dl|dt|dd|figcaption|figure|footer|h[1-6]|head|header|li|link|main"
    "|meta|nav|ol|p|pre|script|section|table|tbody|td|th|thead|title|tr|ul)[ >])"
)


def build(folder: Path) -> Path:
    """Build the archive in an empty folder, where no history is known; the site is given back."""
    root = copytree(ARCHIVE, folder / "archive")
    make_site(root)
    return root / "site"


def expected() -> Mapping[str, str]:
    """The text of each file as it was last found right."""
    return {name: path.read_text("utf-8") for name, path in _files(EXPECTED).items()}


def pages(site: Path) -> Mapping[str, str]:
    """The text of each file that is compared, by its path; what stands in the theme's files does not show."""
    return {
        name: _in_lines(name, _FINGERPRINT.sub(r"\1…", path.read_text("utf-8")))
        for name, path in _files(site).items()
        if not _KEPT_ELSEWHERE.fullmatch(name)
    }


def _files(folder: Path) -> Mapping[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}


def _in_lines(name: str, text: str) -> str:
    """A page, which is written without line breaks, as people read what changed in it: a line for each block."""
    return _BLOCK.sub("\n", text) if name.endswith(".html") else text
