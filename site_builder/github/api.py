"""GitHub's API, by its own program `gh`, which every runner of its workflows has and which knows the token."""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from typing import Any

BOT = "github-actions[bot]"
"""As whom workflows write, ours and all others."""
_A_PAGE = 100
"""What a page of a list of GitHub's holds at most."""
_MOST_PAGES = 100
"""Pages of one list: more than an archive has of anything, so that no list keeps a workflow busy for ever."""
_SECONDS = 120.0
"""Time for one answer; GitHub itself takes ten seconds at most."""
_STATUS = re.compile(r"\(HTTP (\d{3})\)")


class Refused(Exception):
    """GitHub did not do what it was asked; its words."""

    @property
    def status(self) -> int | None:
        """The status of its answer, which `gh` puts behind its words; None where there was no answer."""
        found = _STATUS.search(str(self))
        return int(found[1]) if found else None


def call(path: str, method: str = "GET", fields: Mapping[str, object] | None = None) -> object:
    """Ask GitHub's REST API for a path such as `repos/o/r/pulls?state=open`; its answer as plain values.

    Fields travel as JSON on standard input: a command line holds neither a long text nor one that begins with `@`.
    """
    command = ["gh", "api", "--method", method, path]
    body = None if fields is None else json.dumps(fields)
    try:
        done = subprocess.run(
            [*command, *([] if body is None else ["--input", "-"])],
            input=body,
            capture_output=True,
            encoding="utf-8",
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as failure:  # `gh` is not there, or hangs
        raise Refused(f"{method} {path}: {failure}") from None
    if done.returncode:
        raise Refused(f"{method} {path}: {done.stderr.strip() or done.stdout.strip()}")
    return json.loads(done.stdout) if done.stdout.strip() else None


def listed(path: str) -> Iterator[Mapping[str, Any]]:
    """Yield all that a list such as `repos/o/r/labels` holds; a further page is asked for when it is needed.

    Some lists have no pages: GitHub gives all of such a one each time. `Refused` where a list does not end.
    """
    mark, before = "&" if "?" in path else "?", list[Any]()
    for page in range(1, _MOST_PAGES + 1):
        found = call(f"{path}{mark}per_page={_A_PAGE}&page={page}")
        if not isinstance(found, list) or found == before:
            return
        yield from found
        if len(found) != _A_PAGE:
            return
        before = found
    raise Refused(f"GET {path}: > {_MOST_PAGES * _A_PAGE}")
