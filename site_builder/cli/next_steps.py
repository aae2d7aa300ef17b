"""What a person does with records that `claims new` has written: look at them, check them, send them."""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from site_builder.language.language import Language
from site_builder.read.files import FOLDER


def program() -> str:
    """The command `claims` as the person can type it again."""
    called = Path(sys.argv[0])
    if called.name == "__main__.py":
        return "python -m site_builder"
    found = shutil.which("claims")
    is_elsewhere = len(called.parts) > 1 and (not found or Path(found).absolute() != called.absolute())
    return str(called) if is_elsewhere else "claims"


def lines(root: Path, files: Sequence[str], language: Language) -> Iterator[str]:
    """Say what comes next, with commands that can be copied."""
    name = PurePosixPath(files[-1]).stem
    folders = sorted({str(PurePosixPath(file).parent) for file in files})
    yield language.text("Check everything once more:")
    yield f"  {program()} check"
    yield language.text("Send it with git; the last command shows a link, where you open the pull request:")
    yield f"  git switch -c {name}"
    yield f"  git add {Path(os.path.relpath(root / FOLDER)).as_posix()}"
    yield f'  git commit -m "Add {name}"'
    yield f"  git push -u origin {name}"
    yield language.text(
        "Or without git: on GitHub, open the folder ({folders}), choose Add file, then Upload files.",
        folders=", ".join(folders),
    )
