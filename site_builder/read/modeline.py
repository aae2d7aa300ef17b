"""The line of a record by which editors find its schema: a comment, most often the first line."""

import posixpath
import re

from site_builder.model.records import schema_file
from site_builder.read.schema_lookup import type_of

_MODELINE = re.compile(r"[ \t]*#[ \t]*yaml-language-server[ \t]*:(?:[ \t]*\$schema=(\S*))?.*")


def modeline(file: str) -> str:
    """The line that leads from a record to its schema."""
    way = posixpath.relpath(schema_file(type_of(file)), posixpath.dirname(file))
    return f"# yaml-language-server: $schema={way}"


def is_modeline(line: str) -> bool:
    """Tell a line that is meant for editors from others."""
    return _MODELINE.fullmatch(line) is not None


def schema_named(line: str, file: str) -> str | None:
    """The schema that a line of a record names, as a path from the root; None if the line names none."""
    match = _MODELINE.fullmatch(line)
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), match[1])) if match and match[1] else None
