"""JSON as short as it can be."""

import json


def as_json(value: object) -> bytes:
    """Write a value without spaces, its letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
