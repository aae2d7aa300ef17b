"""What can be installed beside the generator: the extras of its package."""

import re
from importlib.metadata import requires

PACKAGE = "claim-archive"


def name_of(extra: str) -> str:
    """Return what pip calls an extra."""
    return f"{PACKAGE}[{extra}]"


def install_command(extra: str) -> str:
    """Return how to install what an extra needs."""
    needed = [re.split(r"\s*;\s*extra\s*==\s*", each) for each in requires(PACKAGE) or ()]
    return " ".join(["pip install", *[f'"{each}"' for each, *of in needed if of and of[0][1:-1] == extra]])
