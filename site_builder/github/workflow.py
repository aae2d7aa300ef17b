"""What GitHub tells a workflow: by variables of the environment, and by the file of its event.

In that file strangers' words are only ever data.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class NotTold(Exception):
    """GitHub did not tell what a step needs, since this is no workflow, or one of another event; the name of that."""


def event() -> Mapping[str, Any]:
    """The event that the run is for; nothing where this is no workflow of GitHub."""
    file = os.environ.get("GITHUB_EVENT_PATH")
    told = json.loads(Path(file).read_bytes()) if file else {}
    return told if isinstance(told, dict) else {}


def event_with(part: str) -> Mapping[str, Any]:
    """The event, which has a part such as `issue`; `NotTold` where it has none."""
    told = event()
    if not isinstance(told.get(part), dict):
        raise NotTold(part)
    return told


def repository() -> str:
    """The repository of the workflow, `owner/name`; `NotTold` where this is no workflow."""
    name = _variable("GITHUB_REPOSITORY")
    if "/" not in name:
        raise NotTold("GITHUB_REPOSITORY")
    return name


def commit() -> str:
    """The commit that the workflow runs at; `NotTold` where this is no workflow."""
    return _variable("GITHUB_SHA")


def home(repository: str) -> str:
    """The address of a repository `owner/name`."""
    return f"{os.environ.get('GITHUB_SERVER_URL', 'https://github.com')}/{repository}"


def _variable(name: str) -> str:
    value = os.environ.get(name, "")
    if not value:
        raise NotTold(name)
    return value
