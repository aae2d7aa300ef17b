"""What GitHub tells a workflow: the file of its event, in which strangers' words are only ever data."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def read() -> Mapping[str, Any]:
    """The event that the run is for; nothing where this is no workflow of GitHub."""
    file = os.environ.get("GITHUB_EVENT_PATH")
    told = json.loads(Path(file).read_bytes()) if file else {}
    return told if isinstance(told, dict) else {}
