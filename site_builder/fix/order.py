"""Keys in the order of the model: whole lines change places, comments go with the key that they stand above.

Nothing is written anew, so that everything else about a file stays as its author made it.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from site_builder.fix.reading import parsed
from site_builder.read import schema_lookup, yaml_tree
from site_builder.read.modeline import is_modeline
from site_builder.read.schema_lookup import Shape

_BARE_DASH = re.compile(r"\s*-\s*(#.*)?")


def in_order(text: str, file: str) -> str:
    """A record's text with the keys of every mapping in order."""
    root, _ = parsed(text, file)
    if root is None:
        return text
    lines = text.split("\n")
    _Arrangement(lines, file).arrange(root, schema_lookup.of_file(file), _Region(-1, _end_of_record(lines)))
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class _Region:
    """The lines of a value: from that of its key or dash (-1: of the file) up to, not including, `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Arrangement:
    """Lines that change places. What is inside is arranged first, and no region changes its size by it."""

    lines: list[str]
    file: str

    def arrange(self, node: yaml_tree.Node, shape: Shape, region: _Region) -> None:
        shape = schema_lookup.resolved(shape, node, self.file)
        if isinstance(node, yaml_tree.Scalar):
            return
        if self._is_flow(node):
            self._arrange_flow(node, shape)
        elif isinstance(node, yaml_tree.Sequence):
            for item, part in zip(node.items, self._items(node, region), strict=True):
                self.arrange(item, shape.get("items", {}), part)
        else:
            starts = self._starts(node, region)
            end = self._above(region.end, list(node.keys.values())[-1].place.line - 1, node.place.column)
            ends = [*starts[1:], end]
            for (key, value), stop in zip(node.values.items(), ends, strict=True):
                line = node.keys[key].place.line - 1
                self.arrange(value, schema_lookup.below(shape, key), _Region(line, stop))
            ranked = _ranked(list(node.keys), schema_lookup.order(shape))
            if ranked != sorted(ranked):
                self._move(node, ranked, starts, end)

    def _is_flow(self, node: yaml_tree.Sequence | yaml_tree.Mapping) -> bool:
        return self.lines[node.place.line - 1][node.place.column - 1] in "[{"

    def _items(self, node: yaml_tree.Sequence, region: _Region) -> list[_Region]:
        """The regions of a list's items, each from the line of its dash."""
        dashes: list[int] = []
        for item in node.items:
            line = item.place.line - 1
            if "-" not in self.lines[line][: item.place.column - 1]:
                above = range(line - 1, region.start, -1)
                line = next((number for number in above if _BARE_DASH.fullmatch(self.lines[number])), line)
            dashes.append(line)
        starts = [self._above(line, before, node.place.column) for before, line in pairwise(dashes)]
        return [_Region(dash, end) for dash, end in zip(dashes, [*starts, region.end], strict=True)]

    def _starts(self, node: yaml_tree.Mapping, region: _Region) -> list[int]:
        """The lines at which the entries of a mapping begin, with the comments above their keys."""
        lines = [key.place.line - 1 for key in node.keys.values()]
        column = node.place.column
        first = lines[0] if region.start == lines[0] else self._above(lines[0], region.start, column)
        if region.start == -1:
            first = _after_header(self.lines, first, lines[0])
        return [first, *(self._above(line, before, column) for before, line in pairwise(lines))]

    def _above(self, line: int, before: int, column: int) -> int:
        """The first of the comments and blank lines above a line that belong to it, and not to the entry before.

        Those further right than the key end that entry, or are words of its text.
        """
        start = line
        while start - 1 > before and _is_gap(self.lines[start - 1]):
            start -= 1
        for number in range(start, line):
            text = self.lines[number]
            if text.strip() and before >= 0 and _indent(text) >= column:
                start = number + 1
            elif text.strip():
                break
        return start

    def _move(self, node: yaml_tree.Mapping, ranked: list[tuple[int, int]], starts: list[int], end: int) -> None:
        """Put the entries of a block mapping in order of their ranks."""
        keys = list(node.keys.values())
        column = keys[0].place.column - 1
        prefix = self.lines[keys[0].place.line - 1][:column]  # "  - " for the first key of a list's item
        if prefix.strip(" -") or any(self.lines[key.place.line - 1][:column].strip() for key in keys[1:]):
            return
        chunks = [self.lines[start:stop] for start, stop in zip(starts, [*starts[1:], end], strict=True)]
        first = keys[0].place.line - 1 - starts[0]
        chunks[0][first] = " " * column + chunks[0][first][column:]
        order = [number for _, number in sorted(ranked)]
        if order[0] != 0:
            _give_blank_lines(chunks[order[0]], chunks[0])
        moved = [line for number in order for line in chunks[number]]
        if prefix.strip():
            _begin_item(moved, prefix)
        self.lines[starts[0] : end] = moved

    def _arrange_flow(self, node: yaml_tree.Sequence | yaml_tree.Mapping, shape: Shape) -> None:
        """Put entries in braces in order if they stand on one line; what separates them stays where it is."""
        if isinstance(node, yaml_tree.Sequence):
            for item in node.items:
                self.arrange(item, shape.get("items", {}), _Region(0, 0))
            return
        ends = [self._end(value) for value in node.values.values()]
        for key, value in node.values.items():
            self.arrange(value, schema_lookup.below(shape, key), _Region(0, 0))
        ranked = _ranked(list(node.keys), schema_lookup.order(shape))
        number = node.place.line - 1
        spans = [
            (key.place.column - 1, end[1])
            for key, end in zip(node.keys.values(), ends, strict=True)
            if end and end[0] == number == key.place.line - 1
        ]
        if ranked == sorted(ranked) or len(spans) < len(ends):
            return
        line = self.lines[number]
        order = [place for _, place in sorted(ranked)]
        between = [line[stop:start] for (_, stop), (start, _) in pairwise(spans)] + [""]
        moved = "".join(line[slice(*spans[place])] + after for place, after in zip(order, between, strict=True))
        self.lines[number] = line[: spans[0][0]] + moved + line[spans[-1][1] :]

    def _end(self, node: yaml_tree.Node) -> tuple[int, int] | None:
        """Line and column where a value in brackets or braces ends, if that can be told."""
        number, start = node.place.line - 1, node.place.column - 1
        line = self.lines[number]
        if isinstance(node, yaml_tree.Scalar):
            stop = start + node.place.length
            return (number, stop) if node.place.length > 1 or line[start:stop] == node.text else None
        inside = list(node.items if isinstance(node, yaml_tree.Sequence) else node.values.values())
        last = self._end(inside[-1]) if inside else (number, start + 1)
        if last is None or last[0] != number:
            return None
        closing = re.compile(r"[\s,]*[\]}]").match(line, last[1])
        return (number, closing.end()) if closing else None


def _ranked(keys: list[str], order: list[str]) -> list[tuple[int, int]]:
    """Each key's place in the order, then where it stands; an unknown key goes with the one before it."""
    ranks, rank = [], -1
    for number, key in enumerate(keys):
        rank = order.index(key) if key in order else rank
        ranks.append((rank, number))
    return ranks


def _give_blank_lines(source: list[str], target: list[str]) -> None:
    """Move the blank lines that an entry begins with to the entry whose place it takes."""
    count = next(number for number, line in enumerate(source) if line.strip())
    target[:0] = source[:count]
    del source[:count]


def _begin_item(moved: list[str], prefix: str) -> None:
    """Put a list item's dash before its first key, and what stands above that key above the dash."""
    number = next(number for number, line in enumerate(moved) if not _is_gap(line))
    margin = prefix[: prefix.index("-")]
    moved[:number] = [f"{margin}{line.strip()}".rstrip() for line in moved[:number]]
    moved[number] = prefix + moved[number][len(prefix) :]


def _after_header(lines: list[str], first: int, key: int) -> int:
    """The line at which the first entry of a file begins: comments above a blank line, and those for editors, stay."""
    for number in range(first, key):
        if not lines[number].strip() or is_modeline(lines[number]):
            first = number + 1
    return first


def _end_of_record(lines: list[str]) -> int:
    """The line at which the record ends: that of the mark `...` if only comments follow it."""
    last = next((number for number in range(len(lines) - 1, -1, -1) if not _is_gap(lines[number])), 0)
    return last if lines[last].rstrip() == "..." else len(lines)


def _is_gap(line: str) -> bool:
    """Tell whether a line is blank or a comment, as far as one line can tell."""
    return not line.strip() or line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
