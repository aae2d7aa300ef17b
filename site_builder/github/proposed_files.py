"""New files on their way into the repository: a commit, a branch and a pull request, all made by GitHub's API.

So git needs no credentials here, and nothing of the work tree gets into the commit but these files.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple, cast
from urllib.parse import urlencode

from site_builder.github.api import call, listed


class Branch(NamedTuple):
    """A branch for what becomes of an issue, and its open pull request, if there is one."""

    name: str
    is_there: bool
    pull_request: int | None


def branch(repository: str, issue: int, id: str) -> Branch:
    """The branch of an issue that has an open pull request; else the one that is named after a record."""
    start = f"proposal/{issue}/"
    refs = listed(f"repos/{repository}/git/matching-refs/heads/{start.rstrip('/')}")
    known = [name for ref in refs if (name := str(ref["ref"]).removeprefix("refs/heads/")).startswith(start)]
    for name in known:
        query = urlencode({"state": "open", "head": f"{repository.partition('/')[0]}:{name}"})
        for found in listed(f"repos/{repository}/pulls?{query}"):
            return Branch(name, True, int(found["number"]))
    name = f"{start}{id}"
    return Branch(name, name in known, None)


def commit(repository: str, to: Branch, parent: str, files: Mapping[str, str], message: str) -> None:
    """Let a branch be one commit with these files behind its parent, whatever it was before."""
    base = _made(call(f"repos/{repository}/git/commits/{parent}"))["tree"]["sha"]
    entries = [{"path": path, "mode": "100644", "type": "blob", "content": text} for path, text in files.items()]
    tree = _made(call(f"repos/{repository}/git/trees", "POST", {"base_tree": base, "tree": entries}))["sha"]
    fields = {"message": message, "tree": tree, "parents": [parent]}
    sha = _made(call(f"repos/{repository}/git/commits", "POST", fields))["sha"]
    if to.is_there:
        call(f"repos/{repository}/git/refs/heads/{to.name}", "PATCH", {"sha": sha, "force": True})
    else:
        call(f"repos/{repository}/git/refs", "POST", {"ref": f"refs/heads/{to.name}", "sha": sha})


def pull_request(repository: str, of: Branch, into: str, title: str, body: str) -> int:
    """Propose a branch, or say anew what its pull request is; return its number."""
    fields = {"title": title, "body": body}
    if of.pull_request is not None:
        call(f"repos/{repository}/pulls/{of.pull_request}", "PATCH", fields)
        return of.pull_request
    made = _made(call(f"repos/{repository}/pulls", "POST", {**fields, "head": of.name, "base": into}))
    return int(made["number"])


def _made(answer: object) -> dict[str, Any]:
    return cast(dict[str, Any], answer)
