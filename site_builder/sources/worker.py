"""The process that talks to hosts and takes their pages apart: `python -m site_builder.sources.worker`."""

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from site_builder.runtime import confined
from site_builder.sources import extract, landing, robots
from site_builder.sources.addresses import Guard
from site_builder.sources.charsets import decoded
from site_builder.sources.extract import Page
from site_builder.sources.fetch import MOST_HOPS, Answer, ask
from site_builder.sources.troubles import Trouble

Line = dict[str, object]

_ACCEPT = {"Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1"}
_MOST_FRAMES = 4
_LOOK = 4096
"""Letters at the beginning of a page that show whether it is one of HTML."""
_SHORT = 600
"""Letters of a page that leads on by itself; a longer one is an article that is shown anew now and then."""


def work(request: Mapping[str, Any]) -> Iterator[Line]:
    """Do what was asked for, one line for each thing that is known; a trouble is the last one."""
    tasks: Mapping[str, Callable[[Mapping[str, Any]], Iterator[Line]]] = {"visit": _visit, "ask": _ask, "read": _read}
    try:
        yield from tasks[request["task"]](request)
    except Trouble as trouble:
        yield {"trouble": trouble.kind, "detail": trouble.detail}
    except MemoryError:
        yield {"trouble": "complex", "detail": ""}


def _ask(request: Mapping[str, Any]) -> Iterator[Line]:
    """Ask a host once."""
    guard = Guard(request["loopback_port"])
    form = None if request["form"] is None else request["form"].encode()
    headers = robots.headers(request["contact"]) | request["headers"]
    answer = ask(guard.target(request["url"]), guard, headers, form=form)
    yield {"status": answer.status, "body": answer.body.decode("utf-8", "replace")}


def _read(request: Mapping[str, Any]) -> Iterator[Line]:
    """Take a text or a page apart that a person saved."""
    data = bytes.fromhex(request["data"])
    landing.refuse_files(data)
    yield _facts(data)
    yield from _Parsed(data, "", "").lines()


def _visit(request: Mapping[str, Any]) -> Iterator[Line]:
    """Read the page that an address leads to."""
    journey, url = _Journey(request), request["url"]
    while url:
        try:
            answer = journey.landed(url)
        finally:
            yield journey.line()
        yield _facts(answer.body, answer)
        landing.judge(request["url"], answer)
        page = _Parsed.of(answer)
        url = page.leads_to
    frames = [_Parsed.of(frame) for frame in journey.frames(page.shown.frames)]
    for part in frames or [page]:
        yield from part.lines()


class _Parsed:
    """A page, or a text that is none of HTML, taken apart."""

    def __init__(self, data: bytes, content_type: str, url: str) -> None:
        self._url = url
        text, self._charset = decoded(data, content_type)
        is_html = "html" in content_type or ("<" in text[:_LOOK] and not content_type.startswith("text/plain"))
        self._page = Page(text, url) if is_html else None
        self.shown = self._page.shown() if self._page else extract.plain(text)

    @classmethod
    def of(cls, answer: Answer) -> "_Parsed":
        """The page of an answer."""
        return cls(answer.body, answer.headers.get("content-type", "").lower(), answer.url)

    @property
    def leads_to(self) -> str:
        """The address that a page without a text of its own leads on to; empty if none."""
        there = self.shown.leads_to
        return there if there != self._url and len(self.shown.text) < _SHORT else ""

    def lines(self) -> Iterator[Line]:
        """What it shows, and then what its main part does, for which a page may be too much."""
        shown = self.shown
        yield {"text": shown.text, "title": shown.title, "doubt": shown.doubt, "charset": self._charset}
        yield {"main_text": self._page.main() if self._page else shown.text}


def _facts(data: bytes, answer: Answer | None = None) -> Line:
    """What is kept of an answer, or of a file."""
    facts: Line = {"bytes": f"sha256:{sha256(data).hexdigest()}", "size": len(data), "extractor": extract.extractor()}
    if answer:
        names = ("content-type", "etag", "last-modified")
        facts |= {"landed": answer.url, "status": answer.status}
        facts |= {name: answer.headers[name] for name in names if name in answer.headers}
    return {"facts": facts}


class _Journey:
    """From address to address, as hosts lead on and as far as they let programs go."""

    def __init__(self, request: Mapping[str, Any]) -> None:
        self._guard = Guard(request["loopback_port"])
        self._contact: str = request["contact"]
        self._is_heeding: bool = request["is_heeding"]
        self._robots: dict[str, str] = dict(request["robots"])
        self._delays: dict[str, float] = {}
        self._hops: list[tuple[str, int]] = []

    def line(self) -> Line:
        """What was learnt on the way."""
        return {"robots": self._robots, "delays": self._delays, "hops": self._hops}

    def landed(self, url: str) -> Answer:
        """The answer that an address leads to."""
        while len(self._hops) <= MOST_HOPS:
            target = self._guard.target(url)
            if self._is_heeding:
                self._delays[target.origin] = robots.heed(target, self._guard, self._robots, self._contact)
            headers = robots.headers(self._contact) | _ACCEPT
            answer = ask(target, self._guard, headers, is_wanted=landing.is_text)
            self._hops.append((target.url, answer.status))
            if not answer.leads_to:
                return answer
            url = answer.leads_to
        raise Trouble("hops")

    def frames(self, urls: tuple[str, ...]) -> Iterator[Answer]:
        """The pages that a page is made of."""
        for url in urls[:_MOST_FRAMES]:
            self._hops = []
            answer = self.landed(url)
            if landing.is_text(answer.status, answer.headers):
                yield answer


if __name__ == "__main__":
    confined.serve(work)
