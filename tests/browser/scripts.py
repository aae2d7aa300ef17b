"""A page with nothing on it, beside the scripts of the search, for tests of those alone."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from site_builder.engine.project import OURS
from tests.browser.conftest import Invite, serving

PAGE = '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Scripts</title>'


@contextmanager
def beside_scripts(invite: Invite, folder: Path) -> Iterator[Page]:
    """A page in a folder that may hold files already: `import("./search-words.js")` finds the script there."""
    site = folder / "site"
    site.mkdir(exist_ok=True)
    (site / "index.html").write_text(PAGE, "utf-8")
    for script in (OURS / "assets").glob("search-*.js"):
        shutil.copy(script, site)
    with serving(site, folder / "server") as server:
        page = invite().context.new_page()
        page.goto(server.address)
        yield page
