"""Colours as Material's `theme.palette` says them."""

import pytest
import yaml

from site_builder.model import colours
from site_builder.model.colours import ACCENT, FOR_MARKS, FOR_TEXT, PRIMARY
from site_builder.problems import Problem
from site_builder.read import palette
from site_builder.read.palette import Palette

LIGHT = "  - {scheme: default, primary: indigo, toggle: {icon: a, name: b}}\n"
DARK = "  - {scheme: slate, primary: orange, toggle: {icon: a, name: b}}\n"
INDIGO = PRIMARY["indigo"]


def read(text: str, *css: str) -> tuple[Palette, list[Problem]]:
    node = yaml.compose(text, yaml.CSafeLoader)
    assert isinstance(node, yaml.MappingNode)
    return palette.read(node.value[0][1], css)


@pytest.mark.parametrize(
    ("text", "begins", "can_change"),
    [
        ("p: {primary: indigo}", None, True),
        ("p: {scheme: default}", "light", False),
        ("p: {scheme: slate, primary: indigo}", "dark", False),
        ("p: {scheme: slate, toggle: {icon: a, name: b}}", "dark", True),
        ("p: {scheme: slate, toggle: false}", "dark", False),
        (f"p:\n{LIGHT}{DARK}", "light", True),
        (f"p:\n{DARK}{LIGHT}", "dark", True),
        ("p:\n  - {scheme: slate}\n", "dark", False),
        (
            "p:\n  - {media: '(prefers-color-scheme: dark)', scheme: slate}\n  - {media: x, scheme: default}\n",
            None,
            False,
        ),
        ("p:\n  - {media: '(prefers-color-scheme)', toggle: {icon: a}}\n" + LIGHT + DARK, None, True),
    ],
)
def test_a_site_begins_and_changes_as_material_would(text: str, begins: str | None, can_change: bool) -> None:
    found, problems = read(text)
    assert (found.begins, found.can_change, problems) == (begins, can_change, [])


def test_each_scheme_has_the_colours_of_its_entry() -> None:
    found, _ = read(f"p:\n{DARK}{LIGHT}")
    assert (found.light.links, found.dark.links) == (INDIGO.light, PRIMARY["orange"].dark)
    assert (found.light.marks, found.dark.marks) == (None, None)


def test_a_scheme_that_nobody_sees_needs_no_colours() -> None:
    found, problems = read("p: {scheme: slate, primary: yellow}")
    assert (found.light.links, found.dark.links, problems) == (None, PRIMARY["yellow"].dark, [])


@pytest.mark.parametrize("name", PRIMARY)
def test_a_name_is_a_colour_that_can_be_read_or_is_refused(name: str) -> None:
    found, problems = read(f"p: {{primary: {name.replace(' ', '-')}}}")
    light = PRIMARY[name].light
    if colours.hardest(light, "light")[0] >= FOR_TEXT:
        assert problems == []
        assert found.light.links == light
    else:
        [problem] = problems
        assert problem.kind.code == "E842"
        assert problem.values["named"] == f"{name.replace(' ', '-')} ({light})"
        assert found.light.links is None
    assert found.dark.links
    assert colours.hardest(found.dark.links, "dark")[0] >= FOR_TEXT


@pytest.mark.parametrize("name", ACCENT)
def test_an_accent_is_a_colour_that_can_be_seen_or_is_refused(name: str) -> None:
    found, problems = read(f"p: {{accent: {name}}}")
    can_be_seen = colours.hardest(ACCENT[name], "light")[0] >= FOR_MARKS
    assert [each.kind.code for each in problems] == ([] if can_be_seen else ["E842"])
    assert found.light.marks == (ACCENT[name] if can_be_seen else None)


def test_low_contrast_is_told_of_with_the_ratio_and_the_nearest_colour() -> None:
    [problem] = read("p:\n  primary: teal\n")[1]
    assert (problem.place.line, problem.place.column, problem.place.length) == (2, 12, 4)
    assert problem.values == {
        **{"named": "teal (#009485)", "ratio": "3.5", "paper": "#f5f7f9"},
        **{"needed": "4.5", "suggestion": "#007f72"},
    }
    found, problems = read(f'p: {{primary: "{problem.values["suggestion"]}"}}')
    assert (found.light.links, problems) == ("#007f72", [])


def test_digits_chosen_for_the_dark_are_kept_or_refused() -> None:
    assert read("p: {scheme: slate, primary: '#FC8'}")[0].dark.links == "#ffcc88"
    [problem] = read("p: {scheme: slate, primary: '#333'}")[1]
    assert (problem.kind.code, problem.values["paper"]) == ("E842", colours.PAPERS["dark"][1])


def test_a_colour_for_both_gets_a_shade_in_the_dark() -> None:
    found, problems = read("p: {primary: '#123456'}")
    assert (found.light.links, problems) == ("#123456", [])
    assert found.dark.links == colours.readable("#123456", "dark", FOR_TEXT) != "#123456"


def test_custom_is_what_a_stylesheet_says() -> None:
    css = ":root > * { --md-primary-fg-color: #123456; --md-accent-fg-color : #A00; }"
    found, problems = read("p: {primary: custom, accent: custom, scheme: default}", "a {}", css)
    assert (found.light.links, found.light.marks, problems) == ("#123456", "#aa0000", [])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("p: {primary: custom}", "no stylesheet of extra_css says which colour that is"),
        ("p:\n  primary: #4051b5\n", "a # begins a comment"),
        ("p: {primary: bluish}", "it is no colour"),
        ("p: {primary: [indigo]}", "it is no colour"),
        ("p: {primary: 5}", "it is no colour"),
        ("p: {accent: brown}", "it is no colour"),
        ("p: {primary: '\"><script>'}", "it is no colour"),
        ("p: {primary: '#fff;}body{display:none}'}", "it is no colour"),
        ("p: {scheme: youtube}", "a site is light or dark"),
        ("p: indigo", "it names no colours"),
    ],
)
def test_what_is_no_colour_is_told_of(text: str, reason: str) -> None:
    found, [problem] = read(text)
    assert (problem.kind.code, problem.values["reason"]) == ("E843", reason)
    assert (found.light.links, found.light.marks) == (None, None)


@pytest.mark.parametrize("text", ["p:", "p: []", "p: {}"])
def test_no_palette_is_the_usual_one(text: str) -> None:
    assert read(text) == (Palette(), [])


@pytest.mark.parametrize("is_dark_first", [False, True])
def test_a_rule_for_slate_says_the_colour_of_the_dark_alone(is_dark_first: bool) -> None:
    rules = [
        ":root { --md-primary-fg-color: #8a0f0f; }",
        '[data-md-color-scheme="slate"] { --md-primary-fg-color: #ffaaaa; }',
    ]
    found, problems = read("p: {primary: custom}", "\n".join(reversed(rules) if is_dark_first else rules))
    assert (found.light.links, found.dark.links, problems) == ("#8a0f0f", "#ffaaaa", [])
