"""The table of the site's sections: navigation, frames and the order of building follow from it."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from site_builder.language.language import Language
from site_builder.library.library import Library
from site_builder.model import urls
from site_builder.pages import (
    changes,
    claims,
    dates,
    disagreements,
    entities,
    entity,
    merged,
    problems,
    series,
    sources,
    timeline,
    work,
)
from site_builder.pages.page import Page
from site_builder.problems import message


class Section(NamedTuple):
    """A part of the site: the address that those of its pages begin with, its name, and what makes its pages.

    `title` is a message id; a section without one is not in the navigation. The pages of claims, which lie below
    `claims/`, are made claim by claim (`claim.pages`).
    """

    address: str
    title: str
    pages: tuple[Callable[[Library], Iterator[Page]], ...]


SECTIONS = (
    Section(urls.CLAIMS, message("Claims"), (claims.pages,)),
    Section(urls.ENTITIES, message("People and topics"), (entities.pages, entity.pages, merged.of_entities)),
    Section(urls.DATES, message("Dates"), (dates.pages,)),
    Section(urls.SERIES, message("Questions"), (series.pages, merged.of_series)),
    Section(urls.TIMELINE, message("Timeline"), (timeline.pages,)),
    Section(urls.DISAGREEMENTS, message("Disagreements"), (disagreements.pages,)),
    Section(urls.SOURCES, message("Sources"), (sources.pages,)),
    Section(urls.CHANGES, message("New claims"), (changes.new,)),
    Section(urls.CORRECTIONS, message("Corrections"), (changes.corrected,)),
    Section(urls.PROBLEMS, "", (problems.pages,)),
    Section(urls.WORK, "", (work.pages,)),
)
_DEEPEST = 4
"""How many folders below the root a generated page lies at most: a frame's links fit pages of its own depth only."""


def section_of(address: str) -> Section | None:
    """Return the section that an address lies in; None for a hand-written page."""
    return next((section for section in SECTIONS if address.startswith(section.address)), None)


def frame_paths(languages: Sequence[Language]) -> Iterator[tuple[Language, Section, str]]:
    """Yield the frames that an engine must render: language, section, and path below the site's root.

    The frame of a section's own depth is at the same time the page that hand-written pages link to.
    """
    for language in languages:
        for section in SECTIONS:
            for depth in range(_depth(section.address), _DEEPEST + 1):
                yield language, section, _frame_path(language, section, depth)


def frame_path(language: Language, address: str) -> str:
    """Return where the engine puts the frame of the generated page at an address."""
    section = section_of(address)
    assert section, f"no section holds {address}"
    return _frame_path(language, section, _depth(address))


def _frame_path(language: Language, section: Section, depth: int) -> str:
    return urls.localized(language.tag, section.address) + "frame/" * (depth - _depth(section.address))


def _depth(address: str) -> int:
    """Count the folders above a page below the root, the language's being one."""
    return 1 + address.count("/")
