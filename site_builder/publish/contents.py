"""The one list of what a site consists of: a build writes all of it, a preview asks for it by path."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from site_builder import outputs
from site_builder.engine.project import Rendered
from site_builder.library.library import gathered
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.model.records import Claim
from site_builder.outputs import cards, data_page, sitemap
from site_builder.outputs.artifact import Artifact, SitemapEntry
from site_builder.outputs.data import DataFiles
from site_builder.outputs.rows import Run, runs
from site_builder.outputs.search import SearchFiles
from site_builder.pages import claim as claim_pages
from site_builder.pages.sections import SECTIONS, Section
from site_builder.pages.slots import slots
from site_builder.publish import rendering
from site_builder.publish.rendering import Renderer
from site_builder.read.content import ContentPage
from site_builder.read.git import History
from site_builder.read.loader import Loaded
from site_builder.runtime.digest import digest


class Group(NamedTuple):
    """Artifacts that are worked out together; none of their files lies elsewhere than below one of the `folders`."""

    folders: tuple[str, ...]
    artifacts: Callable[[], Iterator[Artifact]]


class Contents:
    """The artifacts of an archive's site, once an engine has rendered its frames."""

    def __init__(self, root: Path, loaded: Loaded, rendered: Rendered, history: History) -> None:
        self.library = gathered(root, rendered.site, loaded, history)
        self.site = rendered.site
        self._rendered = rendered
        self._libraries = [LocalizedLibrary(self.library, language) for language in self.site.languages]
        self._renderers = [Renderer(library, rendered.folder) for library in self._libraries]

    @cached_property
    def runs(self) -> list[Run]:
        """The runs into which the claims are cut, whose data are remembered."""
        return runs(self.library)

    @cached_property
    def _data(self) -> DataFiles:
        return DataFiles(self._libraries, self.runs)

    @cached_property
    def _search(self) -> SearchFiles:
        return SearchFiles(self._libraries, self.runs)

    def of_claims(self, claims: Iterable[Claim]) -> Iterator[Artifact]:
        """Yield all that each of some claims has: its pages, and what stands beside them."""
        claims = list(claims)
        pages = chain.from_iterable(claim_pages.pages(self.library, claim) for claim in claims)
        yield from rendering.generated(self._renderers, pages)
        yield from outputs.of_claims(self._libraries, claims)

    def of_share(self, share: slice) -> Iterator[Artifact]:
        """As `of_claims`, for a part of all claims in their order."""
        return self.of_claims(islice(self.library.archive.claims.values(), share.start, share.stop))

    def cards_of_claims(self, claims: Iterable[Claim]) -> Iterator[Artifact]:
        """Yield the preview cards of some claims, which take longer to draw than all else that these have."""
        return cards.of_claims(self._libraries, claims)

    def cards_of_share(self, share: slice) -> Iterator[Artifact]:
        """As `cards_of_claims`, for a part of all claims in their order."""
        return self.cards_of_claims(islice(self.library.archive.claims.values(), share.start, share.stop))

    def find_words(self, share: slice) -> None:
        """Find the words of the claims of some runs, of which the search is made, and keep them."""
        self._search.find_words(share)

    def groups(self) -> list[Group]:
        """List all else, but for the sitemap."""
        return [
            # The search and the database first: they take as long as all pages of some sections.
            *([Group((urls.SEARCH,), self._search.artifacts)] if self.site.search else []),
            *[Group(tuple(file.paths), partial(iter, [file])) for file in self._data.artifacts()],
            *[Group(self._folders(section), partial(self._of_section, section)) for section in SECTIONS],
            Group(("",), self._copies),
            Group(("",), self._verbatim),
            Group(("",), self.content_pages),
            *[Group(("",), partial(self._others, output)) for output in outputs.of_site(self._libraries)],
            Group((urls.CARDS,), partial(cards.of_others, self._libraries)),
        ]

    def content_pages(self) -> Iterator[Artifact]:
        """Yield the hand-written pages; `UnknownSlot` if one has a slot that nothing fills."""
        return rendering.content(self._renderers, self._content_pages(is_of_data=False), slots(self.library))

    def about_data(self, read: Callable[[str], bytes | None]) -> Iterator[Artifact]:
        """Yield what tells of the data files, which `read` gives by their paths: their description, and pages."""
        facts = cache(partial(self._data.facts, read))
        yield self._data.description(facts)
        filled = {**slots(self.library), **data_page.slots(self._data, facts)}
        yield from rendering.content(self._renderers, self._content_pages(is_of_data=True), filled)

    def sitemap(self, entries: Iterable[SitemapEntry]) -> Iterator[Artifact]:
        """Yield the sitemap of the pages that have an entry in it."""
        return sitemap.artifacts(self.site, sorted(set(entries)))

    def content(self, path: str) -> bytes | None:
        """Make the file at a path of the site; None where the site has none."""
        artifact = self._artifact(path)
        return artifact.content(path) if artifact else None

    def __contains__(self, path: object) -> bool:
        """Tell whether the site has a file at a path, without making it."""
        return path in self._paths or (isinstance(path, str) and self._artifact(path) is not None)

    def _artifact(self, path: str) -> Artifact | None:
        """Find the artifact that has a path."""
        artifacts = chain.from_iterable(find(path) for find in (self._near, self._about_data_near, self._sitemap_near))
        return next((artifact for artifact in artifacts if path in artifact.paths), None)

    @cached_property
    def _paths(self) -> frozenset[str]:
        """The paths of all files but those of claims, of what tells of the data, and of the sitemap."""
        artifacts = chain.from_iterable(group.artifacts() for group in self.groups())
        return frozenset(path for artifact in artifacts for path in artifact.paths)

    def _near(self, path: str) -> Iterator[Artifact]:
        """The artifacts among which the one with a path must be."""
        claim = self.library.archive.claims.get(urls.claim_of(path))
        if claim:
            yield from self.of_claims([claim])
            yield from self.cards_of_claims([claim])
            return
        for group_ in self.groups():
            if path.startswith(group_.folders):
                yield from group_.artifacts()

    def _about_data_near(self, path: str) -> Iterator[Artifact]:
        return self.about_data(self.content)

    def _sitemap_near(self, path: str) -> Iterator[Artifact]:
        if path.startswith(urls.SITEMAP_STEM):
            claims = self.of_claims(self.library.archive.claims.values())
            everything = (claims, *(group_.artifacts() for group_ in self.groups()), self._about_data_near(path))
            yield from self.sitemap(each.entry for each in chain.from_iterable(everything) if each.entry)

    def _content_pages(self, *, is_of_data: bool) -> Mapping[str, Sequence[ContentPage]]:
        """The hand-written pages of each language by its tag: those that tell of the data files, or all others."""
        pages = self._rendered.content_pages
        of_data = {
            page.address
            for renderer in self._renderers
            for page in pages[renderer.tag]
            if data_page.NAMES.intersection(renderer.content_frame(page.address).slots)
        }
        return {
            tag: [page for page in listed if (page.address in of_data) == is_of_data] for tag, listed in pages.items()
        }

    def _folders(self, section: Section) -> tuple[str, ...]:
        return tuple(urls.localized(language.tag, section.address) for language in self.site.languages)

    def _of_section(self, section: Section) -> Iterator[Artifact]:
        pages = chain.from_iterable(pages(self.library) for pages in section.pages)
        return rendering.generated(self._renderers, pages)

    def _copies(self) -> Iterator[Artifact]:
        """Yield what the engine wrote besides pages: the theme's files, and those of `content/` that are no text."""
        folder = self._rendered.folder
        for file in sorted(folder.rglob("*")):
            if file.is_file() and file.suffix != ".html":
                read = partial(_bytes_of, file)
                yield Artifact([file.relative_to(folder).as_posix()], partial(_digest_of, file), read)

    def _verbatim(self) -> Iterator[Artifact]:
        """Yield the files of `content/` that no engine saw."""
        for path, file in self._rendered.verbatim.items():
            yield Artifact([path], partial(_digest_of, file), partial(_bytes_of, file))

    def _others(self, output: Callable[[], Iterator[Artifact]]) -> Iterator[Artifact]:
        """Yield what an output makes, but for files that the owner wrote."""
        return (each for each in output() if self._rendered.verbatim.keys().isdisjoint(each.paths))


def _bytes_of(file: Path) -> list[bytes]:
    return [file.read_bytes()]


def _digest_of(file: Path) -> tuple[str]:
    return (digest(file.read_bytes()),)
