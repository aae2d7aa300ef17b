"""The store of texts of sources: a file for each, named by the digest of its bytes, and beside it what is known of it.

The texts are others' to publish, so they lie outside of what is committed: in `.snapshots/`, which git passes over, or
in a folder that the environment names, such as a private repository of a newsroom.
"""

import json
import os
import re
import unicodedata
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from site_builder.model.stored_texts import digest_of
from site_builder.runtime.whole_files import write_whole
from site_builder.text.characters import LINE_ENDS, SURROGATES, any_of

FOLDER = ".snapshots"
"""Where texts lie, below the archive's root."""
ELSEWHERE = "CLAIMS_SNAPSHOTS"
"""The variable of the environment that names another folder; a path in it that is not absolute begins at the root."""
_DIGEST = re.compile("sha256:([0-9a-f]{64})")
_LINE_END = re.compile(rf"\r\n|[{LINE_ENDS}\x0b\x0c]")
_HALF = any_of(SURROGATES)


class Store:
    """The texts of an archive's sources by digest, written as records write it: `sha256:…`."""

    def __init__(self, root: Path) -> None:
        self.folder = root / (os.environ.get(ELSEWHERE) or FOLDER)

    def text(self, digest: str) -> str | None:
        """The text of a digest; None where there is none, or where its file holds something else by now."""
        data = self._bytes(digest)
        return data.decode() if data is not None and _digest(data) == digest else None

    def is_damaged(self, digest: str) -> bool:
        """Tell whether the file of a digest holds something else than the text that it was named after."""
        data = self._bytes(digest)
        return data is not None and _digest(data) != digest

    def about(self, digest: str) -> Mapping[str, object]:
        """What is known of a text: from where, when and how it was had; empty where nothing is."""
        try:
            found = json.loads(self._file(digest, "json").read_bytes())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def put(self, text: str, about: Mapping[str, object]) -> str:
        """Keep a text, in its stored form, with what is known of it; return its digest."""
        stored = stored_form(text)
        digest = digest_of(stored)
        self.folder.mkdir(parents=True, exist_ok=True)
        known = json.dumps(about, ensure_ascii=False, indent=1, sort_keys=True)
        write_whole(self._file(digest, "json"), f"{known}\n".encode())
        write_whole(self._file(digest, "txt"), stored.encode())
        return digest

    def _bytes(self, digest: str) -> bytes | None:
        try:
            return self._file(digest, "txt").read_bytes()
        except OSError:
            return None

    def _file(self, digest: str, suffix: str) -> Path:
        match = _DIGEST.fullmatch(digest)
        if not match:
            raise ValueError(f"no digest: {digest}")
        return self.folder / f"{match[1]}.{suffix}"


def stored_form(text: str) -> str:
    """A text as it is stored: composed (NFC), a line for each block, without blanks at its ends and blank lines."""
    whole = unicodedata.normalize("NFC", _HALF.sub("\ufffd", text))
    lines = (line.strip() for line in _LINE_END.split(whole))
    return "".join(f"{line}\n" for line in lines if line)


def _digest(data: bytes) -> str:
    return f"sha256:{sha256(data).hexdigest()}"
