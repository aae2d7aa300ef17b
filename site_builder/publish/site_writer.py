"""A site written to disk: every artifact of its contents that is not there yet as it would become.

What did not change is not made again: an artifact's fingerprint, of its dependencies and the code, stands in the
manifest of the last build beside what its files looked like on disk.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass, field
from functools import partial
from pathlib import Path

from site_builder.library.site import Site
from site_builder.outputs.artifact import Artifact, SitemapEntry
from site_builder.problems import message
from site_builder.publish import manifest
from site_builder.publish.contents import Contents
from site_builder.publish.links import BrokenLinks, Links, broken_ones
from site_builder.publish.staging import StagedSite
from site_builder.runtime import garbage, workers
from site_builder.runtime.digest import Fingerprint, digest, of_package
from site_builder.runtime.progress import Progress, no_progress

_ONE_SHARE, _SHARES = 500, 8
"""Claims whose pages are not worth a task of their own; tasks into which the pages of all claims are cut at most."""

_ONE_SHARE_OF_RUNS, _SHARES_OF_RUNS = 2, 16
"""The same of runs of claims, whose words are found first: the search needs them all."""

_ONE_SHARE_OF_CARDS, _SHARES_OF_CARDS = 20, 64
"""The same of claims' cards: drawing one takes as long as the pages of ten claims."""


@dataclass(frozen=True, slots=True)
class Built:
    """Result of a build: claims, and files, of which `pages` are pages and `written` new; `size` is in bytes.

    `removed` are the files that the site lost.
    """

    claims: int
    files: int
    pages: int
    written: int
    removed: int
    size: int


@dataclass(slots=True)
class _Made:
    """Result of a task, or of all: manifest lines of artifacts written, names of those kept, sitemap entries.

    `paths` are those of all files, `targets` what the pages written lead to. The counts are as in `Built`.
    """

    new: dict[str, str] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    targets: dict[tuple[str, str], str] = field(default_factory=dict)
    entries: list[SitemapEntry] = field(default_factory=list)
    files: int = 0
    pages: int = 0
    written: int = 0
    size: int = 0

    def add(self, other: "_Made") -> None:
        """Add what another task made, in whatever order they end: of two pages with one target, one decides itself."""
        self.new |= other.new
        self.kept += other.kept
        self.paths += other.paths
        self.entries += other.entries
        for target, page in other.targets.items():
            self.targets[target] = min(page, self.targets.get(target, page))
        self.files += other.files
        self.pages += other.pages
        self.written += other.written
        self.size += other.size


@garbage.collector_off()
def write(contents: Contents, destination: Path, manifest_file: Path, progress: Progress = no_progress) -> Built:
    """Make the site in a folder consist of these contents. On any failure the old site stays as it was.

    `BrokenLinks` if a page that was made leads to nothing.
    """
    count = len(contents.library.archive.claims)
    code = _code(contents.site)
    if contents.site.search:
        shares = workers.shares(len(contents.runs), _ONE_SHARE_OF_RUNS, _SHARES_OF_RUNS)
        find = [partial(contents.find_words, share) for share in shares]
        workers.run([find], message("Finding the words of the claims"), progress)
    with StagedSite(destination, manifest_file) as stage:
        make = partial(_make, stage, code)
        shares = workers.shares(count, _ONE_SHARE, _SHARES)
        of_claims = [partial(make, partial(contents.of_share, share)) for share in shares]
        of_others = [partial(make, group.artifacts) for group in contents.groups()]
        shares = workers.shares(count, _ONE_SHARE_OF_CARDS, _SHARES_OF_CARDS)
        of_cards = [partial(make, partial(contents.cards_of_share, share)) for share in shares]
        made = _Made()
        # Each result is let go as soon as it is added: together they would take more room than the archive.
        for _, of_task in workers.arriving([of_claims, of_others, of_cards], message("Making pages"), progress):
            made.add(of_task)
        made.add(make(partial(contents.about_data, stage.read)))
        made.add(make(partial(contents.sitemap, made.entries)))
        broken = sorted(broken_ones(made.targets, stage.read, frozenset(made.paths)))
        if broken:
            raise BrokenLinks(broken)
        removed = stage.commit(made.new, made.kept)
    return Built(count, made.files, made.pages, made.written, removed, made.size)


def _make(stage: StagedSite, code: Fingerprint, artifacts: Callable[[], Iterable[Artifact]]) -> _Made:
    """Write every artifact that is missing or out of date."""
    made, links = _Made(), Links()
    for artifact in artifacts():
        try:
            fingerprint = digest(code, artifact.dependencies())
            entry = stage.kept(artifact.name, fingerprint)
            if entry:
                made.kept.append(artifact.name)
            else:
                entry = stage.write(fingerprint, artifact._replace(contents=partial(_noted, artifact, links)))
                made.new[artifact.name] = manifest.line(entry)
                made.written += len(entry.files)
        except Exception as error:
            error.add_note(artifact.name)
            raise
        made.paths += artifact.paths
        made.files += len(entry.files)
        made.pages += len([file for file in entry.files if file.path.endswith(".html")])
        made.size += sum([file.size for file in entry.files])
        if artifact.entry:
            made.entries.append(artifact.entry)
    made.targets = links.targets
    return made


def _noted(artifact: Artifact, links: Links) -> Iterator[bytes]:
    """Yield what the files of an artifact hold, and take down the links of pages."""
    for path, content in zip(artifact.paths, artifact.contents(), strict=True):
        if path.endswith(".html"):
            links.note(path, content)
        yield content


def _code(site: Site) -> Fingerprint:
    """Digest what every page depends on: this package, what it prints with, and the site's settings."""
    return digest(
        of_package(),
        (
            site.url,
            astuple(site.repository),
            sorted(site.names.items()),
            [language.fingerprint for language in site.languages],
            sorted(site.assets.items()),
            sorted(site.content),
            site.quote_states,
            astuple(site.appearance),
            site.licence,
            site.cards,
        ),
    )
