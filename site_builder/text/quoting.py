"""Put a text in quotation marks so that YAML reads exactly this text."""

import json
import re

from site_builder.text.characters import NOT_TEXT, any_of

UNWRITABLE = any_of(NOT_TEXT)
"""Characters that YAML reads back only when they are written as escapes."""
_NEEDS_ESCAPES = any_of(r"\t\n", NOT_TEXT)


def quoted(text: str) -> str:
    """A text in quotation marks, on one line: in the marks that leave it as it is, if one kind of them does."""
    if re.search(r'["\\]', text) and not _NEEDS_ESCAPES.search(text):
        return "'" + text.replace("'", "''") + "'"
    return UNWRITABLE.sub(lambda match: _escaped(ord(match[0])), json.dumps(text, ensure_ascii=False))


def _escaped(number: int) -> str:
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"
