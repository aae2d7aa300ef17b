"""In place of actions/checkout: clone the repository, and put an environment beside it in which all is installed."""

import json
import os
import subprocess
from pathlib import Path

inputs = json.loads(os.environ["INPUTS"])
folder = Path(inputs["path"])
subprocess.run(["git", "clone", "--quiet", "--no-checkout", os.environ["STAND_INS_REPOSITORY"], folder], check=True)
subprocess.run(["git", "checkout", "--quiet", inputs["ref"] or os.environ["SHA"]], cwd=folder, check=True)

bin = folder / ".venv" / "bin"
bin.mkdir(parents=True)
# `-P`: the generator that is installed, not a folder of that name in the repository.
for name, options in (("python", ""), ("claims", "-P -m site_builder")):
    (bin / name).write_text(f'#!/bin/sh\nexec {os.environ["STAND_INS_PYTHON"]} {options} "$@"\n', "utf-8")
    (bin / name).chmod(0o755)
for stamp in (".site", ".test"):
    (bin.parent / stamp).touch()
with (folder / ".git" / "info" / "exclude").open("a", encoding="utf-8") as exclude:
    print("/.venv/", file=exclude)
