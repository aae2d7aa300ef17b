import re

import pytest

from site_builder.model import licences


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("CC-BY-4.0", "CC-BY-4.0"),
        ("CC BY 4.0", "CC-BY-4.0"),
        ("cc  by-sa 4.0 ", "CC-BY-SA-4.0"),
        ("cc0-1.0", "CC0-1.0"),
        ("odc by 1.0", "ODC-By-1.0"),
    ],
)
def test_a_licence_is_known_as_it_is_written(text: str, id: str) -> None:
    licence = licences.known(text)
    assert licence and licence.id == id


@pytest.mark.parametrize("text", ["", "CC", "CC-BY", "CC-BY-4.1", "MIT"])
def test_other_words_are_no_licence(text: str) -> None:
    assert licences.known(text) is None


def test_each_licence_is_said_in_full() -> None:
    assert licences.DEFAULT.id == "CC-BY-4.0"
    for licence in licences.LICENCES:
        assert re.fullmatch(r"https://(creativecommons|opendatacommons)\.org/[a-z0-9./-]+/", licence.url)
        assert licences.known(licence.id) is licence
        assert licence.name
