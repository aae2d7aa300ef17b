"""What stands above the pages, and is said once more there, is what the pages say."""

from site_builder.model import slots, urls
from site_builder.pages.sections import SECTIONS
from site_builder.pages.slots import slots as filled
from tests.libraries import localized


def test_generated_pages_are_those_of_the_sections() -> None:
    assert [section.address for section in SECTIONS] == [*urls.GENERATED]


def test_every_slot_of_a_hand_written_page_is_filled() -> None:
    assert filled(localized("en")).keys() == slots.IN_CONTENT
