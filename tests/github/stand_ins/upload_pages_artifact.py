"""In place of actions/upload-pages-artifact: keep a site; the real one refuses links, and leaves hidden files out."""

import json
import os
import shutil
import sys
from pathlib import Path

inputs = json.loads(os.environ["INPUTS"])
site = Path(inputs["path"])
if any(path.is_symlink() for path in site.rglob("*")):
    sys.exit("a site of Pages holds no links")
hidden = None if inputs["include-hidden-files"] == "true" else shutil.ignore_patterns(".*")
shutil.copytree(site, Path(os.environ["STAND_INS"], "artifacts", inputs["name"]), ignore=hidden)
