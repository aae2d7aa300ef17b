"""The recipe of a site, to be read from top to bottom.

An engine (see `cli.plugin`) renders the hand-written pages and the frames in between: `prepare` comes before it,
`publish` after it.
"""

from collections.abc import Sequence
from pathlib import Path

from site_builder.check.validate import validate
from site_builder.problems import Problem
from site_builder.publish import site_writer
from site_builder.publish.contents import Contents
from site_builder.publish.rendering import Rendered
from site_builder.publish.site_writer import Built
from site_builder.read import git
from site_builder.read.cache import CACHE
from site_builder.read.loader import Loaded
from site_builder.runtime.digest import digest
from site_builder.runtime.progress import Progress, no_progress


class Refused(Exception):
    """The archive has errors; nothing was built."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def prepare(root: Path, languages: Sequence[str], progress: Progress = no_progress) -> Loaded:
    """Load and check the records of an archive. `Refused` tells all of their problems at once."""
    validated = validate(root, languages, progress=progress)
    if any(problem.is_error for problem in validated.problems):
        raise Refused(validated.problems)
    return validated


def publish(
    root: Path, validated: Loaded, rendered: Rendered, destination: Path, progress: Progress = no_progress
) -> Built:
    """Fill the frames that an engine rendered and make the site of them; what did not change is not made again."""
    contents = Contents(root, validated, rendered, git.added(root))
    return site_writer.write(contents, destination, _manifest_file(root, destination), progress)


def _manifest_file(root: Path, destination: Path) -> Path:
    """The manifest lies with the archive, a file for each place that its site is built to."""
    return root / CACHE / f"{digest(str(destination.resolve()))}.manifest"
