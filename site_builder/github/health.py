"""The one issue that tells of an archive's health: opened when a person should see to something, closed when not.

It is found by who wrote it and by its first line, and edited in place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from site_builder.github import api, health_memory, health_words
from site_builder.github.all_languages import joined, say
from site_builder.github.examination import Examination
from site_builder.github.health_words import State
from site_builder.language.language import Language
from site_builder.model.verification import Ledger

MARKER = "<!-- claims: health -->"

Outcome = Literal["none", "opened", "edited", "closed", "as-before"]


@dataclass(frozen=True, slots=True)
class Issue:
    """The issue as it is."""

    number: int
    is_open: bool
    title: str
    body: str


def tell(repository: str, home: str, languages: Sequence[Language], found: Examination, ledger: Ledger) -> Outcome:
    """Bring the issue of a repository up to date, whose page is `home`; return what became of it, as in `Outcome`."""
    issue = _own(repository)
    before = health_memory.read(issue.body) if issue else ()
    state = State(found.round, health_memory.now(before, found, ledger), found.packages, found.weaknesses or {})
    if not issue and state.is_healthy and not state.quotes:
        return "none"
    title = joined(languages, say(health_words.TITLE))
    head = f"{MARKER}\n{health_memory.line(state.quotes)}"
    body = health_words.body(head, home, languages, state)
    # Without an answer about packages nobody knows that all is well.
    is_open = not state.is_healthy or (found.weaknesses is None and issue is not None and issue.is_open)
    if not issue:
        answer = api.call(f"repos/{repository}/issues", "POST", {"title": title, "body": body})
        if not is_open and isinstance(answer, Mapping):  # it only has to remember something
            _change(repository, int(answer["number"]), {"state": "closed"})
        return "opened" if is_open else "closed"
    fields = {"title": title, "body": body, "state": "open" if is_open else "closed"}
    if fields == {"title": issue.title, "body": issue.body, "state": "open" if issue.is_open else "closed"}:
        return "as-before"
    _change(repository, issue.number, fields)
    return "edited" if is_open == issue.is_open else "opened" if is_open else "closed"


def _change(repository: str, number: int, fields: Mapping[str, object]) -> None:
    api.call(f"repos/{repository}/issues/{number}", "PATCH", fields)


def _own(repository: str) -> Issue | None:
    """Find the issue among those that workflows wrote: the text of another one's may begin with anything."""
    for each in api.listed(f"repos/{repository}/issues?state=all&creator={quote(api.BOT)}&direction=asc"):
        body = str(each.get("body") or "").replace("\r\n", "\n")
        is_ours = each.get("user", {}).get("login") == api.BOT and "pull_request" not in each
        if is_ours and body.partition("\n")[0] == MARKER:
            return Issue(int(each["number"]), each.get("state") == "open", str(each.get("title")), body)
    return None
