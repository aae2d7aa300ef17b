"""The site as it is published and as a change would make it, both built by the same generator."""

import contextlib
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from site_builder import engine as engines
from site_builder.publish.build import build
from site_builder.read import git, settings
from site_builder.read.settings import Cards, Settings


@contextlib.contextmanager
def built(site: Settings, base: str) -> Iterator[tuple[Path, Path]]:
    """Build the site of a commit and that of the archive as it is; their folders, for as long as they are needed.

    Raises what `build` raises, for either of them.
    """
    with tempfile.TemporaryDirectory(prefix="claims-") as made, git.checked_out(site.root, base) as published:
        before, after = Path(made, "before"), Path(made, "after")
        _build(site, after)  # first, since it is this one that may be wrong
        _build(settings.read(published / site.file.name), before)
        yield before, after


def _build(site: Settings, folder: Path) -> None:
    """Build the pages of a site; without search and cards, of which none shows."""
    aside = replace(site, site_dir=folder, cards=Cards.NONE, search=False)
    build(aside, engines.load(engines.ENGINES[0]))
