"""The recipe of a site, to be read from top to bottom.

An engine (MkDocs, see `plugin`) renders the hand-written pages and the frames in between: `prepare` comes before it,
`publish` after it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from pathlib import Path

from site_builder import outputs
from site_builder.check.validate import validate
from site_builder.library.fingerprints import Stamps
from site_builder.library.groups import group
from site_builder.library.library import Holdings
from site_builder.library.site import Site
from site_builder.model.records import Archive
from site_builder.outputs import sitemap
from site_builder.outputs.artifact import Batch, File, Listed
from site_builder.pages import PAGES, claim
from site_builder.pages.view import Page, View
from site_builder.problems import Problem, message
from site_builder.publish import manifest, rendering
from site_builder.publish.rendering import Filler, Written
from site_builder.publish.staging import Stage
from site_builder.read import git
from site_builder.read.cache import CACHE
from site_builder.runtime import garbage, workers
from site_builder.runtime.digest import Stamp, digest
from site_builder.runtime.progress import Progress, no_progress

_ONE_SHARE, _SHARES = 500, 8
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
    """What was published: claims, and files, of which `pages` are pages and `written` new; `size` is in bytes.

    `removed` are the files that the site lost.
    """

    claims: int
    files: int
    pages: int
    written: int
    removed: int
    size: int


class Refused(Exception):
    """The archive has errors; nothing was built."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def prepare(root: Path, languages: Sequence[str], progress: Progress = no_progress) -> Prepared:
    """Load and check the records of an archive. `Refused` tells all of their problems at once."""
    problems = validate(root, languages, progress=progress)
    if any(problem.is_error for problem in problems.problems):
        raise Refused(problems.problems)
    return Prepared(root, problems.archive, problems.digests, problems.problems)


@garbage.collector_off()
def publish(
    prepared: Prepared,
    site: Site,
    written: Mapping[str, Sequence[Written]],
    rendered: Path,
    destination: Path,
    progress: Progress = no_progress,
) -> Built:
    """Fill the frames that an engine rendered and make the site of them; what did not change is not made again.

    `written` are the hand-written pages by language. On any failure the old site stays as it was.
    """
    archive = prepared.archive
    stamps, added = Stamps(archive, prepared.digests), git.added(prepared.root)
    holdings = Holdings(prepared.root, site, archive, group(archive), stamps, added)
    views = [View.of(holdings, language) for language in site.languages]
    fillers = [Filler(view, rendered) for view in views]
    shares = workers.shares(len(archive.claims), _ONE_SHARE, _SHARES)
    of_claims = [partial(_of_claims, fillers, share) for share in shares]
    of_others = [
        *[partial(_of_others, fillers, pages) for pages in PAGES if pages is not claim.pages],
        partial(rendering.by_hand, fillers, written),
        partial(outputs.of_site, views),
    ]
    code = _code(site)
    with Stage(destination, _memory(prepared.root, destination)) as stage:
        queues = [[partial(_make, stage, code, batches) for batches in queue] for queue in (of_claims, of_others)]
        made = workers.run(queues, message("Making pages"), progress)
        listed = sorted({page for part in made for page in part.listed})
        made.append(_make(stage, code, partial(sitemap.batches, site, listed)))
        made.append(_make(stage, code, partial(_copies, rendered)))
        new = {name: line for part in made for name, line in part.new.items()}
        removed = stage.commit(new, (name for part in made for name in part.kept))
    return Built(
        claims=len(archive.claims),
        files=sum(part.files for part in made),
        pages=sum(part.pages for part in made),
        written=sum(part.written for part in made),
        removed=removed,
        size=sum(part.size for part in made),
    )


@dataclass(slots=True)
class _Made:
    """What one task made: the lines of its new batches, the names of those that stay, the pages that the sitemap lists.

    The rest is as in `Built`.
    """

    new: dict[str, str] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)
    files: int = 0
    pages: int = 0
    written: int = 0
    size: int = 0


def _of_claims(fillers: Sequence[Filler], share: slice) -> Iterator[Batch]:
    """The pages of some claims and what stands beside them."""
    views = [filler.view for filler in fillers]
    yield from rendering.generated(fillers, claim.pages(views[0], share))
    yield from outputs.of_claims(views, share)


def _of_others(fillers: Sequence[Filler], pages: Callable[[Holdings], Iterator[Page]]) -> Iterator[Batch]:
    """The pages of one type."""
    return rendering.generated(fillers, pages(fillers[0].view))


def _make(stage: Stage, code: Stamp, batches: Callable[[], Iterable[Batch]]) -> _Made:
    """Put files on the stage, but for those that are in the site as they would become."""
    made = _Made()
    for batch in batches():
        try:
            stamp = digest(code, batch.inputs())
            entry = stage.kept(batch.name, stamp)
            if entry:
                made.kept.append(batch.name)
            else:
                entry = stage.write(stamp, batch.files())
                made.new[batch.name] = manifest.line(entry)
                made.written += len(entry.files)
        except Exception as error:
            error.add_note(batch.name)
            raise
        made.files += len(entry.files)
        made.pages += len([file for file in entry.files if file.path.endswith(".html")])
        made.size += sum([file.size for file in entry.files])
        if batch.listed:
            made.listed.append(batch.listed)
    return made


def _copies(rendered: Path) -> Iterator[Batch]:
    """Everything that the engine wrote besides pages: the theme's files and what `content/` holds beside text."""
    for file in sorted(rendered.rglob("*")):
        if file.is_file() and file.suffix != ".html":
            copy = File(file.relative_to(rendered).as_posix(), file.read_bytes())
            yield Batch(copy.path, partial(tuple, [digest(copy.content)]), partial(list, [copy]))


def _code(site: Site) -> Stamp:
    """A stamp of all that every page depends on: this package, what it prints with, and the site's settings."""
    package = Path(__file__).parents[1]
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
    return root / CACHE / f"{digest(str(destination.resolve()))}.manifest"
