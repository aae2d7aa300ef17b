"""The colours that the owner of a site chose, as Material's `theme.palette` says them.

A colour that cannot be read is refused on light paper, and where it was chosen for the dark. Where one entry is meant
for both, dark pages get shades of it that can be read, as Material gives its links there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from site_builder.model import colours
from site_builder.model.colours import ACCENT, FOR_MARKS, FOR_TEXT, PRIMARY, Scheme
from site_builder.problems import Problem, message
from site_builder.problems.settings import LowContrast
from site_builder.read import mkdocs_yaml
from site_builder.read.material import unfit

_SCHEMES: dict[str, Scheme] = {"default": "light", "slate": "dark"}
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_VARIABLE = r"--md-{}-fg-color\s*:\s*(#[0-9a-fA-F]{{3,6}})\b"


class Accent(NamedTuple):
    """The colour of links and buttons and that of outlines and marks in one scheme; None where they are the usual."""

    links: str | None = None
    marks: str | None = None


_USUAL = Accent()


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours, light and dark.

    A site begins as the reader's system has it, or with the scheme `begins`; `can_change` says that readers have a
    button for it.
    """

    light: Accent = _USUAL
    dark: Accent = _USUAL
    begins: Scheme | None = None
    can_change: bool = True


def read(node: yaml.Node | None, css: Sequence[str]) -> tuple[Palette, list[Problem]]:
    """Read what was chosen, and what is wrong with it; `css` are the texts of the owner's stylesheets."""
    problems: list[Problem] = []
    entries = [each for each in mkdocs_yaml.items(node) if isinstance(each, mkdocs_yaml.Node)]
    if not node or not entries:
        if node and mkdocs_yaml.plain(node):
            problems.append(
                unfit(node, "theme.palette", message("it names no colours"), message("write primary and a colour"))
            )
        return Palette(), problems
    problems += _unknown_schemes(entries)
    schemes = [_SCHEMES.get(str(_value(each, "scheme"))) for each in entries]
    begins, can_change = _way_of(entries, schemes)
    shown: Sequence[Scheme] = ("light", "dark") if can_change or begins is None else (begins,)
    accents: dict[Scheme, Accent] = {}
    for scheme in shown:
        own = next((each for each, its in zip(entries, schemes, strict=True) if its == scheme), None)
        found = [
            _colour(own or entries[0], name, scheme, css, is_own=own is not None) for name in ("primary", "accent")
        ]
        accents[scheme] = Accent(*(each if isinstance(each, str) else None for each in found))
        problems += [each for each in found if isinstance(each, Problem) and each not in problems]
    return Palette(accents.get("light", _USUAL), accents.get("dark", _USUAL), begins, can_change), problems


def _unknown_schemes(entries: Sequence[mkdocs_yaml.Node]) -> Iterator[Problem]:
    for entry in entries:
        node = mkdocs_yaml.at(entry, "scheme")
        if node and _value(entry, "scheme") not in (None, *_SCHEMES):
            reason, advice = message("a site is light or dark"), message("write default or slate")
            yield unfit(node, "theme.palette.scheme", reason, advice)


def _way_of(entries: Sequence[mkdocs_yaml.Node], schemes: Sequence[Scheme | None]) -> tuple[Scheme | None, bool]:
    """Tell with which scheme a site begins, if not as the system has it, and whether readers can change it."""
    if len(entries) == 1 and not schemes[0]:
        return None, True
    goes_by_system = any(_value(each, "media") for each in entries)
    begins = None if goes_by_system else schemes[0] or "light"
    return begins, any(_value(each, "toggle") for each in entries)


def _colour(
    entry: mkdocs_yaml.Node, name: str, scheme: Scheme, css: Sequence[str], *, is_own: bool
) -> str | Problem | None:
    """Read a colour of an entry, which `is_own` of the scheme or meant for both; what is wrong with it, if anything."""
    node = mkdocs_yaml.at(entry, name)
    if node is None:
        return None
    value = mkdocs_yaml.plain(node)
    colour = _meant(value, name, scheme, css)
    if colour is None:
        return unfit(node, f"theme.palette.{name}", *_why_no_colour(value, name))
    needed = FOR_TEXT if name == "primary" else FOR_MARKS
    ratio, paper = colours.hardest(colour, scheme)
    fitting = colours.readable(colour, scheme, needed)
    if ratio >= needed or (scheme == "dark" and not is_own):
        return fitting
    named = colour if colours.written(str(value)) else f"{value} ({colour})"
    values = {"named": named, "ratio": f"{int(ratio * 10) / 10}", "paper": paper}
    return Problem(LowContrast, mkdocs_yaml.place(node), {**values, "needed": f"{needed:g}", "suggestion": fitting})


def _value(entry: mkdocs_yaml.Node, name: str) -> Any:
    node = mkdocs_yaml.at(entry, name)
    return mkdocs_yaml.plain(node) if node else None


def _meant(value: object, name: str, scheme: Scheme, css: Sequence[str]) -> str | None:
    """Return the colour that a value means in a scheme: by one of Material's names, in digits, or as CSS has it."""
    if not isinstance(value, str):
        return None
    known = value.replace("-", " ").casefold()
    if name == "primary" and known in PRIMARY:
        return PRIMARY[known].light if scheme == "light" else PRIMARY[known].dark
    if name == "accent" and known in ACCENT:
        return ACCENT[known]
    if known == "custom":
        return _declared(name, scheme, css)
    return colours.written(value)


def _declared(name: str, scheme: Scheme, css: Sequence[str]) -> str | None:
    """Return the colour that stylesheets declare for a scheme: that of a rule for slate is one for the dark alone."""
    rules = [rule for text in css for rule in _RULE.finditer(text)]
    found = [("slate" in rule[1], match[1]) for rule in rules if (match := re.search(_VARIABLE.format(name), rule[2]))]
    fitting = [colour for is_dark, colour in found if is_dark and scheme == "dark"]
    fitting += [colour for is_dark, colour in found if not is_dark]
    return colours.written(fitting[0]) if fitting else None


def _why_no_colour(value: object, name: str) -> tuple[str, str]:
    """Return the reason why a value is no colour, and what to do."""
    if value is None:
        return message("a # begins a comment"), message("write the colour between quotation marks")
    if value == "custom":
        reason = message("no stylesheet of extra_css says which colour that is")
        if name == "primary":
            return reason, message("write --md-primary-fg-color there, with # and six digits")
        return reason, message("write --md-accent-fg-color there, with # and six digits")
    return message("it is no colour"), message('write a name, such as indigo, or six digits, such as "#4051b5"')
