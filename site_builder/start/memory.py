"""The memory of an archive: what its owner chose, and each file as it was written, by its digest."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from site_builder.start.choices import Choices

FILE = ".claims-init.json"


class Forgotten(Exception):
    """An archive has no memory of how it was begun, or one that cannot be read."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered: `files` are digests by path, `version` is that of the generator that wrote them."""

    version: str
    choices: Choices
    files: Mapping[str, str]

    def as_bytes(self) -> bytes:
        """Return the file that keeps it."""
        values = {
            "generator": self.version,
            "answers": self.choices.as_json(),
            "files": dict(sorted(self.files.items())),
        }
        return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()


def read(root: Path) -> Memory:
    """Read the memory of an archive; `Forgotten` if there is none."""
    try:
        values = json.loads((root / FILE).read_text("utf-8"))
        files = {str(path): str(each) for path, each in values["files"].items()}
        return Memory(str(values["generator"]), Choices.of_json(values["answers"]), files)
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise Forgotten(str(root / FILE)) from error


def digest(data: bytes) -> str:
    """Return the digest by which a file is known again."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"
