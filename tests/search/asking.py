"""Asks the search of a built site, in a browser."""

from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page

from tests.search.queries import Answers, Query

_ASK = """async ([script, queries]) => {
    const base = new URL("../../", location.href);
    const { open } = await import(new URL(script, base));
    const index = await open(String(new URL("search/", base)));
    const answers = [];
    for (const query of queries) {
        const { numbers } = await index.search(query);
        answers.push((await index.cards(numbers.slice(0, 10))).map((card) => card.id));
    }
    return answers;
}"""


def ask(page: Page, address: str, site: Path, queries: Sequence[Query]) -> Answers:
    """Ask the index of the site, which lies at the address, as a page does once nobody types any more."""
    page.goto(f"{address}en/claims/")
    (script,) = (path.relative_to(site).as_posix() for path in site.glob("assets/search-index.*.js"))
    found: list[list[str]] = page.evaluate(_ASK, [script, [query.text for query in queries]])
    return dict(zip(queries, found, strict=True))
