"""What the steps ask of the web besides GitHub's API: pages of the archive's own site, and a list of weaknesses.

Both hosts are known beforehand; pages of others are read by `sources` alone.
"""

import http.client
import json
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

_AGENT = "claim-archive"
_SECONDS = 20.0
"""Time in which a host must say something."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered: no more of its body than was asked for. Without a status there is a reason."""

    status: int | None
    body: bytes = b""
    reason: str = ""


def get(url: str, site: str, limit: int) -> Answer:
    """Ask for a page of a site; it may lead on within the site only, whose address ends in a slash."""
    request = urllib.request.Request(url, headers={"User-Agent": _AGENT, "Cache-Control": "no-cache"})
    return _asked(urllib.request.build_opener(_WithinSite(site)), request, limit)


def post(url: str, value: Mapping[str, object], limit: int) -> Answer:
    """Send a value as JSON."""
    headers = {"User-Agent": _AGENT, "Content-Type": "application/json"}
    request = urllib.request.Request(url, json.dumps(value).encode(), headers)
    return _asked(urllib.request.build_opener(), request, limit)


class _WithinSite(urllib.request.HTTPRedirectHandler):
    """Follows no answer that leads out of a site; from http to https is no way out."""

    max_redirections = 3

    def __init__(self, site: str) -> None:
        self._site = urlsplit(site)

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        new = urlsplit(newurl)
        is_within = new.hostname == self._site.hostname and new.path.startswith(self._site.path)
        if not is_within or (new.scheme, self._site.scheme) == ("http", "https"):
            raise URLError(f"{code} → {newurl}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _asked(opener: urllib.request.OpenerDirector, request: urllib.request.Request, limit: int) -> Answer:
    try:
        with opener.open(request, timeout=_SECONDS) as answer:
            return Answer(answer.status, answer.read(limit))
    except HTTPError as error:
        with error:
            return Answer(error.code, error.read(limit))
    except URLError as error:
        return Answer(None, reason=str(error.reason))
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Answer(None, reason=f"{type(error).__name__}: {error}")
