"""Values put into a record that is there already: everything else about its file stays as its author made it."""

import codecs
import dataclasses
from collections.abc import Mapping

from site_builder.fix.yaml_writer import line
from site_builder.model.records import Source
from site_builder.problems import Path
from site_builder.read import files, yaml_tree
from site_builder.text.quoting import quoted

_ORDER = [field.name for field in dataclasses.fields(Source)]
_FLOW_MARKS = frozenset(",[]{}")


def with_source_values(data: bytes, file: str, way: Path, values: Mapping[str, str]) -> bytes | None:
    """A record's bytes with these values of the source at the end of a way; None where that cannot be done for certain.

    A value takes the place of the old one, and a comment behind it stays; a new one stands where its key belongs.
    """
    text, problems = files.decode(data, file)
    if any(problem.is_error for problem in problems):
        return None
    for key, value in values.items():
        better = _with(text, file, way, key, value)
        if better is None:
            return None
        text = better
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark + (text.replace("\n", "\r\n") if b"\r\n" in data else text).encode("utf-8")


def _with(text: str, file: str, way: Path, key: str, value: str) -> str | None:
    root, before = yaml_tree.parse(text, file)
    source = _at(root, way)
    if root is None or not isinstance(source, yaml_tree.Mapping):
        return None
    expected = yaml_tree.data(root)
    _set(expected, way, key, value)
    lines = text.split("\n")
    keys_above = [each for each in source.keys if each in _ORDER and _ORDER.index(each) < _ORDER.index(key)]
    old, above = source.values.get(key), source.values.get(max(keys_above, key=_ORDER.index, default=""))
    if isinstance(old, yaml_tree.Scalar):
        _replace(lines, old, value, _is_flow(lines, source))
    elif isinstance(above, yaml_tree.Scalar):
        _insert(lines, source, above, key, value)
    else:
        return None
    changed = "\n".join(lines)
    found, after = yaml_tree.parse(changed, file)
    is_right = found is not None and len(after) <= len(before) and yaml_tree.data(found) == expected
    return changed if is_right else None


def _insert(lines: list[str], source: yaml_tree.Mapping, above: yaml_tree.Scalar, key: str, value: str) -> None:
    """Put a key behind the value that it belongs behind: on a line of its own, or in the same braces."""
    number, column = above.end
    if _is_flow(lines, source):
        whole = lines[number - 1]
        lines[number - 1] = f"{whole[: column - 1]}, {key}: {_written(value, True)}{whole[column - 1 :]}"
    else:
        margin = " " * (source.place.column - 1)
        behind = number if column > 1 else number - 1
        lines.insert(behind, f"{margin}{key}: {_written(value, False)}")


def _replace(lines: list[str], old: yaml_tree.Scalar, value: str, is_flow: bool) -> None:
    """Put another value in the place of one; what stands behind it stays, and is kept apart from it by marks."""
    start, (number, column) = old.place, old.end
    before, behind = lines[start.line - 1][: start.column - 1], lines[number - 1][column - 1 :]
    written = quoted(value) if behind.lstrip().startswith("#") else _written(value, is_flow)
    lines[start.line - 1 : number] = [before + written + behind]


def _written(value: str, is_flow: bool) -> str:
    return quoted(value) if is_flow and not _FLOW_MARKS.isdisjoint(value) else line(value)


def _is_flow(lines: list[str], node: yaml_tree.Mapping) -> bool:
    return lines[node.place.line - 1][node.place.column - 1] == "{"


def _at(root: yaml_tree.Node | None, way: Path) -> yaml_tree.Node | None:
    node = root
    for step in way:
        node = node.values.get(str(step)) if isinstance(node, yaml_tree.Mapping) else None
    return node


def _set(data: object, way: Path, key: str, value: str) -> None:
    for step in way:
        data = data[step] if isinstance(data, dict) else None
    if isinstance(data, dict):
        data[key] = value
