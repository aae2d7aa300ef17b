"""The text that a problem was found in: where its values stand, and the lines that would be right in their place."""

from collections.abc import Iterator
from functools import cached_property, lru_cache

from site_builder.fix.reading import parsed
from site_builder.fix.yaml_writer import line as written
from site_builder.problems import Edit, Path, Place
from site_builder.read import schema_lookup, yaml_tree
from site_builder.read.schema_lookup import Shape
from site_builder.read.yaml_tree import Mapping, Node, Scalar, Sequence

_CLOSING = {"[": "]", "{": "}"}


class Source:
    """The text of one file, and edits of it."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.lines = text.split("\n")

    @cached_property
    def root(self) -> Node | None:
        """The tree of the text; None where it cannot be read."""
        return parsed(self.text, self.file)[0]

    def line(self, number: int) -> str:
        """One line, counted from 1; empty below the last."""
        return self.lines[number - 1] if number <= len(self.lines) else ""

    @cached_property
    def entries(self) -> "list[tuple[Path, Scalar | None, Node]]":
        """Every value with the way to it and its key, outer ones first."""
        return list(_entries((), self.root)) if self.root else []

    def at(self, place: Place) -> "tuple[Path, Node] | None":
        """The way to the value at a place, or to the one behind the key there."""
        found = [
            (path, node)
            for path, key, node in self.entries
            if (key and _begins(key, place)) or (isinstance(node, Scalar) and _begins(node, place))
        ]
        items = [(path, node) for path, key, node in self.entries if key is None and path and _begins(node, place)]
        return next(iter(found or items), None)

    def beside(self, place: Place) -> Scalar | None:
        """The text at a place, or the one before it on its line."""
        texts = [each for _, _, each in self.entries if isinstance(each, Scalar) and each.place.line == place.line]
        before = [each for each in texts if each.place.column <= place.column]
        return max(before, key=lambda each: each.place.column, default=None)

    def mapping(self, place: Place, key: str) -> "tuple[Path, Mapping] | None":
        """The keys at a place among which another one could stand."""
        entry = self.at(place)
        for path in [entry[0], entry[0][:-1], ()] if entry else [()]:
            node = self.node(path)
            if isinstance(node, Mapping) and key in schema_lookup.order(self.shape(path)):
                return path, node
        return None

    def node(self, path: Path) -> Node | None:
        """The value at the end of a way."""
        return next((node for way, _, node in self.entries if way == path), None)

    def key(self, path: Path) -> Scalar | None:
        """The key in front of the value at the end of a way."""
        return next((key for way, key, _ in self.entries if way == path), None)

    def shape(self, path: Path) -> Shape:
        """Return what the model says of the value at the end of a way."""
        return schema_lookup.shape_at(self.root, path, self.file) if self.root else {}

    def with_value(self, node: Scalar, text: str) -> Edit:
        """Another text in place of one."""
        return self.with_written(node, written(text))

    def with_written(self, node: Scalar, new: str) -> Edit:
        """Something as YAML writes it in place of a text, which stands on the line of its key from then on."""
        number, column = node.place.line, node.place.column
        last, end = node.end
        if end == 1 and last > number:  # a text under `|` ends where the next line begins
            return Edit(number, last - number, (self.line(number)[: column - 1] + new,))
        return Edit(number, last - number + 1, (self.line(number)[: column - 1] + new + self.line(last)[end - 1 :],))

    def between(self, place: Place, start: int, end: int, new: str) -> Edit:
        """Something in place of the columns from `start` up to `end` of a place's line."""
        line = self.line(place.line)
        return Edit(place.line, 1, (line[: start - 1] + new + line[end - 1 :],))

    def end_of(self, number: int, column: int) -> int:
        """The line below what belongs to the key or hyphen in a column of a line."""
        end = number + 1
        for below in range(number + 1, len(self.lines) + 1):
            line = self.line(below)
            indent = len(line) - len(line.lstrip(" "))
            is_item = indent == column - 1 and line.startswith("- ", indent) and self.line(number)[column - 1] != "-"
            if line.strip() and indent < column and not is_item:
                break
            end = below + 1 if line.strip() else end
        return end

    def without(self, path: Path) -> Edit | None:
        """A text without a key and its value, or without an item of a list."""
        key, node = self.key(path), self.node(path)
        if node is None:
            return None
        if key is None:
            return self._without_item(path, node)
        line = self.line(key.place.line)
        before = line[: key.place.column - 1]
        if before.strip():
            return None
        return Edit(key.place.line, self.end_of(key.place.line, key.place.column) - key.place.line)

    def _without_item(self, path: Path, node: Node) -> Edit | None:
        listed = self.node(path[:-1])
        if isinstance(listed, Sequence) and self.flow(listed):
            items = [each.text for each in listed.items if isinstance(each, Scalar)]
            del items[int(path[-1])]
            return self.with_list(path[:-1], items) if items else self.without(path[:-1])
        number = node.place.line
        column = self.line(number).find("-") + 1
        if not column or self.line(number)[: column - 1].strip() or column > node.place.column:
            return None
        if isinstance(listed, Sequence) and len(listed.items) == 1:
            return self.without(path[:-1])
        return Edit(number, self.end_of(number, column) - number)

    def flow(self, node: Node) -> bool:
        """Tell a list or mapping in brackets."""
        line = self.line(node.place.line)
        return line[node.place.column - 1 : node.place.column] in _CLOSING

    def with_list(self, path: Path, items: "list[str]") -> Edit | None:
        """A list in brackets in place of what stands behind a key."""
        key, node = self.key(path), self.node(path)
        if key is None or node is None:
            return None
        number = key.place.line
        line = self.line(number)
        before = line[: key.place.column - 1 + len(key.text)]
        behind = ""
        if isinstance(node, Sequence) and self.flow(node) and node.place.line == number:
            closing = line.find("]", node.place.column)
            if closing < 0:
                return None
            end, behind = number + 1, line[closing + 1 :]
        elif isinstance(node, Scalar) and node.place.line == number == node.end[0]:
            end, behind = number + 1, line[node.end[1] - 1 :]
        else:
            end = self.end_of(number, key.place.column)
        return Edit(number, end - number, (f"{before}: [{', '.join(items)}]{behind}",))


@lru_cache(maxsize=8)
def source(text: str, file: str) -> Source:
    """The source of a file; several problems of it share one."""
    return Source(text, file)


def _entries(path: Path, node: Node, key: Scalar | None = None) -> "Iterator[tuple[Path, Scalar | None, Node]]":
    yield path, key, node
    if isinstance(node, Mapping):
        for name, value in node.values.items():
            yield from _entries((*path, name), value, node.keys[name])
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from _entries((*path, number), item)


def _begins(node: Node, place: Place) -> bool:
    return (node.place.line, node.place.column) == (place.line, place.column)


def readable(edit: Edit, source: Source) -> bool:
    """Tell whether a file can be read with an edit, or could not be read without it either."""
    changed = "\n".join(edit.applied(source.lines))
    return source.root is None or yaml_tree.parse(changed, source.file)[0] is not None
