"""Slots: comments in a page, `<!-- slot:name -->`, in whose place the archive shows something."""

import re

QUOTE_STATES = "quote-states"
"""The slot that says what each state of a quote means. Quotes link to the page that has it, wherever it lies."""
SLOT = re.compile(r"<!-- slot:([a-z0-9-]+) -->")
IN_CONTENT = frozenset(
    [
        "calendar",
        "data-examples",
        "dictionary",
        "downloads",
        "licence",
        "most-named",
        "new-claim",
        "newest-claims",
        "questions",
        "quote-folding",
        QUOTE_STATES,
        "repository",
        "search",
        "ways-in",
    ]
)
"""The slots that a hand-written page may have; `pages.slots` and `outputs.data_page` say what each shows."""
