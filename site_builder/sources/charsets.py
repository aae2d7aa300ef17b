"""Bytes of a page to its letters, whatever it calls its encoding.

Many a page names none, or another than it has. Labels mean what they mean to browsers (the WHATWG's list): `euc-kr`
and `ks_c_5601-1987` are CP949, which has all syllables of Hangul.
"""

import codecs
import re
from collections.abc import Iterator

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

from site_builder.sources.troubles import Trouble

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_KOREAN = "cp949"
_OURS = {"euc_kr": _KOREAN, "gbk": "gb18030", "shift_jis": "cp932", "big5": "big5hkscs"}
"""Python's names for what browsers read under the names of smaller encodings."""
_OF_ONE_BYTE = re.compile(r"cp125[0-8]|iso-?8859.*|koi8-.*|macroman|mac_roman|cp866|cp874", re.IGNORECASE)
_LABEL = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,500}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE
)
_OF_HEADER = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_HEAD = 8192
"""Bytes at the beginning of a page in which it may name its encoding."""
_HANGUL = re.compile("[가-힣]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_MOST_LOST = 0.02
"""Share of the letters beyond ASCII that may be broken in a page whose others are read."""
_UNREADABLE = "\ufffd"


def decoded(data: bytes, content_type: str = "") -> tuple[str, str]:
    """The text of bytes and the encoding that they are in; `Trouble` where that cannot be told."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name
    named = list(dict.fromkeys(_named(data, content_type)))
    guessed = _python_name(detect_encoding(data, html5_compatible=True) or "")
    for names in (named, [guessed] if guessed else []):
        for read in (_strict, _with_gaps):
            for name in names:
                text = read(data, name)
                if text is not None:
                    return text, name
    raise Trouble("encoding")


def _named(data: bytes, content_type: str) -> Iterator[str]:
    """The encodings that bytes should be in by what they are and by what is said of them, the likeliest first."""
    if b"\0" not in data:
        yield "utf-8"
    korean = _with_gaps(data, _KOREAN)
    is_korean = korean is not None and 2 * len(_HANGUL.findall(korean)) > len(_FOREIGN.findall(korean))
    for label in (_OF_HEADER.search(content_type), _LABEL.search(data, 0, _HEAD)):
        name = _python_name(label[1]) if label else ""
        if name and not (is_korean and _OF_ONE_BYTE.fullmatch(name)):  # which takes any bytes for its own
            yield name
    if is_korean:
        yield _KOREAN


def _python_name(label: str | bytes) -> str:
    """The codec that a label means to browsers; empty if it means none."""
    text = label.decode("ascii", "replace") if isinstance(label, bytes) else label
    lower = text.lower()
    name = _KOREAN if lower in ("cp949", "ms949", "uhc") else map_encoding_to_html5(lower, fallback_utf8=False) or ""
    try:
        return codecs.lookup(_OURS.get(name, name)).name if name else ""
    except LookupError:
        return ""


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeError:
        return None


def _with_gaps(data: bytes, name: str) -> str | None:
    """The text of bytes of which one is broken here and there."""
    text = data.decode(name, "replace")
    return text if text.count(_UNREADABLE) <= _MOST_LOST * len(_FOREIGN.findall(text)) else None
