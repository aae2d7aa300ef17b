"""Where an address led to: a page of text, or something in its place."""

import re
from collections.abc import Mapping

from site_builder.model.addresses import normalised
from site_builder.sources.fetch import Answer
from site_builder.sources.troubles import Kind, Trouble

_KINDS: Mapping[int, Kind] = {401: "login", 402: "login", 407: "login", 404: "gone", 408: "failing", 410: "gone"}
"""What a status says, where it is not what its hundred says."""
_WITH_TEXT = frozenset([200, 203])
_TEXTS = frozenset(["text/html", "application/xhtml+xml", "text/plain", "text/xml", "application/xml", ""])
_NO_TEXT = {
    b"%PDF-": "PDF",
    b"\xd0\xcf\x11\xe0": "HWP, DOC",
    b"HWP Document File": "HWP",
    b"PK\x03\x04": "HWPX, DOCX",
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"GIF8": "GIF",
    b"\xff\xd8\xff": "JPEG",
    b"RIFF": "WebP",
}
"""The beginnings of files that servers send under any type, and what they are."""
_FRONT = re.compile(r"[^/?]+(?:/(?:index\.\w+|main|home|[a-z]{2}(?:[-_][a-zA-Z]{2})?))?")
"""An address of a front page, as addresses are compared."""
_CONSENT = re.compile(r"^(?:consent|guce|cmp)\.|/(?:consent|cookie-?wall|privacy-?gate)(?:[/?]|$)", re.IGNORECASE)


def type_of(headers: Mapping[str, str]) -> str:
    """The type of an answer, in small letters, without what is said behind it."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def is_text(status: int, headers: Mapping[str, str]) -> bool:
    """Tell whether an answer may hold a text, so that its body is worth reading."""
    return status in _WITH_TEXT and type_of(headers) in _TEXTS


def judge(asked: str, answer: Answer) -> None:
    """Raise the `Trouble` of an answer that is no page of text, or not the page that was asked for."""
    if answer.status not in _WITH_TEXT:
        fallback: Kind = "forbidden" if 400 <= answer.status < 500 else "failing"
        raise Trouble(_KINDS.get(answer.status, fallback), str(answer.status))
    if type_of(answer.headers) not in _TEXTS:
        raise Trouble("format", type_of(answer.headers))
    refuse_files(answer.body)
    here = normalised(answer.url)
    if _CONSENT.search(here):
        raise Trouble("consent")
    if _FRONT.fullmatch(here) and not _FRONT.fullmatch(normalised(asked)):
        raise Trouble("front-page")


def refuse_files(data: bytes) -> None:
    """Raise a `Trouble` for what is no text, whatever it is called."""
    start = data[:512].lstrip()
    for mark, name in _NO_TEXT.items():
        if start.startswith(mark):
            raise Trouble("format", name)
