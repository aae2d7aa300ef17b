"""The labels of issues and pull requests that our forms and workflows know."""

from collections.abc import Sequence
from typing import NamedTuple

from site_builder.github.all_languages import joined, say
from site_builder.github.api import call, listed
from site_builder.language.language import Language
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
_LONGEST = 100
"""Characters of a description that GitHub takes."""


def make(repository: str, languages: Sequence[Language]) -> list[str]:
    """Make those that a repository does not have, explained in languages; their names. Others stay as they are."""
    known = {str(label["name"]).casefold() for label in listed(f"repos/{repository}/labels")}
    missing = [label for label in LABELS if label.name.casefold() not in known]
    for label in missing:
        meaning = joined(languages, say(label.meaning))
        fields = {"name": label.name, "color": label.colour, "description": meaning[:_LONGEST]}
        call(f"repos/{repository}/labels", "POST", fields)
    return [label.name for label in missing]
