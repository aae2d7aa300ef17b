"""How a text is written so that YAML reads the same text back."""

import json
import re

from site_builder.load import tree

# What libyaml refuses to read, and the line ends that would make a second line unseen.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def quoted(text: str) -> str:
    """A text in double quotation marks, on one line."""
    return _UNWRITABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def line(text: str) -> str:
    """A text as the value of a key: as it is if YAML reads it so, else in quotation marks."""
    return text if reads_as(text, text) else quoted(text)


def reads_as(written: str, text: str) -> bool:
    """Whether what stands behind a key is read as a text and nothing else."""
    if _UNWRITABLE.search(written):
        return False
    root, problems = tree.parse(f"key: {written}\n", "")
    return root is not None and not problems and tree.data(root) == {"key": text}
