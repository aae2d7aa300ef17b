"""In place of actions/upload-artifact: keep files, as far as it would keep them."""

import json
import os
import shutil
import sys
from pathlib import Path

inputs = json.loads(os.environ["INPUTS"])
chosen = [Path(line) for line in inputs["path"].split("\n") if line.strip()]
found = [path for each in chosen for path in ([each] if each.is_file() else sorted(each.rglob("*"))) if path.is_file()]
if inputs["include-hidden-files"] != "true":
    found = [path for path in found if not any(part.startswith(".") for part in path.parts)]
if not found:
    sys.exit(f"no files in {chosen}" if inputs["if-no-files-found"] == "error" else 0)
is_one_file = inputs["archive"] == "false"
if is_one_file and len(found) != 1:
    sys.exit("only one file can be kept as it is")
root = Path(os.path.commonpath([each if each.is_dir() else each.parent for each in chosen]))
kept = Path(os.environ["STAND_INS"], "artifacts", found[0].name if is_one_file else inputs["name"])
if kept.exists():
    sys.exit(f"{kept.name} is there already")
for path in found:
    target = kept / path.relative_to(root)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, target)
