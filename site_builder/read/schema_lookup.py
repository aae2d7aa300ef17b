"""The model's schema at each place of a tree: the keys and their order, words or something with a form."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from site_builder.model.records import FORMS, LANGUAGE_TAG, Claim, Entity, Record, Series
from site_builder.problems import Path
from site_builder.read import yaml_tree

Shape = Mapping[str, Any]
"""The JSON Schema of a value, references resolved; empty where the model knows nothing."""
_KINDS: Mapping[str, type[Record]] = {"entities": Entity, "series": Series}
_FORMS = frozenset(["pattern", "enum", "const", "format"])


def type_of(file: str) -> type[Record]:
    """The kind of record that a file holds, by its folder."""
    return _KINDS.get(file.rsplit("/", 2)[-2], Claim)


def of_file(file: str) -> Shape:
    """The shape of the record that a file holds."""
    return _schema(FORMS[type_of(file)])


def resolved(shape: Shape, node: yaml_tree.Node, file: str) -> Shape:
    """A shape without references, with the branch of a choice that a node takes."""
    while not shape.keys() & {"type", "properties"}:
        if "$ref" in shape:
            shape = of_file(file)["$defs"][shape["$ref"].rsplit("/", 1)[1]]
        elif "discriminator" in shape:
            shape = _branch(shape, node)
        elif "anyOf" in shape:
            shape = next(choice for choice in shape["anyOf"] if choice != {"type": "null"})
        else:
            return {}
    return shape


def below(shape: Shape, key: str) -> Shape:
    """The shape of the value of a key; languages and other keys of one kind share theirs."""
    alike: Mapping[str, Shape] = shape.get("patternProperties", {})
    found: Shape | None = shape.get("properties", {}).get(key) or next(iter(alike.values()), None)
    return found or {}


def order(shape: Shape) -> list[str]:
    """The keys of a mapping as the model orders them; none where any order will do."""
    return list(shape.get("properties", {}))


def shape_at(root: yaml_tree.Node, path: Path, file: str) -> Shape:
    """The shape of the value at a path."""
    node, shape = root, resolved(of_file(file), root, file)
    for step in path:
        if isinstance(node, yaml_tree.Mapping):
            node, shape = node.values[str(step)], below(shape, str(step))
        elif isinstance(node, yaml_tree.Sequence):
            node, shape = node.items[int(step)], shape.get("items", {})
        shape = resolved(shape, node, file)
    return shape


def keys_at(root: yaml_tree.Node, path: Path, file: str) -> list[str]:
    """The keys that the mapping at a path may have; the id is not one of them, for the file's name is the id."""
    return [key for key in order(shape_at(root, path, file)) if key != "id"]


def meaning_at(root: yaml_tree.Node, path: Path, file: str) -> str | None:
    """Return what a key that is missing would say: the message id by which the model describes it."""
    described: str | None = below(shape_at(root, path[:-1], file), str(path[-1])).get("description")
    return described


def is_words(shape: Shape) -> bool:
    """Tell whether a value takes free text, not an id, a date or a word of the vocabulary."""
    return shape.get("type") == "string" and not shape.keys() & _FORMS


def scalars(node: yaml_tree.Node, shape: Shape, file: str) -> Iterator[tuple[yaml_tree.Scalar, Shape]]:
    """Every text of a tree with its shape; keys are left out."""
    shape = resolved(shape, node, file)
    if isinstance(node, yaml_tree.Scalar):
        yield node, shape
    elif isinstance(node, yaml_tree.Sequence):
        for item in node.items:
            yield from scalars(item, shape.get("items", {}), file)
    else:
        for key, value in node.values.items():
            yield from scalars(value, below(shape, key), file)


def is_key(name: str) -> bool:
    """Tell whether a word is a key of some record, or a language."""
    return name in _keys() or re.fullmatch(LANGUAGE_TAG, name) is not None


def is_key_of_words(name: str) -> bool:
    """Tell whether a key takes free text in some record; needs no parsed file."""
    return _keys().get(name, re.fullmatch(LANGUAGE_TAG, name) is not None)


@cache
def _keys() -> Mapping[str, bool]:
    """Every key of every record, and whether words stand behind it."""
    keys: dict[str, bool] = {}
    for form in FORMS.values():
        schema = _schema(form)
        for part in (schema, *schema.get("$defs", {}).values()):
            for key, shape in part.get("properties", {}).items():
                choices = [shape, *shape.get("anyOf", [])]
                keys[key] = keys.get(key, False) or any(map(is_words, choices))
    return keys


@cache
def _schema(form: TypeAdapter[Record]) -> Shape:
    return form.json_schema(by_alias=True)


def _branch(shape: Shape, node: yaml_tree.Node) -> Shape:
    discriminator = shape["discriminator"]
    tag = node.values.get(discriminator["propertyName"]) if isinstance(node, yaml_tree.Mapping) else None
    chosen = discriminator["mapping"].get(tag.text) if isinstance(tag, yaml_tree.Scalar) else None
    return {"$ref": chosen} if chosen else shape["oneOf"][0]
