"""Extraction of the message ids from our Python: a method for `pybabel extract`.

Babel's own reads calls only; a `Kind` says what it has to say in its docstring and its attributes, a command in its
docstring, and an option in its `help`.
"""

import ast
from collections.abc import Collection, Iterator, Mapping
from typing import IO, Any

from site_builder.problems import paragraphs, why

_ONE_MESSAGE = ("text", "sentence", "message", "ValueError")
_TWO_MESSAGES = ("plural", "plural_forms")

Message = tuple[int, str, str | tuple[str, str], list[str]]


def extract(
    file: IO[bytes], keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Message]:
    """Every message id of a module as (line, function, id or ids, comments)."""
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
            texts = [text for part in node.args if (text := _text(part))]
            if name in _TWO_MESSAGES and len(texts) >= 2:
                yield node.lineno, "ngettext", (texts[0], texts[1]), []
            elif name in _ONE_MESSAGE and texts:
                yield node.lineno, "gettext", texts[0], []
            for text in (_text(keyword.value) for keyword in node.keywords if keyword.arg == "help"):
                if text:
                    yield node.lineno, "gettext", text, []
        elif isinstance(node, ast.FunctionDef) and any(map(_makes_command, node.decorator_list)):
            for text in paragraphs(ast.get_docstring(node) or ""):
                yield node.lineno, "gettext", text, []
        elif isinstance(node, ast.ClassDef) and any(getattr(base, "id", "") == "Kind" for base in node.bases):
            texts = [text for part in node.body if isinstance(part, ast.Assign) and (text := _text(part.value))]
            for text in (*why(ast.get_docstring(node) or ""), *texts[1:]):  # the first is the code
                yield node.lineno, "gettext", text, []


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _makes_command(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and getattr(decorator.func, "attr", "") in ("command", "group")
