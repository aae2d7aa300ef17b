"""Colours that can be read on our pages, and those that cannot."""

import re

import pytest

from site_builder.engine import project
from site_builder.model import colours
from site_builder.model.colours import FOR_MARKS, FOR_TEXT, PAPERS, Scheme


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54), ("#ff0000", "#ffffff", 4.0)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert colours.contrast(one, other) == colours.contrast(other, one)
    assert round(colours.contrast(one, other), 2) == ratio


def test_papers_are_those_of_our_stylesheet() -> None:
    css = (project.OURS / "assets/claims.css").read_text("utf-8")
    found = [re.findall(rf"--ca-{name}: (#[0-9a-f]+);", css) for name in ("paper", "tint")]
    light, *dark = zip(*found, strict=True)
    assert PAPERS["light"] == tuple(map(colours.written, light))
    assert dark
    assert set(dark) == {PAPERS["dark"]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("needed", [FOR_TEXT, FOR_MARKS])
@pytest.mark.parametrize("colour", ["#ffff00", "#123456", "#808080", "#ffffff", "#000000", "#4051b5"])
def test_the_nearest_shade_can_be_read_and_is_the_colour_where_that_can(
    colour: str, scheme: Scheme, needed: float
) -> None:
    shade = colours.readable(colour, scheme, needed)
    assert colours.hardest(shade, scheme)[0] >= needed
    assert (shade == colour) == (colours.hardest(colour, scheme)[0] >= needed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("#AbC", "#aabbcc"), ("#ABCDEF", "#abcdef"), ("abc", None), ("#ab", None), ("#abcd", None), ("#ggg", None)],
)
def test_a_colour_is_written_in_digits(text: str, expected: str | None) -> None:
    assert colours.written(text) == expected
