"""Links that everybody can follow, and that lead where they seem to lead."""

import ipaddress
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from urllib.parse import quote, urlsplit

from site_builder.check.context import Context
from site_builder.check.text import is_mixed, seems_latin
from site_builder.model import walk
from site_builder.model.addresses import normalised
from site_builder.model.records import Source
from site_builder.model.roles import Role
from site_builder.problems import Finding, Kind, Path, message
from site_builder.problems.urls import Credentials, Fragile, MixedHost, NotAnAddress, NotAnArchive, PrivateHost
from site_builder.text.characters import ASCII_CONTROLS

ARCHIVES = (
    "web.archive.org",
    "archive.org",
    "archive.today",
    "archive.ph",
    "archive.is",
    "archive.md",
    "archive.li",
    "archive.vn",
    "archive.fo",
    "perma.cc",
    "ghostarchive.org",
    "megalodon.jp",
    "webcitation.org",
    "arquivo.pt",
    "webarchive.loc.gov",
    "webarchive.nationalarchives.gov.uk",
    "webarchives.pa.go.kr",
)
"""The hosts of web archives, with or without `www.` in front."""

_DATED = frozenset(
    ["web.archive.org", "archive.org", "arquivo.pt", "webarchive.loc.gov", "webarchive.nationalarchives.gov.uk"]
)
"""Those whose copies have addresses with their time and the address of the page."""
_CAPTURE = re.compile(r"/[0-9]{14}(?:[a-z]{2}_)?/(\S+)")

MAX_LENGTH = 2_048
_URLS = walk.values(Role.URL)
_ORDINARY = re.compile(r"https?://((?:[a-z0-9-]+\.)+)([a-z]{2,})(?:[/?#][!#-;=?-\[\]^-~]*)?")
"""An address that needs no closer look if its top-level domain is public and no label is punycode."""
_ADDRESS = re.compile(r"https?://[^/?#\\\s]", re.IGNORECASE)
_OUTSIDE = re.compile(rf"^[\s{ASCII_CONTROLS}]|[{ASCII_CONTROLS}]|[\s{ASCII_CONTROLS}]$")
_ENCODED = re.compile(r'[\s"<>\\]')
_MISTYPED = re.compile(r"\s*(?:h?t{1,3}ps?:)?/{0,3}(?=[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]|$))", re.IGNORECASE)
_PRIVATE = frozenset(
    (
        "local",
        "localhost",
        "localdomain",
        "internal",
        "intranet",
        "lan",
        "home",
        "corp",
        "private",
        "test",
        "invalid",
        "arpa",
    )
)
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


def unfit_addresses(context: Context) -> Iterator[Finding]:
    """Every link of a record leads to a public page of the web."""
    for record in context.archive.records():
        for at, url in _URLS(record):
            if found := _unfit(url):
                yield Finding(found[0], record.file, at, found[1])


def no_archives(context: Context) -> Iterator[Finding]:
    """A link to an archived copy leads to an archive."""
    for claim in context.archive.claims.values():
        for at, source in walk.sources(claim):
            if source.archived:
                finding = _not_archived(claim.file, (*at, "archived"), source)
                if finding and not _unfit(source.archived):
                    yield finding


def _unfit(url: str) -> tuple[type[Kind], dict[str, str]] | None:
    """Find what is wrong with an address: the first thing only, since the rest depends on it."""
    match = _ORDINARY.fullmatch(url)
    if match and len(url) <= MAX_LENGTH and match[2] not in _PRIVATE and "xn--" not in match[1]:
        return None
    return _of_form(url) or _of_host(url)


def _of_form(url: str) -> tuple[type[Kind], dict[str, str]] | None:
    if _OUTSIDE.search(url) or not _ADDRESS.match(url):
        mended = _OUTSIDE.sub("", url.strip())
        if not _ADDRESS.match(mended) and (mistyped := _MISTYPED.match(mended)):
            mended = f"https://{mended[mistyped.end() :]}"
        return NotAnAddress, {"suggestion": mended} if _ADDRESS.match(mended) else {}
    if len(url) > MAX_LENGTH:
        return Fragile, {"reason": message("it has more than 2,048 characters")}
    if _ENCODED.search(url):
        mended = _ENCODED.sub(lambda match: quote(match[0]), url)
        return Fragile, {
            "reason": message('it has a space or one of the characters " < > \\ in it'),
            "suggestion": mended,
        }
    return None


def _of_host(url: str) -> tuple[type[Kind], dict[str, str]] | None:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:  # a bracket without its other half, a port beyond 65535, a host that hides a slash
        return NotAnAddress, {}
    if "@" in parts.netloc:
        return Credentials, {"suggestion": url.replace(parts.netloc, parts.netloc.rpartition("@")[2], 1)}
    if not _is_public(host):
        return PrivateHost, {"host": host}
    if _is_deceptive(host):
        punycode = ".".join(map(_punycode, unicodedata.normalize("NFKC", host).split(".")))
        return MixedHost, {"host": host, "punycode": punycode}
    return None


def _is_public(host: str) -> bool:
    labels = host.rstrip(".").split(".")
    if ":" in host or _NUMBER.fullmatch(labels[-1]):
        try:
            address = ipaddress.ip_address(host)
        except ValueError:  # 127.1, 0x7f000001 …: browsers take them for addresses, people do not know them
            return False
        return address.is_global and not address.is_multicast
    return len(labels) > 1 and all(labels) and labels[-1] not in _PRIVATE


def _punycode(label: str) -> str:
    return label if label.isascii() else f"xn--{label.encode('punycode').decode('ascii')}"


def _unicode(label: str) -> str:
    try:
        return label.removeprefix("xn--").encode("ascii").decode("punycode") if label.startswith("xn--") else label
    except UnicodeError:
        return label


@cache
def _is_deceptive(host: str) -> bool:
    """True if a host can be taken for another one, for its letters that are not ASCII's."""
    labels = [_unicode(label) for label in host.split(".")]
    return any(
        is_mixed(label)
        or unicodedata.normalize("NFKC", label) != label
        or (seems_latin(label.replace("-", "")) and labels[-1].isascii())
        for label in labels
    )


def _not_archived(file: str, at: Path, source: Source) -> Finding | None:
    archived = normalised(source.archived or "")
    if archived == normalised(source.url):
        reason = {"reason": message("it is the source's own address")}
        return Finding(NotAnArchive, file, at, reason, related=(file, (*at[:-1], "url")))
    host = archived.partition("/")[0].removeprefix("www.")
    if host not in ARCHIVES:
        return Finding(NotAnArchive, file, at, {"reason": message("its host is none of the known web archives")})
    capture = _CAPTURE.search(source.archived or "")
    if host in _DATED and not capture:
        reason = {"reason": message("the address of a copy has the time of the copy in it, in 14 digits")}
        return Finding(NotAnArchive, file, at, reason)
    if capture and not _is_of(capture[1], source.url):
        reason = {"reason": message("it is the copy of another page")}
        return Finding(NotAnArchive, file, at, reason, related=(file, (*at[:-1], "url")))
    return None


def _is_of(copied: str, url: str) -> bool:
    """True if the page that was copied is the source; archives leave out the scheme or `www.`, or put a port in."""
    with_scheme = copied if "://" in copied else f"https://{copied}"
    return normalised(with_scheme).removeprefix("www.") == normalised(url).removeprefix("www.")
