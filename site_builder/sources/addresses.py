"""Addresses that may be asked for: of the public web alone, by the numbers that their names stand for."""

import ipaddress
import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from urllib.parse import quote, urljoin, urlsplit

from site_builder.sources.troubles import Trouble

Address = IPv4Address | IPv6Address
Resolver = Callable[[str, int], Sequence[str]]
"""From a host and a port to the numbers that the name stands for."""

_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_.])?|\[[0-9A-Fa-f:.]+\]")
_SAFE = "!#$%&'()*+,/:;=?@[]~"
"""Characters that an address holds as they are; `%` begins an escape."""
_NOT_PUBLIC = tuple(
    map(
        IPv4Network,
        (
            # Those of RFC 6890 and its registry; Python's own table differs from one patch release to the next.
            *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
            *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15"),
            *("198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        ),
    )
)
_UNICAST = IPv6Network("2000::/3")
"""The one part of IPv6 that hosts of the public net are in."""
_NOT_HOSTS = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))
"""What is not for hosts in it: protocols such as Teredo, examples, and 6to4."""
_NAT64 = IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Target:
    """A host to connect to for an address, and what to ask it for."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """The host as a request names it, with the port where that is not the usual one."""
        return self.host if self.port == _PORTS[self.scheme] else f"{self.host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for."""
        return f"{self.scheme}://{self.authority}"


def _resolved(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


@dataclass(frozen=True, slots=True)
class Guard:
    """Tells what may be asked for. The tests let it pass one port of their own machine, and other names."""

    loopback_port: int | None = None
    resolve: Resolver = field(default=_resolved)

    def target(self, url: str) -> Target:
        """Take an address apart; `Trouble` where it is none that may be asked for."""
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            raise Trouble("address") from None
        if parts.scheme not in _PORTS:
            raise Trouble("scheme")
        if "@" in parts.netloc:
            raise Trouble("credentials")
        port = _PORTS[parts.scheme] if port is None else port
        if port not in (*_PORTS.values(), self.loopback_port):
            raise Trouble("port")
        host = _ascii_host(parts.netloc.rpartition(":")[0] if parts.port is not None else parts.netloc.rstrip(":"))
        path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
        target = Target("", parts.scheme, host, port, path)
        return Target(f"{target.origin}{path}", parts.scheme, host, port, path)

    def addresses(self, target: Target) -> list[str]:
        """The numbers of a host, every one of which is public; `Trouble` if one is not, for then none is trusted."""
        host = target.host.strip("[]").rstrip(".")
        try:
            found = self.resolve(host, target.port)
        except (OSError, UnicodeError):
            raise Trouble("unknown-name", host) from None
        for number in found:
            address = ipaddress.ip_address(number.partition("%")[0])
            is_own = address.is_loopback and target.port == self.loopback_port
            if not is_own and (not is_public(address) or target.port not in _PORTS.values()):
                raise Trouble("private", host)
        if not found:
            raise Trouble("unknown-name", host)
        return list(found)


def is_public(address: Address) -> bool:
    """Tell whether an address is one of the public net, as are those of the older kind that are hidden in it."""
    if isinstance(address, IPv6Address) and address in _NAT64:
        address = IPv4Address(int(address) & 0xFFFFFFFF)
    if isinstance(address, IPv4Address):
        return address.is_global and not any(address in network for network in _NOT_PUBLIC)
    return address.is_global and address in _UNICAST and not any(address in network for network in _NOT_HOSTS)


def following(url: str, address: str) -> str:
    """The address that a page or an answer leads on to, without what is for browsers alone."""
    try:
        return urljoin(url, address.strip()).partition("#")[0]
    except ValueError:
        raise Trouble("address") from None


def from_header(text: str) -> str:
    """An address in a header, which may hold letters of UTF-8, or of another encoding, as bytes."""
    data = text.encode("latin-1", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeError:
        return quote(data, safe=_SAFE)


def _ascii_host(host: str) -> str:
    try:
        name = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise Trouble("address") from None
    if not _HOST.fullmatch(name):
        raise Trouble("address")
    return name.lower()
