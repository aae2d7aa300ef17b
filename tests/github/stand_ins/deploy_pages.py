"""In place of actions/deploy-pages: a site that was kept is published, as the artifact `published`.

Its address is what the test gives in `PAGES_URL`.
"""

import json
import os
import shutil
from pathlib import Path

inputs = json.loads(os.environ["INPUTS"])
kept = Path(os.environ["STAND_INS"], "artifacts")
shutil.copytree(kept / inputs["artifact_name"], kept / "published")
with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as outputs:
    print(f"page_url={os.environ.get('PAGES_URL', 'https://desk.github.io/archive/')}", file=outputs)
