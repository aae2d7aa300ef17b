"""The pages of every language, each put into the frame that an engine rendered for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from site_builder.language.language import Language
from site_builder.model import urls
from site_builder.outputs.artifact import Batch, File, Listed
from site_builder.pages import frames
from site_builder.pages.frames import Frame
from site_builder.pages.printer import Printer
from site_builder.pages.slots import Slot, slots
from site_builder.pages.view import Page, View
from site_builder.text.escaping import escape

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
        self.view = view
        self.tag = view.language.tag
        self._printer = Printer(view.language)
        self._rendered = rendered
        self._frames: dict[tuple[str, int], Frame] = {}

    def frame(self, page: Page) -> Frame:
        """The frame of a generated page."""
        key = (page.section, _depth(page.address))
        if key not in self._frames:
            self._frames[key] = self._cut(_frame_path(self.view.language, *key))
        return self._frames[key]

    def page(self, page: Page) -> File:
        """A generated page."""
        shown = page.show(self.view)
        path = urls.localized(self.tag, page.address)
        body = self._printer.print(shown.template, shown.content, path)
        texts = {
            "title": escape(f"{shown.title} – {self.view.site.names[self.tag]}"),
            "description": escape(shown.description),
            "robots": "" if page.is_indexed else '<meta name="robots" content="noindex">\n',
        }
        return self._file(page.address, page.neutral, self.frame(page), {**texts, "content": body})

    def frame_by_hand(self, address: str) -> Frame:
        """The frame that a hand-written page is."""
        return self._cut(urls.localized(self.tag, address))

    def page_by_hand(self, written: Written, slots: Mapping[str, Slot]) -> File:
        """A hand-written page, with what the archive says in its slots."""
        path = urls.localized(self.tag, written.address)
        bodies = {name: self._printer.print(slot.template, slot.show(self.view), path) for name, slot in slots.items()}
        name = "" if written.address == urls.HOME else f" – {self.view.site.names[self.tag]}"
        texts = {"title": escape(f"{written.title}{name}"), "description": escape(written.description), "robots": ""}
        frame, neutral = self.frame_by_hand(written.address), _neutral(written)
        return self._file(written.address, neutral, frame, {**texts, **bodies})

    def _file(self, address: str, neutral: str | None, frame: Frame, values: Mapping[str, str]) -> File:
        """A page of the site: its texts and bodies in their frame."""
        if neutral is None:
            neutral = urls.localized(self.view.site.languages[0].tag, address)
        html = frame.fill({"address": address, "neutral": neutral, **values})
        return File(f"{urls.localized(self.tag, address)}index.html", html.encode())

    def _cut(self, path: str) -> Frame:
        return frames.cut((self._rendered / path / "index.html").read_text("utf-8"))


def generated(fillers: Sequence[Filler], pages: Iterable[Page]) -> Iterator[Batch]:
    """Pages of records, each in every language."""
    for page in pages:
        yield Batch(
            page.address,
            partial(_inputs, fillers, page),
            partial(_files, fillers, page),
            Listed(page.address, page.neutral, page.is_indexed),
        )


def _inputs(fillers: Sequence[Filler], page: Page) -> tuple[object, ...]:
    return (*[filler.frame(page).stamp for filler in fillers], page.inputs())


def _files(fillers: Iterable[Filler], page: Page) -> Iterator[File]:
    return (filler.page(page) for filler in fillers)


def by_hand(fillers: Sequence[Filler], written: Mapping[str, Sequence[Written]]) -> Iterator[Batch]:
    """Hand-written pages, each in every language; `written` are those of each language by its tag."""
    holes = slots(fillers[0].view)
    for each in written[fillers[0].tag]:
        twins = [next(other for other in written[filler.tag] if other.address == each.address) for filler in fillers]
        held = [_held(filler, twin, holes) for filler, twin in zip(fillers, twins, strict=True)]
        listed = Listed(each.address, _neutral(each), is_indexed=True)
        yield Batch(
            each.address,
            partial(_inputs_by_hand, fillers, twins, held),
            partial(map, Filler.page_by_hand, fillers, twins, held),
            listed,
        )


def _held(filler: Filler, written: Written, holes: Mapping[str, Slot]) -> Mapping[str, Slot]:
    """The slots that a hand-written page has."""
    names = filler.frame_by_hand(written.address).slots
    held = {name: holes[name] for name in names if name in holes}
    unknown = [name for name in names if name not in {*_TEXTS, *held}]
    if unknown:
        raise UnknownSlot(f"content/{filler.tag}/{written.address}: <!-- slot:{unknown[0]} -->")
    return held


def _inputs_by_hand(
    fillers: Sequence[Filler], twins: Iterable[Written], held: Iterable[Mapping[str, Slot]]
) -> tuple[object, ...]:
    return tuple(
        (filler.frame_by_hand(written.address).stamp, tuple(written), [slot.inputs() for slot in slots.values()])
        for filler, written, slots in zip(fillers, twins, held, strict=True)
    )


def _neutral(written: Written) -> str | None:
    """The home page's path without language is the site's root; other hand-written pages have none."""
    return "" if written.address == urls.HOME else None
