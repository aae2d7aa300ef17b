"""How well and how fast readers find claims in a large archive, and what that weighs.

The archive that the queries of `tests/search` are about lies among other claims, of which none is meant. Every query is
asked in Chromium on the built site; some are typed into the field of the page of claims, by readers who come for the
first time.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import shutil
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, CDPSession, sync_playwright

from benchmarks import material
from benchmarks.archive import copy_site, write_archive
from benchmarks.ours import build_ours
from benchmarks.plain import build_plain, write_plain
from tests.search import archive
from tests.search.asking import ask
from tests.search.queries import Query, queries, recall, report

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
TYPED = 40
"""Queries, evenly spread, that are typed."""
SLOW = {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}
"""40 ms until an answer begins, and 10 Mbit/s."""
SHOWN_LINES = 60
_PACKED = (".html", ".js", ".css", ".json", ".svg")
_BETWEEN_KEYS = 120
"""Milliseconds."""
_PATIENCE = 60_000
_WATCH = """() => {
    const first = () => document.querySelector("#search .ca-cards a");
    addEventListener("input", () => { window.pressed = performance.now(); window.shown = undefined; }, true);
    new MutationObserver(() => { if (first()) window.shown ??= performance.now(); })
        .observe(document.querySelector("#search"), { childList: true, subtree: true, attributes: true });
}"""


@dataclass(frozen=True, slots=True)
class Entered:
    """What a reader who came for the first time got for a query."""

    bytes: int
    """All that was transferred since the field was touched, headers included."""
    waited: float
    """Milliseconds from the last input to the first results."""
    script: float
    """Milliseconds of script for each key."""


def compare(work: Path) -> Iterator[str]:
    """Say what Material's own search finds of the archive of the queries, alone."""
    root, plain = work / "archive", work / "plain"
    archive.write(root)
    copy_site(root)
    write_plain(root, plain, search=True)
    built = build_plain(plain)
    if built.error:
        raise RuntimeError(built.error)
    with _served(plain / "site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=["--no-sandbox"])
        answers = material.ask(browser.new_page(), address, queries())
        browser.close()
    for language in archive.SITE_LANGUAGES:
        yield f"Material's search alone, recall@10 {language}: {recall(answers, language):.3f}"


def measure(work: Path, claims: int) -> Iterator[str]:
    """Build an archive with so many other claims, and say what its search finds, costs and weighs."""
    root, site = work / "archive", work / "site"
    write_archive(root, claims)
    archive.write(root)
    built = build_ours(root, site)
    if built.error:
        raise RuntimeError(built.error)
    yield f"claims build: {built.seconds:.1f} s"
    yield from _weights(site / "search", claims)
    with _served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=["--no-sandbox"])
        page = browser.new_page()
        answers = ask(page, address, site, queries())
        page.close()
        for language in archive.SITE_LANGUAGES:
            yield f"recall@10 {language}: {recall(answers, language):.3f}"
        yield from list(report(answers))[:SHOWN_LINES]
        tried = [query for query in queries() if query.kind not in ("keyboard", "slips")]
        sample = tried[:: len(tried) // TYPED + 1]
        yield f"{len(sample)} queries, each the first of a reader"
        for name, network in (("local server", None), ("40 ms, 10 Mbit/s", SLOW)):
            pasted = [_enter(browser, address, query, network, is_typed=False) for query in sample]
            yield f"{name}, pasted: kB: {_spread([each.bytes / 1e3 for each in pasted])}"
            yield f"{name}, pasted: ms until the first results: {_spread([each.waited for each in pasted])}"
            typed = [_enter(browser, address, query, network, is_typed=True) for query in sample]
            yield f"{name}, typed: kB: {_spread([each.bytes / 1e3 for each in typed])}"
            yield f"{name}, typed: ms after the last key: {_spread([each.waited for each in typed])}"
            yield f"{name}, typed: ms of script a key: {_spread([each.script for each in typed])}"
        browser.close()


def _weights(folder: Path, claims: int) -> Iterator[str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    total = sum(path.stat().st_size for path in files)
    packed = sum(len(gzip.compress(path.read_bytes(), 6)) for path in files)
    yield f"search/: {len(files):,} files, {total / 1e6:.1f} MB, {total / 1e3 / claims:.2f} kB a claim"
    yield f"search/ compressed: {packed / 1e6:.1f} MB, {packed / 1e3 / claims:.2f} kB a claim"
    for part in sorted(path for path in folder.iterdir() if path.is_dir()):
        sizes = [path.stat().st_size for path in part.iterdir()]
        yield f"  {part.name}/: {len(sizes):,} files, {sum(sizes) / 1e6:.2f} MB, largest {max(sizes) / 1e3:.1f} kB"
    root = (folder / "index.json").read_bytes()
    yield f"  index.json: {len(root) / 1e3:.1f} kB, compressed {len(gzip.compress(root, 6)) / 1e3:.1f} kB"


def _enter(
    browser: Browser, address: str, query: Query, network: Mapping[str, float] | None, *, is_typed: bool
) -> Entered:
    """Let a new reader type a query, letter by letter, or paste it."""
    context = browser.new_context()
    context.set_default_timeout(_PATIENCE)
    page = context.new_page()
    page.goto(f"{address}{query.language}/claims/", wait_until="networkidle")
    page.evaluate(_WATCH)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Performance.enable")
    if network:
        session.send("Network.emulateNetworkConditions", {**network})
    received: list[float] = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    field = page.get_by_role("searchbox").first
    before = _script_seconds(session)
    if is_typed:
        field.press_sequentially(query.text, delay=_BETWEEN_KEYS)
    else:
        field.fill(query.text)
    page.wait_for_function("() => window.shown !== undefined")
    waited = page.evaluate("window.shown - window.pressed")
    page.wait_for_load_state("networkidle")
    script = (_script_seconds(session) - before) * 1000 / len(query.text)
    context.close()
    return Entered(int(sum(received)), waited, script)


def _script_seconds(session: CDPSession) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(each["value"] for each in metrics if each["name"] == "ScriptDuration"))


def _spread(values: Sequence[float]) -> str:
    return f"median {median(values):.0f}, p95 {quantiles(values, n=20)[-1]:.0f}, max {max(values):.0f}"


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """Serve a site compressed, as hosts do; its address."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = Path(self.translate_path(self.path))
            path = path / "index.html" if path.is_dir() else path
            found = path.is_file()
            body = path.read_bytes() if found else b""
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", self.guess_type(path))
            if path.suffix in _PACKED:
                body = gzip.compress(body, 6)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Cache-Control", "max-age=600")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    handler = functools.partial(Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
