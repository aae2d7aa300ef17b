"""Hosts on this machine that answer as they are told, also as no host should."""

import contextlib
import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

Reply = bytes | Callable[["Request"], None]
"""What is sent to whoever asks for a path, or what is done to them."""
PAGE = "<title>Omber Daily</title><h1>Lanterns</h1><p>They lit lanterns on the evening of the walk, all of them.</p>"
TEXT = "Lanterns\nThey lit lanterns on the evening of the walk, all of them.\n"


class Request:
    """One request: its first line, headers and body, and where the answer goes."""

    def __init__(self, handler: socketserver.StreamRequestHandler) -> None:
        self.line = handler.rfile.readline().decode("latin-1")
        self.headers: dict[str, str] = {}
        while line := handler.rfile.readline().decode("latin-1").strip():
            name, _, value = line.partition(":")
            self.headers[name.lower()] = value.strip()
        self.body = handler.rfile.read(int(self.headers.get("content-length", 0))).decode()
        self.over = threading.Event()
        self._stream = handler.wfile

    @property
    def path(self) -> str:
        return self.line.split(" ")[1] if " " in self.line else ""

    def send(self, data: bytes) -> None:
        self._stream.write(data)
        self._stream.flush()


class Host:
    """A host on a port of its own, which remembers what it was asked."""

    def __init__(self, port: int, over: threading.Event) -> None:
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        self.replies: dict[str, Reply] = {"/robots.txt": answer(b"", status=404)}
        self.requests: list[Request] = []
        self.over = over

    def asked(self) -> list[str]:
        return [request.path for request in self.requests if request.path != "/robots.txt"]


@contextlib.contextmanager
def host(certificate: Path | None = None, **replies: Reply) -> Iterator[Host]:
    """Run a host, which answers 404 to what it has no reply for; with a certificate, by TLS."""
    over = threading.Event()
    secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if certificate:
        secure.load_cert_chain(certificate)

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            with contextlib.suppress(OSError, ValueError, IndexError):
                request = Request(self)
                request.over = over
                running.requests.append(request)
                reply = running.replies.get(request.path, answer(b"", status=404))
                if isinstance(reply, bytes):
                    request.send(reply)
                else:
                    reply(request)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        allow_reuse_address = True
        block_on_close = False

        def get_request(self) -> tuple[socket.socket, object]:
            plain, address = super().get_request()
            return (secure.wrap_socket(plain, server_side=True) if certificate else plain), address

    with Server(("127.0.0.1", 0), Handler) as server:
        running = Host(server.server_address[1], over)
        running.replies |= {f"/{name}": reply for name, reply in replies.items()}
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield running
        finally:
            over.set()
            server.shutdown()


def answer(
    body: bytes | str = PAGE,
    content_type: str = "text/html; charset=utf-8",
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> bytes:
    data = body.encode() if isinstance(body, str) else body
    known = {"Content-Type": content_type, "Content-Length": str(len(data))} | dict(headers or {})
    head = "".join(f"{name}: {value}\r\n" for name, value in known.items())
    return f"HTTP/1.1 {status} Said\r\n{head}\r\n".encode() + data


def leading_to(address: str, status: int = 302) -> bytes:
    return answer(b"", status=status, headers={"Location": address})


def for_ever(start: bytes, piece: bytes, pause: float = 0.0) -> Callable[[Request], None]:
    """Send a start, and then a piece again and again, until nobody listens."""

    def send(request: Request) -> None:
        request.send(start)
        while not request.over.wait(pause):
            request.send(piece)

    return send
