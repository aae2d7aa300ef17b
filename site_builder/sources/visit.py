"""A visit to the page of a source: one process that asks, extracts and judges, and what came of it."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from site_builder.model.stored_texts import Why, digest_of
from site_builder.runtime import confined
from site_builder.sources.troubles import Kind, Trouble

WORKER = "site_builder.sources.worker"
SECONDS = 40.0
"""Time for one page, whatever its host and its text are like."""
_PAUSE = 1.0
"""Seconds between two visits to a host that asks for no more."""
_LONGEST_PAUSE = 120.0
"""Seconds that a person is made to wait between two visits."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of a visit, with all that is known of it.

    `trouble` tells why there is no text, or, beside a text, that the page holds more than it shows: what is not in that
    text may well be in the source. `main_text` is empty where the main part cannot be told.
    """

    text: str = ""
    main_text: str = ""
    title: str = ""
    trouble: Trouble | None = None
    about: Mapping[str, object] = field(default_factory=dict)

    @property
    def why(self) -> Why | None:
        """Why the words of the source could not be looked at, or not all of them."""
        return self.trouble.why if self.trouble else None

    @property
    def digest(self) -> str:
        """The digest of the text."""
        return digest_of(self.text)


class Visitor:
    """Visits pages one after another, as their hosts let programs do it.

    `contact` is an address of the archive, which hosts are told. The tests give it a port of their own machine, less
    time, and nothing to wait for.
    """

    def __init__(
        self,
        contact: str = "",
        *,
        loopback_port: int | None = None,
        seconds: float = SECONDS,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._request: dict[str, object] = {"contact": contact, "loopback_port": loopback_port}
        self._seconds = seconds
        self._sleep = sleep
        self._robots: dict[str, str] = {}
        self._free: dict[str, float] = {}
        """The moment from which on a host may be visited again."""

    def visit(self, url: str, *, is_heeding: bool = True) -> Visit:
        """Read a page; heeding what its host lets programs read, if this is not somebody's one copy made to order."""
        host = urlsplit(url).netloc
        pause = self._free.get(host, 0.0) - time.monotonic()
        if pause > _LONGEST_PAUSE:
            return Visit(trouble=Trouble("delay", f"{pause:.0f}"))
        if pause > 0:
            self._sleep(pause)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        task = {"task": "visit", "url": url, "robots": self._robots, "is_heeding": is_heeding}
        lines, end = confined.run(WORKER, self._request | task, self._seconds)
        self._learn(host, lines)
        return _visit(lines, end, {"url": url, "time": now})

    def read(self, data: bytes) -> Visit:
        """Take a text apart that a person saved."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        lines, end = confined.run(WORKER, {"task": "read", "data": data.hex()}, self._seconds)
        return _visit(lines, end, {"by_hand": True, "time": now})

    def ask(self, url: str, headers: Mapping[str, str], form: str | None = None) -> tuple[int, str]:
        """Ask a host once, or post a form to it; return the status and the body. `Trouble` where there is no answer."""
        task = {"task": "ask", "url": url, "headers": headers, "form": form}
        lines, end = confined.run(WORKER, self._request | task, self._seconds)
        known = _known(lines)
        trouble = _trouble(known, end)
        if trouble:
            raise trouble
        return known["status"], known["body"]

    def _learn(self, host: str, lines: confined.Lines) -> None:
        known = _known(lines)
        self._robots |= known.get("robots", {})
        delays = {urlsplit(origin).netloc: delay for origin, delay in known.get("delays", {}).items()}
        for each in {host, *delays}:
            self._free[each] = time.monotonic() + max(_PAUSE, delays.get(each, 0.0))


def _known(lines: confined.Lines) -> dict[str, Any]:
    """All that a process wrote; of what it learnt twice the newer."""
    known: dict[str, Any] = {}
    for line in lines:
        known |= line
    return known


def _trouble(known: Mapping[str, Any], end: confined.End) -> Trouble | None:
    """What went wrong: as the process says, or by how far it came until it was ended."""
    if "trouble" in known:
        kind: Kind = known["trouble"]
        return Trouble(kind, known["detail"])
    if end == "done" or "text" in known:
        return Trouble(known["doubt"]) if known.get("doubt") else None
    return Trouble("complex" if "facts" in known else "time")


def _visit(lines: confined.Lines, end: confined.End, about: Mapping[str, object]) -> Visit:
    known = _known(lines)
    trouble = _trouble(known, end)
    facts = dict(about) | known.get("facts", {}) | {name: known[name] for name in ("hops", "charset") if name in known}
    texts, mains = ([line[name] for line in lines if name in line] for name in ("text", "main_text"))
    if not texts or (trouble and "trouble" in known):
        return Visit(trouble=trouble, about=facts)
    title = known["title"]
    text, main = "".join(map(str, texts)), "".join(map(str, mains))
    return Visit(text, main, title, trouble, facts | {"title": title} | ({"doubt": trouble.kind} if trouble else {}))
