"""A preview over HTTP, on this machine alone, for `mkdocs serve` and `claims serve`.

It tells browsers of changes by server-sent events (HTML Living Standard, 9.2).
"""

import contextlib
import logging
import threading
import webbrowser
from collections.abc import Callable, Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import cast
from urllib.parse import unquote, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from site_builder.publish.preview import RELOADER, Preview, record_of
from site_builder.read.files import FOLDER

_log = logging.getLogger("mkdocs.plugins.claims")
_PAUSE = 0.03
"""Seconds of silence after which a change is complete: editors write a file in several steps."""
_SIGN_OF_LIFE = 15.0
"""Seconds after which a browser that waits is told that nothing happened."""


class Server:
    """Answers browsers and watches files; `render` is called when something else than a record changed.

    The site is shown below the path `mount`, as it will be below that of its real address.
    """

    def __init__(
        self, root: Path, preview: Preview, address: tuple[str, int], mount: str, render: Callable[[], None]
    ) -> None:
        self._root = root.resolve()
        self._preview = preview
        self._render = render
        self._http = _Http(address, _Handler)
        self._http.preview, self._http.mount = preview, mount
        self._changed: SimpleQueue[Path | None] = SimpleQueue()
        self._observer = Observer()
        self.watch(str(root / FOLDER))

    @property
    def url(self) -> str:
        """The address of the preview."""
        host, port = self._http.server_address[:2]
        return f"http://{host!s}:{port}{self._http.mount}"

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        """Watch a file or a folder."""
        self._observer.schedule(_Watcher(self._changed), path, recursive=recursive)

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Answer until interrupted."""
        self._observer.start()
        threading.Thread(target=self._http.serve_forever, daemon=True).start()
        _log.info("Serving on %s", self.url)
        if open_in_browser:
            webbrowser.open(self.url)
        while (first := self._changed.get()) is not None:
            self._take({first, *self._more()})

    def shutdown(self, wait: bool = False) -> None:
        """Stop."""
        self._changed.put(None)
        self._http.shutdown()
        self._http.server_close()
        self._observer.stop()

    def _more(self) -> Iterable[Path]:
        """Yield what else changes until nothing does any more."""
        with contextlib.suppress(Empty):
            while more := self._changed.get(timeout=_PAUSE):
                yield more

    def _take(self, changed: set[Path]) -> None:
        records = {name for path in changed if (name := record_of(self._root, path))}
        if any(self._root / FOLDER not in path.parents for path in changed):
            self._render()
        if records:
            self._preview.read(records)
            _log.info("Read %s again", ", ".join(sorted(records)))


class _Watcher(FileSystemEventHandler):
    """Puts the files that change into a queue."""

    def __init__(self, changed: "SimpleQueue[Path | None]") -> None:
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note of files that were written, moved or deleted; not of those that were merely looked at."""
        if not event.is_directory and event.event_type in ("created", "modified", "moved", "deleted"):
            for name in filter(None, (event.src_path, event.dest_path)):
                self._changed.put(Path(str(name)).resolve())


class _Http(ThreadingHTTPServer):
    """The server of one preview."""

    daemon_threads = True
    preview: Preview
    mount: str


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """A page, a file, or the wait for changes."""
        url = urlsplit(self.path)
        server = cast(_Http, self.server)
        if url.path == "/-/changes":
            self._tell_of_changes(server.preview, url.query)
        elif url.path == f"/-/{RELOADER.name}":
            self._send(200, "text/javascript; charset=utf-8", RELOADER.read_bytes())
        elif url.path.startswith(server.mount):
            answer = server.preview.answer(unquote(url.path.removeprefix(server.mount)))
            self._send(answer.status, answer.media_type, answer.content)
        else:
            self.send_response(302)
            self.send_header("Location", server.mount)
            self.send_header("Content-Length", "0")
            self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing: what is of interest is on the page."""

    def _send(self, status: int, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def _tell_of_changes(self, preview: Preview, version: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        with contextlib.suppress(OSError):  # the browser has gone elsewhere
            while not preview.wait(int(version) if version.isdecimal() else -1, _SIGN_OF_LIFE):
                self.wfile.write(b": still here\n\n")
            self.wfile.write(b"event: change\ndata:\n\n")
