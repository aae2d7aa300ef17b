"""Values to a record's YAML, such that reading it gives the same values: the only writer of records."""

import re
from collections.abc import Iterator, Mapping, Sequence

from site_builder.model.records import ID
from site_builder.read import yaml_tree
from site_builder.read.modeline import modeline
from site_builder.text.characters import width
from site_builder.text.quoting import UNWRITABLE, quoted

Value = str | Sequence["Value"] | Mapping[str, "Value"]
"""Values of a record: text, lists and mappings, as a YAML reader gives them."""

_COLUMNS = 88
_FORMED = frozenset(["said", "published", "accessed", "value", "min", "max", "reviewed"])
"""Keys whose values are written as they are, though other readers of YAML take them for dates, numbers or truth."""
_NOT_TEXT_ELSEWHERE = re.compile(r"~|null|true|false|yes|no|on|off|[yn]|[-+.]?[0-9][-+.:,_0-9a-fxo]*|=", re.IGNORECASE)


def record(file: str, values: Mapping[str, Value]) -> str:
    """Write a record's file: the first line leads editors to its schema, then the keys as they come."""
    return "\n".join([modeline(file), *_entries(values, 0), ""])


def line(text: str) -> str:
    """Write a text behind its key: as it is if YAML reads it so, else in quotation marks."""
    return text if reads_as(text, text) else quoted(text)


def folded(text: str, indent: int) -> str:
    """Write a text under `>-`, in lines that are easily read; in quotation marks where folding would change it."""
    paragraphs = re.sub(r"\n+", lambda breaks: breaks[0] + "\n", text).split("\n")
    lines = [line for paragraph in paragraphs for line in _wrapped(paragraph, _COLUMNS - indent)]
    block = "\n".join([">-", *(f"{' ' * indent}{line}".rstrip(" ") for line in lines)])
    has_loose_ends = re.search(r"^[ \t]|[ \t]$", text, re.MULTILINE)
    return block if not has_loose_ends and reads_as(block, text) else quoted(text)


def reads_as(written: str, text: str) -> bool:
    """Tell whether YAML reads exactly this text from what is written behind a key."""
    if UNWRITABLE.search(written):
        return False
    root, problems = yaml_tree.parse(f"key: {written}\n", "")
    return root is not None and not problems and yaml_tree.data(root) == {"key": text}


def _entries(values: Mapping[str, Value], indent: int) -> Iterator[str]:
    margin = " " * indent
    for key, value in values.items():
        if isinstance(value, str):
            yield f"{margin}{key}: {_scalar(key, value, indent + 2)}"
        elif isinstance(value, Mapping):
            yield f"{margin}{key}:"
            yield from _entries(value, indent + 2)
        else:
            yield from _list(key, value, margin)


def _list(key: str, items: Sequence[Value], margin: str) -> Iterator[str]:
    ids = [item for item in items if isinstance(item, str) and re.fullmatch(ID, item)]
    if len(ids) == len(items):
        yield f"{margin}{key}: [{', '.join(ids)}]"
        return
    yield f"{margin}{key}:"
    for item in items:
        lines = _entries(item, len(margin) + 4) if isinstance(item, Mapping) else [_scalar(key, str(item), 0)]
        first, *rest = lines
        yield f"{margin}  - {first.lstrip(' ')}"
        yield from rest


def _scalar(key: str, text: str, indent: int) -> str:
    if key == "text":
        return folded(text, indent)
    if key not in _FORMED and _NOT_TEXT_ELSEWHERE.fullmatch(text):
        return quoted(text)
    return line(text)


def _wrapped(paragraph: str, columns: int) -> Iterator[str]:
    """The words of a paragraph in lines; only single spaces are places to break at."""
    line = ""
    for part in re.split(r"(?<=[^ ]) (?=[^ ])", paragraph):
        if line and width(line) + 1 + width(part) > columns:
            yield line
            line = part
        else:
            line = f"{line} {part}" if line else part
    yield line
