"""The recipe of a site, to be read from top to bottom."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from site_builder.check.validate import validate_content, validate_site
from site_builder.engine import Engine, project
from site_builder.engine.project import Rendered
from site_builder.outputs import cards
from site_builder.problems import Place, Problem, in_order
from site_builder.problems.content import CardsTakeRoom, NearlyFull, NoAddress, NoAddressToPublish, NoCards
from site_builder.publish import limits, links, site_writer
from site_builder.publish.contents import Contents
from site_builder.publish.links import BrokenLinks
from site_builder.publish.site_writer import Built
from site_builder.publish.staging import UnfitFolder
from site_builder.read import git
from site_builder.read.cache import CACHE
from site_builder.read.content import Content
from site_builder.read.files import FOLDER
from site_builder.read.loader import Loaded
from site_builder.read.settings import CONTENT, UNKNOWN_URL, Cards, Settings
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

    `Refused` if there are problems, otherwise `engine.Failed`, `Unusable`, `NotASite`, `UnfitFolder` or `OSError`.
    """
    _refuse_folder(settings)
    validated, content = prepare(settings, progress)
    with tempfile.TemporaryDirectory(prefix="claims-") as folder:
        rendered = render(settings, content, engine, Path(folder))
        return publish(settings.root, validated, content, rendered, settings.site_dir, progress)


def prepare(settings: Settings, progress: Progress = no_progress) -> tuple[Loaded, Content]:
    """Read and check the records and the hand-written pages; `Refused` tells all of their problems at once."""
    validated, content = validate_site(settings, progress=progress)
    _refuse_errors(in_order([*validated.problems, *of_address(settings)]))
    return validated, content


def of_address(settings: Settings) -> list[Problem]:
    """Tell that a site does not know its address: an error where it is about to be published."""
    if settings.url != UNKNOWN_URL:
        return []
    kind = NoAddressToPublish if os.environ.get("CI") else NoAddress
    return [Problem(kind, settings.place("site_url"), {"url": settings.url})]


def notices(settings: Settings, built: Built) -> list[Problem]:
    """Tell what the owner of a site that was built should see to."""
    of_settings = [problem for problem in settings.problems if not problem.is_error]
    return in_order([*of_address(settings), *of_settings, *_of_cards(settings, built), *_of_size(settings, built)])


def _of_cards(settings: Settings, built: Built) -> list[Problem]:
    if settings.cards is Cards.NONE:
        return []
    if package := cards.missing():
        return [Problem(NoCards, settings.place_of_cards, {"package": package, "command": cards.install_command()})]
    if settings.cards is Cards.CLAIMS and limits.FULL_OF_CARDS < built.size * 100 / limits.SIZE <= limits.NEAR:
        return [Problem(CardsTakeRoom, settings.place_of_cards, {"share": f"{limits.FULL_OF_CARDS}%"})]
    return []


def _of_size(settings: Settings, built: Built) -> list[Problem]:
    """Tell of a site that is too large for Pages, or nearly: it is right, and other hosts take it."""
    share = built.size * 100 / limits.SIZE
    if share <= limits.NEAR:
        return []
    shares = limits.shares(_manifest_file(settings.root, settings.site_dir))
    return [Problem(NearlyFull, Place(settings.file.name), {"share": f"{share:.0f}%", "shares": shares})]


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
    root: Path,
    validated: Loaded,
    content: Content,
    rendered: Rendered,
    destination: Path,
    progress: Progress = no_progress,
) -> Built:
    """Fill the frames that an engine rendered and make the site of them; what did not change is not made again.

    `Refused` if a hand-written page or a template leads to nothing; if one of our own does, that is a bug:
    `BrokenLinks`.
    """
    contents = Contents(root, validated, rendered, git.history(root))
    try:
        return site_writer.write(contents, destination, _manifest_file(root, destination), progress)
    except BrokenLinks as broken:
        _refuse_errors(in_order(links.problems(root, content, rendered.templates, broken.broken)))
        raise


def _refuse_folder(settings: Settings) -> None:
    """Refuse a folder for the site that would replace what the site is made of, or be read as a part of it."""
    root, site = settings.root.resolve(), settings.site_dir.resolve()
    sources = [root / name for name in (FOLDER, CONTENT)]
    if root.is_relative_to(site) or any(site.is_relative_to(each) for each in sources):
        raise UnfitFolder(str(settings.site_dir))


def _refuse_errors(problems: Sequence[Problem]) -> None:
    if any(problem.is_error for problem in problems):
        raise Refused(problems)


def _manifest_file(root: Path, destination: Path) -> Path:
    """The manifest lies with the archive, a file for each place that its site is built to."""
    return root / CACHE / f"{digest(str(destination.resolve()))}.manifest"
