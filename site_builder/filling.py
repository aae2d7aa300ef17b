"""The pages of one language, each put into the frame that an engine rendered for it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from site_builder import frames, urls
from site_builder.escaping import escape
from site_builder.file import File, Listed
from site_builder.frames import Frame
from site_builder.languages import Language
from site_builder.pages.home import Slot, slots
from site_builder.pages.printer import Printer
from site_builder.pages.view import Page, Shown, View

SECTIONS = (
    urls.CLAIMS,
    urls.ENTITIES,
    urls.DATES,
    urls.SERIES,
    urls.TIMELINE,
    urls.DISAGREEMENTS,
    urls.SOURCES,
    urls.CHANGES,
    urls.CORRECTIONS,
    urls.PROBLEMS,
)
_DEEPEST = 4
"""How many folders below the root a generated page lies at most: a frame's links fit pages of its own depth only."""
_TEXTS = ("title", "description", "robots", "address", "neutral")
"""The slots of the page around the text."""


class Written(NamedTuple):
    """A hand-written page as the engine read it."""

    address: str
    title: str
    description: str


class UnknownSlot(Exception):
    """A hand-written page has a slot that nothing fills; the message names both."""


def frame_paths(languages: Sequence[Language]) -> Iterator[tuple[Language, str, str]]:
    """The frames that the engine must render: language, section, and path below the site's root.

    The frame of a section's own depth is at the same time the page that hand-written pages link to.
    """
    for language in languages:
        for section in SECTIONS:
            for depth in range(_depth(section), _DEEPEST + 1):
                yield language, section, _frame_path(language, section, depth)


def _frame_path(language: Language, section: str, depth: int) -> str:
    """Where the engine puts the frame of a section for pages at a depth."""
    return urls.localized(language.tag, section) + "frame/" * (depth - _depth(section))


def _depth(address: str) -> int:
    """How many folders below the root a page lies, the language's being one."""
    return 1 + address.count("/")


class Filler:
    """Fills the frames of one language; `rendered` is the folder into which the engine rendered them."""

    def __init__(self, view: View, rendered: Path) -> None:
        self._view = view
        self.tag = view.language.tag
        self._printer = Printer(view.language)
        self._rendered = rendered
        self._frames: dict[str, Frame] = {}

    def generated(self, pages: Iterable[Page]) -> Iterator[File]:
        """Pages of records as files. All languages have the same ones: the first has them listed."""
        is_first = self._view.language is self._view.site.languages[0]
        for page in pages:
            frame = self._frame(_frame_path(self._view.language, page.section, _depth(page.address)))
            yield self._file(page, frame, partial(self._print, page), is_listed=is_first)

    def by_hand(self, written: Iterable[Written]) -> Iterator[File]:
        """Hand-written pages as files, with what the archive says in their slots."""
        holes = slots(self._view)
        for each in written:
            frame = self._frame(urls.localized(self.tag, each.address))
            held = {name: holes[name] for name in frame.slots if name in holes}
            unknown = [name for name in frame.slots if name not in {*_TEXTS, *held}]
            if unknown:
                raise UnknownSlot(f"content/{self.tag}/{each.address}: <!-- slot:{unknown[0]} -->")
            page = Page(
                each.address,
                each.address,
                partial(_inputs, list(held.values())),
                partial(Shown, each.title, each.description, "", None),
                neutral="" if each.address == urls.HOME else None,
            )
            yield self._file(page, frame, partial(self._print_by_hand, page, held), is_listed=True)

    def _file(
        self, page: Page, frame: Frame, content: Callable[[], tuple[Shown, Mapping[str, str]]], *, is_listed: bool
    ) -> File:
        return File(
            f"{urls.localized(self.tag, page.address)}index.html",
            lambda: (self.tag, frame.stamp, page.inputs()),
            lambda: self._framed(frame, page, *content()).encode(),
            _listed(page) if is_listed else None,
        )

    def _print(self, page: Page) -> tuple[Shown, Mapping[str, str]]:
        shown = page.show()
        path = urls.localized(self.tag, page.address)
        return shown, {"content": self._printer.print(shown.template, shown.content, path)}

    def _print_by_hand(self, page: Page, held: Mapping[str, Slot]) -> tuple[Shown, Mapping[str, str]]:
        path = urls.localized(self.tag, page.address)
        return page.show(), {name: self._printer.print(slot.template, slot.show(), path) for name, slot in held.items()}

    def _framed(self, frame: Frame, page: Page, shown: Shown, bodies: Mapping[str, str]) -> str:
        """A page of the site: its texts and bodies in their frame."""
        site = self._view.site
        title = shown.title if page.address == urls.HOME else f"{shown.title} – {site.names[self.tag]}"
        neutral = urls.localized(site.languages[0].tag, page.address) if page.neutral is None else page.neutral
        return frame.fill(
            {
                "title": escape(title),
                "description": escape(shown.description),
                "robots": "" if page.is_indexed else '<meta name="robots" content="noindex">\n',
                "address": page.address,
                "neutral": neutral,
                **bodies,
            }
        )

    def _frame(self, path: str) -> Frame:
        if path not in self._frames:
            self._frames[path] = frames.cut((self._rendered / path / "index.html").read_text("utf-8"))
        return self._frames[path]


def _listed(page: Page) -> Listed:
    return Listed(page.address, page.neutral, page.is_indexed)


def _inputs(held: Iterable[Slot]) -> tuple[object, ...]:
    return tuple(slot.inputs() for slot in held)
