"""Links that everybody can follow, and that lead where they seem to lead."""

import ipaddress
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from urllib.parse import quote, urlsplit

from site_builder.checks.context import Context
from site_builder.checks.references import sources
from site_builder.checks.text import is_mixed, seems_latin
from site_builder.model import Source
from site_builder.problems import Finding, Kind, Path, message

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

MAX_LENGTH = 2_048
_ORDINARY = re.compile(r"https?://((?:[a-z0-9-]+\.)+)([a-z]{2,})(?:[/?#][!#-;=?-\[\]^-~]*)?")
"""An address that needs no closer look if its top-level domain is public and no label is punycode."""
_ADDRESS = re.compile(r"https?://[^/?#\\\s]", re.IGNORECASE)
_OUTSIDE = re.compile(r"^[\s\x00-\x1f\x7f]|[\x00-\x1f\x7f]|[\s\x00-\x1f\x7f]$")
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
_TRACKING = re.compile(r"(?:utm_\w+|mc_[ce]id|_ga|_gl|igshid|igsh|[a-z]{0,2}clid|gclsrc|yclid|ref_src|si)=.*")


class NotAnAddress(Kind):
    """A link leads to a page of the web: it begins with https:// or http://. Anything else leads nowhere or runs code.

    Wrong:
        reports:
          - url: www.example.org/news/ships-held-late
            publisher: avel-post

    Right:
        reports:
          - url: https://www.example.org/news/ships-held-late
            publisher: avel-post
    """

    code = "E601"
    message = "this is not the address of a web page"
    help = "write {suggestion}"
    otherwise = "copy the whole address from the browser; it begins with https:// or http://"


class Credentials(Kind):
    """An address with a name or a password in front of the host gives away an account, or hides where it leads.

    Wrong:
        reports:
          - url: https://reader:secret@example.org/news/ships-held-late
            publisher: avel-post

    Right:
        reports:
          - url: https://example.org/news/ships-held-late
            publisher: avel-post
    """

    code = "E602"
    message = "the address holds a user name or a password"
    help = "write {suggestion}; if the password was real, change it"


class PrivateHost(Kind):
    """Readers must be able to open the page. An address of one's own computer or office works for nobody else.

    Wrong:
        reports:
          - url: http://192.168.0.12/scans/ships-held-late.html
            publisher: avel-post

    Right:
        reports:
          - url: https://example.org/news/ships-held-late
            publisher: avel-post
    """

    code = "E603"
    message = "{host} is not a host of the public web"
    help = "write the address under which everybody can open the page"


class Fragile(Kind):
    """An address with spaces, quotation marks, <, > or backslashes, or a very long one, breaks when it is copied.

    Wrong:
        reports:
          - url: "https://example.org/news/ships held late"
            publisher: avel-post

    Right:
        reports:
          - url: https://example.org/news/ships%20held%20late
            publisher: avel-post
    """

    code = "E604"
    message = "the address does not work everywhere: {reason}"
    help = "write {suggestion}"
    otherwise = "find a shorter address of the page, for example under Share or Permalink"


class MixedHost(Kind):
    r"""A host whose name mixes alphabets, or only looks like Latin letters, pretends to be another site.

    Wrong:
        reports:
          - url: "https://ex\u0430mple.org/news/ships-held-late"
            publisher: avel-post

    Right:
        reports:
          - url: https://example.org/news/ships-held-late
            publisher: avel-post
    """

    code = "E605"
    message = "the host {host} has look-alike letters; to a browser it is {punycode}"
    help = "type the host again, all of it with one keyboard"


class NotAnArchive(Kind):
    """Pages vanish or change. A copy in a web archive stays, and shows the page as it was when it was quoted.

    Wrong:
        reports:
          - url: https://example.org/news/ships-held-late
            publisher: avel-post
            archived: https://example.org/news/ships-held-late

    Right:
        reports:
          - url: https://example.org/news/ships-held-late
            publisher: avel-post
            archived: https://web.archive.org/web/20310315000000/https://example.org/news/ships-held-late
    """

    code = "E606"
    message = "this is no archived copy of the source: {reason}"
    help = "save the page at web.archive.org/save and write the address of the copy, or remove the key"


def unfit_addresses(context: Context) -> Iterator[Finding]:
    """Every link of a claim leads to a public page of the web; one to an archived copy leads to an archive."""
    for claim in context.archive.claims.values():
        for at, source in sources(claim):
            if finding := _unfit(claim.file, (*at, "url"), source.url):
                yield finding
            if source.archived:
                at = (*at, "archived")
                archived = _unfit(claim.file, at, source.archived) or _not_archived(claim.file, at, source)
                if archived:
                    yield archived


def normalised(url: str) -> str:
    """An address for comparison: without scheme, fragment, tracking parameters and a slash at the end."""
    rest = url.partition("://")[2].partition("#")[0]
    path, mark, query = rest.partition("?")
    host, slash, path = path.partition("/")
    kept = "&".join(part for part in query.split("&") if not _TRACKING.fullmatch(part)) if mark else ""
    return f"{host.lower()}{slash}{path}".rstrip("/") + (f"?{kept}" if kept else "")


def _unfit(file: str, at: Path, url: str) -> Finding | None:
    """What is wrong with an address: the first thing only, since the rest depends on it."""
    match = _ORDINARY.fullmatch(url)
    if match and len(url) <= MAX_LENGTH and match[2] not in _PRIVATE and "xn--" not in match[1]:
        return None
    found = _of_form(url) or _of_host(url)
    return Finding(found[0], file, at, found[1]) if found else None


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
    """Whether a host can be taken for another one for its letters that are not ASCII's."""
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
    if archived.partition("/")[0].removeprefix("www.") not in ARCHIVES:
        return Finding(NotAnArchive, file, at, {"reason": message("its host is none of the known web archives")})
    return None
