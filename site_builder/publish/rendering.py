"""Pages put into the frames that an engine rendered for them, in every language of the site."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.outputs.artifact import Artifact, SitemapEntry
from site_builder.pages import editing, frames, head, sections
from site_builder.pages.frames import Frame
from site_builder.pages.page import Page, shortened
from site_builder.pages.printer import Printer
from site_builder.pages.slots import Slot
from site_builder.read.content import ContentPage
from site_builder.text.escaping import escape

_TEXTS = ("title", "description", "head", "address", "x-default", "editing")
"""The slots of the page around the text."""


class UnknownSlot(Exception):
    """A hand-written page has a slot that nothing fills; the message names both."""


class Renderer:
    """Renders the pages of one language into the frames below an engine's folder."""

    def __init__(self, library: LocalizedLibrary, folder: Path) -> None:
        self.library = library
        self.tag = library.language.tag
        self._printer = Printer(library.language)
        self._folder = folder
        self._frames: dict[str, Frame] = {}

    def frame(self, address: str) -> Frame:
        """Return the frame of the generated page at an address."""
        return self._cut(sections.frame_path(self.library.language, address))

    def page(self, page: Page) -> bytes:
        """Render a generated page."""
        shown = page.show(self.library)
        path = urls.localized(self.tag, page.address)
        body = self._printer.print(shown.template, shown.context, path)
        root = urls.language_root_from(path, self.tag)
        texts = {
            "title": escape(f"{shown.title} – {self.library.site.names[self.tag]}"),
            "description": escape(shortened(shown.description, self.tag)),
            "editing": editing.of_record(self.library, page.file, root) if page.file else "",
        }
        site = self.library.site
        tags = head.of_title(shown.title, is_citable=page.x_default is not None) + shown.head
        tags += head.of_card(site, page.card)
        if not page.is_indexed:
            tags += head.HIDDEN
        address = page.address
        if page.leads_to is not None:
            address = page.leads_to
            tags += head.leading_to(root + address)
        values = {**texts, "head": tags, "content": body}
        return self._fill(self.frame(page.address), address, page.x_default, values)

    def content_frame(self, address: str) -> Frame:
        """Return the frame that a hand-written page is."""
        return self._cut(urls.localized(self.tag, address))

    def content_page(self, page: ContentPage, slots: Mapping[str, Slot]) -> bytes:
        """Render a hand-written page, with what the archive says in its slots."""
        path = urls.localized(self.tag, page.address)
        bodies = {
            name: self._printer.print(slot.template, slot.show(self.library), path) for name, slot in slots.items()
        }
        is_home = page.address == urls.HOME
        name = "" if is_home else f" – {self.library.site.names[self.tag]}"
        tags = head.of_card(self.library.site, urls.SITE_CARD)
        if is_home:
            tags += head.of_home(self.library)
        texts = {
            "title": escape(f"{page.title}{name}"),
            "description": escape(shortened(page.description or self.library.site.appearance.description, self.tag)),
            "head": head.of_title(page.title, is_citable=False) + tags,
            "editing": editing.of_content_page(self.library, page.file),
        }
        return self._fill(self.content_frame(page.address), page.address, _x_default(page), {**texts, **bodies})

    def _fill(self, frame: Frame, address: str, x_default: str | None, values: Mapping[str, str]) -> bytes:
        if x_default is None:
            x_default = urls.localized(self.library.site.languages[0].tag, address)
        return frame.fill({"address": address, "x-default": x_default, **values}).encode()

    def _cut(self, path: str) -> Frame:
        if path not in self._frames:
            self._frames[path] = frames.cut((self._folder / path / "index.html").read_text("utf-8"), path)
        return self._frames[path]


def generated(renderers: Sequence[Renderer], pages: Iterable[Page]) -> Iterator[Artifact]:
    """Yield generated pages, each in every language."""
    for page in pages:
        yield Artifact(
            _files(renderers, page.address),
            partial(_dependencies, renderers, page),
            partial(_contents, renderers, page),
            SitemapEntry(page.address, page.x_default, page.is_indexed, page.modified),
        )


def _files(renderers: Iterable[Renderer], address: str) -> list[str]:
    return [urls.page_file(renderer.tag, address) for renderer in renderers]


def _dependencies(renderers: Iterable[Renderer], page: Page) -> tuple[object, ...]:
    return (*[renderer.frame(page.address).fingerprint for renderer in renderers], page.dependencies())


def _contents(renderers: Iterable[Renderer], page: Page) -> Iterator[bytes]:
    return (renderer.page(page) for renderer in renderers)


def content(
    renderers: Sequence[Renderer], pages: Mapping[str, Sequence[ContentPage]], slots: Mapping[str, Slot]
) -> Iterator[Artifact]:
    """Yield hand-written pages, each in every language; `pages` are those of each language by its tag."""
    for page in pages[renderers[0].tag]:
        twins = [next(twin for twin in pages[renderer.tag] if twin.address == page.address) for renderer in renderers]
        held = [_held(renderer, twin, slots) for renderer, twin in zip(renderers, twins, strict=True)]
        yield Artifact(
            _files(renderers, page.address),
            partial(_content_dependencies, renderers, twins, held),
            partial(map, Renderer.content_page, renderers, twins, held),
            SitemapEntry(page.address, _x_default(page), is_indexed=True),
        )


def _held(renderer: Renderer, page: ContentPage, slots: Mapping[str, Slot]) -> Mapping[str, Slot]:
    """The slots that a hand-written page has."""
    names = renderer.content_frame(page.address).slots
    held = {name: slots[name] for name in names if name in slots}
    unknown = [name for name in names if name not in {*_TEXTS, *held}]
    if unknown:
        raise UnknownSlot(f"content/{renderer.tag}/{page.address}: <!-- slot:{unknown[0]} -->")
    return held


def _content_dependencies(
    renderers: Sequence[Renderer], twins: Iterable[ContentPage], held: Iterable[Mapping[str, Slot]]
) -> tuple[object, ...]:
    return tuple(
        (
            renderer.content_frame(page.address).fingerprint,
            tuple(page),
            [slot.dependencies() for slot in slots.values()],
        )
        for renderer, page, slots in zip(renderers, twins, held, strict=True)
    )


def _x_default(page: ContentPage) -> str | None:
    """The home page's path without language is the site's root; other hand-written pages have none."""
    return "" if page.address == urls.HOME else None
