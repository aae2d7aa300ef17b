"""The archive on stock MkDocs + Material, as well as it goes there.

In its favour: writing the Markdown is not measured, generated pages stay out of the navigation, permalinks
are static files that are only copied, and there are no charts, data files or feeds to make.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks import markdown
from benchmarks.measure import Run, run

CONFIG = """\
site_name: Claim archive
site_url: https://archive.example.org/
theme:
  name: material
  font: false
  features: [navigation.tabs]
extra:
  alternate:
    - {{name: English, link: /en/, lang: en}}
    - {{name: 한국어, link: /ko/, lang: ko}}
markdown_extensions: [tables]
plugins: {plugins}
not_in_nav: |
  *
nav:
  - index.md
{nav}"""
SECTIONS = (
    "index.md",
    *(f"{name}/index.md" for name in ("claims", "entities", "dates", "series", "sources")),
)


def write_plain(archive_root: Path, out: Path, search: bool = False) -> None:
    """Write the pages of an archive, and the configuration to build them, into `out`."""
    archive = markdown.load(archive_root)
    for pages in (markdown.pages(archive), markdown.permalinks(archive)):
        for name, text in pages:
            path = out / "docs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    nav = "".join(
        f"  - {language}:\n" + "".join(f"    - {language}/{page}\n" for page in SECTIONS)
        for language in markdown.LANGUAGES
    )
    config = CONFIG.format(plugins="[search]" if search else "[]", nav=nav)
    (out / "mkdocs.yml").write_text(config, encoding="utf-8")


def build_plain(out: Path) -> Run:
    """Build what `write_plain` wrote, into `out/site`."""
    return run([sys.executable, "-m", "mkdocs", "build", "--quiet"], out)
