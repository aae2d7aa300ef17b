"""Walk through records, and find all values of a role with the way to each, wherever the model has one.

Whoever looks at all ids, texts or addresses asks here, and gets those of a new key too. Where they are is read from the
annotations of `model/records.py`, once for each class of record, and compiled into functions that visit nothing else.
"""

import copy
import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Generic, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from pydantic.dataclasses import is_pydantic_dataclass
from pydantic.fields import FieldInfo

from site_builder.model.records import Source
from site_builder.model.roles import Role
from site_builder.problems import Path

V = TypeVar("V")


@dataclasses.dataclass(frozen=True, slots=True)
class Leaf:
    """A single value."""

    role: Role


@dataclasses.dataclass(frozen=True, slots=True)
class Listed:
    """A list of values of one shape."""

    item: "Shape"


@dataclasses.dataclass(frozen=True, slots=True)
class ByLanguage:
    """A mapping from the tags of languages to values of one shape."""

    item: "Shape"


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """A record, or a part of one: the shapes of its keys, and the attributes that hold their values."""

    model: type
    keys: Mapping[str, "Shape"]
    attributes: Mapping[str, str]


@dataclasses.dataclass(frozen=True, slots=True)
class Choice:
    """A part of one class or another, and the keys of all of them: each means the same in all that have it."""

    parts: tuple[Part, ...]
    keys: Mapping[str, "Shape"]


Shape = Leaf | Listed | ByLanguage | Part | Choice
Wanted = Callable[[Shape], bool]
_Through = Callable[[Any], list[tuple[Path, Any]]]


@cache
def shape_of(model: type) -> Part:
    """Describe a class of records by its annotations."""
    hints = get_type_hints(model, include_extras=True)
    fields: Mapping[str, FieldInfo] = vars(model)["__pydantic_fields__"]
    attributes = {field.alias or name: name for name, field in fields.items()}
    return Part(model, {key: _shape(hints[name]) for key, name in attributes.items()}, attributes)


def _shape(annotation: Any) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        roles = [mark for mark in annotation.__metadata__ if isinstance(mark, Role)]
        return Leaf(roles[-1]) if roles else _shape(arguments[0])
    if origin is Literal:
        return Leaf(Role.WORD)
    if origin is tuple:
        return Listed(_shape(arguments[0]))
    if origin is dict and _shape(arguments[0]) == Leaf(Role.LANGUAGE):
        return ByLanguage(_shape(arguments[1]))
    if origin in (Union, UnionType):
        shapes = [_shape(each) for each in arguments if each is not NoneType]
        return shapes[0] if len(shapes) == 1 else _choice(shapes)
    if is_pydantic_dataclass(annotation):
        return shape_of(cast(type, annotation))
    raise TypeError(f"the model does not say what role a value of type {annotation} plays")


def _choice(shapes: Sequence[Shape]) -> Choice:
    parts = tuple(shape for shape in shapes if isinstance(shape, Part))
    keys = {key: shape for part in parts for key, shape in part.keys.items()}
    if len(parts) < len(shapes) or any(keys[key] != shape for part in parts for key, shape in part.keys.items()):
        raise TypeError("the model offers a choice of parts in which a key means different things")
    return Choice(parts, keys)


class Walk(Generic[V]):
    """Finds all that is wanted of a record, with the way to each, in the order of the model."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self._through: Callable[[type], _Through] = cache(lambda model: _compiled(model, wanted))

    def __call__(self, record: Any) -> list[tuple[Path, V]]:
        """Walk through a record."""
        return self._through(type(record))(record)

    def in_values(self, model: type, values: object) -> Iterator[tuple[Path, str]]:
        """Walk through the plain values of a record that is not whole, for single ones: they are texts there."""
        return _in_values(shape_of(model), self.wanted, values, ())


def replaced(value: Any, at: Path, new: object) -> Any:
    """A record, or a part of one, with a new value at the end of a way; the new one is not validated."""
    if not at:
        return new
    step, *rest = at
    if isinstance(value, tuple):
        return tuple(replaced(each, tuple(rest), new) if place == step else each for place, each in enumerate(value))
    if isinstance(value, dict):
        return {**value, step: replaced(value[step], tuple(rest), new)}
    model: type = type(value)
    name = shape_of(model).attributes[str(step)]
    other = copy.copy(value)
    object.__setattr__(other, name, replaced(getattr(value, name), tuple(rest), new))  # it is frozen for all others
    return other


def values(*roles: Role) -> Walk[Any]:
    """Every value that plays one of some roles."""
    return Walk(lambda shape: isinstance(shape, Leaf) and shape.role in roles)


def by_language(*roles: Role) -> Walk[Mapping[str, Any]]:
    """Every mapping of languages; with roles, only those whose values play one of them."""
    leaves = [Leaf(role) for role in roles]
    return Walk(lambda shape: isinstance(shape, ByLanguage) and (not leaves or shape.item in leaves))


def lists() -> Walk[Sequence[Any]]:
    """Every list of single values."""
    return Walk(lambda shape: isinstance(shape, Listed) and isinstance(shape.item, Leaf))


def parts(model: type[V]) -> Walk[V]:
    """Every part of one class."""
    return Walk(lambda shape: isinstance(shape, Part) and shape.model is model)


entity_ids: Walk[str] = values(Role.ENTITY)
"""Every entity that a record names."""
series_ids: Walk[str] = values(Role.SERIES)
"""Every series that a record names."""
claim_ids: Walk[str] = values(Role.CLAIM)
"""Every claim that a record is linked to."""
sources: Walk[Source] = parts(Source)
"""Every source of a claim: those of its quotes, then its further reports."""


def _compiled(model: type, wanted: Wanted) -> _Through:
    """Compile a walk through the records of a class, as a person would write it down.

    Functions that call each other for each step take twice as long, and checks of a large archive take a million steps.
    """
    classes: dict[str, Any] = {}
    body = list(_lines(shape_of(model), wanted, "record", "", classes))
    source = ["def through(record):", *_indented(["found = []", "add = found.append", *body, "return found"])]
    exec("\n".join(source), classes)
    return cast(_Through, classes["through"])


def _lines(shape: Shape, wanted: Wanted, value: str, at: str, classes: dict[str, Any]) -> Iterator[str]:
    """The lines of a walk through a value: `value` and `at` are the expressions for it and for the steps to it.

    The classes that the lines name are put into `classes`.
    """
    if wanted(shape):
        yield f"add((({at}), {value}))"
    below = f"{value}_"
    match shape:
        case Listed(item) | ByLanguage(item):
            pairs = f"enumerate({value})" if isinstance(shape, Listed) else f"{value}.items()"
            if lines := list(_lines(item, wanted, below, f"{at}at{below}, ", classes)):
                yield f"if {value}:"
                yield from _indented([f"for at{below}, {below} in {pairs}:", *_indented(lines)])
        case Part(keys=keys, attributes=attributes):
            for key, item in keys.items():
                if lines := list(_lines(item, wanted, below, f"{at}{key!r}, ", classes)):
                    yield f"{below} = {value}.{attributes[key]}"
                    yield f"if {below} is not None:"
                    yield from _indented(lines)
        case Choice(parts=parts):
            for part in parts:
                if lines := list(_lines(part, wanted, value, at, classes)):
                    classes[part.model.__name__] = part.model
                    yield f"if type({value}) is {part.model.__name__}:"
                    yield from _indented(lines)


def _indented(lines: Iterable[str]) -> list[str]:
    return [f" {line}" for line in lines]


def _in_values(shape: Shape, wanted: Wanted, value: object, at: Path) -> Iterator[tuple[Path, str]]:
    """Walk through plain values as far as they have the shape that the model gives them."""
    match shape, value:
        case Leaf(), str():
            if wanted(shape):
                yield at, value
        case Listed(item), list():
            for place, each in enumerate(value):
                yield from _in_values(item, wanted, each, (*at, place))
        case ByLanguage(item), dict():
            for language, each in value.items():
                yield from _in_values(item, wanted, each, (*at, language))
        case ((Part(keys=keys) | Choice(keys=keys)), dict()):
            for key, each in value.items():
                if key in keys:
                    yield from _in_values(keys[key], wanted, each, (*at, key))
