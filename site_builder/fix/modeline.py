"""The line of a record by which editors find its schema."""

from site_builder.model.records import schema_file
from site_builder.read.modeline import is_modeline, modeline, schema_named
from site_builder.read.schema_lookup import type_of


def with_own_schema(text: str, file: str) -> str:
    """Keep one line for editors above a record, and let it lead to the archive's own schema, whatever it named."""
    lines = text.split("\n")
    above = next((number for number, line in enumerate(lines) if not _stands_above(line)), len(lines))
    found = [number for number in range(above) if is_modeline(lines[number])]
    for first in found[:1]:
        if schema_named(lines[first], file) != schema_file(type_of(file)):
            lines[first] = modeline(file)
    return "\n".join(line for number, line in enumerate(lines) if number not in found[1:])


def _stands_above(line: str) -> bool:
    """Tell whether a line may stand above the first key: it is blank, a comment, or the mark that a document begins."""
    return not line.strip() or line.lstrip().startswith("#") or line.rstrip() == "---"
