"""The recipe of a site, to be read from top to bottom.

An engine (MkDocs, see `plugin`) renders the hand-written pages and the frames in between: `prepare` comes before it,
`publish` after it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from itertools import islice
from pathlib import Path

from site_builder import examination, history, parallel
from site_builder.examination import Progress, unseen
from site_builder.file import File, Listed
from site_builder.filling import Filler, Written
from site_builder.groups import group
from site_builder.model import Archive
from site_builder.outputs import OUTPUTS, Output, sitemap
from site_builder.pages import PAGES, claim
from site_builder.pages.view import Page, View
from site_builder.problems import Problem, message
from site_builder.site import Site
from site_builder.staging import Entry, Stage
from site_builder.stamps import Stamp, Stamps, digest

_ONE_SHARE, _SHARES = 500, 4
"""Claims whose pages are not worth a task of their own; tasks into which the pages of all claims are cut at most."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An archive that may be published: it has no errors."""

    root: Path
    archive: Archive
    digests: Mapping[str, Stamp]
    warnings: Sequence[Problem]


@dataclass(frozen=True, slots=True)
class Built:
    """What was published: the files of the site, and how many it lost."""

    claims: int
    files: Mapping[str, Entry]
    removed: int

    @property
    def pages(self) -> int:
        """How many pages the site has."""
        return sum(path.endswith(".html") for path in self.files)

    @property
    def written(self) -> int:
        """How many files were made anew."""
        return sum(entry.is_new for entry in self.files.values())

    @property
    def size(self) -> int:
        """The bytes of all files together."""
        return sum(entry.size for entry in self.files.values())


class Refused(Exception):
    """The archive has errors; nothing was built."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def prepare(root: Path, languages: Sequence[str], progress: Progress = unseen) -> Prepared:
    """Load and check the records of an archive. `Refused` tells all of their problems at once."""
    problems = examination.examine(root, languages, progress=progress)
    if any(problem.is_error for problem in problems.problems):
        raise Refused(problems.problems)
    return Prepared(root, problems.archive, problems.digests, problems.problems)


@examination.uncollected()
def publish(
    prepared: Prepared,
    site: Site,
    written: Mapping[str, Sequence[Written]],
    rendered: Path,
    destination: Path,
    progress: Progress = unseen,
) -> Built:
    """Fill the frames that an engine rendered and make the site of them; what did not change is not made again.

    `written` are the hand-written pages by language. On any failure the old site stays as it was.
    """
    archive, groups, added = prepared.archive, group(prepared.archive), history.added(prepared.root)
    stamps = Stamps(archive, prepared.digests)
    views = [View(prepared.root, site, language, archive, groups, stamps, added) for language in site.languages]
    fillers = [Filler(view, rendered) for view in views]
    shares = parallel.shares(len(archive.claims), _ONE_SHARE, _SHARES)
    sources: list[list[Callable[[], Iterable[File]]]] = []
    for filler, view in zip(fillers, views, strict=True):
        pages = [partial(each, view) for each in PAGES if each is not claim.pages]
        of_claims = [partial(claim.pages, view, share) for share in shares]
        generated = [partial(_generated, filler, each) for each in (*of_claims, *pages)]
        sources.append([*generated, partial(filler.by_hand, written[filler.tag])])
    sources.append([partial(_beside, output, views, share) for output in OUTPUTS for share in shares])
    code = _code(site)
    with Stage(destination, _memory(prepared.root, destination)) as stage:
        queues = [[partial(_make, stage, code, source) for source in queue] for queue in sources]
        made = parallel.run(queues, partial(progress, message("Making pages")))
        listed = sorted({page for part in made for page in part.listed})
        made.append(_make(stage, code, partial(sitemap.files, site, listed)))
        made.append(_make(stage, code, partial(_copies, rendered)))
        entries = {path: entry for part in made for path, entry in part.new.items()}
        entries |= stage.known(path for part in made for path in part.kept)
        removed = stage.commit(entries)
    return Built(len(archive.claims), entries, removed)


@dataclass(frozen=True, slots=True)
class _Made:
    """What one task made: its new files, the paths of those that stay, and those of all that the sitemap lists."""

    new: dict[str, Entry]
    kept: list[str]
    listed: list[Listed]


def _generated(filler: Filler, pages: Callable[[], Iterator[Page]]) -> Iterator[File]:
    """Pages of one type as files."""
    return filler.generated(pages())


def _beside(output: Output, views: Sequence[View], share: slice) -> Iterator[File]:
    """One share of the files of an output."""
    return islice(output(views), share.start, share.stop, share.step)


def _make(stage: Stage, code: Stamp, source: Callable[[], Iterable[File]]) -> _Made:
    """Put files on the stage, but for those that are in the site as they would become."""
    made = _Made({}, [], [])
    for file in source():
        try:
            entry = stage.put(file.path, digest(code, file.inputs()), file.content)
        except Exception as error:
            error.add_note(file.path)
            raise
        if entry.is_new:
            made.new[file.path] = entry
        else:
            made.kept.append(file.path)
        if file.listed:
            made.listed.append(file.listed)
    return made


def _copies(rendered: Path) -> Iterator[File]:
    """Everything that the engine wrote besides pages: the theme's files and what `content/` holds beside text."""
    for file in sorted(rendered.rglob("*")):
        if file.is_file() and file.suffix != ".html":
            content = file.read_bytes()
            yield File(
                file.relative_to(rendered).as_posix(), partial(tuple, [digest(content)]), partial(bytes, content)
            )


def _code(site: Site) -> Stamp:
    """A stamp of all that every page depends on: this package, what it prints with, and the site's settings."""
    package = Path(__file__).parent
    files = sorted(file for file in package.rglob("*") if file.suffix in (".py", ".html", ".po"))
    return digest(
        [(file.relative_to(package).as_posix(), file.read_bytes()) for file in files],
        [version(name) for name in ("babel", "jinja2", "markupsafe", "pydantic")],
        (
            site.url,
            site.repository,
            sorted(site.names.items()),
            [language.tag for language in site.languages],
            sorted(site.assets.items()),
        ),
    )


def _memory(root: Path, destination: Path) -> Path:
    """Where the manifest of a site is kept: with the archive, a file for each place that it is built to."""
    return root / examination.CACHE / f"{digest(str(destination.resolve()))}.json"
