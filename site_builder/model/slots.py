"""Slots: comments in a page, `<!-- slot:name -->`, in whose place the archive shows something."""

import re

SLOT = re.compile(r"<!-- slot:([a-z0-9-]+) -->")
IN_CONTENT = frozenset(
    [
        "calendar",
        "data-examples",
        "dictionary",
        "downloads",
        "most-named",
        "new-claim",
        "newest-claims",
        "questions",
        "repository",
        "search",
        "ways-in",
    ]
)
"""The slots that a hand-written page may have; `pages.slots` and `outputs.data_page` say what each shows."""
