"""How a text is put in quotation marks so that YAML reads exactly this text."""

import json
import re

# What libyaml refuses to read, and the line ends that would make a second line unseen.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_NEEDS_ESCAPES = re.compile(rf"[\t\n]|{UNWRITABLE.pattern}")


def quoted(text: str) -> str:
    """A text in quotation marks, on one line: in the marks that leave it as it is, if one kind of them does."""
    if re.search(r'["\\]', text) and not _NEEDS_ESCAPES.search(text):
        return "'" + text.replace("'", "''") + "'"
    return UNWRITABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))
