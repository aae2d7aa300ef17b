"""A preview over HTTP, on this machine alone, for `mkdocs serve` and `claims serve`.

It answers as GitHub Pages does, and tells browsers of changes by server-sent events (HTML Living Standard, 9.2).
"""

import contextlib
import logging
import sys
import threading
import webbrowser
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urlsplit

from site_builder.publish.preview import CHANGES, OWN_FILES, Preview, Response, media_type
from site_builder.publish.watch import Watch
from site_builder.read import settings
from site_builder.read.files import FOLDER
from site_builder.read.settings import Unusable

_log = logging.getLogger("mkdocs.plugins.claims")
_SIGN_OF_LIFE = 15.0
"""Seconds after which a browser that waits is told that nothing happened."""
_ALLOWED = "GET, HEAD"


class Server:
    """Answers browsers and watches what the settings in `config` name; `render` is called when it changed.

    The site is shown below the path `mount`, as it will be below that of its real address.
    """

    def __init__(
        self, config: Path, preview: Preview, address: tuple[str, int], mount: str, render: Callable[[], None]
    ) -> None:
        self._config = config.absolute()
        self._root = self._config.parent
        self._preview = preview
        self._render = render
        self._http = _Http(address, _Handler)
        self._http.preview, self._http.mount = preview, mount
        self._has_failed = False
        self._watch = Watch()
        self._watch.add(self._root / FOLDER)
        self._watch_sources()

    @property
    def url(self) -> str:
        """The address of the preview."""
        host, port = self._http.server_address[:2]
        return f"http://{host!s}:{port}{self._http.mount}"

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        """Watch a file or a folder, be it there or not."""
        self._watch.add(Path(path))

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Answer until interrupted."""
        threading.Thread(target=self._http.serve_forever, daemon=True).start()
        self._watch.start()
        _log.info("Serving on %s", self.url)
        if open_in_browser:
            webbrowser.open(self.url)
        for changed in self._watch.changes():
            self._take(changed)

    def shutdown(self, wait: bool = False) -> None:
        """Stop."""
        self._watch.stop()
        self._http.shutdown()
        self._http.server_close()

    def _take(self, changed: set[Path]) -> None:
        """Have the preview show what changed; after a failure, all of it, for nobody knows how far it came."""
        records = {path for path in changed if path.is_relative_to(self._root / FOLDER)}
        try:
            if records or self._has_failed:
                self._preview.read(path.relative_to(self._root).as_posix() for path in records)
            if changed - records or self._has_failed:
                self._watch_sources()
                self._render()
            self._has_failed = False
        except Exception as error:  # a file that went while it was read, or a bug of ours: the next change may mend it
            self._has_failed = True
            self._preview.fail(f"{type(error).__name__}: {error}")

    def _watch_sources(self) -> None:
        """Watch what the settings name now, too; while they cannot be read, they will be saved once more."""
        with contextlib.suppress(Unusable):
            for path in settings.read(self._config).sources:
                self._watch.add(path)


class _Http(ThreadingHTTPServer):
    """The server of one preview."""

    daemon_threads = True
    preview: Preview
    mount: str

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away: a closed tab is no fault; all else is one of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            _log.exception("A request could not be answered")


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """A page, a file, or the wait for changes."""
        url = urlsplit(self.path)
        server = cast(_Http, self.server)
        if url.path == CHANGES:
            self._tell_of_changes(server.preview, url.query)
        elif url.path in OWN_FILES:
            file = OWN_FILES[url.path]
            self._send(Response(HTTPStatus.OK, media_type(file.name), file.read_bytes()))
        elif url.path.startswith(server.mount):
            answer = server.preview.answer(unquote(url.path.removeprefix(server.mount)))
            if answer.status == HTTPStatus.MOVED_PERMANENTLY:
                self._lead(answer.status, f"{url.path}/", url.query)
            else:
                self._send(answer)
        elif f"{url.path}/" == server.mount:
            self._lead(HTTPStatus.MOVED_PERMANENTLY, server.mount, url.query)
        else:
            self._lead(HTTPStatus.FOUND, server.mount)

    def do_HEAD(self) -> None:
        """As for GET, but for the content."""
        self.do_GET()

    def _refuse(self) -> None:
        """A site of files can only be read."""
        self.close_connection = True  # what else was sent is not looked at
        answer = Response(HTTPStatus.METHOD_NOT_ALLOWED, "text/plain", b"")
        self._send(answer, {"Allow": _ALLOWED, "Connection": "close"})

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = _refuse

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing: what is of interest is on the page."""

    def _lead(self, status: int, path: str, query: str = "") -> None:
        location = f"{path}?{query}" if query else path
        self._send(Response(status, "text/plain", b""), {"Location": location})

    def _send(self, answer: Response, headers: Mapping[str, str] | None = None) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.media_type)
        self.send_header("Content-Length", str(len(answer.content)))
        self.send_header("Cache-Control", "no-store")
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            with contextlib.suppress(OSError):  # the browser has gone elsewhere
                self.wfile.write(answer.content)

    def _tell_of_changes(self, preview: Preview, version: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        if self.command == "HEAD":
            return
        with contextlib.suppress(OSError):  # the browser has gone elsewhere
            while not preview.wait(version, _SIGN_OF_LIFE):
                self.wfile.write(b": still here\n\n")
            self.wfile.write(b"event: change\ndata:\n\n")
