"""What readers meet in a browser."""

KINDS_OF_PAGES = (
    "",
    "about/",
    "about/quotes/",
    "changes/",
    "cite/",
    "claims/",
    "claims/2025-04-30-nis-killed/",
    "claims/2025-04-csb-headline-injured/",
    "contribute/",
    "contribute/problems/",
    "contribute/problems/dates/",
    "corrections/",
    "data/",
    "dates/",
    "dates/2025/",
    "dates/2025-04/",
    "dates/2025-04-30/",
    "disagreements/",
    "entities/",
    "entities/nis/",
    "series/",
    "series/north-korean-soldiers-killed/",
    "sources/",
    "timeline/",
)
"""One page of every kind of the repository's own archive, below a language."""
