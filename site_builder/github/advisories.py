"""Known weaknesses of the packages that an archive is built with, as the public list of OSV (osv.dev) has them."""

import json
import re
from collections.abc import Callable, Mapping
from importlib.metadata import distributions

from site_builder.github.web import Answer

LIST = "https://api.osv.dev/v1/querybatch"
_OK = 200
_LARGEST = 4_000_000
"""Bytes of an answer; that of a hundred packages is some kilobytes."""
ID = r"^[A-Z]{2,12}-[0-9A-Za-z-]{1,60}$"
"""How OSV names a weakness."""

Post = Callable[[str, Mapping[str, object], int], Answer]
"""Sends a value to an address; an answer of so many bytes at most comes back."""


def installed() -> dict[str, str]:
    """The packages beside which this program runs, with their versions: just what its lock named."""
    return {each.name: each.version for each in distributions()}


def weaknesses(packages: Mapping[str, str], post: Post) -> dict[str, list[str]] | None:
    """Ask which packages have known weaknesses, by their names; None where the list does not answer as it should."""
    queries = [{"package": {"name": name, "ecosystem": "PyPI"}, "version": of} for name, of in packages.items()]
    answer = post(LIST, {"queries": queries}, _LARGEST)
    if answer.status != _OK:
        return None
    try:
        results = json.loads(answer.body)["results"]
        ids = [[each["id"] for each in result.get("vulns", ())] for result in results]
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    if len(ids) != len(packages) or not all(isinstance(id, str) and re.fullmatch(ID, id) for of in ids for id in of):
        return None
    return {name: of for name, of in zip(packages, ids, strict=True) if of}
