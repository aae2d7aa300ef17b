"""`make bless`: the pages as they are built now become the expected ones."""

import os
import sys
import tempfile
from pathlib import Path
from shutil import rmtree

from tests.golden import EXPECTED, TODAY, build, pages


def main() -> None:
    os.environ["SOURCE_DATE_EPOCH"] = TODAY
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GIT_CEILING_DIRECTORIES"] = str(Path(folder).resolve().parent)
        built = pages(build(Path(folder).resolve()))
    rmtree(EXPECTED, ignore_errors=True)
    for name, text in built.items():
        file = EXPECTED / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
    sys.stdout.write(f"{EXPECTED.relative_to(Path.cwd())}: {len(built)} files. Read them with git diff.\n")


if __name__ == "__main__":
    main()
