"""Zensical, the successor of Material for MkDocs. It runs no plugins of others, and needs none here."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from site_builder.engine import Failed
from site_builder.engine.project import CONFIG, SITE, Project

if not find_spec("zensical"):
    raise ModuleNotFoundError("zensical", name="zensical")

_PROGRAM = """
import sys, zensical
try:
    zensical.build(sys.argv[1], {"clean": True, "strict": True})
except Exception as error:
    sys.exit(str(error))
"""
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def render(project: Project) -> Path:
    """Build a project, in a process of its own: Zensical prints past Python, in colour."""
    command = [sys.executable, "-P", "-c", _PROGRAM, str(project.folder / CONFIG)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode:
        raise Failed(_COLOUR.sub("", done.stderr).strip())
    site = project.folder / SITE
    (site / "search.json").unlink(missing_ok=True)
    return site
