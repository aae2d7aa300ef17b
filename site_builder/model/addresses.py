"""Addresses on the web, as far as two of them lead to one page."""

import re
from functools import lru_cache
from urllib.parse import quote

_TRACKING = re.compile(r"(?:utm_\w+|mc_[ce]id|_ga|_gl|igshid|igsh|[a-z]{0,2}clid|gclsrc|yclid|ref_src|si)=.*")
_DEFAULT_PORT = re.compile(r":(?:80|443)?$")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


@lru_cache(4096)
def normalised(url: str) -> str:
    """An address for comparison: without scheme, default port, fragment, tracking parameters and a slash at the end.

    Escapes are written in one way, and so is a host of other letters than ASCII's.
    """
    rest = url.partition("://")[2].partition("#")[0]
    path, mark, query = rest.partition("?")
    host, slash, path = path.partition("/")
    kept = "&".join(part for part in query.split("&") if not _TRACKING.fullmatch(part)) if mark else ""
    whole = f"{_host(host)}{slash}{path}".rstrip("/") + (f"?{kept}" if kept else "")
    return whole if "%" not in whole and whole.isascii() else _escaped(whole)


def _host(host: str) -> str:
    name = _DEFAULT_PORT.sub("", host.lower()).rstrip(".")
    return ".".join(map(_unicode, name.split("."))) if "xn--" in name else name


def _unicode(label: str) -> str:
    try:
        return label.removeprefix("xn--").encode("ascii").decode("punycode") if label.startswith("xn--") else label
    except UnicodeError:
        return label


def _escaped(address: str) -> str:
    """An address in which only those characters are escapes that must be, with capital digits."""
    ascii_only = quote(address, safe="%/:=&?~#+!$,;'@()*[]\\|^`{}\"<> ")
    return _ESCAPE.sub(lambda match: _plain(match[1]), ascii_only)


def _plain(digits: str) -> str:
    character = chr(int(digits, 16))
    return character if _UNRESERVED.fullmatch(character) else f"%{digits.upper()}"
