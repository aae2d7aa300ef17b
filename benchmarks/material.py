"""Asks the search that Material for MkDocs ships, as it comes, on the same pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from playwright.sync_api import Page

from tests.search.queries import Answers, Query

_CLAIM = re.compile(r"/(\w+)/claims/([0-9][^/]*)/")
_FIELD = "[data-md-component=search-query]"
_ASK = """async text => {
    const field = document.querySelector("[data-md-component=search-query]");
    const said = document.querySelector(".md-search-result__meta");
    const list = document.querySelector(".md-search-result__list");
    const box = document.querySelector(".md-search__scrollwrap");
    const type = (value) => { field.value = value; field.dispatchEvent(new Event("keyup")); };
    const changed = (before) => new Promise((done) => {
        const look = () => (said.textContent === before ? requestAnimationFrame(look) : done());
        look();
    });
    if (said.textContent !== window.idle) {
        const before = said.textContent;
        type("");
        await changed(before);
    }
    type(text);
    await changed(window.idle);
    for (let shown = -1; shown < list.childElementCount; ) { // more come as one scrolls
        shown = list.childElementCount;
        box.scrollTop = box.scrollHeight;
        await new Promise((done) => setTimeout(done, 100));
    }
    return [...list.querySelectorAll("a")].map((link) => link.href);
}"""


def ask(page: Page, address: str, queries: Sequence[Query]) -> Answers:
    """Type each query into the field; only claims in the language of the query count, which is to its favour."""
    page.goto(f"{address}en/")
    page.evaluate("document.querySelector('[data-md-toggle=search]').click()")
    page.locator(_FIELD).focus()
    page.wait_for_function("document.querySelector('.md-search-result__meta').textContent.trim().startsWith('Type')")
    page.evaluate("window.idle = document.querySelector('.md-search-result__meta').textContent")
    answers = {}
    for query in queries:
        found = [_CLAIM.search(href) for href in page.evaluate(_ASK, query.text)]
        ids = [match[2] for match in found if match and match[1] == query.language]
        answers[query] = list(dict.fromkeys(ids))
    return answers
