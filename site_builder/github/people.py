"""What people may do in a repository."""

from typing import Any, cast
from urllib.parse import quote

from site_builder.github.api import call


def may_write(repository: str, login: str) -> bool:
    """Tell whether a person may change the repository. Those who triage may set labels, and no more."""
    found = cast(dict[str, Any], call(f"repos/{repository}/collaborators/{quote(login, safe='')}/permission"))
    return found.get("permission") in ("admin", "write")
