"""A site as GitHub Pages serves it, on this machine: files by their paths, and `404.html` for all other addresses."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit


@dataclass
class Published:
    """What is served below `url`; `asked` are the addresses in the order in which they were asked for.

    `odd` are answers that no site of ours gives, by address: a status, and where it leads or what it holds.
    """

    url: str
    site: Path
    asked: list[str] = field(default_factory=list)
    odd: dict[str, tuple[int, str]] = field(default_factory=dict)


@contextmanager
def published(site: Path, folder: str = "/archive/") -> Iterator[Published]:
    """Serve a folder below a path of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            address = path.removeprefix(folder)
            told.asked.append(address)
            if address in told.odd:
                status, value = told.odd[address]
                self._answer(status, value.encode(), {"Location": value} if status // 100 == 3 else {})
                return
            file = told.site / (f"{address}index.html" if not address or address.endswith("/") else address)
            is_there = path.startswith(folder) and file.is_file()
            self._answer(200 if is_there else 404, (file if is_there else told.site / "404.html").read_bytes(), {})

        def _answer(self, status: int, body: bytes, headers: Mapping[str, str]) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        told = Published(f"http://127.0.0.1:{server.server_address[1]}{folder}", site)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield told
        finally:
            server.shutdown()
            thread.join()
