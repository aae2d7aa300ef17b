"""What stands above the pages, and is said once more there, is what the pages say."""

import pytest

from site_builder.model import slots, urls
from site_builder.outputs import data_page
from site_builder.pages.sections import SECTIONS, Section
from site_builder.pages.slots import slots as filled
from tests.libraries import localized


def test_generated_pages_are_those_of_the_sections() -> None:
    assert [section.address for section in SECTIONS] == [*urls.GENERATED]


def test_every_slot_of_a_hand_written_page_is_filled() -> None:
    assert filled(localized("en")).keys() | data_page.NAMES == slots.IN_CONTENT


@pytest.mark.parametrize("tag", ["en", "ko"])
@pytest.mark.parametrize("section", [section for section in SECTIONS if section.title], ids=lambda each: each.address)
def test_a_section_has_one_name(section: Section, tag: str) -> None:
    """In the menu, as the title of its first page, and as the heading there."""
    here = localized(tag)
    shown = next(section.pages[0](here)).show(here)
    assert shown.title == shown.context.title == here.language.text(section.title)
