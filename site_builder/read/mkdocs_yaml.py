"""A `mkdocs.yml` as MkDocs reads it: with what it inherits, and the environment's values where it asks for them.

What only an engine understands, such as `!!python/name:`, is passed over here and passed on to it as it is.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from yaml.representer import SafeRepresenter
from yaml_env_tag import construct_env_tag

from site_builder.problems import Place

Node = yaml.MappingNode
Mark = yaml.Mark
_EXTENSIONS = "markdown_extensions"
_TEXT, _LIST, _MAP = "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"


class NoSettings(Exception):
    """A file holds no settings; `error` says why, if YAML or the system does."""

    def __init__(self, file: Path, error: Exception | None = None) -> None:
        super().__init__(str(file))
        self.file = file
        self.error = error


class _Loader(yaml.CSafeLoader):
    """Reads `!ENV`, and passes over all other tags."""


_Loader.add_multi_constructor("", lambda loader, tag, node: None)
_Loader.add_constructor("!ENV", construct_env_tag)


def compose(file: Path, heirs: frozenset[Path] = frozenset()) -> Node:
    """Read the settings of a file, merged into those that it inherits."""
    try:
        with file.open("rb") as stream:
            node = yaml.compose(stream, yaml.CSafeLoader)
        if isinstance(node, Node):
            plain(node)  # fails where a key is a list
    except (OSError, yaml.YAMLError) as error:
        raise NoSettings(file, error) from error
    if not isinstance(node, Node) or file in heirs:
        raise NoSettings(file)
    parent = value(node, "INHERIT")
    return _merged(compose(file.parent / parent.value, heirs | {file}), _without(node, ["INHERIT"])) if parent else node


def value(node: Node, name: str) -> yaml.Node | None:
    """Return the node of one setting."""
    return next((each for key, each in node.value if key.value == name), None)


def files(node: Node) -> list[Path]:
    """Return the files that the settings were read from."""
    return [Path(name) for name in dict.fromkeys(key.start_mark.name for key, _ in node.value)]


def mark(node: Node, name: str) -> yaml.Mark | None:
    """Return where the value of a setting begins."""
    found = value(node, name)
    return found.start_mark if found else None


def place(node: yaml.Node) -> Place:
    """Return where a node stands; one of several lines, where it begins."""
    start, end = node.start_mark, node.end_mark
    length = max(1, end.column - start.column) if end.line == start.line else 1
    return Place(Path(start.name).name, start.line + 1, start.column + 1, length)


def plain(node: yaml.Node) -> Any:
    """Return the plain values of a node; None for what only an engine understands."""
    loader = _Loader("")
    try:
        return loader.construct_document(node)
    finally:
        loader.dispose()


def plugins(node: Node) -> dict[str, yaml.Node]:
    """Return the plugins by name, each as it stands in a list of them."""
    return {_name(plugin): plugin for plugin in _listed(node, "plugins")}


def option(node: Node, plugin: str, name: str) -> yaml.Node | None:
    """Return the node of an option of a plugin."""
    options = _value_in(plugins(node).get(plugin), plugin)
    return _value_in(options, name)


def at(node: yaml.Node | None, *names: str) -> yaml.Node | None:
    """Return the node at the end of a way through mappings; None where it leads nowhere."""
    for name in names:
        node = _value_in(node, name)
    return node


def items(node: yaml.Node | None) -> list[yaml.Node]:
    """Return the nodes of a list; what is no list is the only one of its own, and nothing is none."""
    if node is None or plain(node) is None:
        return []
    return node.value if isinstance(node, yaml.SequenceNode) else [node]


def _value_in(node: yaml.Node | None, name: str) -> yaml.Node | None:
    return value(node, name) if isinstance(node, Node) else None


def nav(node: yaml.Node | None, title: str = "") -> Iterator[tuple[yaml.ScalarNode, str]]:
    """Yield the entries of a part of `nav` in order, each with its title, which may be empty."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from nav(item)
    elif isinstance(node, Node):
        for key, each in node.value:
            yield from nav(each, key.value)
    elif isinstance(node, yaml.ScalarNode):
        yield node, title


def dump(
    node: Node, changes: Mapping[str, object], without: Collection[str], without_plugin: str, extensions: Iterable[str]
) -> str:
    """Write settings as YAML: with some other values, mappings among which are merged into the old ones.

    `extensions` of Markdown come behind those that there are.
    """
    others = [plugin for name, plugin in plugins(node).items() if name != without_plugin]
    kept = [(yaml.ScalarNode(_TEXT, "plugins"), yaml.SequenceNode(_LIST, others))]
    if extensions:
        all_extensions = [*_listed(node, _EXTENSIONS), *(yaml.ScalarNode(_TEXT, name) for name in extensions)]
        kept.append((yaml.ScalarNode(_TEXT, _EXTENSIONS), yaml.SequenceNode(_LIST, all_extensions)))
        without = {*without, _EXTENSIONS}
    changed = SafeRepresenter(sort_keys=False).represent_mapping(_MAP, changes)
    whole = _merged(Node(node.tag, [*_without(node, {"plugins", *without}).value, *kept]), changed)
    return yaml.serialize(whole, Dumper=yaml.CSafeDumper, allow_unicode=True)


def _listed(node: Node, name: str) -> list[yaml.Node]:
    """Return the entries of a setting that is a list, or a mapping of names to options, as those of a list."""
    each = value(node, name)
    if isinstance(each, Node):
        return [Node(each.tag, [entry], entry[0].start_mark, entry[0].end_mark) for entry in each.value]
    return each.value if isinstance(each, yaml.SequenceNode) else []


def _name(plugin: yaml.Node) -> str:
    """Return a plugin's name, which a list has alone, or as the one key of a mapping."""
    if isinstance(plugin, Node):
        return str(plugin.value[0][0].value) if plugin.value else ""
    return str(plugin.value)


def _without(node: Node, names: Collection[str]) -> Node:
    kept = [(key, each) for key, each in node.value if key.value not in names]
    return Node(node.tag, kept, node.start_mark, node.end_mark)


def _merged(one: Node, other: Node) -> Node:
    """Return a mapping, at its place, with the values of another in place of its own; mappings in them likewise."""
    values = {key.value: (key, each) for key, each in one.value}
    for key, each in other.value:
        before = values.get(key.value, (None, None))[1]
        are_both = isinstance(before, Node) and isinstance(each, Node)
        values[key.value] = (key, _merged(before, each) if are_both else each)
    return Node(one.tag, [*values.values()], one.start_mark, one.end_mark)
