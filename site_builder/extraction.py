"""How `pybabel extract` finds the message ids in our Python: an extraction method in Babel's sense.

Babel's own reads one call as one message; a `Kind` has up to three.
"""

import ast
from collections.abc import Collection, Iterator, Mapping
from typing import IO, Any

_ONE_MESSAGE = ("text", "sentence", "message", "ValueError")

Message = tuple[int, str, str | tuple[str, str], list[str]]


def extract(
    file: IO[bytes], keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Message]:
    """Every message id of a module as (line, function, id or ids, comments)."""
    for node in ast.walk(ast.parse(file.read())):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
        texts = [part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        if name == "plural" and len(texts) >= 2:
            yield node.lineno, "ngettext", (texts[0], texts[1]), []
        elif name in _ONE_MESSAGE and texts:
            yield node.lineno, "gettext", texts[0], []
        elif name == "Kind":
            for text in texts[1:]:  # the first is the code
                yield node.lineno, "gettext", text, []
