"""The texts of a new archive that hold its name, its languages or its licence.

A template is a text with places to fill in, `{{ name }}`, and blocks that may be left out, between `{{ if name }}` and
`{{ end }}` on lines of their own. What is filled in is text for exactly that place, and never a template itself.
"""

import re
from collections.abc import Mapping

_BLOCK = re.compile(r"^\{\{ if (\w+) \}\}\n(.*?)^\{\{ end \}\}\n", re.DOTALL | re.MULTILINE)
_PLACE = re.compile(r"\{\{ (\w+) \}\}")


def filled(template: str, values: Mapping[str, str]) -> str:
    """Return a template with its places filled in; a block stays if its value is not empty."""
    chosen = _BLOCK.sub(lambda block: block[2] if values[block[1]] else "", template)
    return _PLACE.sub(lambda place: values[place[1]], chosen)
