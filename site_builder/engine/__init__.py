"""Engines: each turns a project folder into a built one, and nothing else knows which one did."""

import re
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import requires
from pathlib import Path

from site_builder.engine.project import Project

Engine = Callable[[Project], Path]
"""Builds a project; gives back the folder with the HTML, or raises `Failed`."""
ENGINES = ("mkdocs", "zensical")
"""The engines by name: the modules of this package that have a `render`."""


class Failed(Exception):
    """The engine could not build the project, as it says in its own words."""


class NotInstalled(Exception):
    """The package of an engine is not there; `requirement` names the versions that will do."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name
        needed = [each.partition(";")[0].strip() for each in requires("claim-archive") or ()]
        self.requirement = next(each for each in needed if re.match(rf"{name}(?![\w-])", each))


def load(name: str) -> Engine:
    """Return an engine by its name; `NotInstalled` if it is not there."""
    try:
        engine: Engine = import_module(f"{__name__}.{name}").render
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise NotInstalled(name) from error
    return engine
