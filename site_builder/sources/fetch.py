"""One answer of one host, and a page behind the addresses that lead on to each other: guarded, and of limited size.

A name is resolved once, and what was checked is what is connected to. Time and memory have their limits outside: this
runs in a process of its own (`worker.py`), since a host can keep any client waiting between two bytes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import urllib3
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError, ReadTimeoutError, SSLError

from site_builder.sources.addresses import Guard, Target, following, from_header
from site_builder.sources.troubles import Trouble

MOST_BYTES = 5_000_000
"""Bytes of a page, unpacked."""
MOST_HOPS = 5
"""Times that an address may lead on to another one."""
_PATIENCE = 10.0
"""Seconds for a connection, and between two pieces of an answer."""
_PIECE = 65_536
_MOST_ADDRESSES = 3
"""Numbers of a host that are tried."""
_LEADS_ON = frozenset([301, 302, 303, 307, 308])


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered: names of headers in small letters, the body unpacked."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def leads_to(self) -> str:
        """The address that it leads on to; empty if none."""
        location = self.headers.get("location", "")
        return following(self.url, from_header(location)) if self.status in _LEADS_ON and location else ""


def ask(
    target: Target,
    guard: Guard,
    headers: Mapping[str, str],
    *,
    form: bytes | None = None,
    is_wanted: Callable[[int, Mapping[str, str]], bool] = lambda status, headers: True,
    most: int = MOST_BYTES,
    is_cut: bool = False,
) -> Answer:
    """Ask a host once; `Trouble` where there is no whole answer.

    With a `form`, that is posted. The body is read where the status and headers are those `is_wanted`; one of more
    than `most` bytes `is_cut` there, or no answer.
    """
    numbers = guard.addresses(target)[:_MOST_ADDRESSES]
    for number in numbers:
        with _pool(target, number) as pool:
            try:
                return _answer(pool, target, headers, form, is_wanted, most, is_cut)
            except SSLError:
                raise Trouble("certificate", target.host) from None
            except (NewConnectionError, ConnectTimeoutError):
                continue
            except ReadTimeoutError:
                raise Trouble("unanswered", target.host) from None
            except HTTPError:
                raise Trouble("cut-off") from None
    raise Trouble("unanswered", target.host)


def _pool(target: Target, number: str) -> urllib3.HTTPConnectionPool:
    """A way to a number of a host, which has to prove that it is the host."""
    timeout = urllib3.Timeout(connect=_PATIENCE, read=_PATIENCE)
    if target.scheme == "http":
        return urllib3.HTTPConnectionPool(number, target.port, timeout=timeout, retries=False)
    name = target.host.strip("[]").rstrip(".")
    return urllib3.HTTPSConnectionPool(
        number, target.port, timeout=timeout, retries=False, server_hostname=name, assert_hostname=name
    )


def _answer(
    pool: urllib3.HTTPConnectionPool,
    target: Target,
    headers: Mapping[str, str],
    form: bytes | None,
    is_wanted: Callable[[int, Mapping[str, str]], bool],
    most: int,
    is_cut: bool,
) -> Answer:
    response = pool.urlopen(
        "GET" if form is None else "POST",
        target.path,
        body=form,
        headers={"Host": target.authority, "Accept-Encoding": "gzip", "Connection": "close", **headers},
        redirect=False,
        preload_content=False,
    )
    try:
        had = {name.lower(): value for name, value in response.headers.items()}
        wanted = response.status not in _LEADS_ON and is_wanted(response.status, had)
        return Answer(target.url, response.status, had, _body(response, most, is_cut) if wanted else b"")
    finally:
        response.close()


def _body(response: urllib3.BaseHTTPResponse, most: int, is_cut: bool) -> bytes:
    pieces, size = [], 0
    for piece in response.stream(_PIECE, decode_content=True):
        pieces.append(piece)
        size += len(piece)
        if size > most and not is_cut:
            raise Trouble("large")
        if size > most:
            break
    return b"".join(pieces)[:most]
