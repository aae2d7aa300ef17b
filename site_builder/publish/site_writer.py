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
from site_builder.publish.links import BrokenLinks, Links
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
    """Result of one task: manifest lines of artifacts written, names of those kept, sitemap entries.

    `paths` are those of all files, `links` those of the pages written. The counts are as in `Built`.
    """

    new: dict[str, str] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    links: Links = field(default_factory=Links)
    entries: list[SitemapEntry] = field(default_factory=list)
    files: int = 0
    pages: int = 0
    written: int = 0
    size: int = 0


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
        made = workers.run([of_claims, of_others, of_cards], message("Making pages"), progress)
        made.append(make(partial(contents.about_data, stage.read)))
        entries = [entry for part in made for entry in part.entries]
        made.append(make(partial(contents.sitemap, entries)))
        paths = {path for part in made for path in part.paths}
        broken = [each for part in made for each in part.links.broken(stage.read, paths)]
        if broken:
            raise BrokenLinks(broken)
        new = {name: line for part in made for name, line in part.new.items()}
        removed = stage.commit(new, (name for part in made for name in part.kept))
    return Built(
        claims=count,
        files=sum(part.files for part in made),
        pages=sum(part.pages for part in made),
        written=sum(part.written for part in made),
        removed=removed,
        size=sum(part.size for part in made),
    )


def _make(stage: StagedSite, code: Fingerprint, artifacts: Callable[[], Iterable[Artifact]]) -> _Made:
    """Write every artifact that is missing or out of date."""
    made = _Made()
    for artifact in artifacts():
        try:
            fingerprint = digest(code, artifact.dependencies())
            entry = stage.kept(artifact.name, fingerprint)
            if entry:
                made.kept.append(artifact.name)
            else:
                entry = stage.write(fingerprint, artifact._replace(contents=partial(_noted, artifact, made.links)))
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
