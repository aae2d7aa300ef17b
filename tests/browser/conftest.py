"""A browser, and a site below a folder of a server that does nothing but send files."""

import functools
import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Request, expect, sync_playwright

MOUNT = "/some/path/"
PROGRAM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"))), None
)
"""The system's browser; where there is none, Playwright's own is taken."""
NEEDLESS = (
    *("AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync"),
    *("DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay"),
    *("MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch"),
    *("TcpPortRandomizationWin", "ThirdPartyStoragePartitioning"),
    *("WebUIOmniboxAimPopup", "WebUIOmniboxPopup"),
)
"""Features that are turned off: those that Playwright does without, since Chromium heeds the last list alone, and two
pages that each new window loads below its address bar, which take most of the time that a new reader does."""
QUIET = (
    f"--disable-features={','.join(NEEDLESS)}",
    "--no-sandbox",
    "--no-proxy-server",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
)

PATIENCE = 120_000
"""Milliseconds after which a page hangs, on a machine however slow; no test is about how long anything takes."""
expect.set_options(timeout=PATIENCE)


@dataclass
class Server:
    """Where a site is, and what was asked for that was not there."""

    address: str
    folder: Path
    missed: list[str] = field(default_factory=list)


@dataclass
class Watched:
    """What a page did that a reader does not see."""

    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


@dataclass
class Reader:
    """A browser with a language and a memory of its own, and what it did."""

    context: BrowserContext
    watched: Watched


Invite = Callable[..., Reader]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One browser for all tests of this folder; for others it would leave an event loop running."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=QUIET, timeout=PATIENCE)
        yield browser
        browser.close()


@pytest.fixture
def invite(browser: Browser) -> Iterator[Invite]:
    """How readers come: `invite(locale="ko-KR")`. None may ask another host, meet an error, or see a dialog."""
    readers: list[Reader] = []

    def come(**settings: Any) -> Reader:
        watched = Watched()
        context = browser.new_context(**{"locale": "en-US", **settings})
        context.set_default_timeout(PATIENCE)
        context.on("request", lambda request: watched.requests.append(request.url))
        context.on("requestfailed", functools.partial(_failed, watched))
        context.on("console", lambda said: watched.faults.append(said.text) if said.type in _BAD else None)
        context.on("weberror", lambda error: watched.faults.append(str(error.error)))
        context.on("dialog", functools.partial(_dismiss, watched))
        readers.append(Reader(context, watched))
        return readers[-1]

    yield come
    for reader in readers:
        reader.context.close()
        assert reader.watched.faults == []
        assert [url for url in reader.watched.requests if not url.startswith("http://127.0.0.1:")] == []


@pytest.fixture(scope="module")
def served(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The site of the sample archive."""
    with serving(sample_site, tmp_path_factory.mktemp("server")) as server:
        yield server


@pytest.fixture(scope="module")
def served_golden(golden_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The site of the golden archive."""
    with serving(golden_site, tmp_path_factory.mktemp("server")) as server:
        yield server


_BAD = ("error", "warning", "assert")


def _failed(watched: Watched, request: Request) -> None:
    if request.failure != "net::ERR_ABORTED":  # the reader went on before all was there
        watched.faults.append(f"failed: {request.url}: {request.failure}")


def _dismiss(watched: Watched, dialog: Dialog) -> None:
    watched.faults.append(f"dialog: {dialog.message}")
    dialog.dismiss()


@contextmanager
def serving(site: Path, root: Path) -> Iterator[Server]:
    """A site on a server of its own; nothing may be asked for that is not there."""
    mount = root / MOUNT.strip("/")
    mount.parent.mkdir(parents=True)
    mount.symlink_to(site, target_is_directory=True)
    found = Server("", site)

    class Handler(http.server.SimpleHTTPRequestHandler):
        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            found.missed.append(self.path)
            super().send_error(code, message, explain)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(root))) as server:
        found.address = f"http://127.0.0.1:{server.server_port}{MOUNT}"
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))  # seconds to the end after it is asked for
        thread.start()
        yield found
        server.shutdown()
        thread.join()
    assert found.missed == []
