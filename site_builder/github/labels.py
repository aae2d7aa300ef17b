"""The labels of issues and pull requests that our forms and workflows know."""

from typing import NamedTuple

from site_builder.problems import message

APPROVED = "approved"
PROPOSAL = "proposal"
CORRECTION = "correction"
BUG = "bug"


class Label(NamedTuple):
    """A label, its colour in hexadecimal digits, and what it means (a message id)."""

    name: str
    colour: str
    meaning: str


LABELS = (
    Label(PROPOSAL, "1d76db", message("A claim that somebody proposes")),
    Label(APPROVED, "0e8a16", message("A maintainer wants a record to be made of this proposal")),
    Label(CORRECTION, "fbca04", message("An error in a record")),
    Label(BUG, "d73a4a", message("A fault of the site or its programs")),
)
"""All of them; workflows know them by their names, which are the same in every language."""
