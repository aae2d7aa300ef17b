"""The recipe of a site, to be read from top to bottom."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from site_builder.check.validate import validate_content, validate_site
from site_builder.engine import Engine, project
from site_builder.engine.project import Rendered
from site_builder.problems import Problem, in_order
from site_builder.publish import site_writer
from site_builder.publish.contents import Contents
from site_builder.publish.site_writer import Built
from site_builder.read import git
from site_builder.read.cache import CACHE
from site_builder.read.content import Content
from site_builder.read.loader import Loaded
from site_builder.read.settings import Settings
from site_builder.runtime import garbage
from site_builder.runtime.digest import digest
from site_builder.runtime.progress import Progress, no_progress


class Refused(Exception):
    """The archive has errors; nothing was built."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


@garbage.collector_off()
def build(settings: Settings, engine: Engine, progress: Progress = no_progress) -> Built:
    """Make the site of an archive; where that fails, the old one stays.

    `Refused` if there are problems, otherwise `engine.Failed`, `Unusable` or `NotASite`.
    """
    validated, content = prepare(settings, progress)
    with tempfile.TemporaryDirectory(prefix="claims-") as folder:
        rendered = render(settings, content, engine, Path(folder))
        return publish(settings.root, validated, rendered, settings.site_dir, progress)


def prepare(settings: Settings, progress: Progress = no_progress) -> tuple[Loaded, Content]:
    """Read and check the records and the hand-written pages; `Refused` tells all of their problems at once."""
    validated, content = validate_site(settings, progress=progress)
    _refuse_errors(validated.problems)
    return validated, content


def prepare_content(settings: Settings) -> Content:
    """Read and check all but the records, for a preview; `Refused` tells all of their problems at once."""
    content, problems = validate_content(settings)
    _refuse_errors(in_order(problems))
    return content


def render(settings: Settings, content: Content, engine: Engine, folder: Path) -> Rendered:
    """Have an engine make the hand-written pages and the frames, in an empty folder."""
    written = project.write(folder, settings, content)
    return written.rendered(engine(written))


def publish(
    root: Path, validated: Loaded, rendered: Rendered, destination: Path, progress: Progress = no_progress
) -> Built:
    """Fill the frames that an engine rendered and make the site of them; what did not change is not made again."""
    contents = Contents(root, validated, rendered, git.history(root))
    return site_writer.write(contents, destination, _manifest_file(root, destination), progress)


def _refuse_errors(problems: Sequence[Problem]) -> None:
    if any(problem.is_error for problem in problems):
        raise Refused(problems)


def _manifest_file(root: Path, destination: Path) -> Path:
    """The manifest lies with the archive, a file for each place that its site is built to."""
    return root / CACHE / f"{digest(str(destination.resolve()))}.manifest"
