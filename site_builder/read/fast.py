"""Text to plain values by the shortest way, for the many records of which there is nothing to tell.

The same events as those of `tree`, without places. At the slightest doubt there is no answer, and the tree is asked:
it alone knows what is wrong, and where.
"""

from collections.abc import Callable
from typing import Any

import yaml
from yaml._yaml import CParser

from site_builder.read import yaml_tree


class _Doubt(Exception):
    """Something that the tree must look at."""


def values(text: str) -> dict[str, Any] | None:
    """The plain values of a record's text; None where anything may be wrong."""
    if yaml_tree.may_have_comments(text):
        return None
    try:
        return _Values(text).document()
    except (_Doubt, yaml.MarkedYAMLError):
        return None


class _Values:
    """Builds the plain values of one text."""

    def __init__(self, text: str) -> None:
        self._next: Callable[[], Any] = CParser(text).get_event
        self._left = yaml_tree.MAX_NODES

    def document(self) -> dict[str, Any]:
        self._next()
        start = self._next()
        if isinstance(start, yaml.StreamEndEvent) or start.version or start.tags:
            raise _Doubt
        values = self._value(self._next(), 0)
        self._next()
        if not isinstance(values, dict) or self._left < 0 or not isinstance(self._next(), yaml.StreamEndEvent):
            raise _Doubt
        return values

    def _value(self, event: Any, depth: int) -> Any:
        kind = type(event)
        if kind is yaml.AliasEvent or event.anchor is not None or event.tag is not None:
            raise _Doubt
        if kind is yaml.ScalarEvent:
            if event.style == '"' and not event.value.replace("\n", "").isprintable():  # escapes may hide something
                raise _Doubt
            return event.value
        if depth >= yaml_tree.MAX_DEPTH:
            raise _Doubt
        found = self._list(depth + 1) if kind is yaml.SequenceStartEvent else self._mapping(depth + 1)
        self._left -= 1 + 2 * len(found)
        return found

    def _list(self, depth: int) -> list[Any]:
        following, value, end, items = self._next, self._value, yaml.SequenceEndEvent, []
        while type(event := following()) is not end:
            items.append(value(event, depth))
        return items

    def _mapping(self, depth: int) -> dict[str, Any]:
        following, value, scalar, end = self._next, self._value, yaml.ScalarEvent, yaml.MappingEndEvent
        values: dict[str, Any] = {}
        while type(event := following()) is not end:
            if type(event) is not scalar or event.style or event.anchor is not None or event.tag is not None:
                raise _Doubt  # a key in quotation marks, or none
            key = event.value
            if key in values or key == "<<":
                raise _Doubt
            values[key] = found = value(following(), depth)
            if found == "":
                raise _Doubt
        return values
